"""The briefing's own prose, what it cites, and the names that the file declares."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.frozen import frozen
from tui.model.briefing import BottomLine, Briefing, Section
from tui.model.fields import Record
from tui.model.items import Actor, Claim, Event, Judgment, Point, Reaction, Relation
from tui.model.sources import Excerpt

PROSE_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Briefing: ("source_summary",),
    BottomLine: ("text",),
    Judgment: ("text", "basis"),
    Point: ("text",),
    Section: ("heading",),
    Claim: ("text", "basis"),
    Event: ("title", "text"),
    Reaction: ("text",),
    Actor: ("text",),
    Relation: ("text",),
}
"""The fields that hold the analyst's own words.

Notes and the basis of a reading are excluded because they discuss a source's words; so are
names, titles, roles and every text of a source.
"""


@frozen
class Prose:
    """One text in the analyst's own words."""

    text: str
    record: Record
    field: str
    owner: str
    """The id of the item that it belongs to."""


def own_prose(context: CheckContext) -> Iterator[Prose]:
    """All of the briefing's own prose."""
    for record_class, fields in PROSE_FIELDS.items():
        for record, owner in context.of(record_class):
            for field in fields:
                text = getattr(record, field)
                if text:
                    yield Prose(text, record, field, owner)


def evidence(context: CheckContext, prose: Prose) -> list[Excerpt]:
    """The excerpts that a text rests on, each once.

    These are the excerpts cited by its record, or else by an enclosing item. A judgment rests on
    what its support and its contrary evidence cite, a heading on what its claims cite, and the
    bottom line and the source summary on all excerpts.
    """
    if isinstance(prose.record, BottomLine | Briefing):
        return list(context.briefing.excerpts)
    cited = dict.fromkeys(_citations(context, prose.record))
    for owner in context.enclosing(prose.owner):
        if not cited and owner in context.document.items:
            cited = dict.fromkeys(_citations(context, context.document.items[owner]))
    excerpts = (context.document.excerpt(id) for id in cited)
    return [excerpt for excerpt in excerpts if excerpt is not None]


def declared_names(context: CheckContext) -> Iterator[str]:
    """The names, titles and roles that the file declares; repeating them is not copying."""
    for actor in context.briefing.actors:
        yield from (actor.name, *actor.also, actor.role)
    for source in context.briefing.sources:
        yield from (source.title, source.container_title, source.short, *source.author)
        yield from (derived.text for derived in source.derived_from)
    for event, _ in context.of(Event):
        if event.place is not None:
            yield event.place.name


def _citations(context: CheckContext, record: Record) -> Iterator[str]:
    yield from getattr(record, "cites", ())
    if isinstance(record, Section):
        for claim in record.claims:
            yield from claim.cites
    if isinstance(record, Judgment):
        for id in (*record.supported_by, *(record.contradicted_by or ())):
            yield from getattr(context.document.items.get(id), "cites", ())
        for point in (*record.indicators, *record.gaps):
            yield from point.cites
