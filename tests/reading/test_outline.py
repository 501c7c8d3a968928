"""The outline of a briefing."""

import pytest

from tests.reading import sessions
from tests.reading.sessions import press, screen
from tui.places import Place, View
from tui.reading.outline import Outline
from tui.reading.session import ReadingSession


@pytest.fixture
def session() -> ReadingSession:
    """A desk with the outline over the reactions."""
    made = sessions.session()
    press(made, "4", "j", "t")
    return made


def here(session: ReadingSession) -> Place:
    assert session.reader is not None
    return session.reader.here


def test_it_begins_at_the_item_that_one_is_on(session: ReadingSession) -> None:
    assert "▾ Reactions" in screen(session)
    assert "▸ Background" in screen(session)
    press(session, "\r")
    assert here(session) == Place(View.PANE, "reactions", "r-again")


def test_enter_goes_to_an_item_or_a_pane(session: ReadingSession) -> None:
    press(session, "j", "\r")
    assert here(session) == Place(View.PANE, "reactions", "r-silence")
    press(session, "t", "g", "\r")
    assert here(session).key == "summary"


def test_panes_are_opened_and_closed(session: ReadingSession) -> None:
    press(session, "h")
    assert "▸ Reactions" in screen(session)
    assert "It is fine." not in screen(session)
    press(session, "h", "g", "j", "l")
    assert "▾ Background" in screen(session)
    press(session, "j", "\r")
    assert here(session) == Place(View.PANE, "background", "c-joined")


@pytest.mark.parametrize("key", ["t", "q", "\x1b"])
def test_it_closes_and_leaves_one_where_one_was(key: str, session: ReadingSession) -> None:
    press(session, "g", key)
    assert session.mode is None
    assert here(session).item == "r-again"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
def test_each_item_has_one_line(size: tuple[int, int]) -> None:
    session = sessions.session(size, sessions.seed())
    press(session, "6", "t")
    assert isinstance(session.mode, Outline)
    view = session.shown.list
    assert {view.flow.height(at) for at in range(len(view.blocks))} == {1}


def test_a_room_has_no_judgments_in_it() -> None:
    session = sessions.session()
    press(session, "R", "t")
    assert isinstance(session.mode, Outline)
    assert "judgment" not in screen(session).lower()
    assert "Problems" not in screen(session)
