"""The blocks of single items: claims, events, points, and the short entry of any item."""

from tui.blocks import Entry, Run, Runs, Style, TimelineRow, runs
from tui.model.document import Document
from tui.model.items import Claim, Event, Point
from tui.panes import dates, names, verification
from tui.panes.remarks import (
    credibility,
    filled,
    joined,
    must_cover,
    not_stated,
    notes,
    reported,
    status_lines,
)
from tui.places import Options

_ASSUMPTION = (Run("ASSUMPTION", Style.OURS),)
_UNSOURCED = Run("no source cited", Style.CAUTION)
_NOTHING = Run("")

_Remarks = tuple[str | Run, ...]


def claim(document: Document, shown: Claim, options: Options) -> Entry:
    """A claim: the statement, its time and its verification."""
    assumed = shown.kind == "assumption"
    sourced = _NOTHING if assumed else _sourced(document, shown.cites)
    others: _Remarks = (sourced, reported(document, shown), must_cover(document, shown))
    return Entry(
        item=shown.id,
        refs=shown.cites,
        marking=shown.marking,
        kind="claim",
        label=_ASSUMPTION if assumed else (),
        aside=_aside(dates.short(shown.when, not_stated(document, shown.cites, shown.when))),
        text=(Run(shown.text),),
        details=(
            *status_lines(document, shown.cites, shown.when, *others),
            *filled(credibility(shown)),
            *notes(document, shown.id, options),
        ),
    )


def event(document: Document, shown: Event, options: Options) -> TimelineRow:
    """An event: its date in a column, its title, place and status."""
    sourced = _sourced(document, shown.cites)
    others: _Remarks = (place(shown), sourced, must_cover(document, shown))
    return TimelineRow(
        item=shown.id,
        refs=shown.cites,
        marking=shown.marking,
        when=runs(
            Run(dates.short(shown.when, not_stated(document, shown.cites, shown.when)), Style.LABEL)
        ),
        title=runs(Run(shown.title, Style.STRONG)),
        aside=_aside(shown.status),
        text=runs(shown.text),
        details=(
            *status_lines(document, shown.cites, shown.when, *others),
            *notes(document, shown.id, options),
        ),
    )


def place(shown: Event) -> str:
    """The place of an event with the ISO 3166 code of its country."""
    if shown.place is None:
        return ""
    code = f" ({shown.place.iso3166})" if shown.place.iso3166 else ""
    return f"{shown.place.name}{code}"


def point(document: Document, shown: Point, options: Options) -> Entry:
    """A point: an indicator to watch, or a gap in knowledge."""
    return Entry(
        item=shown.id,
        refs=shown.cites,
        marking=shown.marking,
        kind="point",
        text=(Run(shown.text),),
        details=(
            *status_lines(document, shown.cites, None, must_cover(document, shown)),
            *notes(document, shown.id, options),
        ),
    )


def reference(document: Document, id: str, *remarks: Runs) -> Entry:
    """A reference to any item in one line, with the states of its excerpts."""
    kind = names.kind(document, id)
    cites = getattr(document.items.get(id), "cites", ())
    return Entry(
        item=id if kind else "",
        kind=kind or "unknown",
        label=runs(Run(kind or "no such item", Style.LABEL if kind else Style.WRONG)),
        aside=joined(verification.states(document, cites)),
        text=runs(names.title(document, id)),
        details=filled(*remarks),
    )


def _sourced(document: Document, cites: tuple[str, ...]) -> Run:
    """The remark that no source is cited; empty if excerpts may be withheld without a trace."""
    return _NOTHING if cites or document.policy.is_traceless else _UNSOURCED


def _aside(text: str) -> Runs:
    return (Run(text, Style.MUTED),) if text else ()
