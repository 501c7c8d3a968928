"""What tells a passage of a text from all others: a W3C Web Annotation TextQuoteSelector."""

from collections.abc import Callable
from typing import NamedTuple

from tui.text.sentences import words

_LONGEST_WORD = 64
"""Code points of a word that are looked at to find its end."""


class Selector(NamedTuple):
    """A passage by its words, and by what stands immediately beside them where that is needed."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def select(text: str, start: int, end: int) -> Selector:
    """The selector of a passage that is not empty.

    If it stands more than once, with the shortest suffix or prefix of whole words that settles
    which is meant, rather one without a line break; with both only where neither is enough.
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
    """Whether what stands between two offsets stands nowhere else."""
    sought = text[start:end]
    return text.find(sought, text.find(sought) + 1) < 0


def _fewest(most: int, settles: Callable[[int], bool]) -> int | None:
    """The smallest number, up to `most`, that settles it, if any does; all above it do too."""
    low, high = 0, 1
    while high < most and not settles(high):
        low, high = high, 2 * high
    high = min(high, most)
    if not settles(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if settles(middle) else (middle, high)
    return high


def _word_end(text: str, base: int, at: int) -> int:
    """The end of the word that an offset is in, or before which it is a space; or the offset.

    No word is looked for before `base`.
    """
    spans = words(text[base : at + _LONGEST_WORD])
    lone = text[base:at].strip(" ") == ""
    return next((base + end for start, end in spans if lone or start < at - base < end), at)


def _word_start(text: str, at: int, end: int) -> int:
    """Likewise the start of a word, none of which is looked for after `end`."""
    base = max(at - _LONGEST_WORD, 0)
    spans = words(text[base:end])
    lone = text[at:end].strip(" ") == ""
    starts = (base + start for start, end in reversed(spans) if lone or start < at - base < end)
    return next(starts, at)


def _length(selector: Selector) -> tuple[bool, int]:
    beside = selector.prefix + selector.suffix
    return "\n" in beside, len(beside)
