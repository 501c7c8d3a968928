"""The card of an excerpt as evidence for an item: statement, speaker and verification."""

from collections.abc import Iterator

from tui.blocks import Card, Field, Run, Runs, Style, runs
from tui.model.document import Document
from tui.model.fields import Record
from tui.model.items import Event, Point, Reaction, When
from tui.model.origins import origins
from tui.model.sources import Excerpt
from tui.panes import attribution, dates, dependents, names, verification
from tui.panes.excerpts import note_fields, word_fields
from tui.panes.reactions import SILENCE
from tui.panes.remarks import filled, not_stated

_BELOW = "what stands below under WORDS."


def card(document: Document, item: Record, shown: Excerpt, place: tuple[int, int]) -> Card:
    """The card of an excerpt that an item cites.

    Args:
        document: The briefing.
        item: The item; the excerpt itself where it is shown alone.
        shown: The excerpt.
        place: The 1-based number of the excerpt among those of the item, and how many they are.
    """
    number, count = place
    return Card(
        item=shown.id,
        refs=(shown.id,),
        marking=getattr(item, "marking", ""),
        title=runs(Run("EVIDENCE", Style.HEADING)),
        aside=runs(Run(f"excerpt {number} of {count}", Style.MUTED)),
        fields=tuple(_fields(document, item, shown)),
    )


def statement(item: Record) -> str:
    """The statement of an item in the analyst's words; empty for an excerpt."""
    if isinstance(item, Event):
        return f"{item.title}. {item.text}" if item.text else item.title
    return str(getattr(item, "text", ""))


def when_lines(document: Document, item: Record) -> Iterator[Runs]:
    """The time of an item, as stated by the source and as resolved, and the information cutoff."""
    when = getattr(item, "when", None)
    if isinstance(when, When):
        lacking = not_stated(document, getattr(item, "cites", ()), when)
        words = dates.stated(when, lacking)
        said = f"; the source says {words}" if words else ""
        yield runs(f"{dates.short(when, lacking) or dates.UNDATED}{said}")
        for each in lacking:
            yield runs(verification.missing_words("stated", each))
        yield from filled(dates.inference(when))
    elif not isinstance(item, Excerpt):
        yield runs("not dated")
    cutoff = dates.spoken(document.briefing.information_cutoff)
    if cutoff:
        yield runs(Run(f"as of {cutoff}", Style.MUTED))


def _fields(document: Document, item: Record, shown: Excerpt) -> Iterator[Field]:
    found = verification.found(document, shown.id)
    yield Field("SAY", (_say(document, item, shown),))
    yield Field("QUOTABLE?", tuple(quotable(document, item, shown)))
    yield from word_fields(shown)
    yield Field("WHO", tuple(attribution.who(document, shown)))
    yield Field("WHEN", (*when_lines(document, item), _source_date(document, shown)))
    yield Field("CHECKED", tuple(verification.checked(found)))
    speakers = attribution.speakers(document, shown)
    unchecked = verification.not_checked(document, shown, speakers)
    yield Field("NOT CHECKED", (*unchecked, *_not_searched(item)))
    yield Field("ORIGINS", (_origins(document, item),))
    if found.before:
        yield Field("BEFORE", (runs(Run(found.before, Style.QUOTE)),), kind="quote")
    if found.after:
        yield Field("AFTER", (runs(Run(found.after, Style.QUOTE)),), kind="quote")
    carries = tuple(_carries(document, shown))
    if carries:
        yield Field("CARRIES", carries)
    yield from note_fields(document, getattr(item, "id", ""), shown.id)


def _say(document: Document, item: Record, shown: Excerpt) -> Runs:
    """The statement with its attribution; a point is always the analyst's own."""
    if isinstance(item, Point):
        source = names.source(document, shown.source)
        return runs(Run(f"Ours, on the ground of {source}: ", Style.OURS), item.text)
    return runs(f"{attribution.say(document, shown)} ", statement(item) or _BELOW)


def quotable(document: Document, item: Record, shown: Excerpt) -> Iterator[Runs]:
    """Whether an excerpt may be quoted as evidence for an item, and as whose words."""
    yield from attribution.quotable(document, shown)
    if isinstance(item, Reaction) and not shown.chain:
        yield runs(f"Not as the words of {names.actor(document, item.actor)}.")


def _not_searched(item: Record) -> Iterator[Runs]:
    """The remark on a silence without a search scope: nobody has searched for a statement."""
    if isinstance(item, Reaction) and item.form == SILENCE and not item.search_scope:
        yield runs("whether there is a statement: we have not searched for one")


def _source_date(document: Document, shown: Excerpt) -> Runs:
    source = document.source(shown.source)
    issued = f"of {dates.prose(source.issued)}" if source and source.issued else dates.UNDATED
    return runs(Run(f"the source itself is {issued}", Style.MUTED))


def _origins(document: Document, item: Record) -> Runs:
    """The number of independent origins of the item's excerpts, and their names."""
    behind = dependents.excerpts_behind(document, getattr(item, "id", ""))
    found = origins(document, behind)
    named = ", ".join(names.source(document, source) for source in found.values())
    return runs(f"{len(found)} ({named})")


def _carries(document: Document, shown: Excerpt) -> Iterator[Runs]:
    items = document.cited_by.get(shown.id, ())
    for id in items:
        yield _named(document, id)
    supported, contradicted = dependents.judgments_on(document, items)
    for id in supported:
        yield _named(document, id, "speaks for ")
    for id in contradicted:
        yield _named(document, id, "speaks against ")
    bottom_line = document.briefing.bottom_line
    if bottom_line and set(supported).intersection(bottom_line.judgments):
        yield runs("the bottom line")


def _named(document: Document, id: str, how: str = "") -> Runs:
    written = "" if "/" in id else f" {id}"
    label = Run(f"{how}{names.kind(document, id)}{written}: ", Style.LABEL)
    return runs(label, names.title(document, id))
