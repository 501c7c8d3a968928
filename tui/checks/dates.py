"""The checks of dates: what a source states, what is inferred, what lies before the cutoff."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tui.checks.context import CheckContext
from tui.checks.months import ORDINALS, months_named, speaks
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.edtf import Date, Day, parse
from tui.model.items import Event, When
from tui.text.expression import expression

UNDECLARED_INFERENCE = Rule("undeclared-inference", "dates and names", ERROR)
RELATIVE_DATE = Rule("relative-date", "dates and names", WARNING)
OCCURRED_AFTER_CUTOFF = Rule("occurred-after-cutoff", "dates and names", ERROR)
FORECAST_PAST = Rule("forecast-past", "dates and names", WARNING)

RULES = (UNDECLARED_INFERENCE, RELATIVE_DATE, OCCURRED_AFTER_CUTOFF, FORECAST_PAST)


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """Dates that say more than the source, and events on the wrong side of the cutoff."""
    for when, owner in survey.of(When):
        if when.stated:
            yield from _inferred(survey, when, owner)
            yield from _relative(when, owner)
    cutoff = survey.briefing.information_cutoff
    known = _read(cutoff.date) if cutoff else None
    if known is not None:
        for event, _ in survey.of(Event):
            yield from _beside(event, known)


_read = lru_cache(maxsize=4096)(parse)


def _inferred(survey: CheckContext, when: When, owner: str) -> Iterator[Diagnostic]:
    missing = [part for part in _unstated(when.date, when.stated) if part not in when.inferred]
    if "month" in missing and not speaks(_languages(survey, owner)):
        missing.remove("month")
    if missing:
        conflict = _conflict(when, missing)
        if conflict:
            yield UNDECLARED_INFERENCE.found(
                when.origin.span("date"),
                f"the two disagree: {conflict}.",
                "Mend the one that is wrong; `stated` is what the source says.",
                item=owner,
            )
            return
        stated = " and ".join(f"“{each}”" for each in when.stated)
        parts = " or ".join(missing)
        yield UNDECLARED_INFERENCE.found(
            when.origin.span("date"),
            f"{stated} states no {parts} that {when.date} could take it from.",
            f"Add `inferred: [{', '.join((*when.inferred, *missing))}]` and a `basis`.",
            item=owner,
        )


def _languages(survey: CheckContext, owner: str) -> Iterator[str]:
    """The languages of what an item cites; English where none is declared."""
    document = survey.document
    excerpts = list(document.cited(owner))
    for excerpt in excerpts:
        source = document.source(excerpt.source)
        yield excerpt.lang or (source.lang if source else "") or document.briefing.lang or "en"
    if not excerpts:
        yield from {source.lang for source in document.briefing.sources if source.lang} or {
            document.briefing.lang or "en"
        }


def _conflict(when: When, missing: list[str]) -> str:
    """Where both have a part and it differs: “stated says 3, date says 5”; empty if nowhere."""
    date = _read(when.date)
    if date is None or date.interval:
        return ""
    text = " ".join(when.stated)
    numbers = _numbers(text)
    months = months_named(text)
    taken = {date.month} if not months else set()
    years = {number for number in numbers if 1000 <= number <= 2999}
    if not years and date.year is not None:
        taken.add(date.year % 100)
    days = {number for number in numbers if 1 <= number <= 31} - taken
    stated = {"year": years, "month": months, "day": days}
    told = {"year": date.year, "month": date.month, "day": date.day}
    apart = [
        f"stated says {_part(part, min(stated[part]))}, date says {_part(part, told[part])}"
        for part in missing
        if len(stated[part]) == 1 and told[part] is not None
    ]
    return "; ".join(apart)


def _part(part: str, number: int | None) -> str:
    return f"month {number}" if part == "month" else str(number)


@lru_cache(maxsize=4096)
def _unstated(written: str, stated: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a date, at either end of an interval, that the source's words do not have."""
    date = _read(written) if written else None
    if date is None:
        return ()
    text = " ".join(stated)
    numbers = _numbers(text)
    ends = [end for end in (date.start, date.end) if end] if date.interval else [date]
    months = months_named(text) | {number for number in numbers if number <= 12}
    found = {
        "year": any(
            end.year is not None and not _has_year(end.year, text, numbers) for end in ends
        ),
        "month": any(end.month is not None and end.month not in months for end in ends),
        "day": any(end.day is not None and end.day not in numbers for end in ends),
    }
    return tuple(part for part, lacking in found.items() if lacking)


def _numbers(text: str) -> frozenset[int]:
    """The numbers of a text, in digits (“5th”, “2022-05-05”) or as ordinals (“fifth”)."""
    digits = {int(each) for each in re.findall(r"\d+", text) if len(each) <= 8}
    words = {
        ORDINALS[each]
        for each in re.findall(r"[a-z]+(?:-[a-z]+)?", text.casefold())
        if each in ORDINALS
    }
    return frozenset(digits | words | {number // 10000 for number in digits if number >= 10**7})


def _has_year(year: int, text: str, numbers: frozenset[int]) -> bool:
    """Whether a text states a year, also as ’22 or as 05/05/22, or its decade as the 2010s."""
    if abs(year) in numbers:
        return True
    short = f"{abs(year) % 100:02}"
    return short in text and re.search(rf"['’/.-]{short}(?!\d)", text) is not None


@cache
def _relative_words() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:recent(?:ly)?|lately|yesterday|today|tomorrow|tonight|now|currently|earlier|previously"
        r"|formerly|soon|shortly|ago|upcoming|coming|just"
        r"|(?:last|this|next|past|current|previous|following)\s+(?:\w+\s+)?"
        r"(?:year|month|week|weekend|day|spring|summer|autumn|fall|winter|decade|century|quarter"
        r"|january|february|march|april|may|june|july|august|september|october|november|december"
        r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?"
        r"|(?:early|late)\s+(?:last|this|next)\b)\b",
        re.IGNORECASE,
    )


_YEAR = expression(r"(?<!\d)[12]\d{3}(?!\d)")


def _relative(when: When, owner: str) -> Iterator[Diagnostic]:
    if when.date or when.undated:
        return
    for index, text in enumerate(when.stated):
        found = _relative_words().search(text)
        if found and not _YEAR.search(text):
            yield RELATIVE_DATE.found(
                when.origin.span("stated", index),
                f"“{found[0]}” is relative, and nothing says to what.",
                "Give `date` with what is `inferred`, or write `undated: true`.",
                item=owner,
            )
            return


def _beside(event: Event, cutoff: Date) -> Iterator[Diagnostic]:
    when = event.when
    date = _read(when.date) if when and when.date else None
    if when is None or date is None:
        return
    if event.status == "occurred" and _precedes(cutoff.latest, date.earliest):
        yield OCCURRED_AFTER_CUTOFF.found(
            when.origin.span("date"),
            f"the event is said to have occurred, and {when.date} lies after the information "
            f"cutoff, {cutoff.text}.",
            "Write `status: pending`, or move the cutoff.",
            item=event.id,
        )
    if event.status == "pending" and _precedes(date.latest, cutoff.earliest):
        yield FORECAST_PAST.found(
            when.origin.span("date"),
            f"the event is said to be pending, and {when.date} lies before the information "
            f"cutoff, {cutoff.text}.",
            "Write `status: occurred`, or `undetermined` where the sources do not say.",
            item=event.id,
        )


def _precedes(day: Day | None, other: Day | None) -> bool:
    """Whether a day lies before another; one that is open or unknown does not."""
    return day is not None and other is not None and day < other
