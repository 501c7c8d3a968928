"""Dates in words: as stated by the source, as resolved, and with the inferred parts marked.

Dates are EDTF level 1 (ISO 8601-2:2019). A date without a wording here is shown as written.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from tui.blocks import Run, Runs, Style, runs
from tui.model import edtf
from tui.model.items import When

UNDATED = "undated"

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""EDTF level 1 writes a season in the place of the month."""


class _Parts(NamedTuple):
    """The parts of a date in words; a missing part is empty."""

    year: str
    month: str
    day: str
    pattern: str
    """A format string that marks an uncertain or approximate date."""

    def year_first(self) -> str:
        return self._joined(self.year, self.month, self.day)

    def day_first(self) -> str:
        return self._joined(self.day, self.month, self.year)

    def _joined(self, *parts: str) -> str:
        return self.pattern.format(" ".join(part for part in parts if part))


_Order = Callable[[_Parts], str]


def column(date: str, inferred: tuple[str, ...] = ()) -> str:
    """A date for a column of dates, year first: `[2022] May 5` where the year is inferred."""
    return _words(date, inferred, _Parts.year_first)


def prose(date: str, inferred: tuple[str, ...] = ()) -> str:
    """A date for a sentence: `29–30 June 2022`."""
    return _words(date, inferred, _Parts.day_first)


def short(when: When | None, lacking: tuple[str, ...] = ()) -> str:
    """A time in one short remark; empty if the briefing does not state it.

    Args:
        when: The time.
        lacking: The stated words that the source does not have, which are not quoted.
    """
    if when is None:
        return ""
    if when.date:
        return column(when.date, when.inferred)
    if when.stated:
        remarks = _quoted(when.stated, lacking), UNDATED if when.undated else ""
        return ", ".join(filter(None, remarks))
    return UNDATED if when.undated else ""


def spoken(when: When | None) -> str:
    """A date for a sentence, with a remark on inferred parts; empty if unknown."""
    if when is None or not when.date:
        return short(when)
    read = edtf.parse(when.date)
    some = read is not None and set(read.parts) - set(when.inferred)
    which = f"{' and '.join(when.inferred)} inferred" if some else "inferred"
    return f"{prose(when.date)} ({which})" if when.inferred else prose(when.date)


def stated(when: When | None, lacking: tuple[str, ...] = ()) -> str:
    """The source's own words for a time; empty if `short` already shows them."""
    if when is None or not when.date:
        return ""
    return _quoted(when.stated, lacking)


def inference(when: When | None) -> Runs:
    """The inferred parts of a date, and the basis of the inference."""
    if when is None or not (when.inferred or when.basis):
        return ()
    parts = " and ".join(when.inferred)
    said = f"{parts} inferred" if parts else "date"
    return runs(Run(f"{said}: {when.basis}" if when.basis else said, Style.MUTED))


@lru_cache(maxsize=4096)
def _words(date: str, inferred: tuple[str, ...], order: _Order) -> str:
    read = edtf.parse(date)
    if read is None:
        return date
    if not read.interval:
        parts = _parts(read, inferred)
        return order(parts) if parts else date
    start = _parts(read.start, inferred) if read.start else None
    end = _parts(read.end, inferred) if read.end else None
    if start and end:
        return _span(start, end, order)
    if start and read.end is None:
        return f"{order(start)} –"
    if end and read.start is None:
        return f"– {order(end)}"
    return date


def _span(start: _Parts, end: _Parts, order: _Order) -> str:
    plain = start.pattern == end.pattern == "{}"
    if plain and start[:2] == end[:2] and start.day and end.day:
        return order(end._replace(day=f"{start.day}–{end.day}"))
    return f"{order(start)} – {order(end)}"


def _parts(date: edtf.Date, inferred: tuple[str, ...]) -> _Parts | None:
    """The words for a date; `None` where it has a time of day, or a year that is a decade."""
    if date.year is None or "T" in date.text:
        return None
    month = _MONTHS[date.month - 1] if date.month else _SEASONS.get(date.season or 0, "")
    names = f"{date.year:0{5 if date.year < 0 else 4}}", month, str(date.day or "")
    year, month, day = (
        f"[{name}]" if name and part in inferred else name
        for part, name in zip(edtf.PARTS, names, strict=True)
    )
    about = "about {}" if date.approximate else "{}"
    return _Parts(year, month, day, f"{about}?" if date.uncertain else about)


def _quoted(words: tuple[str, ...], lacking: tuple[str, ...] = ()) -> str:
    return ", ".join(f"“{each}”" for each in words if each not in lacking)
