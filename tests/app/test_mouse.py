"""The mouse, when it is on: clicks, the wheel, selection, and no report of mere moves."""

import sys
from pathlib import Path

import pytest
from textual.events import MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot

from tests.app.pilots import SIZES, burst, running, screen
from tests.pseudoterminal import Terminal
from tests.reading import sessions
from tui.app.widgets.item_list import ItemList
from tui.places import Place, View

ON, OFF = "\x1b[?1000h\x1b[?1002h\x1b[?1006h", "\x1b[?1006l\x1b[?1002l\x1b[?1000l"


def find(pilot: Pilot[None], text: str) -> tuple[int, int]:
    """Return the column and row of a text on the screen."""
    for row, line in enumerate(screen(pilot).split("\n")):
        if text in line:
            return line.index(text), row
    raise AssertionError(f"{text!r} is not on the screen")


async def click(pilot: Pilot[None], text: str) -> None:
    """Click on the first character of a text."""
    await pilot.click(offset=find(pilot, text))
    await pilot.pause()


async def scroll(pilot: Pilot[None], event: type[MouseScrollDown] | type[MouseScrollUp]) -> None:
    """Turn the wheel a notch over the list."""
    shown = pilot.app.screen.query_one("#list", ItemList)
    shown.post_message(event(shown, 0, 0, 0, 1, 0, shift=False, meta=False, ctrl=False))
    await pilot.pause()


async def test_ctrl_t_turns_the_mouse_on_and_off() -> None:
    async with running(sessions.session(), (120, 40)) as pilot:
        await burst(pilot, "ctrl+t")
        assert "mouse on: it clicks and scrolls here" in screen(pilot)
        await burst(pilot, "ctrl+t")
        assert "mouse off: the terminal's own selection works" in screen(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_click_opens_the_pane_of_a_tab_or_goes_to_an_item(size: tuple[int, int]) -> None:
    session = sessions.session()
    async with running(session, size) as pilot:
        for key in "24310":
            tab = next(tab for tab in sessions.reader(session).tabs if tab.key == key)
            await click(pilot, f"{key} {tab.short[0]}")
            assert sessions.reader(session).trail[0].key == tab.id
        await burst(pilot, "4")
        await click(pilot, "It is fine.")
        assert sessions.here(session).item == "r-again"


async def test_a_click_on_the_side_pane_goes_into_it_and_one_on_the_list_comes_back() -> None:
    session = sessions.session()
    async with running(session, (120, 40)) as pilot:
        await burst(pilot, "4")
        await click(pilot, "QUOTABLE")
        assert sessions.here(session) == Place(View.EVIDENCE, "r-globe", "x-trap")
        await click(pilot, "It is fine.")
        assert sessions.here(session) == Place(View.PANE, "reactions", "r-again")


async def test_a_click_on_anything_else_does_nothing() -> None:
    async with running(sessions.session()) as pilot:
        await burst(pilot, "4")
        before = screen(pilot)
        for offset in ((79, 0), (0, 3), (79, 2), (5, 23)):
            await pilot.click(offset=offset)
            await pilot.pause()
            assert screen(pilot) == before


async def test_the_wheel_scrolls_the_list_with_the_cursor() -> None:
    async with running(sessions.session(sessions.seed()), (80, 12)) as pilot:
        await burst(pilot, "2")
        top = screen(pilot).split("\n")
        await scroll(pilot, MouseScrollDown)
        assert screen(pilot).split("\n")[:8] != top[:8]
        await scroll(pilot, MouseScrollUp)
        assert screen(pilot).split("\n")[:8] == top[:8]


async def test_a_click_in_the_palette_chooses_a_command() -> None:
    async with running(sessions.session()) as pilot:
        await burst(pilot, "ctrl+p", *"copy")
        await click(pilot, "copy the words alone")
        _, row = find(pilot, "copy the words alone")
        assert ">" in screen(pilot).split("\n")[row][:4]


async def test_text_is_selected_by_dragging() -> None:
    async with running(sessions.session()) as pilot:
        await burst(pilot, "4")
        column, row = find(pilot, "It is a trap.")
        await pilot.mouse_down(offset=(column, row))
        await pilot.hover(offset=(column + 6, row))
        await pilot.mouse_up(offset=(column + 6, row))
        await pilot.pause()
        assert (pilot.app.screen.get_selected_text() or "").startswith("It is ")


def test_a_terminal_is_asked_for_clicks_and_the_wheel_and_never_for_moves(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tui", str(sessions.SEED)]
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
            terminal.press(f"\x1b[<35;{10 + step};8M")  # a move, which was not asked for
        terminal.press("\x14")
        terminal.wait_for("mouse off")
        sent = terminal.output.decode()
        assert sent.count(ON) == sent.count(OFF) == 1
        for mode in (1002, 1003, 1015, 1016):
            assert f"\x1b[?{mode}h" not in sent.replace(ON, "")
        assert len(terminal.output) - before < 2_500
