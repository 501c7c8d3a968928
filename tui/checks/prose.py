"""The briefing's own prose: what the analyst says in own words, and the excerpts it rests on."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.frozen import frozen
from tui.model.briefing import BottomLine, Briefing, Section
from tui.model.fields import Record
from tui.model.items import Actor, Claim, Event, Judgment, Point, Reaction, Relation
from tui.model.sources import Excerpt

OWN_PROSE: dict[type[Record], tuple[str, ...]] = {
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
"""The fields of own prose. Notes and the basis of a reading are not among them: they speak about
a source's words. Nor are names, titles and roles, and nothing that is text of a source."""


@frozen
class Prose:
    """A text in own words."""

    text: str
    record: Record
    field: str
    owner: str
    """The id of the item that it belongs to."""


def own_prose(survey: CheckContext) -> Iterator[Prose]:
    """All own prose of a briefing."""
    for made, fields in OWN_PROSE.items():
        for record, owner in survey.of(made):
            for field in fields:
                text = getattr(record, field)
                if text:
                    yield Prose(text, record, field, owner)


def evidence(survey: CheckContext, prose: Prose) -> list[Excerpt]:
    """The excerpts that a text in own words rests on, each once.

    Those that its record cites, or the item that it belongs to; a judgment's are those of what
    supports and contradicts it, a heading's those of its claims. What sums up the whole file, the
    bottom line and the source summary, rests on all.
    """
    if isinstance(prose.record, BottomLine | Briefing):
        return list(survey.briefing.excerpts)
    cited = dict.fromkeys(_cited(survey, prose.record))
    for owner in survey.outwards(prose.owner):
        if not cited and owner in survey.document.items:
            cited = dict.fromkeys(_cited(survey, survey.document.items[owner]))
    found = (survey.document.excerpt(id) for id in cited)
    return [excerpt for excerpt in found if excerpt is not None]


def declared_names(survey: CheckContext) -> Iterator[str]:
    """Names, titles and roles that the file declares: they are nobody's own words."""
    for actor in survey.briefing.actors:
        yield from (actor.name, *actor.also, actor.role)
    for source in survey.briefing.sources:
        yield from (source.title, source.container_title, source.short, *source.author)
        yield from (derived.text for derived in source.derived_from)
    for event, _ in survey.of(Event):
        if event.place is not None:
            yield event.place.name


def _cited(survey: CheckContext, record: Record) -> Iterator[str]:
    yield from getattr(record, "cites", ())
    if isinstance(record, Section):
        for claim in record.claims:
            yield from claim.cites
    if isinstance(record, Judgment):
        for id in (*record.supported_by, *(record.contradicted_by or ())):
            yield from getattr(survey.document.items.get(id), "cites", ())
        for point in (*record.indicators, *record.gaps):
            yield from point.cites
