"""The application and a peer: which methods it calls, and when."""

from collections.abc import Callable, Sequence

from tests.app.test_app import running, seen
from tests.reading import sessions
from tui.meeting.record import MeetingRecord
from tui.reading.peer import PeerHost


class RecordingPeer:
    """A peer that records the calls of its methods."""

    is_away = False
    record = MeetingRecord()

    def __init__(self) -> None:
        self.scopes: Sequence[str] = ("follow",)
        self.calls: list[str] = []
        self.text = ""
        self.show: Callable[[], None] = lambda: None
        self.host: PeerHost

    def status(self) -> str:
        return self.text

    def arrive(self, host: PeerHost) -> None:
        self.host = host
        self.calls.append("arrive")

    def begin(self, show: Callable[[], None]) -> None:
        self.calls.append("begin")
        self.show = show

    def moved(self) -> None:
        assert self.host.reader is not None
        self.calls.append(f"moved {self.host.reader.here.key}")

    def come_back(self) -> str:
        return "with it"

    def leave(self) -> None:
        self.calls.append("leave")

    def close(self) -> None:
        self.calls.append("close")


async def test_a_peer_is_told_every_place_and_the_end() -> None:
    peer = RecordingPeer()
    session = sessions.session(peer=peer)
    assert peer.calls == ["arrive"]
    async with running(session, (80, 24)) as pilot:
        assert peer.calls[-1] == "begin"
        await pilot.press("2")
        assert peer.calls[-1] == "moved background"
        peer.calls.clear()
        await pilot.press("ctrl+q")
    assert [each for each in peer.calls if not each.startswith("moved")] == ["leave", "close"]
    peer.show()  # too late, and no harm


async def test_a_change_of_status_is_displayed_without_a_key() -> None:
    peer = RecordingPeer()
    async with running(sessions.session(peer=peer), (80, 24)) as pilot:
        peer.text = "three follow"
        peer.show()
        await pilot.pause()
        assert "three follow" in seen(pilot)


async def test_a_peer_is_closed_but_does_not_leave_when_the_program_is_terminated() -> None:
    peer = RecordingPeer()
    async with running(sessions.session(peer=peer), (80, 24)) as pilot:
        pilot.app.exit(return_code=143)
    assert peer.calls[-1] == "close"
    assert "leave" not in peer.calls


def test_the_key_to_return_asks_the_peer() -> None:
    peer = RecordingPeer()
    session = sessions.session(peer=peer)
    sessions.press(session, "F")
    assert session.notice == "with it"


def test_a_session_knows_when_the_reader_types() -> None:
    session = sessions.session()
    assert not session.is_typing
    for keys, typed in (("/", True), ("escape", False), ("?", False)):
        sessions.press(session, keys)
        assert session.is_typing is typed
