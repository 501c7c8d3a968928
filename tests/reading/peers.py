"""A peer of a reading session in tests."""

from collections.abc import Callable, Sequence

from tui.meeting.record import MeetingRecord, Showing
from tui.reading.peer import PeerHost


class RecordingPeer:
    """A peer that has shown one item, and records the calls of its methods."""

    record = MeetingRecord((Showing("j1", 0.0, 60.0),))

    def __init__(self, *, is_away: bool = False) -> None:
        self.is_away = is_away
        self.scopes: Sequence[str] = ("follow",)
        self.calls: list[str] = []

    def status(self) -> str:
        return "nobody"

    def arrive(self, host: PeerHost) -> None:
        self.calls.append(f"arrive {host.reader.here.key}" if host.reader else "arrive")

    def begin(self, show: Callable[[], None]) -> None:
        self.calls.append("begin")

    def moved(self) -> None:
        self.calls.append("moved")

    def come_back(self) -> str:
        self.calls.append("come back")
        return "with it"

    def leave(self) -> None:
        self.calls.append("leave")

    def close(self) -> None:
        self.calls.append("close")
