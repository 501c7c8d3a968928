"""One history over the briefings of a library: back from where one began in one to the one before.

Within a briefing that is open, `navigation` has it.
"""

from typing import TYPE_CHECKING, NamedTuple

from tui.reading.history import History
from tui.text.clean import clean

if TYPE_CHECKING:
    from tui.reading.session import ReadingSession

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

    def leave(self, session: "ReadingSession") -> None:
        """Take note of where one is, before another briefing or the library is shown."""
        if session.reader is not None and session.opened:
            self._left = Stay(session.opened, session.reader.navigation)

    def arrive(self, path: str) -> None:
        """Take note of the briefing that is opened; what one had gone back from is forgotten."""
        if self._left is not None and self._left.path != path:
            self._behind.append(self._left)
            del self._behind[:-KEPT_BRIEFINGS]
            self._ahead.clear()
        self._left = None

    def leads(self, direction: int) -> bool:
        """Whether there is a briefing to turn to."""
        return bool(self._behind if direction > 0 else self._ahead)

    def turn(self, session: "ReadingSession", direction: int) -> str:
        """Back to the briefing before (1), or forward again (-1); says if there is none."""
        stays, others = (
            (self._behind, self._ahead) if direction > 0 else (self._ahead, self._behind)
        )
        if session.reader is None or session.library is None or not stays:
            return "this is where you began" if direction > 0 else "nothing lies ahead"
        stay = stays[-1]
        try:
            document = session.library.open(stay.path)
        except OSError as error:
            return clean(f"{stay.path}: {error.strerror or error}")
        others.append(Stay(session.opened, session.reader.navigation))
        stays.pop()
        behind, ahead = list(self._behind), list(self._ahead)
        session.keep()
        session.open(document, path=stay.path)
        self._behind, self._ahead = behind, ahead
        session.reader.restore(stay.navigation)
        return session.notice
