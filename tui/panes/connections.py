"""What is connected with an item, and how: ids under the names of the connections."""

import re
from collections.abc import Iterable, Iterator

from tui.model.briefing import Pane
from tui.model.document import Document
from tui.model.fields import Record
from tui.model.items import Actor, Claim, Event, Item, Judgment, Note, Point, Reaction
from tui.model.sources import Excerpt, Source
from tui.panes import dependents

Group = tuple[str, list[str]]

SUPPORT, CONTRADICTION = "supported by", "contradicted by"
"""The groups of a judgment of which it matters that there is nothing in them."""


def connections(document: Document, id: str) -> Iterator[Group]:
    """The groups for the item of that id, which exists; some may be empty."""
    item = document.items[id]
    match item:
        case Excerpt():
            yield from _of_excerpt(document, item)
        case Source():
            yield from _of_source(document, item)
        case Actor():
            yield from _of_actor(document, item)
        case Judgment():
            yield SUPPORT, list(item.supported_by)
            yield CONTRADICTION, list(item.contradicted_by or ())
            yield "what would change it", [each.id for each in item.indicators]
            yield "what is open", [each.id for each in item.gaps]
            yield "its excerpts", [each.id for each in dependents.excerpts_behind(document, id)]
        case Note():
            yield "a note on", list(item.on)
        case Pane():
            yield "its items", _listed_by(document, id)
            yield "reactions to it", _reactions_about(document, id)
        case _:
            yield from _of_item(document, id, item)
    yield "our notes on it", [note.id for note in document.notes_on.get(id, ()) if note.id]


def of_sentence(document: Document, excerpts: Iterable[str], source: str) -> Iterator[Group]:
    """The groups for a sentence of a source: what rests on the excerpts that hold words of it."""
    held = [*excerpts]
    yield from _resting(document, held)
    yield "excerpts that hold words of it", held
    yield "its source", [source]


def _of_excerpt(document: Document, item: Excerpt) -> Iterator[Group]:
    yield from _resting(document, [item.id])
    yield "who passed it on", [hop.agent for hop in item.chain if hop.agent]
    yield "its source", [item.source]


def _resting(document: Document, excerpts: Iterable[str]) -> Iterator[Group]:
    """What rests on words of a source: the items that cite them, and on to the judgments."""
    citing = [id for each in excerpts for id in document.cited_by.get(each, ())]
    yield "rest on it", citing
    yield "judgments for which these speak", dependents.judgments_for(document, citing)
    against = dependents.judgments_against(document, citing)
    yield "judgments against which these speak", against


def _of_source(document: Document, item: Source) -> Iterator[Group]:
    """What stands and falls with a source, and its excerpts."""
    lost = dependents.losses(document, item)
    yield "judgments that fall with it: no other source supports them", lost.fallen
    yield "judgments that keep no support of another origin without it", lost.of_one_origin
    yield "judgments that are weakened without it: other origins remain", lost.weakened
    yield "judgments that would lose what speaks against them", lost.unopposed
    yield "judgments some support of which is withheld", lost.unknown
    taken = [each.id for each in document.briefing.excerpts if each.source == item.id]
    yield "its excerpts", taken


def _of_actor(document: Document, item: Actor) -> Iterator[Group]:
    reactions = [each for each in document.items.values() if isinstance(each, Reaction)]
    said = [each.id for each in reactions if item.id in {each.actor, each.on_behalf_of}]
    excerpts = document.briefing.excerpts
    passed_on = [each.id for each in excerpts if any(hop.agent == item.id for hop in each.chain)]
    toward = [each.id for each in reactions if any(to.actor == item.id for to in each.toward)]
    others = [each for each in document.briefing.actors if each is not item]
    members = dict.fromkeys(each.id for each in others if each.of == item.id)
    groups = {
        "positions": list(item.positions),
        "reactions by it": said,
        "reactions by those that belong to it": [r.id for r in reactions if r.actor in members],
        "words of it, as the sources report them": passed_on,
        "reactions toward it": toward,
        "excerpts about it": list(item.cites),
    }
    yield from groups.items()
    listed = {id for ids in groups.values() for id in ids}
    yield "named in", [id for id in _naming(document, item) if id not in listed]
    yield "belongs to", [item.of] if item.of else []
    yield "belonging to it", [*members]
    yield "it is related to", [relation.to for relation in item.relations]
    yield (
        "related to it",
        [each.id for each in others if any(relation.to == item.id for relation in each.relations)],
    )


def _naming(document: Document, actor: Actor) -> list[str]:
    """The items that say its name, or another name of it, and the excerpts that do."""
    forms = "|".join(re.escape(each) for each in (actor.name, *actor.also) if each)
    name = re.compile(rf"(?<!\w)(?:{forms})(?!\w)") if forms else None
    return [
        id
        for id, each in document.items.items()
        if isinstance(each, Claim | Event | Point | Reaction | Judgment | Excerpt)
        and name is not None
        and any(name.search(said) for said in _own_words(each))
    ]


def _own_words(item: Item | Excerpt) -> Iterator[str]:
    for field in ("title", "text", "exact"):
        yield getattr(item, field, "")


def _of_item(document: Document, id: str, item: Record) -> Iterator[Group]:
    """A claim, an event, a reaction or a point."""
    cited = list(document.cited(id))
    hops = [hop.agent for excerpt in cited for hop in excerpt.chain if hop.agent]
    if isinstance(item, Reaction):
        yield "about", list(item.about)
        yield "by", [actor for actor in (item.actor, item.on_behalf_of) if actor]
        yield "toward", [each.actor for each in item.toward]
    yield "its excerpts", [each.id for each in cited]
    yield "judgments for which it speaks", dependents.judgments_for(document, [id])
    yield "judgments against which it speaks", dependents.judgments_against(document, [id])
    yield "who says so, as the sources report", hops
    yield "a position of", [each.id for each in document.briefing.actors if id in each.positions]
    yield "reactions to it", _reactions_about(document, id)
    shared = (document.cited_by.get(each.id, ()) for each in cited)
    yield "on the same excerpts", [other for ids in shared for other in ids if other != id]


def _listed_by(document: Document, pane: str) -> list[str]:
    return [id for id, home in document.homes.items() if home == pane and id != pane]


def _reactions_about(document: Document, id: str) -> list[str]:
    every = document.items.values()
    return [each.id for each in every if isinstance(each, Reaction) and id in each.about]
