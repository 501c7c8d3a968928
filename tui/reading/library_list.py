"""The list of a library's briefings: which of them are listed, in which order, and the cursor."""

from collections.abc import Sequence
from copy import copy
from functools import cached_property

from tui.blocks import Paragraph, runs
from tui.library.lazy_list import LazyList
from tui.library.library import Library
from tui.library.listing import ORDERS
from tui.reading.listing import Listing

_NONE = Paragraph(text=runs("No briefing has these words."), kind="remark")


class LibraryListing(Listing):
    """A list of briefings whose entries are made only when they are seen."""

    def __init__(self, briefings: LazyList) -> None:
        super().__init__(briefings or [_NONE])
        self.briefings = briefings

    @cached_property
    def items(self) -> Sequence[int]:
        """The indices of all briefings, found without making any entry."""
        listed = self.briefings
        heading = listed.total - len(listed.found)
        return [at for at in range(len(listed)) if at != heading]

    def index(self, item: str) -> int:
        """The index of a briefing, found without making any entry."""
        return self.briefings.position(item)


class LibraryList:
    """The briefings of a library as they are listed now."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.sought = ""
        """The words that all listed briefings have; empty if all are listed."""
        self.order = next(iter(ORDERS))
        """The name of their order."""
        self._progress = ""
        self._is_complete = False
        """Everything had been read in the background when the list was made."""
        self.listing = LibraryListing(library.blocks())
        self.item = self.listing.item(self.listing.next_item(-1))
        """The item under the cursor."""

    @property
    def place(self) -> str:
        """The position of the cursor, in words."""
        briefings, at = self.listing.briefings, self.listing.index(self.item)
        return "none" if at < 0 else f"{briefings.number(at):,} of {briefings.total:,}"

    @property
    def said(self) -> str:
        """What is listed, in which order, and how far it has been read, in words."""
        sought = f"with “{self.sought}”" if self.sought else ""
        parts = (sought, ORDERS[self.order].label, self._library.progress)
        return ", ".join(filter(None, parts))

    @property
    def cursor(self) -> int:
        """The index of the block under the cursor; -1 if there is none."""
        return self.listing.index(self.item)

    def highlight(self, item: str) -> None:
        """Move the cursor to a briefing."""
        self.item = item

    def copy(self) -> "LibraryList":
        """Return the same list at the same place, to come back to."""
        return copy(self)

    def seek(self, sought: str) -> None:
        """List the briefings that have those words, or all; the cursor goes to the first."""
        if sought != self.sought:
            self.sought = sought
            self._list("")

    def turn_order(self, direction: int) -> None:
        """Take the next (1) or previous (-1) order; the cursor stays on its briefing."""
        names = [*ORDERS]
        self.order = names[(names.index(self.order) + direction) % len(names)]
        self._list(self.item)

    def renew(self) -> None:
        """List the briefings as they are now; the cursor stays on its briefing."""
        self._list(self.item)

    def look(self) -> bool:
        """Return whether more has been read in the background since the last look."""
        self._library.begin()
        before, self._progress = self._progress, self._library.progress
        was_complete, self._is_complete = self._is_complete, not self._progress
        if self._is_complete and not was_complete:
            self.renew()
        return (before, was_complete) != (self._progress, self._is_complete)

    def _list(self, item: str) -> None:
        self.listing = LibraryListing(self._library.blocks(self.sought, self.order))
        is_listed = self.listing.index(item) >= 0
        self.item = item if is_listed else self.listing.item(self.listing.next_item(-1))
