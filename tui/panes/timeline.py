"""The time line of all panes: items up to the cutoff, later ones, and undated ones."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.blocks import Block, Heading, Notice, Paragraph, Run, Runs, Style, TimelineRow, runs
from tui.frozen import replace
from tui.model import edtf
from tui.model.briefing import BackgroundPane, Briefing, OutlookPane, Pane, ReactionsPane
from tui.model.document import Document
from tui.model.edtf import Day
from tui.model.items import Claim, Event, Reaction
from tui.panes import dates, entries, headings, names, reactions
from tui.panes.header import PENDING
from tui.panes.headings import nothing_called
from tui.panes.remarks import joined, not_stated, status_lines
from tui.panes.selection import Selection
from tui.places import Options, Place

TITLE = "Time line"

_SIGNS = {
    "[": "[ ] inferred, not stated by the source",
    "?": "? uncertain",
    "about ": "“about” an estimate",
    " –": "“2005 –” open or unknown at that end",
}
"""The meaning of each sign in a date."""

_Dated = Claim | Event | Reaction


class _Moment(NamedTuple):
    """An item and the days that its date can mean; both `None` where it has none."""

    item: _Dated
    pane: Pane
    earliest: Day | None
    latest: Day | None
    is_expected: bool
    """Whether it is an expectation of an outlook."""


def blocks(document: Document, place: Place, options: Options) -> Iterator[Block]:
    """Items up to the cutoff, later items, undated items, and the briefing's own dates."""
    if place.key != document.briefing.id:
        yield nothing_called(place.key)
        return
    selection = Selection(document, options)
    every = [*_moments(document.briefing)]
    kept = {id(item) for item in selection.of([each.item for each in every])}
    shown = [each for each in every if id(each.item) in kept]
    cutoff = _cutoff(document.briefing)
    dated = sorted((each for each in shown if each.earliest or each.latest), key=_order)
    ahead = [each for each in dated if _is_ahead(each, cutoff)]
    yield Heading(text=runs(TITLE), level=1, aside=selection.aside())
    yield from _legend(dated)
    for each in dated:
        if not _is_ahead(each, cutoff):
            yield _row(document, each, cutoff, options)
    if document.briefing.information_cutoff or ahead:
        yield _line(document.briefing)
    for each in ahead:
        yield _row(document, each, cutoff, options)
    undated = [each for each in shown if not (each.earliest or each.latest)]
    if undated:
        yield headings.section("undated", "in the order of the briefing, not of time")
    for each in undated:
        yield _row(document, each, cutoff, options)
    if not shown:
        yield Notice(text=runs("Nothing in this briefing has a date that is shown."))
    yield from _own(document.briefing)


def _moments(briefing: Briefing) -> Iterator[_Moment]:
    """Events, reactions, and claims with a time, in the order of the file."""
    for pane in briefing.panes:
        for item in _items(pane):
            when = item.when
            if when is None and isinstance(item, Claim):
                continue
            read = edtf.parse(when.date) if when and when.date else None
            earliest, latest = (read.earliest, read.latest) if read else (None, None)
            is_expected = isinstance(pane, OutlookPane) and isinstance(item, Claim)
            yield _Moment(item, pane, earliest, latest, is_expected)


def _items(pane: Pane) -> Iterator[_Dated]:
    match pane:
        case BackgroundPane():
            for section in pane.sections:
                yield from section.claims
            yield from pane.timeline
        case OutlookPane():
            yield from (pane.event,) if pane.event else ()
            yield from (*pane.expected, *pane.opportunities, *pane.challenges)
        case ReactionsPane():
            yield from pane.reactions


def _cutoff(briefing: Briefing) -> tuple[Day, Day] | None:
    """The first and the last day that the cutoff can mean; `None` if it is not known."""
    when = briefing.information_cutoff
    read = edtf.parse(when.date) if when and when.date else None
    if read is None or not (read.earliest and read.latest):
        return None
    return read.earliest, read.latest


def _order(moment: _Moment) -> tuple[Day, Day]:
    """Sort by the first possible day, then by the last; an open end counts as the other end."""
    first = moment.earliest or moment.latest or Day(0, 1, 1)
    return first, moment.latest or first


def _is_ahead(moment: _Moment, cutoff: tuple[Day, Day] | None) -> bool:
    """Whether an item is later than the cutoff: an event by its status, others by their date.

    An expectation of an outlook for a time that may include the cutoff is later.
    """
    if isinstance(moment.item, Event) and moment.item.status != "undetermined":
        return moment.item.status == PENDING
    if cutoff is None or moment.earliest is None:
        return False
    if moment.is_expected:
        return moment.latest is None or moment.latest >= cutoff[0]
    return moment.earliest > cutoff[1]


def _line(briefing: Briefing) -> Heading:
    """The heading that separates past items from later ones."""
    known = dates.spoken(briefing.information_cutoff)
    said = f"information cutoff: {known}" if known else "no information cutoff is stated"
    return headings.section(f"── {said} ──", "below: still ahead")


def _legend(dated: Iterable[_Moment]) -> Iterator[Paragraph]:
    """The meaning of the signs in the dates."""
    written = " ".join(dates.short(each.item.when) for each in dated)
    used = [words for sign, words in _SIGNS.items() if sign in written]
    if used:
        yield Paragraph(text=runs("; ".join(used)), kind="remark")


def _row(
    document: Document, moment: _Moment, cutoff: tuple[Day, Day] | None, options: Options
) -> TimelineRow:
    item = moment.item
    home = names.pane(moment.pane)
    doubt = _doubt(moment, cutoff)
    if isinstance(item, Event):
        row = entries.event(document, item, options)
        aside = joined([item.status, home])
        return replace(row, aside=aside, details=(*row.details, *doubt))
    lacking = not_stated(document, item.cites, item.when)
    return TimelineRow(
        item=item.id,
        refs=item.cites,
        marking=item.marking,
        when=runs(Run(dates.short(item.when, lacking) or dates.UNDATED, Style.LABEL)),
        title=_title(document, item),
        aside=runs(Run(home, Style.MUTED)),
        text=runs(item.text),
        details=(*status_lines(document, item.cites, item.when), *doubt),
    )


def _title(document: Document, item: Claim | Reaction) -> Runs:
    if isinstance(item, Claim):
        return runs(Run("claim", Style.MUTED))
    label = reactions.label(item)
    named = Run(names.actor(document, item.actor), Style.STRONG)
    return (*label, Run("  "), named) if label else (named,)


def _doubt(moment: _Moment, cutoff: tuple[Day, Day] | None) -> Iterator[Runs]:
    """The remark that the status of an event contradicts its date."""
    status = getattr(moment.item, "status", "")
    if cutoff is None:
        return
    if status == "occurred" and moment.earliest and moment.earliest > cutoff[1]:
        yield runs(Run("dated after the cutoff, and yet given as occurred", Style.CAUTION))
    if status == PENDING and moment.latest and moment.latest < cutoff[0]:
        yield runs(Run("dated before the cutoff, and yet given as pending", Style.CAUTION))


def _own(briefing: Briefing) -> Iterator[Block]:
    """The dates on which the briefing was issued and revised."""
    if not (briefing.issued or briefing.revisions):
        return
    yield headings.section("the briefing itself")
    rows = [(each.date, each.type or "revision", each.reason) for each in briefing.revisions]
    if briefing.issued:
        rows.insert(0, (briefing.issued, "issued", ""))
    for date, what, why in sorted(rows, key=lambda row: _first_day(row[0])):
        yield TimelineRow(
            when=runs(Run(dates.column(date), Style.LABEL)), title=runs(what), text=runs(why)
        )


def _first_day(date: str) -> Day:
    read = edtf.parse(date)
    return (read and (read.earliest or read.latest)) or Day(0, 1, 1)
