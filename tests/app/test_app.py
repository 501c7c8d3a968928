"""The program under Textual: keys reach the desk, and what it draws is what is seen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Paste
from textual.geometry import Region
from textual.pilot import Pilot

from tests.bench import written
from tests.reading import sessions
from tests.reading.sessions import SIZES, Memory, SmallLibrary
from tui.app.app import BriefingApp
from tui.app.canvas import Canvas, FrameScreen
from tui.app.frame import draw
from tui.app.keyboard.dispatch import dispatch
from tui.app.keyboard.table import KEYS
from tui.app.themes import THEMES
from tui.load import load_document
from tui.places import Place, View
from tui.reading.search_scope import AT_ONCE, IN_PASSING
from tui.reading.session import ReadingSession

NAMES = {"?": "question_mark", "!": "exclamation_mark", "/": "slash"}
NAMES |= {"'": "apostrophe", "*": "asterisk"}
NAMES |= {" ": "space", "]": "right_square_bracket", "[": "left_square_bracket"}


@asynccontextmanager
async def running(session: ReadingSession, size: tuple[int, int]) -> AsyncIterator[Pilot[None]]:
    """The program with this desk, which waits for nothing."""
    async with BriefingApp(session, patience=0).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def seen(pilot: Pilot[None]) -> str:
    """What the canvases show."""
    screen = pilot.app.screen
    assert isinstance(screen, FrameScreen)
    rows = [""] * pilot.app.size.height
    for canvas in screen.canvases:
        if canvas.is_on_screen:
            strips = canvas.render_lines(Region(0, 0, *canvas.size))
            for row, strip in enumerate(strips, canvas.region.y):
                rows[row] += strip.text
    return "\n".join(row.rstrip() for row in rows) + "\n"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_what_is_seen_is_what_is_drawn_after_every_key(size: tuple[int, int]) -> None:
    session = sessions.session(size, sessions.seed())
    leaving = {"program.leave", "program.quit", "program.suspend"}
    async with running(session, size) as pilot:
        assert seen(pilot) == sessions.screen(session)
        for key in KEYS:
            for pressed in () if key.id in leaving else key.pressed:
                await pilot.press(NAMES.get(pressed, pressed))
                assert seen(pilot) == sessions.screen(session), pressed
            await pilot.press("escape")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("keys", "there"),
    [
        (("4", "j"), Place(View.PANE, "reactions", "r-again")),
        (("4", "enter"), Place(View.EVIDENCE, "r-globe", "x-trap")),
        (("4", "s"), Place(View.SOURCE, "article", "x-trap")),
        (("4", "s", "right_square_bracket"), Place(View.SOURCE, "article", "x-glad")),
        (("4", "G", "g"), Place(View.PANE, "reactions", "r-globe")),
        (("slash", *"a trap", "enter"), Place(View.PANE, "reactions", "r-globe")),
        (("slash", *"trap", "escape"), Place(View.PANE, "summary", "j1")),
        (("ctrl+p", *"large", "enter"), Place(View.WORDS, "j1", "x-joined")),
        (("tab", "tab", "shift+tab"), Place(View.PANE, "background", "c-joined")),
        (("4", "j", "enter", "backspace"), Place(View.PANE, "reactions", "r-again")),
    ],
)
async def test_keys_lead_where_they_should(
    keys: tuple[str, ...], there: Place, size: tuple[int, int]
) -> None:
    session = sessions.session(size)
    async with running(session, size) as pilot:
        await pilot.press(*(NAMES.get(key, key) for key in keys))
        assert session.reader is not None
        assert session.reader.here == there


async def test_evidence_beside_the_list_follows_the_last_key() -> None:
    session = sessions.session((120, 40))
    async with running(session, (120, 40)) as pilot:
        await pilot.press("2")
        assert "excerpt 1 of 1" in seen(pilot)
        await pilot.press("j")
        await pilot.pause()
        assert "excerpt 1 of 2" in seen(pilot)


async def test_only_lines_that_change_are_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[Region] = []
    refresh = Canvas.refresh

    def record(canvas: Canvas, *regions: Region, **more: bool) -> Canvas:
        painted.extend(regions or [canvas.region])
        return refresh(canvas, *regions, **more)

    session = sessions.session((80, 24), sessions.seed())
    async with running(session, (80, 24)) as pilot:
        await pilot.press("2")
        monkeypatch.setattr(Canvas, "refresh", record)
        await pilot.press("j")
        assert 0 < len(painted) <= 12
        painted.clear()
        await pilot.press("f5")
        assert not painted


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (20, 5), (200, 60)])
async def test_another_size_keeps_the_place(size: tuple[int, int]) -> None:
    session = sessions.session((120, 40), sessions.seed())
    async with running(session, (120, 40)) as pilot:
        await pilot.press("6", "j", "j", "enter")
        before = seen(pilot)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert seen(pilot) == sessions.screen(session)
        assert session.reader is not None
        assert session.reader.here.view is View.EVIDENCE
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert seen(pilot) == before


async def test_the_library_is_the_same_list() -> None:
    session = ReadingSession(
        dispatch=dispatch, document=None, library=SmallLibrary(), memory=Memory(), size=(80, 24)
    )
    async with running(session, (80, 24)) as pilot:
        assert "A small briefing" in seen(pilot)
        await pilot.press("enter")
        assert "BOTTOM LINE" in seen(pilot)
        await pilot.press("q", "j", "enter")
        assert "No such file" in seen(pilot)
        assert seen(pilot) == sessions.screen(session)


async def test_text_is_pasted_into_what_is_typed() -> None:
    session = sessions.session((80, 24))
    async with running(session, (80, 24)) as pilot:
        await pilot.press("slash")
        pilot.app.post_message(Paste("trap\x1b[2J\n"))
        await pilot.pause()
        assert "/ trap␛[2J" in seen(pilot)


@pytest.mark.parametrize("theme", ["ansi", "dark", "light", "plain"])
async def test_every_line_is_as_wide_as_its_canvas_in_every_theme(theme: str) -> None:
    session = sessions.session((120, 40), sessions.seed(), themes=[theme])
    async with running(session, (120, 40)) as pilot:
        await pilot.press("3")
        for canvas in pilot.app.screen.query(Canvas):
            canvas.show(draw(session).under, THEMES[theme])
            for row in range(canvas.size.height):
                assert canvas.render_line(row).cell_length >= canvas.size.width


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_q_and_ctrl_q_end_the_program(key: str) -> None:
    app = BriefingApp(sessions.session((80, 24)))
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.return_code is None
        await pilot.press(key)
    assert app.return_code == 0


async def taken_in(pilot: Pilot[None], session: ReadingSession) -> None:
    """Wait until the briefing has been taken in, but not for ever."""
    for _ in range(100):
        if session.search_scope is not None and session.search_scope.is_ready:
            return
        await pilot.pause()
    raise AssertionError("it is not taken in")


async def test_a_large_briefing_is_taken_in_while_no_key_comes(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_text(written.large(AT_ONCE + 3 * IN_PASSING), "utf-8")
    session = sessions.session((80, 24), load_document(file))
    async with running(session, (80, 24)) as pilot:
        await taken_in(pilot, session)
        before = session.search_scope
        await pilot.press("f", *"wang")
        assert "OFFICIAL STATEMENT  Wang Yi" in seen(pilot)
        assert session.search_scope is before


async def test_within_walls_it_is_taken_in_once_somebody_asks(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_text(written.large(AT_ONCE + 3 * IN_PASSING), "utf-8")
    session = sessions.session((80, 24), load_document(file), is_restricted=True)
    async with running(session, (80, 24)) as pilot:
        for _ in range(10):
            await pilot.pause()
        assert session.search_scope is None
        await pilot.press("f", *"wang")
        await taken_in(pilot, session)
        await pilot.pause()
        assert "OFFICIAL STATEMENT  Wang Yi" in seen(pilot)


async def test_who_asks_before_that_sees_the_answer_without_a_further_key(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_text(written.large(AT_ONCE + 3 * IN_PASSING), "utf-8")
    session = sessions.session((80, 24), load_document(file))
    sessions.press(session, "f", *"wang")
    assert "is being taken in" in sessions.screen(session)
    async with running(session, (80, 24)) as pilot:
        await taken_in(pilot, session)
        assert "OFFICIAL STATEMENT  Wang Yi" in seen(pilot)
