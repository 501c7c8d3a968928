"""Leaving a place, a briefing and the program."""

import pytest

from tests.reading.sessions import ask, here, library_session, run
from tui.places import Place, View
from tui.reading.leaving import cancel, leave
from tui.reading.session import ReadingSession

HELD = ("policy.room", "meeting.open")


def test_a_level_is_left_at_a_time_and_the_program_at_the_outermost(
    session: ReadingSession,
) -> None:
    run(session, "pane.2", "evidence.open", "evidence.source")
    assert [leave(session) for _ in range(3)] == [False, False, True]
    assert here(session) == Place(View.PANE, "background", "c-joined")


def test_what_covers_the_panes_is_closed_first(session: ReadingSession) -> None:
    run(session, "pane.outline")
    assert not leave(session)
    assert session.places is None
    ask(session, "trap")
    assert not leave(session)
    assert session.asking is None
    assert leave(session)


def test_a_briefing_of_a_library_is_left_for_its_list() -> None:
    session = library_session()
    run(session, "library.open")
    assert not leave(session)
    assert session.reader is None
    assert leave(session)


@pytest.mark.parametrize("id", HELD)
def test_while_others_look_on_a_notice_says_what_leaves(id: str, session: ReadingSession) -> None:
    run(session, id)
    assert not leave(session)
    assert session.notice.endswith("only ctrl+q leaves")
    assert cancel(session).endswith("only ctrl+q leaves")


def test_at_the_agenda_no_level_is_left(session: ReadingSession) -> None:
    run(session, "meeting.open")
    assert not leave(session)
    assert session.is_at_agenda


def test_cancelling_closes_what_covers_the_panes(session: ReadingSession) -> None:
    run(session, "annotations.list")
    assert cancel(session) == ""
    assert session.places is None
    assert cancel(session) == "q leaves, one level at a time; ctrl+q at once"
