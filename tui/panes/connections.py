"""What is connected with an item, and how: ids under the names of the connections."""

from collections.abc import Iterator

from tui.model.briefing import Pane
from tui.model.document import Document
from tui.model.fields import Record
from tui.model.items import Actor, Item, Judgment, Note, Reaction
from tui.model.sources import Excerpt, Source
from tui.panes import dependents
from tui.places import Options

Group = tuple[str, list[str]]


def connections(document: Document, id: str, options: Options) -> Iterator[Group]:
    """The groups for the item of that id, which exists; some may be empty."""
    item = document.items[id]
    match item:
        case Excerpt():
            yield from _of_excerpt(document, item, options)
        case Source():
            yield from _of_source(document, item, options)
        case Actor():
            yield from _of_actor(document, item)
        case Judgment():
            yield "supported by", list(item.supported_by)
            yield "contradicted by", list(item.contradicted_by or ())
            yield "its excerpts", [each.id for each in dependents.excerpts_behind(document, id)]
        case Note():
            yield "a note on", list(item.on)
        case Pane():
            yield "its items", _listed_by(document, id)
            yield "reactions to it", _reactions_about(document, id)
        case _:
            yield from _of_item(document, id, item, options)
    yield "our notes on it", [note.id for note in document.notes_on.get(id, ()) if note.id]


def _of_excerpt(document: Document, item: Excerpt, options: Options) -> Iterator[Group]:
    citing = dependents.citing(document, item.id, options)
    yield "rest on it", citing
    yield "judgments for which these speak", dependents.judgments_for(document, citing, options)
    against = dependents.judgments_against(document, citing, options)
    yield "judgments against which these speak", against
    yield "who passed it on", [hop.agent for hop in item.chain if hop.agent]
    yield "its source", [item.source]


def _of_source(document: Document, item: Source, options: Options) -> Iterator[Group]:
    """Its excerpts, and the judgments that would have no support left without them."""
    taken = {each.id for each in document.briefing.excerpts if each.source == item.id}
    fallen = {id for id in document.items if _rests_on(document, id, taken)}
    falling: list[str] = []
    weakened: list[str] = []
    for judgment in document.briefing.key_judgments:
        lost = fallen.intersection(judgment.supported_by)
        if lost:
            (falling if lost == {*judgment.supported_by} else weakened).append(judgment.id)
    yield "judgments that fall with it", falling
    yield "judgments that it weakens if it falls", weakened
    yield "its excerpts", [each.id for each in document.briefing.excerpts if each.id in taken]


def _of_actor(document: Document, item: Actor) -> Iterator[Group]:
    reactions = [each for each in document.items.values() if isinstance(each, Reaction)]
    said = [each.id for each in reactions if item.id in {each.actor, each.on_behalf_of}]
    excerpts = document.briefing.excerpts
    passed_on = [each.id for each in excerpts if any(hop.agent == item.id for hop in each.chain)]
    toward = [each.id for each in reactions if any(to.actor == item.id for to in each.toward)]
    others = [each for each in document.briefing.actors if each is not item]
    yield "positions", list(item.positions)
    yield "reactions by it", said
    yield "words of it, as the sources report them", passed_on
    yield "reactions toward it", toward
    yield "excerpts about it", list(item.cites)
    yield "belongs to", [item.of] if item.of else []
    yield "belonging to it", [each.id for each in others if each.of == item.id]
    yield "it is related to", [relation.to for relation in item.relations]
    yield (
        "related to it",
        [each.id for each in others if any(relation.to == item.id for relation in each.relations)],
    )


def _of_item(document: Document, id: str, item: Record, options: Options) -> Iterator[Group]:
    """A claim, an event, a reaction or a point."""
    cited = list(document.cited(id))
    hops = [hop.agent for excerpt in cited for hop in excerpt.chain if hop.agent]
    if isinstance(item, Reaction):
        yield "about", list(item.about)
        yield "by", [actor for actor in (item.actor, item.on_behalf_of) if actor]
        yield "toward", [each.actor for each in item.toward]
    yield "its excerpts", [each.id for each in cited]
    yield "judgments for which it speaks", dependents.judgments_for(document, [id], options)
    yield "judgments against which it speaks", dependents.judgments_against(document, [id], options)
    yield "who says so, as the sources report", hops
    yield "a position of", [each.id for each in document.briefing.actors if id in each.positions]
    yield "reactions to it", _reactions_about(document, id)
    shared = (dependents.citing(document, each.id, options) for each in cited)
    yield "on the same excerpts", [other for ids in shared for other in ids if other != id]


def _listed_by(document: Document, pane: str) -> list[str]:
    return [id for id, home in document.homes.items() if home == pane and id != pane]


def _reactions_about(document: Document, id: str) -> list[str]:
    every = document.items.values()
    return [each.id for each in every if isinstance(each, Reaction) and id in each.about]


def _rests_on(document: Document, id: str, excerpts: set[str]) -> bool:
    """Whether an item cites excerpts, and none but these."""
    found = document.items[id]
    return isinstance(found, Item) and bool(found.cites) and excerpts.issuperset(found.cites)
