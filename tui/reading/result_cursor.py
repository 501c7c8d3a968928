"""The results of a question or a library search, stepped through from briefing to briefing."""

from collections.abc import Callable, Sequence

from tui.search.vocabulary import is_unspaced
from tui.text.fold import search_key

TELLING = 3
"""Letters from which on a word is highlighted where it stands."""


class ResultCursor:
    """A position among results; past an end it goes round."""

    def __init__(
        self,
        query: str,
        paths: Sequence[str],
        items_of: Callable[[str], Sequence[str]],
        path: str,
        item: str = "",
    ) -> None:
        """Begin at an item, or at the first result of a briefing.

        Args:
            query: What was asked or sought.
            paths: The briefings with results; one empty path where there is no library.
            items_of: Returns the results in a briefing; called when the cursor comes to it.
            path: The briefing to begin in, one of `paths`.
            item: The result to begin at.
        """
        words = search_key(query).text.split()
        self.words = tuple(word for word in words if len(word) >= TELLING or is_unspaced(word))
        """The words to be highlighted."""
        self._query = query
        self._paths = paths
        self._items_of = items_of
        self._briefing = paths.index(path)
        self._items = [*items_of(path)]
        self._item = self._items.index(item) if item in self._items else 0

    @property
    def path(self) -> str:
        """The current briefing."""
        return self._paths[self._briefing]

    @property
    def item(self) -> str:
        """The current result; empty if there is none any more."""
        return self._items[self._item] if self._items else ""

    @property
    def said(self) -> str:
        """The position in words."""
        here = f"{self._query}: {self._item + 1} of {len(self._items)}"
        many = len(self._paths)
        return f"{here}, briefing {self._briefing + 1:,} of {many:,}" if many > 1 else here

    def step(self, direction: int, *, stays: bool = False) -> None:
        """Go to the next (1) or previous (-1) result; with `stays`, within this briefing."""
        at = self._item + direction
        if stays or len(self._paths) == 1 or 0 <= at < len(self._items):
            self._item = at % max(len(self._items), 1)
            return
        for _ in self._paths:
            self._briefing = (self._briefing + direction) % len(self._paths)
            self._items = [*self._items_of(self.path)]
            if self._items:
                break
        self._item = 0 if direction > 0 else max(len(self._items) - 1, 0)
