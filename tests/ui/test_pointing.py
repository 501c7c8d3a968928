"""The mouse, where it is asked for: clicks, the wheel, and no report of a mere move."""

import sys
from pathlib import Path

import pytest

from tests.pseudoterminal import Terminal
from tests.ui import desks
from tests.ui.desks import SEED, press
from tui.places import Place, View
from tui.ui import pointing
from tui.ui.desk import Desk
from tui.ui.reply import Reply

ON, OFF = "\x1b[?1000h\x1b[?1006h", "\x1b[?1006l\x1b[?1000l"


def find(desk: Desk, text: str) -> tuple[int, int]:
    """The column and row of a text on the screen."""
    for row, line in enumerate(desks.screen(desk).split("\n")):
        if text in line:
            return line.index(text), row
    raise AssertionError(f"{text!r} is not on the screen")


def test_the_mouse_is_the_terminals_until_it_is_asked_for() -> None:
    desk = desks.desk()
    assert not desk.has_mouse
    assert press(desk, "ctrl+t") is Reply.MOUSE
    assert desk.has_mouse
    assert desk.notice.startswith("mouse on")
    press(desk, "ctrl+t")
    assert not desk.has_mouse
    assert desk.notice == "mouse off: the terminal's own selection works"


@pytest.mark.parametrize("size", desks.SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_click_goes_to_the_tab_or_the_item_that_it_is_on(size: tuple[int, int]) -> None:
    desk = desks.desk(size)
    assert desk.reader is not None
    for key in "24310":
        tab = next(tab for tab in desk.reader.tabs if tab.key == key)
        pointing.click(desk, *find(desk, f"{key} {tab.short[0]}"))
        assert desk.reader.trail[0].key == tab.id
    press(desk, "4")
    pointing.click(desk, *find(desk, "It is fine."))
    assert desk.reader.here.item == "r-again"
    _, row = find(desk, "It is fine.")
    pointing.click(desk, 0, row)
    assert desk.reader.here.item == "r-again"


def test_a_click_on_the_evidence_beside_goes_into_it_and_one_on_the_list_comes_out() -> None:
    desk = desks.desk((120, 40))
    assert desk.reader is not None
    press(desk, "4")
    pointing.click(desk, *find(desk, "QUOTABLE?"))
    assert desk.reader.here == Place(View.EVIDENCE, "r-globe", "x-trap")
    pointing.click(desk, *find(desk, "It is fine."))
    assert desk.reader.here == Place(View.PANE, "reactions", "r-again")


def test_a_click_on_evidence_of_the_item_before_does_nothing() -> None:
    desk = desks.desk((120, 40))
    assert desk.reader is not None
    press(desk, "4", "j")
    assert desk.is_behind
    beside = find(desk, "QUOTABLE?")
    pointing.click(desk, *beside)
    assert desk.reader.here == Place(View.PANE, "reactions", "r-again")
    desk.follow()
    pointing.click(desk, *find(desk, "QUOTABLE?"))
    assert desk.reader.here.view is View.EVIDENCE


def test_clicks_on_nothing_do_nothing() -> None:
    desk = desks.desk((80, 24))
    press(desk, "4")
    before = desks.screen(desk)
    for column, row in ((79, 0), (0, 3), (79, 2), (5, 23), (200, 200)):
        pointing.click(desk, column, row)
        assert desks.screen(desk) == before
    press(desk, "ctrl+x")
    pointing.click(desk, 5, 8)
    pointing.wheel(desk, 1)
    assert desk.is_blank


def test_the_wheel_scrolls_the_list_with_the_cursor() -> None:
    desk = desks.desk((80, 12), desks.seed())
    press(desk, "2")
    top = desks.screen(desk)
    pointing.wheel(desk, 1)
    assert desks.screen(desk) != top
    pointing.wheel(desk, -1)
    assert desks.screen(desk).split("\n")[:8] == top.split("\n")[:8]


def test_in_a_list_that_lies_over_all_a_click_chooses() -> None:
    desk = desks.desk((80, 24))
    press(desk, "ctrl+p", *"copy")
    pointing.click(desk, *find(desk, "copy the words alone"))
    assert desk.mode is not None
    assert desk.mode.view is not None
    assert desk.mode.view.item == "evidence.copy-words"


def test_on_a_terminal_clicks_and_the_wheel_are_asked_for_and_moves_never(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tui", str(SEED)]
    home = {"XDG_STATE_HOME": str(tmp_path)}
    with Terminal(command, environment=home) as terminal:
        terminal.wait_for("? help")
        terminal.press("2")
        terminal.wait_for("[2 ")
        assert "\x1b[?1000h" not in terminal.output.decode()
        terminal.press("\x14")
        terminal.wait_for("mouse on")
        row = next(at for at, line in enumerate(terminal.text().split("\n"), 1) if "[2 " in line)
        column = terminal.text().split("\n")[row - 1].index("1 ") + 1
        terminal.press(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")
        terminal.wait_for("[1 ")
        before = len(terminal.output)
        for step in range(10):
            terminal.press(f"\x1b[<35;{10 + step};8M")  # a move, which nobody asked for
        terminal.press("\x14")
        terminal.wait_for("mouse off")
        sent = terminal.output.decode()
        assert sent.count(ON) == sent.count(OFF) == 1
        for mode in (1002, 1003, 1015, 1016):
            assert f"\x1b[?{mode}h" not in sent
        assert len(terminal.output) - before < 2_500  # what is said of the mouse, once
