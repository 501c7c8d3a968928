"""What commands ask the reader to type."""

import pytest

from tests.reading import sessions
from tests.reading.sessions import Memory, cancel, enter, here, library_session, run
from tui.places import Place, View
from tui.reading.prompts import PROMPTS
from tui.reading.session import ReadingSession


@pytest.mark.parametrize("letter", ["", "-", "ab", "\x1b"])
def test_only_a_letter_or_a_digit_is_a_mark(letter: str) -> None:
    memory = Memory()
    session = sessions.session(memory=memory)
    for id in ("mark.set", "mark.go"):
        assert enter(session, id, letter)
        assert session.notice == "a mark is one letter or digit"
    assert not memory.marked


def test_a_cancelled_prompt_leaves_the_session_as_it_was() -> None:
    memory = Memory()
    session = sessions.session(memory=memory)
    run(session, "pane.4", "list.next")
    before = sessions.shown(session)
    for id in ("find.open", "find.ask", "mark.set", "mark.go", "annotations.note"):
        cancel(session, id, "trap")
        assert sessions.shown(session) == before
        assert session.asking is None
    assert not memory.written
    assert not memory.marked


def test_words_that_are_not_found_lead_nowhere(session: ReadingSession) -> None:
    enter(session, "find.open", "nowhere")
    assert session.notice == "not found: nowhere"
    assert here(session) == Place(View.PANE, "summary", "j1")
    assert session.finder is not None
    assert not session.finder.is_active


def test_found_words_are_kept(session: ReadingSession) -> None:
    enter(session, "find.open", "globe")
    assert session.highlighted_words == ("globe",)
    run(session, "find.next")
    assert here(session) == Place(View.PANE, "reactions", "r-globe")


def test_a_question_without_an_answer_closes_nothing(session: ReadingSession) -> None:
    assert not enter(session, "find.ask", "qqqq")
    assert enter(session, "find.ask", "trap")
    assert session.asking is not None
    assert session.asking.is_held


def test_a_cancelled_filter_brings_the_list_back() -> None:
    session = library_session()
    assert session.briefings is not None
    session.briefings.item = "gone"
    cancel(session, "library.filter", "small")
    assert (session.briefings.sought, session.briefings.item) == ("", "gone")


@pytest.mark.parametrize("id", ["find.open", "annotations.note", "mark.set", "mark.go"])
def test_without_a_briefing_there_is_nothing_to_type(id: str) -> None:
    assert PROMPTS[id](library_session()) == "no briefing is open"


def test_without_a_library_there_is_nothing_to_filter(session: ReadingSession) -> None:
    assert PROMPTS["library.filter"](session) == "there is no library"
