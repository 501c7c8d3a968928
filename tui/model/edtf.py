"""Dates in EDTF level 1 (ISO 8601-2:2019, Annex A; Library of Congress specification of 2019).

A day is a year, month and day of the proleptic Gregorian calendar; years may be negative or
longer than four digits, which `datetime.date` does not allow.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from tui.frozen import frozen

PARTS = ("year", "month", "day")


class Day(NamedTuple):
    """A day of the calendar; days compare in the order of time."""

    year: int
    month: int
    day: int


@frozen
class Date:
    """A date or an interval, with what is known of it."""

    text: str
    """As it is written."""
    earliest: Day | None
    """The first day that it can mean; `None` where that is open or unknown."""
    latest: Day | None
    """The last day that it can mean; `None` where that is open or unknown."""
    precision: str
    """`day`, `month`, `season`, `year`, `decade`, `century`; of an interval, of its finer end."""
    year: int | None = None
    """The year where it is given in full; `None` for an interval, as are `month` and `day`."""
    month: int | None = None
    """1 to 12 where it is given."""
    day: int | None = None
    """1 to 31 where it is given."""
    season: int | None = None
    """21 spring, 22 summer, 23 autumn, 24 winter, where one is given."""
    uncertain: bool = False
    """`?` or `%`: the source of the date is doubtful."""
    approximate: bool = False
    """`~` or `%`: the date is an estimate."""
    start: "Date | None" = None
    """The first end of an interval; `None` where it is open or unknown."""
    end: "Date | None" = None
    """The second end of an interval, likewise."""

    @property
    def interval(self) -> bool:
        """Whether it is written with a `/`."""
        return "/" in self.text

    @property
    def parts(self) -> tuple[str, ...]:
        """Which of `year`, `month` and `day` are given, at either end of an interval."""
        given = [end for end in (self.start, self.end) if end] if self.interval else [self]
        return tuple(part for part in PARTS if any(getattr(end, part) is not None for end in given))


@lru_cache(1024)
def parse(text: str) -> Date | None:
    """Read a date; `None` if it is none in EDTF level 1."""
    first, slash, second = text.partition("/")
    return _interval(text, first, second) if slash else _date(text)


OPEN_ENDS = ("", "..")
"""An unknown and an open end of an interval."""

_DATE = re.compile(
    r"(?:Y(?P<long>-?[1-9][0-9]{4,17})"
    r"|(?P<year>(?!-0000)-?[0-9]{4}|-?[0-9]{3}X|-?[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX)(?P<time>T[0-9:Z+-]+)?)?)?)"
    r"(?P<doubt>[?~%])?",
    re.ASCII,
)
_TIME = re.compile(
    r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?"
)
_SEASONS = (21, 22, 23, 24)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _interval(text: str, first: str, second: str) -> Date | None:
    if first in OPEN_ENDS and second in OPEN_ENDS:
        return None
    start, end = _date(first), _date(second)
    if (start is None and first not in OPEN_ENDS) or (end is None and second not in OPEN_ENDS):
        return None
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and earliest > latest:
        return None
    ends = [each for each in (start, end) if each]
    return Date(
        text=text,
        earliest=earliest,
        latest=latest,
        precision=min((each.precision for each in ends), key=_FINENESS.index),
        uncertain=any(each.uncertain for each in ends),
        approximate=any(each.approximate for each in ends),
        start=start,
        end=end,
    )


_FINENESS = ("day", "month", "season", "year", "decade", "century")


def _date(text: str) -> Date | None:
    found = _DATE.fullmatch(text)
    if not found or (found["time"] and not _TIME.fullmatch(found["time"])):
        return None
    months = _months(found["month"])
    if found["month"] == "XX" and found["day"] not in (None, "XX"):
        return None
    if months is None or (found["day"] and months[0] != months[1] and found["day"] != "XX"):
        return None
    years = _years(found["long"] or found["year"])
    days = _days(found["day"], years[1], months)
    if days is None:
        return None
    number = int(found["month"]) if (found["month"] or "XX") != "XX" else None
    return Date(
        text=text,
        earliest=Day(years[0], months[0], days[0]),
        latest=Day(years[1], months[1], days[1]),
        precision=_precision(found),
        year=years[0] if years[0] == years[1] else None,
        month=number if number and number <= 12 else None,
        day=int(found["day"]) if (found["day"] or "XX") != "XX" else None,
        season=number if number and number > 12 else None,
        uncertain=found["doubt"] in ("?", "%"),
        approximate=found["doubt"] in ("~", "%"),
    )


def _years(written: str) -> tuple[int, int]:
    ends = sorted((int(written.replace("X", "0")), int(written.replace("X", "9"))))
    return ends[0], ends[1]


def _months(written: str | None) -> tuple[int, int] | None:
    """The first and the last month that are possible; `None` for what is no month or season.

    A season may be any part of its year: which it is depends on the hemisphere.
    """
    if written in (None, "XX"):
        return 1, 12
    number = int(written or 0)
    if number in _SEASONS:
        return 1, 12
    return (number, number) if 1 <= number <= 12 else None


def _days(written: str | None, year: int, months: tuple[int, int]) -> tuple[int, int] | None:
    """The first and the last day that are possible; `None` for a day that the month lacks."""
    length = _length(year, months[1])
    if written in (None, "XX"):
        return 1, length
    number = int(written or 0)
    return (number, number) if 1 <= number <= length else None


def _length(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _DAYS[month - 1]


def _precision(found: re.Match[str]) -> str:
    if found["day"] and found["day"] != "XX":
        return "day"
    if found["month"] and found["month"] != "XX":
        return "month" if int(found["month"]) <= 12 else "season"
    year = found["year"] or ""
    return "century" if year.endswith("XX") else "decade" if year.endswith("X") else "year"
