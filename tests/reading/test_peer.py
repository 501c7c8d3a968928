"""What a reading session and a peer know of each other."""

from tests.reading import sessions
from tests.reading.peers import RecordingPeer
from tests.reading.sessions import run


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
