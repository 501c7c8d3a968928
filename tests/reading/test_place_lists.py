"""The lists of places that a reader opens."""

import pytest

from tests.reading.sessions import library_session, run
from tui.reading.place_list import Outline
from tui.reading.session import ReadingSession


@pytest.mark.parametrize("id", ["annotations.list", "annotations.changes", "pane.outline"])
def test_without_a_briefing_there_is_no_list(id: str) -> None:
    session = library_session()
    assert run(session, id) == "no briefing is open"
    assert session.places is None


def test_a_list_takes_the_place_of_another(session: ReadingSession) -> None:
    run(session, "annotations.list", "pane.outline")
    assert isinstance(session.places, Outline)
    run(session, "place.leave")
    assert session.places is None


def test_without_a_list_there_is_nowhere_to_go(session: ReadingSession) -> None:
    assert run(session, "places.go") == ""


def test_without_a_meeting_nothing_was_shown(session: ReadingSession) -> None:
    assert run(session, "meeting.shown") == "there is no meeting; M begins one"


def test_room_mode_closes_a_list_that_was_made_before(session: ReadingSession) -> None:
    run(session, "pane.outline", "policy.room")
    assert session.places is None
