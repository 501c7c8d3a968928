"""The briefings of a library that the reader was in, with the history within each."""

from tui.reading.history import History

KEPT_BRIEFINGS = 50
"""Briefings that are remembered; more than a reader goes back."""


class BriefingHistory:
    """Back and forward from briefing to briefing."""

    def __init__(self) -> None:
        self._behind: list[tuple[str, History]] = []
        self._ahead: list[tuple[str, History]] = []
        self._left: tuple[str, History] | None = None
        """The briefing that was left and after which none was opened yet."""

    def leave(self, path: str, history: History) -> None:
        """Take note of a briefing that is left."""
        if path:
            self._left = (path, history)

    def arrive(self, path: str) -> None:
        """Take note of a briefing that is opened; if it is another one, forget what lay ahead."""
        if self._left is not None and self._left[0] != path:
            self._behind.append(self._left)
            del self._behind[:-KEPT_BRIEFINGS]
            self._ahead.clear()
        self._left = None

    def target(self, direction: int) -> str:
        """Return the path of the briefing back (1) or forward (-1); empty if there is none."""
        stack = self._behind if direction > 0 else self._ahead
        return stack[-1][0] if stack else ""

    def turn(self, direction: int, path: str, history: History) -> History:
        """Go back (1) or forward (-1) from a briefing; return the history within the target."""
        behind, ahead = self._behind, self._ahead
        source, other = (behind, ahead) if direction > 0 else (ahead, behind)
        other.append((path, history))
        return source.pop()[1]
