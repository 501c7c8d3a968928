"""The items that a reader goes through, by number, and the commands that move among them."""

from collections.abc import Callable, Mapping

from tui.reading.listing import Listing
from tui.reading.session import ReadingSession

PAGE = 5
"""Items of a page: about as many as a screen shows."""


class ItemCursor:
    """The cursor of a session: in the list that it shows, or among answers."""

    def __init__(self, session: ReadingSession) -> None:
        self._asking = session.asking
        self._list = session.places or session.reader or session.briefings
        self.listing = self._list.listing if self._list else Listing(())
        self.index = self._list.cursor if self._list else -1
        """The index of the block under the cursor; -1 if there is none."""

    @property
    def count(self) -> int:
        """The number of items."""
        return self._asking.count if self._asking else len(self.listing.items)

    @property
    def number(self) -> int:
        """The number of the item under the cursor, from 1; 0 if there is none."""
        return self._asking.number if self._asking else self.listing.ordinal(self.index)

    def go_to(self, number: int) -> None:
        """Move the cursor to the item of a number, or to the nearest one that there is."""
        number = min(max(number, 1), self.count)
        if self._asking is not None:
            self._asking.choose(number - self.number)
        elif self._list is not None and number:
            self._list.highlight(self.listing.item(self.listing.items[number - 1]))

    def go_to_section(self, direction: int) -> None:
        """Move the cursor to the next section (1), or to the start of this or the previous one."""
        head = self.listing.section(max(self.index, 0), direction)
        at = self.listing.next_item(head - 1)
        if self._list is not None and self._asking is None and head >= 0 <= at:
            self._list.highlight(self.listing.item(at))


def _by(items: int) -> Callable[[ItemCursor], None]:
    return lambda cursor: cursor.go_to(cursor.number + items)


MOVES: Mapping[str, Callable[[ItemCursor], None]] = {
    "list.next": _by(1),
    "list.previous": _by(-1),
    "list.page_down": _by(PAGE),
    "list.page_up": _by(-PAGE),
    "list.half_down": _by(PAGE // 2),
    "list.half_up": _by(-(PAGE // 2)),
    "list.end": lambda cursor: cursor.go_to(cursor.count),
    "list.home": lambda cursor: cursor.go_to(1),
    "list.next_section": lambda cursor: cursor.go_to_section(1),
    "list.previous_section": lambda cursor: cursor.go_to_section(-1),
}
"""By the id of the command."""
