"""The commands of a reader who follows."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.reading.session import ReadingSession


def come_back(session: "ReadingSession") -> str:
    """Return to where the presenter is."""
    return session.peer.come_back() if session.peer is not None else ""
