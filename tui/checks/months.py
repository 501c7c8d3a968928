"""Months and days as words: enough to see whether a text names the month that a date has.

Names and usual abbreviations from the Unicode CLDR 45 (April 2024), nominative and genitive.
"""

import re
from collections.abc import Iterable

_NAMES = (
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
"""Those whose months are known here; the last three number them."""

_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_HAN = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"十一": 11, "十二": 12}

_TO_TWENTIETH = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
_ORDINALS = dict(zip(_TO_TWENTIETH.split(), range(1, 21), strict=True))
ORDINALS = {
    **_ORDINALS,
    **{f"twenty-{word}": 20 + number for word, number in _ORDINALS.items() if number < 10},
    "thirtieth": 30,
    "thirty-first": 31,
}
"""Days of a month as English words."""


def months_named(text: str) -> set[int]:
    """The months that a text names in words, in any of the languages that are known."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    han = re.findall("(十?[一二三四五六七八九十])月", text) if "月" in text else []
    return {_MONTHS[word] for word in words if word in _MONTHS} | {
        _HAN.get(each, 0) for each in han
    }


def speaks(languages: Iterable[str]) -> bool:
    """Whether the months of these languages (BCP 47) are all known, so that a lack can be seen."""
    return all(tag.partition("-")[0].casefold() in _LANGUAGES for tag in languages)
