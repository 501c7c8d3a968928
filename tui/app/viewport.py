"""What of a list is in the view, and the cursor in it.

The top of the view is a block and a line of that block, not a distance from the head of the
list: so twenty thousand blocks open, scroll and change their width as quickly as twenty. The
cursor stops at blocks that show an item. No block is asked for before it is seen, or passed by a
movement: a list may make them one by one.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from tui.app.flow import Flow, LinePosition, Typeset
from tui.app.lines import Tinted
from tui.blocks import Block


class Neighbour(Enum):
    """What stands on the same rows as a list: a terminal can only scroll rows that move whole."""

    NONE = auto()
    FOLLOWS = auto()
    """It goes along when the cursor goes on to another item, and stays for the same."""
    STAYS = auto()


class ViewRow(NamedTuple):
    """A line of the view."""

    line: Tinted
    block: int
    """The index of its block."""
    body: bool
    """It belongs to the block itself, not to the gap above it."""


class _Place(NamedTuple):
    """Where the view stood after the last movement, whatever sizes it has had since."""

    size: tuple[int, int]
    top: LinePosition
    lines: int
    """Of the block at the top, at the width of that time."""
    cursor_seen: bool


class Viewport:
    """Blocks, the part of them that is seen, and a cursor."""

    def __init__(self, blocks: Sequence[Block], typeset: Typeset) -> None:
        self.blocks = blocks
        self.flow = Flow(len(blocks), typeset)
        self.cursor = self.item_after(-1)
        """The index of a block that shows an item; -1 if none does."""
        self.height = 1
        self.neighbour = Neighbour.NONE
        self._top = LinePosition(0, 0)
        self._place: _Place | None = _Place((1, 1), self._top, 1, self.cursor == 0)

    @property
    def top(self) -> LinePosition:
        """The first line in the view."""
        return self._top

    @property
    def overlap(self) -> int:
        """The lines that stand before what is gone to, so that one sees where it is."""
        return self.height // 4

    @property
    def item(self) -> str:
        """The id of the item that the cursor is on; empty if there is none."""
        return self.blocks[self.cursor].item if self.cursor >= 0 else ""

    @property
    def ordinal(self) -> int:
        """The number of the cursor's item among the items, from 1; 0 if there is none."""
        return bisect_right(self.items, self.cursor)

    @cached_property
    def items(self) -> Sequence[int]:
        """The indices of all blocks at which the cursor can stop; this asks for every block."""
        return [at for at, block in enumerate(self.blocks) if block.item]

    def rows(self) -> Iterator[ViewRow]:
        """The lines in the view: `height` of them, unless the list is shorter."""
        wanted, (block, line) = self.height, self._top
        while wanted > 0 and block < len(self.blocks):
            lines, gap = self.flow.lay(block)
            for number in range(line, min(len(lines), line + wanted)):
                yield ViewRow(lines[number], block, number >= gap)
            wanted -= len(lines) - line
            block, line = block + 1, 0

    def resize(self, width: int, height: int) -> None:
        """Take another size, in cells and lines, and keep the place.

        All sizes between two movements start from the place of the last movement: what was
        made narrow and wide again stands where it stood.
        """
        if (width, height) == (self.flow.width, self.height):
            return
        if not self.blocks:
            self.flow.width, self.height = width, height
            return
        place = self._place or self._placed()
        self.flow.width, self.height = width, height
        block, line = place.top
        if (width, height) == place.size:
            self._top = place.top
        else:
            self.start_at(LinePosition(block, line * self.flow.height(block) // place.lines))
            if place.cursor_seen and not self._within(self.cursor):
                self.start_at(self.top_for(self.cursor))
        self._place = place

    def succeed(self, other: "Viewport") -> None:
        """Stand in for a list of the same view whose blocks have changed, at the same place."""
        self.resize(other.flow.width, other.height)
        before = other.items.index(other.cursor) if other.items else 0
        for index in (*other.items[before:], *reversed(other.items[:before])):
            if self.has(other.blocks[index].item):
                self.cursor = self._indices[other.blocks[index].item]
                rows = (row for row, seen in enumerate(other.rows()) if seen.block == index)
                line = other.top.line if other.top.block == index else 0
                self.start_at(self.flow.moved(LinePosition(self.cursor, line), -next(rows, 0)))
                if not self.is_seen(self.cursor):
                    self.reveal(self.cursor)
                return

    def start_at(self, top: LinePosition) -> None:
        """Move the view; it leaves no room below the end while there are lines above it."""
        self._place = None
        if self.blocks and top > (0, 0):
            self._top = min(top, self.flow.moved(self.flow.last(), 1 - self.height))
        else:
            self._top = LinePosition(0, 0)

    def has(self, item: str) -> bool:
        """Whether a block shows the item of that id."""
        return item in self._indices

    def go(self, item: str) -> bool:
        """To an item, by its id; whether the list has it."""
        if self.has(item):
            self.reveal(self._indices[item])
        return self.has(item)

    def reveal(self, index: int) -> None:
        """Show a block; the cursor goes to it, or to the next item if it shows none itself."""
        after = self.item_after(index - 1)
        self.cursor = after if after >= 0 else self.item_before(index)
        if self.is_whole(index) or self._within(index):
            return
        start, end = self._extent(index)
        above = self.flow.moved(start, -self.overlap)
        self.start_at(max(above, min(start, self.flow.moved(end, 1 - self.height))))

    def top_for(self, index: int) -> LinePosition:
        """The nearest top that shows a block, or its beginning if it is taller than the view."""
        start, end = self._extent(index)
        if start < self._top:
            return start
        if self.flow.fits(self._top, end, self.height):
            return self._top
        return min(start, self.flow.moved(end, 1 - self.height))

    def turned_for(self, index: int) -> LinePosition:
        """A top that shows a block as `top_for` does, but with room for those that come next.

        What stood below is shown below the upper edge, and what stood above, above the lower one.
        """
        nearest, (start, end) = self.top_for(index), self._extent(index)
        if nearest > self._top:
            return max(nearest, self.flow.moved(start, -self.overlap))
        return min(nearest, self.flow.moved(end, self.overlap + 1 - self.height))

    def is_seen(self, index: int) -> bool:
        """Whether a line of a block, other than of the gap above it, is in the view."""
        if index < self._top.block:
            return False
        first = max(self._top, self.flow.start(index))
        return self.flow.fits(self._top, first, self.height)

    def is_whole(self, index: int) -> bool:
        """Whether all of a block is in the view."""
        return self._top <= self.flow.start(index) and self.ends_within(index)

    def ends_within(self, index: int) -> bool:
        """Whether a block, not one above the view, ends in it."""
        return self.flow.fits(self._top, self.flow.end(index), self.height)

    def is_taller(self, index: int) -> bool:
        """Whether a block is taller than the view."""
        return not self.flow.fits(self.flow.start(index), self.flow.end(index), self.height)

    def seen(self) -> Iterator[int]:
        """The items in the view, in order."""
        index = self.item_after(self._top.block - 1)
        while index >= 0 and self.is_seen(index):
            yield index
            index = self.item_after(index)

    def item_after(self, index: int) -> int:
        """The block of the next item after that of an index; -1 if there is none."""
        after = range(index + 1, len(self.blocks))
        return next((at for at in after if self.blocks[at].item), -1)

    def item_before(self, index: int) -> int:
        """The block of the last item before that of an index; -1 if there is none."""
        before = range(index - 1, -1, -1)
        return next((at for at in before if self.blocks[at].item), -1)

    @cached_property
    def _indices(self) -> Mapping[str, int]:
        return {self.blocks[index].item: index for index in reversed(self.items)}

    def _placed(self) -> _Place:
        return _Place(
            (self.flow.width, self.height),
            self._top,
            self.flow.height(self._top.block),
            self.is_seen(self.cursor),
        )

    def _within(self, index: int) -> bool:
        """The view lies wholly within a block that is taller than it."""
        return self.is_seen(index) and self.is_taller(index) and not self.is_whole(index)

    def _extent(self, index: int) -> tuple[LinePosition, LinePosition]:
        """The first and last line to show with a block.

        With it go the headings above it, and after the last item what stands below, if there
        is room for all of that.
        """
        start, end = self.flow.start(index), self.flow.end(index)
        if self.item_after(index) < 0:
            last = self.flow.last()
            end = last if self.flow.fits(start, last, self.height) else end
        opening = self.item_before(index) + 1
        head = self.flow.start(opening) if opening else LinePosition(0, 0)
        return (head if self.flow.fits(head, end, self.height) else start), end
