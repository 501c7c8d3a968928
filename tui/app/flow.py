"""The lines of a list of blocks, laid out only where they are asked for.

No heights are summed up from the start of the list: positions are relative to others, and only
the blocks between them are laid out.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.app.lines import Tinted

CACHED_BLOCKS = 512
"""Blocks that are kept laid out: more than any terminal shows, in less than a megabyte."""


class Laid(NamedTuple):
    """A block, laid out."""

    lines: Sequence[Tinted]
    """At least one."""
    gap: int = 0
    """How many of them, at the top, set it apart from the block before; fewer than all."""


class LinePosition(NamedTuple):
    """A line of the list; positions compare in reading order."""

    block: int
    line: int


Typeset = Callable[[int, int], Laid]
"""Lays out the block of an index at a width in cells."""


class Flow:
    """The lines of `length` blocks at a width."""

    def __init__(self, length: int, typeset: Typeset) -> None:
        self.length = length
        self._typeset = typeset
        self._width = 1
        self._laid: dict[int, Laid] = {}

    @property
    def width(self) -> int:
        """The width in cells; a change lays everything out again."""
        return self._width

    @width.setter
    def width(self, width: int) -> None:
        if width != self._width:
            self._width = width
            self._laid.clear()

    def lay(self, block: int) -> Laid:
        """Return the lines of a block."""
        laid = self._laid.get(block)
        if laid is None:
            if len(self._laid) >= CACHED_BLOCKS:
                del self._laid[next(iter(self._laid))]
            laid = self._laid[block] = self._typeset(block, self._width)
        return laid

    def height(self, block: int) -> int:
        """Return the number of lines of a block, the gap above it included."""
        return len(self.lay(block).lines)

    def start(self, block: int) -> LinePosition:
        """Return the first line of a block, below the gap."""
        return LinePosition(block, self.lay(block).gap)

    def end(self, block: int) -> LinePosition:
        """Return the last line of a block."""
        return LinePosition(block, self.height(block) - 1)

    def last(self) -> LinePosition:
        """Return the last line of the list."""
        return self.end(self.length - 1)

    def moved(self, position: LinePosition, lines: int) -> LinePosition:
        """Return the position some lines on, or back if negative, within the list."""
        block, line = position.block, position.line + lines
        while line < 0 and block > 0:
            block -= 1
            line += self.height(block)
        while line >= (height := self.height(block)):
            if block == self.length - 1:
                return self.last()
            block, line = block + 1, line - height
        return LinePosition(block, max(line, 0))

    def distance(self, start: LinePosition, end: LinePosition, most: int) -> int | None:
        """Return the lines between two positions, negative if back; `None` if more than `most`."""
        if end < start:
            back = self.distance(end, start, most)
            return None if back is None else -back
        lines, block = end.line - start.line, start.block
        while block < end.block and lines <= most:
            lines += self.height(block)
            block += 1
        return lines if block == end.block and lines <= most else None

    def fits(self, start: LinePosition, end: LinePosition, height: int) -> bool:
        """Return whether a view of a height that begins at `start` reaches `end`, a later line."""
        lines, block = -start.line, start.block
        while block < end.block and lines < height:
            lines += self.height(block)
            block += 1
        return block == end.block and lines + end.line < height
