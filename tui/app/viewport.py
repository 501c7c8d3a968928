"""The part of a list that is in view, and the cursor in it.

The top of the view is a block and a line of that block, not a distance from the start of the
list: twenty thousand blocks open, scroll and are resized as fast as twenty. No block is laid out
before it comes into view or is passed by a movement.
"""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from tui.app.flow import Flow, LinePosition, Typeset
from tui.app.lines import Tinted
from tui.reading.listing import Listing


class Neighbour(Enum):
    """What stands on the same rows as a list, since a terminal scrolls only whole rows."""

    NONE = auto()
    FOLLOWS = auto()
    """It scrolls along while the cursor moves from item to item."""
    STAYS = auto()


class ViewRow(NamedTuple):
    """A line of the view."""

    line: Tinted
    block: int
    """The index of its block."""
    is_body: bool
    """Whether it belongs to the block itself and not to the gap above it."""


class _Place(NamedTuple):
    """Where the view was after the last movement, before any resizing."""

    size: tuple[int, int]
    top: LinePosition
    lines: int
    """The height of the block at the top, at the width of that time."""
    is_cursor_seen: bool


class Viewport:
    """A list, the part of it that is in view, and a cursor."""

    def __init__(self, listing: Listing, typeset: Typeset) -> None:
        self.listing = listing
        self.flow = Flow(len(listing.blocks), typeset)
        self.cursor = listing.next_item(-1)
        """The index of the block under the cursor; -1 if the list has no items."""
        self.height = 1
        self.neighbour = Neighbour.NONE
        self._top = LinePosition(0, 0)
        self._place: _Place | None = _Place((1, 1), self._top, 1, self.cursor == 0)

    @property
    def top(self) -> LinePosition:
        """The first line in view."""
        return self._top

    @property
    def overlap(self) -> int:
        """The lines of context above a place that was jumped to."""
        return self.height // 4

    @property
    def item(self) -> str:
        """The item under the cursor; empty if there is none."""
        return self.listing.item(self.cursor)

    def rows(self) -> Iterator[ViewRow]:
        """Return the lines in view: `height` of them unless the list is shorter."""
        wanted, (block, line) = self.height, self._top
        while wanted > 0 and block < len(self.listing.blocks):
            lines, gap = self.flow.lay(block)
            for number in range(line, min(len(lines), line + wanted)):
                yield ViewRow(lines[number], block, number >= gap)
            wanted -= len(lines) - line
            block, line = block + 1, 0

    def resize(self, width: int, height: int) -> None:
        """Take a new size in cells and lines and keep the place.

        All resizing starts from the place of the last movement, so that a view that was made
        narrow and wide again is where it was.
        """
        if (width, height) == (self.flow.width, self.height):
            return
        if not self.listing.blocks:
            self.flow.width, self.height = width, height
            return
        place = self._place or self._placed()
        self.flow.width, self.height = width, height
        block, line = place.top
        if (width, height) == place.size:
            self._top = place.top
        else:
            self.start_at(LinePosition(block, line * self.flow.height(block) // place.lines))
            if place.is_cursor_seen and not self._within(self.cursor):
                self.start_at(self.top_for(self.cursor))
        self._place = place

    def succeed(self, other: "Viewport") -> None:
        """Take over from a view of another version of the list, at the same place on the screen.

        The cursor stays where it was put; its item keeps its row if it was in the other view.
        """
        self.resize(other.flow.width, other.height)
        if self.cursor < 0:
            return
        index = other.listing.index(self.item) if self.item else -1
        rows = [row for row, seen in enumerate(other.rows()) if seen.block == index]
        if not rows or index < 0:
            self.reveal(self.cursor)
            return
        line = other.top.line if other.top.block == index else 0
        self.start_at(self.flow.moved(LinePosition(self.cursor, line), -rows[0]))
        if not self.is_seen(self.cursor):
            self.reveal(self.cursor)

    def start_at(self, top: LinePosition) -> None:
        """Move the view, without empty rows below the end while there are lines above."""
        self._place = None
        if self.listing.blocks and top > (0, 0):
            self._top = min(top, self.flow.moved(self.flow.last(), 1 - self.height))
        else:
            self._top = LinePosition(0, 0)

    def reveal(self, index: int) -> None:
        """Bring a block into view; the cursor goes to it, or to the next item if it shows none.

        Nothing changes for an index of -1, which stands for an item that the list does not have.
        """
        if index < 0:
            return
        after = self.listing.next_item(index - 1)
        self.cursor = after if after >= 0 else self.listing.previous_item(index)
        if self.is_whole(index) or self._within(index):
            return
        start, end = self._extent(index)
        above = self.flow.moved(start, -self.overlap)
        self.start_at(max(above, min(start, self.flow.moved(end, 1 - self.height))))

    def top_for(self, index: int) -> LinePosition:
        """Return the nearest top at which a block is in view, or its start if it is taller."""
        start, end = self._extent(index)
        if start < self._top:
            return start
        if self.flow.fits(self._top, end, self.height):
            return self._top
        return min(start, self.flow.moved(end, 1 - self.height))

    def turned_for(self, index: int) -> LinePosition:
        """Return a top at which a block is in view with room for those that come next."""
        nearest, (start, end) = self.top_for(index), self._extent(index)
        if nearest > self._top:
            return max(nearest, self.flow.moved(start, -self.overlap))
        return min(nearest, self.flow.moved(end, self.overlap + 1 - self.height))

    def is_seen(self, index: int) -> bool:
        """Return whether any line of a block, the gap above it aside, is in view."""
        if index < self._top.block:
            return False
        first = max(self._top, self.flow.start(index))
        return self.flow.fits(self._top, first, self.height)

    def is_whole(self, index: int) -> bool:
        """Return whether all of a block is in view."""
        return self._top <= self.flow.start(index) and self.ends_within(index)

    def ends_within(self, index: int) -> bool:
        """Return whether a block that does not lie above the view ends in it."""
        return self.flow.fits(self._top, self.flow.end(index), self.height)

    def is_taller(self, index: int) -> bool:
        """Return whether a block is taller than the view."""
        return not self.flow.fits(self.flow.start(index), self.flow.end(index), self.height)

    def seen(self) -> Iterator[int]:
        """Return the indices of the items in view."""
        index = self.listing.next_item(self._top.block - 1)
        while index >= 0 and self.is_seen(index):
            yield index
            index = self.listing.next_item(index)

    def _placed(self) -> _Place:
        return _Place(
            (self.flow.width, self.height),
            self._top,
            self.flow.height(self._top.block),
            self.is_seen(self.cursor),
        )

    def _within(self, index: int) -> bool:
        """Whether the view lies within a block that is taller than it."""
        return self.is_seen(index) and self.is_taller(index) and not self.is_whole(index)

    def _extent(self, index: int) -> tuple[LinePosition, LinePosition]:
        """The first and last line to bring into view with a block.

        Included are the headings above it, and below the last item the rest of the list, if
        there is room for them.
        """
        start, end = self.flow.start(index), self.flow.end(index)
        if self.listing.next_item(index) < 0:
            last = self.flow.last()
            end = last if self.flow.fits(start, last, self.height) else end
        opening = self.listing.previous_item(index) + 1
        head = self.flow.start(opening) if opening else LinePosition(0, 0)
        return (head if self.flow.fits(head, end, self.height) else start), end
