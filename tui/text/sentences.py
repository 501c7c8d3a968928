"""Sentences and words of prose, as spans of it: in scripts that space their words, and in CJK.

The rules are those a reader applies without thinking: a stop ends a sentence unless it belongs
to an abbreviation or an initial, or the text goes on in lower case; marks that close belong to
the sentence before; a line ends one in any case, so that a heading is a sentence too.
"""

import re
from functools import cache

from tui.text.abbreviations import (
    BEFORE_NUMBERS,
    GERMAN_MONTHS,
    SENTENCE_STARTERS,
    TITLES,
    TRAILING,
)

Span = tuple[int, int]

_CLOSERS = "\"'”’“‘»›)\\]}）」』】》〉"
"""Marks that close directly after a stop; in German so do “ and ‘, which open in English."""
_OPENERS = "\"'“‘„«‹(\\[{（「『【《〈¿¡"
_HAN_KANA = (
    "\u2e80-\u2fdf\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u3105-\u312f\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
)
_NO_WORD = (
    "\\s!-&(-,./:-@\\[-^`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf"
    "\u2010-\u2018\u201a-\u2027\u2030-\u205e\u2190-\u2bff'’-"
)
_FIRST_WIDE = "\u2e80"
"""Before this one there is no Han, no Kana, and nothing of what stands among them."""
_NO_WORD_AMONG_WIDE = (
    f"{_HAN_KANA}\u3000-\u303f\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65{_NO_WORD}"
)

_CJK_STOPS = "。！？｡"
_STOPS = f".!?…؟۔।॥։{_CJK_STOPS}"
_STOP = re.compile(rf"[\n{_STOPS}](?:(?<=\n)\s*|[{_STOPS}]*[{_CLOSERS}]*(?:\[\d+\])*)")
"""Where a sentence may end: at the end of its line, or after a stop and all that closes with it."""

_BULLETS = frozenset("•‣⁃◦·▪▫●○■□")
_BULLETS_BEFORE_SPACE = frozenset("*–—-")

_LEAD = re.compile(rf"[^\S\n]+[{_OPENERS}]*")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*\Z")
_LONGEST_ABBREVIATION = 12
_LONGEST_WORD = 7
"""Code points; no abbreviation has so many letters without a stop between them."""
_ITEM_NUMBER = re.compile(r"\(?(?:\d{1,3}|[ivxl]{1,5}|[IVXL]{1,5}|\w)")
_ACRONYM = re.compile(r"[^\W\d_]{1,3}(?:\.[^\W\d_]{1,3})+")
_QUOTED_ON = re.compile("と|って|など|を|が|の")
"""Particles that go on after a quoted Japanese sentence."""


def sentences(text: str) -> list[Span]:
    """The sentences of a text, without the space round them and the bullets before them."""
    found: list[Span] = []
    start = _head(text, 0)
    for match in _STOP.finditer(text):
        stop, end = match.span()
        if text[stop] == "\n":
            _add(found, text, start, stop)
            start = _head(text, end)
        elif start < end and _ends(text, start, match):
            _add(found, text, start, end)
            start = end
    _add(found, text, start, len(text))
    return found


def words(text: str) -> list[Span]:
    """The words of a text: `Korea’s`, `US-led`, `2.5`, and each character of Han and Kana."""
    found = _word() if max(text, default="") >= _FIRST_WIDE else _spaced_word()
    return [match.span() for match in found.finditer(text)]


def _head(text: str, start: int) -> int:
    """Behind space and a bullet, which are no part of a sentence."""
    at = _past_blanks(text, start)
    mark, following = text[at : at + 1], text[at + 1 : at + 2]
    if mark in _BULLETS or (mark in _BULLETS_BEFORE_SPACE and following.isspace()):
        return _past_blanks(text, at + 1)
    return at


def _past_blanks(text: str, at: int) -> int:
    """The first offset from `at` on that holds no space, or the end of a line."""
    while text[at : at + 1].isspace() and text[at] != "\n":
        at += 1
    return at


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    """Keep a sentence if there is a word in it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end and (text[start].isalnum() or _word().search(text, start, end)):
        found.append((start, end))


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a sentence that began at `start` ends with a stop that does not end its line."""
    mark, closed, end = stop[0][0], stop[0][-1], stop.end()
    if mark in _CJK_STOPS:
        return closed in _STOPS or not _QUOTED_ON.match(text, end)
    lead = _LEAD.match(text, end)
    if lead is None:
        return mark in "!?" and _unspaced().match(text, end) is not None
    following = lead.end()
    if text[following : following + 1].islower():
        return False
    if mark != "." or closed in "\"'”’»":
        return True
    return _is_end(text, start, stop.start(), following)


def _is_end(text: str, start: int, stop: int, following: int) -> bool:
    """Whether the full stop at `stop` ends a sentence, and not only the word before it."""
    if stop - start > _LONGEST_ABBREVIATION and text[stop - _LONGEST_WORD : stop].isalpha():
        return True
    match = _LAST_WORD.search(text, max(start, stop - _LONGEST_ABBREVIATION), stop)
    if match is None:
        return True
    word = match[0]
    if word in TITLES or _ITEM_NUMBER.fullmatch(text, start, stop):
        return False
    if word in BEFORE_NUMBERS:
        return not text[following : following + 1].isdigit()
    begun = _FIRST_WORD.match(text, following)
    next_word = begun[0] if begun else ""
    if word.isdigit():
        return len(word) > 2 or next_word not in GERMAN_MONTHS
    if len(word) == 1 or word in TRAILING or _ACRONYM.fullmatch(word):
        return next_word in SENTENCE_STARTERS
    return True


@cache
def _spaced_word() -> re.Pattern[str]:
    """A word of scripts that space their words; the other takes long to compile."""
    return re.compile(_spaced(_NO_WORD))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(f"[{_HAN_KANA}]|{_spaced(_NO_WORD_AMONG_WIDE)}")


def _spaced(no_word: str) -> str:
    return rf"[^{no_word}]+(?:(?:['’‐‑-]|[.,](?=\d))[^{no_word}]+)*"


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{_HAN_KANA}]")
