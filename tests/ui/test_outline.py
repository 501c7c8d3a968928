"""The outline of a briefing."""

import pytest

from tests.ui import desks
from tests.ui.desks import press, screen
from tui.places import Place, View
from tui.ui.desk import Desk
from tui.ui.outline import Outline


@pytest.fixture
def desk() -> Desk:
    """A desk with the outline over the reactions."""
    made = desks.desk()
    press(made, "4", "j", "t")
    return made


def here(desk: Desk) -> Place:
    assert desk.reader is not None
    return desk.reader.here


def test_it_begins_at_the_item_that_one_is_on(desk: Desk) -> None:
    assert "▾ Reactions" in screen(desk)
    assert "▸ Background" in screen(desk)
    press(desk, "\r")
    assert here(desk) == Place(View.PANE, "reactions", "r-again")


def test_enter_goes_to_an_item_or_a_pane(desk: Desk) -> None:
    press(desk, "j", "\r")
    assert here(desk) == Place(View.PANE, "reactions", "r-silence")
    press(desk, "t", "g", "\r")
    assert here(desk).key == "summary"


def test_panes_are_opened_and_closed(desk: Desk) -> None:
    press(desk, "h")
    assert "▸ Reactions" in screen(desk)
    assert "It is fine." not in screen(desk)
    press(desk, "h", "g", "j", "l")
    assert "▾ Background" in screen(desk)
    press(desk, "j", "\r")
    assert here(desk) == Place(View.PANE, "background", "c-joined")


@pytest.mark.parametrize("key", ["t", "q", "\x1b"])
def test_it_closes_and_leaves_one_where_one_was(key: str, desk: Desk) -> None:
    press(desk, "g", key)
    assert desk.mode is None
    assert here(desk).item == "r-again"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
def test_each_item_has_one_line(size: tuple[int, int]) -> None:
    desk = desks.desk(size, desks.seed())
    press(desk, "6", "t")
    assert isinstance(desk.mode, Outline)
    view = desk.shown.list
    assert {view.flow.height(at) for at in range(len(view.blocks))} == {1}


def test_a_room_has_no_judgments_in_it() -> None:
    desk = desks.desk()
    press(desk, "R", "t")
    assert isinstance(desk.mode, Outline)
    assert "judgment" not in screen(desk).lower()
    assert "Problems" not in screen(desk)
