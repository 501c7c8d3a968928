"""The connected view: the items connected with an item, grouped by the kind of connection."""

import re
from collections.abc import Iterable, Iterator, Mapping

from tui.blocks import Block, Heading, Notice, Paragraph, runs
from tui.model.briefing import Pane
from tui.model.document import Document
from tui.model.fields import Record
from tui.model.items import Actor, Claim, Event, Item, Judgment, Note, Point, Reaction
from tui.model.sources import Excerpt, Source
from tui.panes import dependents, entries, excerpts, headings, names, sentence
from tui.panes.headings import nothing_called
from tui.places import Options, Place

_Group = tuple[str, Iterable[str]]
"""The name of a connection and the ids of the connected items."""

_SUPPORT, _CONTRADICTION = "supported by", "contradicted by"


def blocks(document: Document, place: Place, options: Options) -> Iterator[Block]:
    """A section for each kind of connection."""
    within = sentence.find(document, place.key)
    if within is not None:
        yield from _with_sentence(document, within)
    elif place.key not in document.items:
        yield nothing_called(place.key)
    else:
        yield Heading(text=runs(f"CONNECTED WITH: {names.title(document, place.key)}"), level=1)
        item = document.items[place.key]
        groups = _connections(document, place.key, item)
        sections = [*_sections(document, groups, _if_empty(item))]
        yield from sections or [Notice(text=runs("Nothing else is connected with it."))]


def _with_sentence(document: Document, within: sentence.LocatedSentence) -> Iterator[Block]:
    """The items that cite the words of a sentence, or a notice that there are none."""
    yield Heading(text=runs(f"CONNECTED WITH: {sentence.title(document, within)}"), level=1)
    ids = within.sentence.excerpts
    if not any(document.cited_by.get(id) for id in ids):
        yield Notice(text=runs(sentence.unused(within)))
    groups: list[_Group] = [
        *_resting_on(document, ids),
        ("excerpts that hold words of it", ids),
        ("its source", [within.source.id]),
    ]
    yield from _sections(document, groups, {})


def _sections(
    document: Document, groups: Iterable[_Group], if_empty: Mapping[str, str]
) -> Iterator[Block]:
    for title, ids in groups:
        shown = dict.fromkeys(ids)
        if shown or title in if_empty:
            yield headings.section(title)
        if not shown and title in if_empty:
            yield Paragraph(text=runs(if_empty[title]), kind="remark")
        for id in shown:
            excerpt = document.excerpt(id)
            yield excerpts.entry(document, excerpt) if excerpt else entries.reference(document, id)


def _if_empty(item: Record) -> dict[str, str]:
    """The text of groups that are shown even if empty, by title."""
    if not isinstance(item, Judgment):
        return {}
    against = "not stated" if item.contradicted_by is None else "nothing"
    return {_SUPPORT: "nothing", _CONTRADICTION: against}


def _connections(document: Document, id: str, item: Record) -> Iterator[_Group]:
    match item:
        case Excerpt():
            yield from _resting_on(document, [id])
            yield "who passed it on", _agents([item])
            yield "its source", [item.source]
        case Source():
            yield from _of_source(document, item)
        case Actor():
            yield from _of_actor(document, item)
        case Judgment():
            yield _SUPPORT, item.supported_by
            yield _CONTRADICTION, item.contradicted_by or ()
            yield "what would change it", [each.id for each in item.indicators]
            yield "what is open", [each.id for each in item.gaps]
            yield "its excerpts", [each.id for each in dependents.excerpts_behind(document, id)]
        case Note():
            yield "a note on", item.on
        case Pane():
            yield "its items", [each for each, home in document.homes.items() if home == id != each]
            yield "reactions to it", _reactions_about(document, id)
        case _:
            yield from _of_item(document, id, item)
    yield "our notes on it", [note.id for note in document.notes_on.get(id, ()) if note.id]


def _resting_on(document: Document, ids: Iterable[str]) -> Iterator[_Group]:
    """The items that cite the excerpts, and the judgments that rest on those items."""
    citing = [id for each in ids for id in document.cited_by.get(each, ())]
    supported, contradicted = dependents.judgments_on(document, citing)
    yield "rest on it", citing
    yield "judgments for which these speak", supported
    yield "judgments against which these speak", contradicted


def _of_source(document: Document, item: Source) -> Iterator[_Group]:
    lost = dependents.losses(document, item)
    yield "judgments that fall with it: no other source supports them", lost.fallen
    yield "judgments that keep no support of another origin without it", lost.of_one_origin
    yield "judgments that are weakened without it: other origins remain", lost.weakened
    yield "judgments that would lose what speaks against them", lost.unopposed
    yield "judgments some support of which is withheld", lost.unknown
    yield (
        "its excerpts",
        [each.id for each in document.briefing.excerpts if each.source == item.id],
    )


def _of_actor(document: Document, item: Actor) -> Iterator[_Group]:
    reactions = [each for each in document.items.values() if isinstance(each, Reaction)]
    others = [each for each in document.briefing.actors if each is not item]
    members = dict.fromkeys(each.id for each in others if each.of == item.id)
    groups: dict[str, list[str]] = {
        "positions": list(item.positions),
        "reactions by it": [
            each.id for each in reactions if item.id in {each.actor, each.on_behalf_of}
        ],
        "reactions by those that belong to it": [r.id for r in reactions if r.actor in members],
        "words of it, as the sources report them": [
            each.id for each in document.briefing.excerpts if item.id in _agents([each])
        ],
        "reactions toward it": [
            each.id for each in reactions if any(to.actor == item.id for to in each.toward)
        ],
        "excerpts about it": list(item.cites),
    }
    yield from groups.items()
    listed = {id for ids in groups.values() for id in ids}
    yield "named in", [id for id in _naming(document, item) if id not in listed]
    yield "belongs to", [item.of] if item.of else []
    yield "belonging to it", members
    yield "it is related to", [relation.to for relation in item.relations]
    yield (
        "related to it",
        [each.id for each in others if any(relation.to == item.id for relation in each.relations)],
    )


def _of_item(document: Document, id: str, item: Record) -> Iterator[_Group]:
    """The groups of a claim, an event, a reaction or a point."""
    cited = list(document.cited(id))
    supported, contradicted = dependents.judgments_on(document, [id])
    if isinstance(item, Reaction):
        yield "about", item.about
        yield "by", [actor for actor in (item.actor, item.on_behalf_of) if actor]
        yield "toward", [each.actor for each in item.toward]
    yield "its excerpts", [each.id for each in cited]
    yield "judgments for which it speaks", supported
    yield "judgments against which it speaks", contradicted
    yield "who says so, as the sources report", _agents(cited)
    yield "a position of", [each.id for each in document.briefing.actors if id in each.positions]
    yield "reactions to it", _reactions_about(document, id)
    citing = (other for each in cited for other in document.cited_by.get(each.id, ()))
    yield "on the same excerpts", [other for other in citing if other != id]


def _agents(shown: Iterable[Excerpt]) -> list[str]:
    """The ids of the actors in the chains of excerpts."""
    return [hop.agent for excerpt in shown for hop in excerpt.chain if hop.agent]


def _naming(document: Document, actor: Actor) -> list[str]:
    """The ids of the items and excerpts that use one of the actor's names."""
    forms = "|".join(re.escape(each) for each in (actor.name, *actor.also) if each)
    if not forms:
        return []
    name = re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
    return [
        id
        for id, each in document.items.items()
        if isinstance(each, Claim | Event | Point | Reaction | Judgment | Excerpt)
        and any(name.search(text) for text in _texts(each))
    ]


def _texts(item: Item | Excerpt) -> Iterator[str]:
    return (getattr(item, field, "") for field in ("title", "text", "exact"))


def _reactions_about(document: Document, id: str) -> list[str]:
    every = document.items.values()
    return [each.id for each in every if isinstance(each, Reaction) and id in each.about]
