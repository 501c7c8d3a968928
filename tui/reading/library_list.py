"""The list of a library on the screen: what of it is shown, in which order, and the cursor."""

from collections.abc import Sequence
from copy import copy
from typing import TYPE_CHECKING

from tui.app.flow import LinePosition
from tui.blocks import Block, Paragraph, runs
from tui.library.listing import ORDERS
from tui.reading.overlays import listed

if TYPE_CHECKING:
    from tui.library.library import Library

_NONE = Paragraph(text=runs("No briefing has these words."), kind="remark")


class LibraryList:
    """The briefings of a library, as they are listed at the moment."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self.sought = ""
        """The words that the listed briefings have; empty where all are listed."""
        self.order = next(iter(ORDERS))
        """The name of the order that they are in."""
        self._progress = ""
        self._is_complete = False
        """The list was made when all had been read in the background."""
        self._listed = library.blocks()
        self.view = listed(self._listed)

    @property
    def found(self) -> Sequence[str]:
        """The paths of the briefings that are listed for what they say."""
        return self._listed.found

    @property
    def place(self) -> str:
        """Where the cursor is, in words."""
        if not self.view.item:
            return "none"
        return f"{self._listed.number(self.view.cursor):,} of {self._listed.total:,}"

    @property
    def said(self) -> str:
        """What is listed, how it is ordered, and how far it has been read, in words."""
        sought = f"with “{self.sought}”" if self.sought else ""
        parts = (sought, ORDERS[self.order].label, self._library.progress)
        return ", ".join(filter(None, parts))

    def copy(self) -> "LibraryList":
        """The same list at the same place, to come back to."""
        return copy(self)

    def seek(self, sought: str) -> None:
        """List the briefings that have those words, or all; the cursor is on the first."""
        if sought != self.sought:
            self.sought = sought
            self._list("", LinePosition(0, 0))

    def turn_order(self, direction: int) -> None:
        """The next order, or the one before; the cursor stays on its briefing."""
        names = [*ORDERS]
        self.order = names[(names.index(self.order) + direction) % len(names)]
        self._list(self.view.item, None)

    def renew(self) -> None:
        """List them as they are at this moment; the cursor stays where it is."""
        self._list(self.view.item, self.view.top)

    def look(self) -> bool:
        """Whether it has been read further in the background since the last look."""
        self._library.begin()
        before, self._progress = self._progress, self._library.progress
        was_complete, self._is_complete = self._is_complete, not self._progress
        if self._is_complete and not was_complete:
            self.renew()
        return (before, was_complete) != (self._progress, self._is_complete)

    def _list(self, item: str, top: LinePosition | None) -> None:
        """Make the list afresh, with the cursor on an item; at `top` if it stands where it was."""
        before = self.view
        self._listed = self._library.blocks(self.sought, self.order)
        blocks: Sequence[Block] = self._listed or [_NONE]
        self.view = listed(blocks)
        self.view.resize(before.flow.width, before.height)
        at = self._listed.position(item) if item else -1
        if at >= 0 and at == before.cursor and top is not None:
            self.view.cursor = at
            self.view.start_at(top)
        elif at >= 0:
            self.view.reveal(at)
