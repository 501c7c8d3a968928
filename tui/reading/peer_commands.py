"""What the keys do where somebody is followed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.reading.session import ReadingSession


def come_back(session: "ReadingSession") -> str:
    """Back to where the presenter is."""
    return session.peer.come_back(session) if session.peer is not None else ""
