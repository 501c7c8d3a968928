"""Whoever is with the reader in a briefing: those who follow, or the one who is followed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from tui.meeting.record import MeetingRecord

SessionT_contra = TypeVar("SessionT_contra", contravariant=True)
"""The reading session, which this module does not import: a session has a peer."""


class Peer(Protocol[SessionT_contra]):
    """What the desk and the application know of it."""

    @property
    def scopes(self) -> Sequence[str]:
        """Which commands work beside all others, since it is there."""

    @property
    def is_away(self) -> bool:
        """The reader is not with it, and could be."""

    @property
    def record(self) -> "MeetingRecord":
        """What was shown so far."""

    def told(self, session: SessionT_contra) -> str:
        """How things stand with it, for the footer."""

    def arrive(self, session: SessionT_contra) -> None:
        """The desk is there, and nothing of it has been seen."""

    def begin(self, session: SessionT_contra, show: Callable[[], None]) -> None:
        """A loop runs from here on; `show` shows what has changed on the desk."""

    def moved(self, session: SessionT_contra) -> None:
        """The desk may have changed, and is about to be seen."""

    def come_back(self, session: SessionT_contra) -> str:
        """Take the reader to where it is; says what comes of it."""

    def leave(self) -> None:
        """The reader leaves of their own accord; `close` comes after that."""

    def close(self) -> None:
        """The loop ends."""
