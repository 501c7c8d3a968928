"""A source's local copy, line by line, with the excerpts marked in it."""

from collections import deque
from collections.abc import Iterator
from itertools import pairwise

from tui.blocks import Block, Heading, Notice, Passage, Run, Style, runs
from tui.diagnostics import Severity
from tui.model.document import Document
from tui.panes import names
from tui.panes.marks import Mark, Use, marks
from tui.panes.room import nothing_called
from tui.places import Options, Place
from tui.text.clean import clean_with_map

_STYLES = {
    Use.BOILERPLATE: Style.MUTED,
    Use.SKIPPED: Style.MUTED,
    Use.NEAR: Style.WRONG,
    Use.EXCERPT: Style.QUOTE,
    Use.CHOSEN: Style.EMPHASIS,
}


def blocks(document: Document, place: Place, options: Options) -> Iterator[Block]:
    """The whole copy; an excerpt begins a block of its own, so that each can be reached."""
    source = document.source(place.key)
    if source is None:
        yield nothing_called(place.key)
        return
    yield Heading(text=runs(names.source(document, source.id)), level=1)
    copy = document.copies.get(source.id)
    if copy is None:
        text = runs("No local copy of this source is held, so it cannot be shown.")
        yield Notice(text=text, severity=Severity.WARNING)
        return
    yield from _lines(copy.text, marks(document, source, place.item))


def _lines(text: str, marked: list[Mark]) -> Iterator[Passage]:
    """A block for each line of the text, and one more for each excerpt that begins within it."""
    active: list[Mark] = []
    read = start = 0
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        first = read
        while read < len(marked) and marked[read].start <= end:
            read += 1
        waiting = deque(marked[first:read])
        piece_of = _Line(number, start, line)
        for left, right in pairwise(_cuts(start, line, marked[first:read])):
            begun = []
            while waiting and waiting[0].start < right:
                begun.append(waiting.popleft())
            active = [mark for mark in active if mark.end > left] + begun
            items = [mark for mark in begun if mark.item]
            yield from piece_of.blocks(left, min(right, end), active, items)
        start = end + 1


def _cuts(start: int, line: str, begun: list[Mark]) -> list[int]:
    """Where the blocks of a line begin, and where its last one ends.

    What stands before the first excerpt is no block if it is only a bullet or an indentation.
    """
    starts = list(dict.fromkeys(mark.start for mark in begun if mark.item))
    if starts and not any(map(str.isalnum, line[: starts[0] - start])):
        starts[0] = start
    elif starts[:1] != [start]:
        starts.insert(0, start)
    return [*starts, start + len(line) + 1]


class _Line:
    """A line of a copy that can be cut into blocks, at offsets of the whole copy."""

    def __init__(self, number: int, start: int, text: str) -> None:
        self._number = number
        self._start = start
        self._cleaned = clean_with_map(text)

    def blocks(
        self, left: int, right: int, active: list[Mark], begun: list[Mark]
    ) -> Iterator[Passage]:
        """The stretch as a block; for each but the first that begins in it an empty one."""
        remarks = dict.fromkeys(mark.remark for mark in active)
        for mark in begun[1:]:
            remarks.pop(mark.remark)
        yield Passage(
            item=begun[0].item if begun else "",
            number=self._number,
            text=runs(*self._runs(left, right, active)),
            aside=runs(Run("; ".join(remarks), Style.MUTED)),
        )
        for mark in begun[1:]:
            yield Passage(
                item=mark.item,
                number=self._number,
                text=(),
                aside=runs(Run(f"also {mark.remark}", Style.MUTED)),
            )

    def _runs(self, left: int, right: int, active: list[Mark]) -> Iterator[Run]:
        ends = {min(max(end, left), right) for mark in active for end in (mark.start, mark.end)}
        for start, end in pairwise(sorted(ends | {left, right})):
            uses = [mark.use for mark in active if mark.start <= start and end <= mark.end]
            style = _STYLES[max(uses)] if uses else Style.TEXT
            yield Run(self._slice(start, end), style)

    def _slice(self, start: int, end: int) -> str:
        offsets = self._cleaned.offsets
        return self._cleaned.text[offsets[start - self._start] : offsets[end - self._start]]
