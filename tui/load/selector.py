"""Unambiguous selection of a passage: a TextQuoteSelector of W3C Web Annotation."""

from collections.abc import Callable
from typing import NamedTuple

from tui.text.sentences import words

_LONGEST_WORD = 64
"""The longest word whose end is looked for, in code points."""


class Selector(NamedTuple):
    """A passage, with the text immediately before or after it if needed."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def select(text: str, start: int, end: int) -> Selector:
    """Make the selector of a passage, which must not be empty.

    If the passage occurs more than once, the selector has the shortest suffix or prefix of whole
    words that makes it unique, preferably without a line break, and both only if neither is enough.
    """
    exact, rest = text[start:end], len(text) - end
    if _is_unique(text, start, end):
        return Selector(exact)
    selectors = []
    after = _fewest(rest, lambda count: _is_unique(text, start, end + count))
    if after is not None:
        selectors.append(Selector(exact, "", text[end : _word_end(text, end, end + after)]))
    before = _fewest(start, lambda count: _is_unique(text, start - count, end))
    if before is not None:
        selectors.append(Selector(exact, text[_word_start(text, start - before, start) : start]))
    if not selectors:
        both = _fewest(
            max(start, rest), lambda count: _is_unique(text, max(start - count, 0), end + count)
        )
        count = both or 0
        selectors.append(Selector(exact, text[max(start - count, 0) : start], text[end:][:count]))
    return min(selectors, key=_length)


def _is_unique(text: str, start: int, end: int) -> bool:
    """Whether the text between two offsets occurs only once."""
    sought = text[start:end]
    return text.find(sought, text.find(sought) + 1) < 0


def _fewest(most: int, suffices: Callable[[int], bool]) -> int | None:
    """The smallest number up to `most` that suffices, if any; all larger ones must suffice too."""
    low, high = 0, 1
    while high < most and not suffices(high):
        low, high = high, 2 * high
    high = min(high, most)
    if not suffices(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if suffices(middle) else (middle, high)
    return high


def _word_end(text: str, base: int, at: int) -> int:
    """The end of the word that contains an offset, or follows it after spaces; else the offset.

    Words are looked for from `base` on.
    """
    spans = words(text[base : at + _LONGEST_WORD])
    lone = text[base:at].strip(" ") == ""
    return next((base + end for start, end in spans if lone or start < at - base < end), at)


def _word_start(text: str, at: int, end: int) -> int:
    """The start of such a word, which is looked for up to `end`."""
    base = max(at - _LONGEST_WORD, 0)
    spans = words(text[base:end])
    lone = text[at:end].strip(" ") == ""
    starts = (base + start for start, end in reversed(spans) if lone or start < at - base < end)
    return next(starts, at)


def _length(selector: Selector) -> tuple[bool, int]:
    beside = selector.prefix + selector.suffix
    return "\n" in beside, len(beside)
