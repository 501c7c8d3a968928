"""What is done before it is asked for."""

from pathlib import Path

import pytest

from tests.bench import written
from tests.reading.sessions import Memory, SmallLibrary, press, screen, session
from tui.app.idle_work import Work, work
from tui.app.keyboard.dispatch import dispatch
from tui.load import load_document
from tui.model.document import Document
from tui.reading.asking import Asking
from tui.reading.search_scope import AT_ONCE, IN_PASSING
from tui.reading.session import ReadingSession

ITEMS = AT_ONCE + 2 * IN_PASSING + 50


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Document:
    file: Path = tmp_path_factory.mktemp("large") / "large.yaml"
    file.write_text(written.large(ITEMS), "utf-8")
    return load_document(file)


def finish(at: ReadingSession) -> Work:
    left = Work.MORE
    while left is Work.MORE:
        left = work(at)
    return left


def test_what_is_taken_in_ahead_is_asked_at_once(large: Document) -> None:
    at = session(document=large)
    assert work(at) is Work.MORE
    assert finish(at) is Work.NONE
    press(at, "f", *"wang")
    assert "OFFICIAL STATEMENT  Wang Yi" in screen(at)
    assert work(at) is Work.NONE


def test_who_asks_before_that_has_the_answer_as_soon_as_it_is_done(large: Document) -> None:
    at = session(document=large)
    press(at, "f", *"wang")
    seen = screen(at)
    assert "The briefing is being taken in" in seen
    assert "Ask, reading" in seen
    assert finish(at) is Work.SHOWN
    assert "OFFICIAL STATEMENT  Wang Yi" in screen(at)
    assert "reading" not in screen(at)


def test_enter_waits_for_the_answer_and_does_not_leave_without(large: Document) -> None:
    at = session(document=large)
    press(at, "f", *"wang", "enter")
    assert "OFFICIAL STATEMENT  Wang Yi" in screen(at)
    assert isinstance(at.mode, Asking)
    assert at.mode.prompt is not None
    press(at, "enter", "enter")
    assert at.mode is None


def test_answers_are_those_of_a_briefing_that_was_taken_in_as_a_whole(large: Document) -> None:
    ahead, at_once = session(document=large), session(document=large)
    finish(ahead)
    press(at_once, "f", *"china", "enter", "ctrl+c")
    for question in ("wang yi", "china", "2019", "wnag", "북한", "zz"):
        for each in (ahead, at_once):
            press(each, "f", *question)
        assert screen(ahead) == screen(at_once)
        assert "reading" not in screen(ahead)
        for each in (ahead, at_once):
            press(each, "ctrl+c")


def test_in_a_room_it_is_done_again_for_what_may_be_seen_there() -> None:
    at = session()
    assert finish(at) is Work.NONE
    before = at.search_scope
    press(at, "R")
    work(at)
    assert at.search_scope is not before
    press(at, "f", *"beijing will")
    assert "j1" not in screen(at)


def test_in_the_list_of_a_library_there_is_nothing_to_take_in() -> None:
    at = ReadingSession(
        dispatch=dispatch,
        document=None,
        library=SmallLibrary(),
        memory=Memory(),
    )
    assert work(at) is Work.NONE
