"""Look-up of passages, lines, paragraphs and sentences in a local copy."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from tui.load.occurrences import Occurrences
from tui.model.document import Passage
from tui.text.fold import Folded, fold
from tui.text.sentences import sentences

Span = tuple[int, int]

_LINE_END = re.compile("\n")
_PARAGRAPH = re.compile(r"^[^\S\n]*\S.*(?:\n[^\S\n]*\S.*)*", re.MULTILINE)


class Context(NamedTuple):
    """The sentences around a passage."""

    before: str
    within: str
    after: str


class Passages:
    """The text of a local copy, with indexes that are built on first use."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def occurrences(self) -> Occurrences:
        """The index of exact occurrences, by code point."""
        return Occurrences(self.text)

    @cached_property
    def folded(self) -> Folded:
        """The text with quotation marks, dashes, spaces and composition normalised."""
        return fold(self.text)

    def line(self, offset: int) -> int:
        """The 1-based line of an offset."""
        return bisect_right(self._lines, offset)

    def passage(self, start: int, end: int) -> Passage:
        """The passage between two offsets."""
        line = self.line(start)
        starts, ends = self._sentences
        sentence = bisect_right(ends, start) - bisect_left(starts, self._lines[line - 1]) + 1
        paragraph = max(bisect_right(self._paragraphs, start), 1)
        return Passage(start, end, line, paragraph, sentence, self.text[start:end])

    def context(self, start: int, end: int) -> Context:
        """The sentence before a passage, the sentences it overlaps, and the one after it."""
        starts, ends = self._sentences
        first, following = self._overlapped(start, end)
        text = self.text
        return Context(
            text[starts[first - 1] : ends[first - 1]] if first else "",
            text[starts[first] : ends[following - 1]] if first < following else "",
            text[starts[following] : ends[following]] if following < len(starts) else "",
        )

    def whole(self, start: int, end: int) -> Span:
        """A passage extended to whole sentences."""
        starts, ends = self._sentences
        first, following = self._overlapped(start, end)
        if first == following:
            return start, end
        return min(start, starts[first]), max(end, ends[following - 1])

    def alike(self, sought: str, start: int, end: int) -> list[Span]:
        """Find a part of a text wherever the whole text occurs, ignoring typographic differences.

        Quotation marks, dashes, spaces and composition may differ, and space at both ends.

        Args:
            sought: The whole text.
            start: The offset in `sought` at which the part begins.
            end: The offset at which it ends.

        Returns:
            The spans of the part in the copy.
        """
        folded = fold(sought)
        bare = folded.text.strip(" ")
        lead = len(folded.text) - len(folded.text.lstrip(" "))
        first = min(max(bisect_left(folded.offsets, start) - lead, 0), len(bare))
        last = min(max(bisect_left(folded.offsets, end) - lead, first), len(bare))
        offsets = self.folded.offsets
        return [
            (offsets[place + first], offsets[place + last])
            for place in self._folded_occurrences.of(bare)
        ]

    def _overlapped(self, start: int, end: int) -> Span:
        """The range of indexes of the sentences that a passage overlaps."""
        starts, ends = self._sentences
        first = bisect_right(ends, start)
        return first, max(bisect_left(starts, end), first)

    @cached_property
    def _folded_occurrences(self) -> Occurrences:
        return Occurrences(self.folded.text)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [match.start() for match in _PARAGRAPH.finditer(self.text)]

    @cached_property
    def _sentences(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The starts and the ends of the sentences."""
        spans = sentences(self.text)
        return tuple(start for start, _ in spans), tuple(end for _, end in spans)
