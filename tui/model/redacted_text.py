"""A text without some stretches, with a map from the old offsets to the new ones."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

Span = tuple[int, int]

_LINE = re.compile(r"[^\n]+")


class RedactedText:
    """A text without some stretches; the number of lines stays the same."""

    def __init__(self, text: str, withheld: Iterable[Span], stand_in: str) -> None:
        """Remove the stretches; `stand_in` takes the place of each, on each of its lines."""
        self._text = text
        self._stand_in = stand_in
        self._spans = [*_by_line(text, apart(withheld))]
        self._starts = [start for start, _ in self._spans]
        shorter = (end - start - len(stand_in) for start, end in self._spans)
        self._shorter = [0, *accumulate(shorter)]
        self.text = self.between(0, len(text))

    def offset(self, at: int) -> int:
        """The new offset of an old one; within a removed stretch, that of its start."""
        before = bisect_right(self._starts, at)
        if before and at < self._spans[before - 1][1]:
            before -= 1
            at = self._starts[before]
        return at - self._shorter[before]

    def between(self, start: int, end: int) -> str:
        """The text that is left of a stretch."""
        parts: list[str] = []
        read = start
        for low, high in self._spans[max(bisect_right(self._starts, start) - 1, 0) :]:
            if low >= end:
                break
            if high > read:
                parts += (self._text[read : max(low, read)], self._stand_in)
                read = high
        return "".join((*parts, self._text[read:end]))


def apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Merge stretches that overlap or meet; the result is in order."""
    start = end = -1
    for low, high in sorted(spans):
        if low > end:
            if end > start:
                yield start, end
            start, end = low, high
        else:
            end = max(end, high)
    if end > start:
        yield start, end


def without(spans: Iterable[Span], kept: Iterable[Span]) -> Iterator[Span]:
    """The parts of stretches that lie outside others."""
    others = [*apart(kept)]
    ends = [end for _, end in others]
    for start, end in apart(spans):
        read = start
        for low, high in others[bisect_right(ends, start) :]:
            if low >= end:
                break
            if low > read:
                yield read, low
            read = high
        if read < end:
            yield read, end


def touching(spans: Iterable[Span], others: Iterable[Span]) -> Iterator[Span]:
    """The stretches that overlap any of the others."""
    known = [*apart(others)]
    ends = [end for _, end in known]
    for start, end in spans:
        at = bisect_right(ends, start)
        if at < len(known) and known[at][0] < end:
            yield start, end


def _by_line(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The stretches cut at line ends, without blank parts."""
    for start, end in spans:
        for line in _LINE.finditer(text, start, end):
            if line.group().strip():
                yield line.span()
