"""What was asked or sought, gone through find by find, and from one briefing to the next."""

from collections.abc import Callable, Sequence

from tui.search.vocabulary import is_unspaced
from tui.text.fold import search_key

TELLING = 3
"""Letters from which on it tells something that a word stands there, or a part of one."""


class ResultCursor:
    """The finds of a question, briefing by briefing; past an end it goes round."""

    def __init__(
        self,
        sought: str,
        paths: Sequence[str],
        finds: Callable[[str], Sequence[str]],
        path: str,
        item: str = "",
    ) -> None:
        """It begins at `item` of the briefing at `path`, or at the first find there.

        `finds` tells the items of a briefing that answer, in the order in which they are gone
        through; it is asked when one comes to the briefing. The one path of a briefing that is
        open without a library is empty.
        """
        words = search_key(sought).text.split()
        self.words = tuple(word for word in words if len(word) >= TELLING or is_unspaced(word))
        """Those of the words that are brought out wherever they stand."""
        self._sought = sought
        self._paths = paths
        self._finds = finds
        self._briefing = paths.index(path)
        self._items = [*finds(path)]
        self._item = self._items.index(item) if item in self._items else 0

    @property
    def path(self) -> str:
        """The briefing that one is in."""
        return self._paths[self._briefing]

    @property
    def item(self) -> str:
        """The item that one is at; empty where there is none any more."""
        return self._items[self._item] if self._items else ""

    @property
    def said(self) -> str:
        """Where one is, in words."""
        here = f"{self._sought}: {self._item + 1} of {len(self._items)}"
        many = len(self._paths)
        return f"{here}, briefing {self._briefing + 1:,} of {many:,}" if many > 1 else here

    def step(self, direction: int, *, stays: bool = False) -> None:
        """The next find (1), or the one before (-1); with `stays` in the same briefing."""
        at = self._item + direction
        if stays or len(self._paths) == 1 or 0 <= at < len(self._items):
            self._item = at % max(len(self._items), 1)
            return
        for _ in self._paths:
            self._briefing = (self._briefing + direction) % len(self._paths)
            self._items = [*self._finds(self.path)]
            if self._items:
                break
        self._item = 0 if direction > 0 else max(len(self._items) - 1, 0)
