"""Search for the passages of a text most similar to a quotation that it does not contain."""

from collections.abc import Iterable, Sequence
from heapq import nlargest
from itertools import takewhile
from typing import NamedTuple

from rapidfuzz.distance import LCSseq, Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from tui.text.fold import Folded
from tui.text.nearest import nearest
from tui.text.sentences import words

Span = tuple[int, int]

_ALIGNED = 60
"""The words aligned at either end of the sought text: one machine word of bits."""
_NEAR = 0.5
"""The least likeness of a passage that is returned."""
_SURE = 0.8
"""The likeness at which the search for further passages stops."""
_RUNNERS_UP = 2
"""The passages tried in addition to those asked for, since the window of a search is a guess."""
_RESPELT = 3
"""The number of words not in the text that are replaced by similar ones, longest first."""
_COMPARISONS = 100_000_000
"""The word comparisons of all searches in one text together, at most: about ten seconds."""


class _Fit(NamedTuple):
    """A span of words of a text."""

    start: int
    end: int
    changes: int
    """The number of words replaced, deleted or inserted."""
    likeness: float
    """The share of the sought words that are unchanged, from 0 to 1."""


class NearestPassages:
    """Finds passages of one text by their likeness, word by word."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded
        self._spans = words(folded.text)
        self._words = _lower(folded.text, self._spans)
        self._vocabulary = frozenset(self._words)
        self._comparisons = _COMPARISONS

    def spans(self, sought: str, most: int = 1) -> list[Span]:
        """Find the passages nearest to folded text, nearest first, as offsets of the raw text."""
        wanted = words(sought)
        keys = _lower(sought, wanted)
        found = self._fits(keys, most) or self._fits(self._respell(keys), most)
        offsets = self._folded.offsets
        return [
            (offsets[start], offsets[end])
            for start, end in (self._with_marks(sought, wanted, fit) for fit in found)
        ]

    def _fits(self, keys: list[str], most: int) -> list[_Fit]:
        """Find spans that do not overlap, most similar first."""
        given = self._words.copy()
        found: list[_Fit] = []
        for _ in range(most + _RUNNERS_UP):
            fit = self._fit(keys, given)
            if fit is None:
                break
            found.append(fit)
            given[fit.start : fit.end] = [""] * (fit.end - fit.start)
            if sum(each.likeness >= _SURE for each in found) >= most:
                break
        near = [fit for fit in found if fit.likeness >= _NEAR]
        return sorted(near, key=lambda fit: -fit.likeness)[:most]

    def _fit(self, keys: list[str], given: list[str]) -> _Fit | None:
        """Find the best span; only the head and the tail of a long text are aligned."""
        self._comparisons -= len(given)
        if self._comparisons < 0:
            return None
        head = _align(keys[:_ALIGNED], given)
        if head is None or len(keys) <= _ALIGNED:
            return head
        slack = len(keys) // 4
        low = max(head.start + len(keys) - _ALIGNED - slack, head.start)
        tail = _align(keys[-_ALIGNED:], given[low : head.start + len(keys) + slack])
        if tail is None:
            return None
        changes = head.changes + tail.changes
        return _Fit(head.start, low + tail.end, changes, 1 - changes / (2 * _ALIGNED))

    def _respell(self, keys: list[str]) -> list[str]:
        """Replace misspelt words by those of the text; empty if there are none."""
        unknown = nlargest(_RESPELT, {*keys} - self._vocabulary, key=len)
        respelt = {}
        for key in unknown:
            self._comparisons -= len(self._vocabulary)
            close = nearest(key, self._vocabulary) if self._comparisons > 0 else ""
            if close:
                respelt[key] = close
        return [respelt.get(key, key) for key in keys] if respelt else []

    def _with_marks(self, sought: str, wanted: list[Span], fit: _Fit) -> Span:
        """Extend a span of words by punctuation that the sought text has at the same end."""
        text = self._folded.text
        start, end = self._spans[fit.start][0], self._spans[fit.end - 1][1]
        before, after = sought[: wanted[0][0]], sought[wanted[-1][1] :]
        start -= _common(reversed(before), reversed(text[max(start - len(before), 0) : start]))
        end += _common(after, text[end:])
        return start, end


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    """The number of characters that two texts have in common at the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _lower(text: str, spans: Sequence[Span]) -> list[str]:
    return [text[start:end].casefold() for start, end in spans]


def _align(wanted: list[str], given: list[str]) -> _Fit | None:
    """Find where words fit best: a window of their length, whose ends are then adjusted."""
    if not wanted:
        return None
    window = partial_ratio_alignment(wanted, given, score_cutoff=100 * _NEAR)
    if window is None:
        return None
    slack = len(wanted) // 4 + 2
    start, end = window.dest_start, window.dest_end

    def cost(start: int, end: int) -> tuple[int, int, int]:
        candidate = given[start:end]
        shared = LCSseq.similarity(wanted, candidate)
        return Levenshtein.distance(wanted, candidate), -shared, abs(end - start - len(wanted))

    last = min(end + slack, len(given))
    end = min(range(start + 1, last + 1), key=lambda at: cost(start, at))
    start = min(range(max(start - slack, 0), end), key=lambda at: cost(at, end))
    changes, *_ = cost(start, end)
    return _Fit(start, end, changes, 1 - changes / len(wanted))
