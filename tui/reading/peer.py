"""What a reading session and a peer know of each other.

A peer shares the session with readers in other processes: `Presenter` tells them where this
reader is, `Follower` takes this reader to where a presenter is.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tui.meeting.record import MeetingRecord
    from tui.model.document import Document
    from tui.reading.open_briefing import OpenBriefing


class PeerHost(Protocol):
    """The part of a reading session that a peer uses."""

    notice: str
    """A message for the reader."""

    @property
    def reader(self) -> "OpenBriefing | None":
        """The open briefing."""

    @property
    def is_typing(self) -> bool:
        """Whether the reader is typing, and must not be taken elsewhere."""

    def open(self, document: "Document", /) -> None:
        """Open another briefing."""

    def key_label(self, id: str, /) -> str:
        """Return the key of a command as it is displayed; empty if it has none."""


class Peer(Protocol):
    """The part of a peer that a reading session and its screen use.

    `arrive` comes first; `begin` once, when an event loop runs; `close` last. All but `arrive`
    and `status` need the event loop if `begin` was called.
    """

    scopes: Sequence[str]
    """The scopes of the commands that the peer adds."""

    @property
    def is_away(self) -> bool:
        """Whether the reader is not where the presenter is, but could be."""

    @property
    def record(self) -> "MeetingRecord":
        """What was shown so far."""

    def status(self) -> str:
        """Return the state of the connection, for the footer."""

    def arrive(self, host: PeerHost) -> None:
        """Join a session before it is displayed for the first time."""

    def begin(self, show: Callable[[], None]) -> None:
        """Start to communicate; `show` displays what has changed in the session."""

    def moved(self) -> None:
        """React to a change in the session, before it is displayed."""

    def come_back(self) -> str:
        """Take the reader to where the presenter is; return a message."""

    def leave(self) -> None:
        """Tell the others that the reader leaves on purpose; `close` follows."""

    def close(self) -> None:
        """Stop communicating."""
