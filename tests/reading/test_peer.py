"""What a reading session and a peer know of each other."""

from collections.abc import Callable, Sequence

from tests.reading import sessions
from tests.reading.sessions import run
from tui.meeting.record import MeetingRecord, Showing
from tui.reading.peer import PeerHost


class RecordingPeer:
    """A peer that records the calls of its methods."""

    is_away = False
    record = MeetingRecord((Showing("j1", 0.0, 60.0),))

    def __init__(self) -> None:
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


def test_a_peer_joins_a_session_whose_briefing_is_open() -> None:
    peer = RecordingPeer()
    sessions.session(peer=peer)
    assert peer.calls == ["arrive summary"]


def test_a_peer_joins_a_session_at_the_list_of_a_library() -> None:
    peer = RecordingPeer()
    sessions.library_session(peer=peer)
    assert peer.calls == ["arrive"]


def test_the_command_to_return_asks_the_peer() -> None:
    peer = RecordingPeer()
    session = sessions.session(peer=peer)
    assert run(session, "follow.return") == "with it"
    assert "come back" in peer.calls


def test_what_a_presenter_showed_is_listed_without_a_meeting() -> None:
    session = sessions.session(peer=RecordingPeer())
    run(session, "meeting.shown")
    assert "Beijing will likely stay silent." in sessions.shown(session)
