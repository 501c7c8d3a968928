"""The app: the side pane, resizing, painting, and briefings that are indexed in the background."""

from pathlib import Path
from typing import cast

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from tests.app.pilots import burst, press, running, screen
from tests.bench import written
from tests.reading import sessions
from tui.app.app import BriefingApp
from tui.app.bindings import Keys
from tui.app.screens.text import TextScreen
from tui.app.themes import LOOKS
from tui.app.widgets.line_widget import LineWidget
from tui.load import load_document
from tui.places import Place, View
from tui.reading.search_scope import AT_ONCE
from tui.reading.session import ReadingSession
from tui.terminal.clipboard import TerminalClipboard


async def test_the_side_pane_follows_the_cursor() -> None:
    async with running(sessions.session(), (120, 40)) as pilot:
        await press(pilot, "2")
        assert "excerpt 1 of 1" in screen(pilot)
        await press(pilot, "j")
        assert "excerpt 1 of 2" in screen(pilot)


async def test_the_side_pane_waits_until_no_key_comes() -> None:
    session = sessions.session()
    app = BriefingApp(session, Keys(), themes=["plain"], patience=1_000)
    async with app.run_test(size=(120, 40)) as pilot:
        await burst(pilot, "2", "j")
        assert sessions.here(session).item == "c-both"
        assert "excerpt 1 of 2" not in screen(pilot)


async def test_the_side_pane_is_turned_off_and_on() -> None:
    async with running(sessions.session(), (120, 40)) as pilot:
        await burst(pilot, "4")
        assert "QUOTABLE" in screen(pilot)
        await burst(pilot, "e")
        assert "QUOTABLE" not in screen(pilot)
        await burst(pilot, "e")
        assert "QUOTABLE" in screen(pilot)
        await pilot.resize_terminal(109, 40)
        await burst(pilot, "e")
        assert "from 110 columns on" in screen(pilot)


@pytest.mark.parametrize("size", [(109, 40), (110, 40), (60, 20), (20, 5), (1, 1), (200, 60)])
async def test_a_new_size_keeps_the_place(size: tuple[int, int]) -> None:
    session = sessions.session(sessions.seed())
    async with running(session, (120, 40)) as pilot:
        await burst(pilot, "6", "j", "j", "\r")
        before, place = screen(pilot), sessions.here(session)
        assert place.view is View.EVIDENCE
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert sessions.here(session) == place
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert screen(pilot) == before


async def test_only_lines_that_change_are_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[Region] = []
    refresh = LineWidget.refresh

    def record(widget: LineWidget, *regions: Region, **more: bool) -> LineWidget:
        painted.extend(regions or [widget.region])
        return refresh(widget, *regions, **more)

    async with running(sessions.session(sessions.seed())) as pilot:
        await press(pilot, "2")
        monkeypatch.setattr(LineWidget, "refresh", record)
        await press(pilot, "j")
        assert 0 < len(painted) <= 12
        painted.clear()
        await press(pilot, "f5")
        assert not painted


async def test_a_copied_text_is_shown_only_if_the_same_key_comes_twice_in_a_row() -> None:
    async with running(sessions.session()) as pilot:
        app = cast(BriefingApp, pilot.app)
        app.services.clipboard = TerminalClipboard({"TERM": "xterm"}, may_run=False)
        await press(pilot, "6", "y", "j", "y")
        assert not isinstance(app.screen, TextScreen)
        await press(pilot, "y")
        assert isinstance(app.screen, TextScreen)


async def test_a_briefing_is_opened_from_a_library_and_left_for_it() -> None:
    session = sessions.library_session()
    async with running(session) as pilot:
        before = screen(pilot)
        assert "A small briefing" in before
        await press(pilot, "\r")
        assert sessions.here(session) == Place(View.PANE, "summary", "j1")
        await press(pilot, "q")
        assert screen(pilot) == before
        await press(pilot, "j", "\r")
        assert "No such file" in screen(pilot)


@pytest.mark.parametrize("theme", LOOKS)
async def test_every_line_is_as_wide_as_its_widget_in_every_theme(theme: str) -> None:
    async with running(sessions.session(sessions.seed()), (120, 40), themes=[theme]) as pilot:
        await press(pilot, "3")
        for widget in pilot.app.screen.query(LineWidget):
            for row in range(widget.size.height):
                assert widget.render_line(row).cell_length >= widget.size.width


async def test_themes_follow_one_another() -> None:
    themes = ("ansi", "dark", "light")
    async with running(sessions.session(), (120, 40), themes=themes) as pilot:
        assert {*themes} <= {*pilot.app.available_themes}
        for theme in (*themes[1:], themes[0]):
            await burst(pilot, "T")
            assert pilot.app.theme == theme
            assert f"colours: {theme}" in screen(pilot)


async def test_a_terminal_without_colours_has_one_theme() -> None:
    async with running(sessions.session(), (120, 40)) as pilot:
        await burst(pilot, "T")
        assert "this terminal has no other colours" in screen(pilot)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_q_and_ctrl_q_quit(key: str) -> None:
    async with running(sessions.session()) as pilot:
        assert pilot.app.return_code is None
        await burst(pilot, key)
        assert pilot.app.return_code == 0


def large(folder: Path) -> ReadingSession:
    """A session of a briefing that is too large to be indexed at once."""
    file = folder / "large.yaml"
    file.write_text(written.large(4 * AT_ONCE), "utf-8")
    return sessions.session(load_document(file))


async def wait_until_indexed(pilot: Pilot[None], session: ReadingSession) -> None:
    """Let the app work until the briefing is indexed, but not for ever."""
    for _ in range(100):
        if session.scope is not None and session.scope.is_ready:
            return
        await pilot.pause()
    raise AssertionError("the briefing is not indexed")


async def test_a_large_briefing_is_indexed_while_no_key_comes(tmp_path: Path) -> None:
    session = large(tmp_path)
    async with running(session) as pilot:
        await wait_until_indexed(pilot, session)
        before = session.scope
        await burst(pilot, "f", *"wang")
        assert "OFFICIAL STATEMENT  Wang Yi" in screen(pilot)
        assert session.scope is before


async def test_a_restricted_session_is_indexed_once_a_question_is_asked(tmp_path: Path) -> None:
    session = large(tmp_path)
    session.is_restricted = True
    async with running(session) as pilot:
        for _ in range(10):
            await pilot.pause()
        assert session.scope is None
        await burst(pilot, "f", *"wang")
        await wait_until_indexed(pilot, session)
        await pilot.pause()
        assert "OFFICIAL STATEMENT  Wang Yi" in screen(pilot)
