"""One history over the briefings of a library: back from where one began in one to the one before.

Within a briefing that is open, `navigation` has it.
"""

from typing import NamedTuple

from tui.reading.history import History
from tui.reading.open_briefing import OpenBriefing

KEPT_BRIEFINGS = 50
"""Briefings that the history remembers; more than anyone goes back."""


class Stay(NamedTuple):
    """A briefing that one has been in, and where in it."""

    path: str
    """By which the library has it."""
    navigation: History


class BriefingHistory:
    """The briefings that one has been in before this one, and those that one has gone back from."""

    def __init__(self) -> None:
        self._behind: list[Stay] = []
        self._ahead: list[Stay] = []
        self._left: Stay | None = None

    def leave(self, path: str, reader: OpenBriefing | None) -> None:
        """Take note of where one is, before another briefing or the library is shown."""
        if reader is not None and path:
            self._left = Stay(path, reader.navigation)

    def arrive(self, path: str) -> None:
        """Take note of the briefing that is opened; what one had gone back from is forgotten."""
        if self._left is not None and self._left.path != path:
            self._behind.append(self._left)
            del self._behind[:-KEPT_BRIEFINGS]
            self._ahead.clear()
        self._left = None

    def peek(self, direction: int) -> Stay | None:
        """The briefing before this one (1), or the one to go forward to (-1)."""
        stays = self._behind if direction > 0 else self._ahead
        return stays[-1] if stays else None

    def turned(self, direction: int, here: Stay) -> "BriefingHistory":
        """The history once one has gone from `here` to what `peek` gives."""
        turned = BriefingHistory()
        turned._behind, turned._ahead = [*self._behind], [*self._ahead]
        left, entered = (
            (turned._behind, turned._ahead) if direction > 0 else (turned._ahead, turned._behind)
        )
        left.pop()
        entered.append(here)
        return turned
