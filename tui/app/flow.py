"""The lines of a list of blocks, end to end, but laid out only where somebody asks.

No height is summed up from the head of the list: whoever asks for a point gives one to start
from, and only the blocks between are laid out.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.app.lines import Tinted

CACHED_BLOCKS = 512
"""Blocks kept laid out: more than any terminal shows at once, less than a megabyte."""


class Laid(NamedTuple):
    """A block, laid out."""

    lines: Sequence[Tinted]
    """At least one."""
    gap: int = 0
    """How many of them, at the top, only set it apart from the block before; less than all."""


class LinePosition(NamedTuple):
    """A line of the list; points compare in reading order."""

    block: int
    line: int


Typeset = Callable[[int, int], Laid]
"""From the index of a block and a width in cells to its lines."""


class Flow:
    """The lines of `length` blocks at the width that was last set; `length` is at least 1."""

    def __init__(self, length: int, typeset: Typeset) -> None:
        self.length = length
        self._typeset = typeset
        self._width = 1
        self._laid: dict[int, Laid] = {}

    @property
    def width(self) -> int:
        """In cells; another width lays everything out afresh."""
        return self._width

    @width.setter
    def width(self, width: int) -> None:
        if width != self._width:
            self._width = width
            self._laid.clear()

    def lay(self, block: int) -> Laid:
        """The lines of a block."""
        laid = self._laid.get(block)
        if laid is None:
            if len(self._laid) >= CACHED_BLOCKS:
                del self._laid[next(iter(self._laid))]
            laid = self._laid[block] = self._typeset(block, self._width)
        return laid

    def height(self, block: int) -> int:
        """The number of lines of a block, with the gap above it."""
        return len(self.lay(block).lines)

    def start(self, block: int) -> LinePosition:
        """The first line of a block below the gap."""
        return LinePosition(block, self.lay(block).gap)

    def end(self, block: int) -> LinePosition:
        """The last line of a block."""
        return LinePosition(block, self.height(block) - 1)

    def last(self) -> LinePosition:
        """The last line of all."""
        return self.end(self.length - 1)

    def moved(self, point: LinePosition, lines: int) -> LinePosition:
        """The point so many lines on, or back if negative; at most the last or the first."""
        block, line = point.block, point.line + lines
        while line < 0 and block > 0:
            block -= 1
            line += self.height(block)
        while line >= (height := self.height(block)):
            if block == self.length - 1:
                return self.last()
            block, line = block + 1, line - height
        return LinePosition(block, max(line, 0))

    def distance(self, start: LinePosition, end: LinePosition, most: int) -> int | None:
        """The lines from one point to another, negative if back; `None` if more than `most`."""
        if end < start:
            back = self.distance(end, start, most)
            return None if back is None else -back
        lines, block = end.line - start.line, start.block
        while block < end.block and lines <= most:
            lines += self.height(block)
            block += 1
        return lines if block == end.block and lines <= most else None

    def fits(self, start: LinePosition, end: LinePosition, height: int) -> bool:
        """Whether a view of that height which begins at `start` shows `end`, a later line."""
        lines, block = -start.line, start.block
        while block < end.block and lines < height:
            lines += self.height(block)
            block += 1
        return block == end.block and lines + end.line < height
