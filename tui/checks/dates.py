"""Checks of dates: inferred parts are declared, and events agree with the information cutoff.

Names of months and their usual abbreviations are from the Unicode CLDR 45 (April 2024), in the
nominative and the genitive.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tui.checks.context import CheckContext
from tui.checks.languages import language_of
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.edtf import PARTS, Date, Day, parse
from tui.model.items import Event, When
from tui.text.expression import expression

UNDECLARED_INFERENCE = Rule("undeclared-inference", "dates and names", ERROR)
RELATIVE_DATE = Rule("relative-date", "dates and names", WARNING)
OCCURRED_AFTER_CUTOFF = Rule("occurred-after-cutoff", "dates and names", ERROR)
FORECAST_PAST = Rule("forecast-past", "dates and names", WARNING)

RULES = (UNDECLARED_INFERENCE, RELATIVE_DATE, OCCURRED_AFTER_CUTOFF, FORECAST_PAST)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report dates more exact than the source, and events on the wrong side of the cutoff."""
    for when, owner in context.of(When):
        if when.stated:
            yield from _check_inference(context, when, owner)
            yield from _check_relative(when, owner)
    cutoff = context.briefing.information_cutoff
    cutoff_date = _parse(cutoff.date) if cutoff else None
    if cutoff_date is not None:
        for event, _ in context.of(Event):
            yield from _check_cutoff(event, cutoff_date)


_parse = lru_cache(maxsize=4096)(parse)


def _check_inference(context: CheckContext, when: When, owner: str) -> Iterator[Diagnostic]:
    missing = [part for part in _unstated(when.date, when.stated) if part not in when.inferred]
    if "month" in missing and not _months_are_known(_languages(context, owner)):
        missing.remove("month")
    if not missing:
        return
    conflict = _conflict(when, missing)
    if conflict:
        message = f"the two disagree: {conflict}."
        help = "Mend the one that is wrong; `stated` is what the source says."
    else:
        stated = " and ".join(f"“{each}”" for each in when.stated)
        parts = " or ".join(missing)
        message = f"{stated} states no {parts} that {when.date} could take it from."
        help = f"Add `inferred: [{', '.join((*when.inferred, *missing))}]` and a `basis`."
    span = when.origin.span("date")
    yield UNDECLARED_INFERENCE.diagnostic(span, message, help, item=owner)


def _languages(context: CheckContext, owner: str) -> set[str]:
    """The languages of what an item cites, or else of all sources; English if undeclared."""
    document = context.document
    languages = {language_of(document, excerpt) for excerpt in document.cited(owner)}
    if not languages:
        declared = {source.lang for source in document.briefing.sources if source.lang}
        languages = declared or {document.briefing.lang}
    return {language or "en" for language in languages}


def _conflict(when: When, missing: list[str]) -> str:
    """The parts that `stated` and `date` give differently: “stated says 3, date says 5”."""
    date = _parse(when.date)
    if date is None or date.interval:
        return ""
    text = " ".join(when.stated)
    numbers = _numbers(text)
    months = _named_months(text)
    years = {number for number in numbers if 1000 <= number <= 2999}
    explained = set() if months else {date.month}
    if not years and date.year is not None:
        explained.add(date.year % 100)
    days = {number for number in numbers if 1 <= number <= 31} - explained
    stated = {"year": years, "month": months, "day": days}
    dated = {"year": date.year, "month": date.month, "day": date.day}
    conflicts = []
    for part in missing:
        if len(stated[part]) == 1 and dated[part] is not None:
            prefix = "month " if part == "month" else ""
            (number,) = stated[part]
            conflicts.append(f"stated says {prefix}{number}, date says {prefix}{dated[part]}")
    return "; ".join(conflicts)


@lru_cache(maxsize=4096)
def _unstated(written: str, stated: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a date, at either end of an interval, that the source's words do not give."""
    date = _parse(written) if written else None
    if date is None:
        return ()
    text = " ".join(stated)
    numbers = _numbers(text)
    months = _named_months(text) | {number for number in numbers if number <= 12}
    ends = [end for end in (date.start, date.end) if end] if date.interval else [date]
    missing = set()
    for end in ends:
        if end.year is not None and not _states_year(end.year, text, numbers):
            missing.add("year")
        if end.month is not None and end.month not in months:
            missing.add("month")
        if end.day is not None and end.day not in numbers:
            missing.add("day")
    return tuple(part for part in PARTS if part in missing)


def _numbers(text: str) -> frozenset[int]:
    """The numbers in a text, as digits (“5th”, “2022-05-05”) or English ordinals (“fifth”)."""
    digits = {int(each) for each in re.findall(r"\d+", text) if len(each) <= 8}
    words = re.findall(r"[a-z]+(?:-[a-z]+)?", text.casefold())
    ordinals = {_ORDINALS[word] for word in words if word in _ORDINALS}
    years = {number // 10000 for number in digits if number >= 10**7}  # 20220505
    return frozenset(digits | ordinals | years)


def _states_year(year: int, text: str, numbers: frozenset[int]) -> bool:
    """Whether a text states a year in full or as two digits: ’22 or 05/05/22."""
    if abs(year) in numbers:
        return True
    short = f"{abs(year) % 100:02}"
    return short in text and re.search(rf"['’/.-]{short}(?!\d)", text) is not None


def _named_months(text: str) -> set[int]:
    """The months that a text names in any of the known languages."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    han = re.findall("(十?[一二三四五六七八九十])月", text) if "月" in text else []
    return {_MONTHS[word] for word in words if word in _MONTHS} | {
        _HAN.get(each, 0) for each in han
    }


def _months_are_known(languages: Iterable[str]) -> bool:
    """Whether the names of months are known in all of the languages (BCP 47)."""
    return all(tag.partition("-")[0].casefold() in _LANGUAGES for tag in languages)


_MONTH_NAMES = (
    """january jan januar jänner januari janvier janv enero ene gennaio gen janeiro stycznia styczeń
    январь января янв""",
    """february feb februar feber februari février févr fevrier febrero febbraio fevereiro fev
    lutego luty февраль февраля фев""",
    """march mar märz mär mrz maart mrt mars marzo março marca marzec март марта мар""",
    """april apr avril avr abril abr aprile kwietnia kwiecień апрель апреля апр""",
    """may mai mei mayo maggio mag maio maja maj май мая""",
    """june jun juni juin junio giugno giu junho czerwca czerwiec июнь июня июн""",
    """july jul juli juillet juil julio luglio lug julho lipca lipiec июль июля июл""",
    """august aug augustus août aout agosto ago sierpnia sierpień август августа авг""",
    """september sep sept septembre septiembre setiembre settembre sett setembro września wrzesień
    сентябрь сентября сен""",
    """october oct oktober okt octobre octubre ottobre ott outubro października październik октябрь
    октября окт""",
    """november nov novembre noviembre novembro listopada listopad ноябрь ноября ноя""",
    """december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro grudnia
    grudzień декабрь декабря дек""",
)
_LANGUAGES = frozenset(("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ko", "ja", "zh"))
"""Languages whose names of months are known; Korean, Japanese and Chinese number them."""

_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_HAN = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"十一": 11, "十二": 12}

_TO_TWENTIETH = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
_ORDINALS = {word: number for number, word in enumerate(_TO_TWENTIETH.split(), 1)}
_ORDINALS |= {f"twenty-{word}": 20 + number for word, number in [*_ORDINALS.items()][:9]}
_ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
"""Days of a month as English words."""


_RELATIVE = expression(
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


def _check_relative(when: When, owner: str) -> Iterator[Diagnostic]:
    if when.date or when.undated:
        return
    for index, text in enumerate(when.stated):
        match = _RELATIVE.search(text)
        if match and not _YEAR.search(text):
            yield RELATIVE_DATE.diagnostic(
                when.origin.span("stated", index),
                f"“{match[0]}” is relative, and nothing says to what.",
                "Give `date` with what is `inferred`, or write `undated: true`.",
                item=owner,
            )
            return


def _check_cutoff(event: Event, cutoff: Date) -> Iterator[Diagnostic]:
    when = event.when
    date = _parse(when.date) if when and when.date else None
    if when is None or date is None:
        return
    if event.status == "occurred" and _precedes(cutoff.latest, date.earliest):
        yield OCCURRED_AFTER_CUTOFF.diagnostic(
            when.origin.span("date"),
            f"the event is said to have occurred, and {when.date} lies after the information "
            f"cutoff, {cutoff.text}.",
            "Write `status: pending`, or move the cutoff.",
            item=event.id,
        )
    if event.status == "pending" and _precedes(date.latest, cutoff.earliest):
        yield FORECAST_PAST.diagnostic(
            when.origin.span("date"),
            f"the event is said to be pending, and {when.date} lies before the information "
            f"cutoff, {cutoff.text}.",
            "Write `status: occurred`, or `undetermined` where the sources do not say.",
            item=event.id,
        )


def _precedes(day: Day | None, other: Day | None) -> bool:
    """Whether a day is before another; false if either is open or unknown."""
    return day is not None and other is not None and day < other
