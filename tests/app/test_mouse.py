"""The mouse, where it is asked for: clicks, the wheel, and no report of a mere move."""

import sys
from pathlib import Path

import pytest

from tests.pseudoterminal import Terminal
from tests.reading import sessions
from tests.reading.sessions import SEED, press
from tui.app import mouse
from tui.places import Place, View
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession

ON, OFF = "\x1b[?1000h\x1b[?1006h", "\x1b[?1006l\x1b[?1000l"


def find(session: ReadingSession, text: str) -> tuple[int, int]:
    """The column and row of a text on the screen."""
    for row, line in enumerate(sessions.screen(session).split("\n")):
        if text in line:
            return line.index(text), row
    raise AssertionError(f"{text!r} is not on the screen")


def test_the_mouse_is_the_terminals_until_it_is_asked_for() -> None:
    session = sessions.session()
    assert not session.has_mouse
    assert press(session, "ctrl+t") is Reply.MOUSE
    assert session.has_mouse
    assert session.notice.startswith("mouse on")
    press(session, "ctrl+t")
    assert not session.has_mouse
    assert session.notice == "mouse off: the terminal's own selection works"


@pytest.mark.parametrize("size", sessions.SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_click_goes_to_the_tab_or_the_item_that_it_is_on(size: tuple[int, int]) -> None:
    session = sessions.session(size)
    assert session.reader is not None
    for key in "24310":
        tab = next(tab for tab in session.reader.tabs if tab.key == key)
        mouse.click(session, *find(session, f"{key} {tab.short[0]}"))
        assert session.reader.trail[0].key == tab.id
    press(session, "4")
    mouse.click(session, *find(session, "It is fine."))
    assert session.reader.here.item == "r-again"
    _, row = find(session, "It is fine.")
    mouse.click(session, 0, row)
    assert session.reader.here.item == "r-again"


def test_a_click_on_the_evidence_beside_goes_into_it_and_one_on_the_list_comes_out() -> None:
    session = sessions.session((120, 40))
    assert session.reader is not None
    press(session, "4")
    mouse.click(session, *find(session, "QUOTABLE?"))
    assert session.reader.here == Place(View.EVIDENCE, "r-globe", "x-trap")
    mouse.click(session, *find(session, "It is fine."))
    assert session.reader.here == Place(View.PANE, "reactions", "r-again")


def test_a_click_on_evidence_of_the_item_before_does_nothing() -> None:
    session = sessions.session((120, 40))
    assert session.reader is not None
    press(session, "4", "j")
    assert session.is_behind
    beside = find(session, "QUOTABLE?")
    mouse.click(session, *beside)
    assert session.reader.here == Place(View.PANE, "reactions", "r-again")
    session.follow()
    mouse.click(session, *find(session, "QUOTABLE?"))
    assert session.reader.here.view is View.EVIDENCE


def test_clicks_on_nothing_do_nothing() -> None:
    session = sessions.session((80, 24))
    press(session, "4")
    before = sessions.screen(session)
    for column, row in ((79, 0), (0, 3), (79, 2), (5, 23), (200, 200)):
        mouse.click(session, column, row)
        assert sessions.screen(session) == before
    press(session, "ctrl+x")
    mouse.click(session, 5, 8)
    mouse.wheel(session, 1)
    assert session.is_blank


def test_the_wheel_scrolls_the_list_with_the_cursor() -> None:
    session = sessions.session((80, 12), sessions.seed())
    press(session, "2")
    top = sessions.screen(session)
    mouse.wheel(session, 1)
    assert sessions.screen(session) != top
    mouse.wheel(session, -1)
    assert sessions.screen(session).split("\n")[:8] == top.split("\n")[:8]


def test_in_a_list_that_lies_over_all_a_click_chooses() -> None:
    session = sessions.session((80, 24))
    press(session, "ctrl+p", *"copy")
    mouse.click(session, *find(session, "copy the words alone"))
    assert session.mode is not None
    assert session.mode.view is not None
    assert session.mode.view.item == "evidence.copy-words"


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
