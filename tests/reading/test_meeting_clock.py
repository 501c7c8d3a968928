"""The clock of a meeting on a terminal: it is looked at in time, and an idle line stays idle."""

import asyncio
import json
import os
import signal
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.app.test_app import seen
from tests.meeting.small import BEGAN
from tests.pseudoterminal import Terminal
from tests.reading import sessions
from tests.reading.meetings import Time, briefing, controller, meeting
from tests.reading.sessions import SIZES, Memory
from tui.app import themes
from tui.app.app import BriefingApp
from tui.app.frame import draw
from tui.app.paint import painted
from tui.terminal.capabilities import detect
from tui.terminal.writer import TerminalWriter

FAST = 1e-3
"""A patience with which a minute takes sixty milliseconds."""

KEPT_AT_ONCE = 0.05
"""A patience with which a meeting is kept after fifty milliseconds, and a minute takes three
seconds."""

LONGEST = 10.0
"""Seconds for what comes at once."""

COMMAND = [sys.executable, "-m", "tui", str(sessions.SEED)]


async def test_the_program_looks_at_the_clock_by_itself() -> None:
    clock = Time()
    session = sessions.session((120, 40), briefing(), now=clock, is_meeting=True)
    async with BriefingApp(session, patience=FAST).run_test(size=(120, 40)) as pilot:
        for minutes in (2, 4):
            clock.now = BEGAN + 60 * minutes
            async with asyncio.timeout(LONGEST):
                while f"meeting {minutes} of 20" not in seen(pilot):
                    await pilot.pause()


async def test_on_a_blank_screen_nothing_comes_back_by_itself() -> None:
    clock = Time()
    session = sessions.session((80, 24), briefing(), now=clock, is_meeting=True)
    async with BriefingApp(session, patience=FAST).run_test(size=(80, 24)) as pilot:
        await pilot.press("full_stop")
        before = controller(session).clock.seen
        clock.now += 120
        async with asyncio.timeout(LONGEST):
            while controller(session).clock.seen == before:
                await pilot.pause()
        assert not seen(pilot).strip()


async def test_what_a_key_has_changed_is_written_down_after_it_and_nothing_is_shown_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    memory = Memory()
    session = sessions.session((80, 24), briefing(), now=Time(), is_meeting=True, memory=memory)
    app = BriefingApp(session, patience=KEPT_AT_ONCE)
    async with app.run_test(size=(80, 24)) as pilot:
        async with asyncio.timeout(LONGEST):
            while controller(session).is_changed:
                await pilot.pause()
        before = memory.held
        app.answer(session.press("pagedown"))
        assert memory.held is before
        assert controller(session).is_changed
        await pilot.pause()
        shows: list[None] = []
        monkeypatch.setattr(app, "show", lambda: shows.append(None))
        async with asyncio.timeout(LONGEST):
            while controller(session).is_changed:
                await asyncio.sleep(0)
        assert memory.held is not None
        assert memory.held["proceedings"]["step"] == "reactions"
        assert shows == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_minute_of_an_idle_meeting_is_a_few_bytes_at_one_time(size: tuple[int, int]) -> None:
    session, clock = meeting(size, document=sessions.seed())
    sessions.press(session, "]", "]", "]")
    capabilities = detect({"TERM": "xterm-256color", "LANG": "C.UTF-8"})
    handle = os.open(os.devnull, os.O_WRONLY)
    try:
        with closing(TerminalWriter(handle, capabilities, size)) as line:

            def send() -> int:
                before = line.sent
                line.write(painted(draw(session), themes.THEMES[session.theme]))
                line.flush()
                return line.sent - before

            line.write("\x1b[?1049h\x1b[H")
            send()
            session.tick()
            session.tick()
            send()
            times, sent = 0, 0
            until = clock.now + 60 * 3
            while (due := clock.now + controller(session).wakes()) < until:
                clock.now = (clock.now + due) / 2
                assert send() == 0
                clock.now = due
                session.tick()
                sent, times = sent + send(), times + 1
            assert times <= 3
            assert 0 < sent <= 3 * 120
    finally:
        os.close(handle)


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A reader who has never been here."""
    return {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}


def wait_until_kept(terminal: Terminal, state: Path) -> None:
    """Read on until it has been written down that the second part of the agenda is shown."""
    meeting = sessions.seed().briefing.meeting
    assert meeting is not None
    second, kept = meeting.agenda[1].show, ""
    end = time.perf_counter() + LONGEST
    while kept != second:
        assert time.perf_counter() < end
        terminal.read(0.05)
        for file in state.rglob("meetings/*/*.json"):
            kept = json.loads(file.read_bytes())["proceedings"]["step"]


@pytest.mark.parametrize("way", ["killed", "dropped", "left"])
def test_a_meeting_whose_line_is_lost_goes_on(way: str, home: dict[str, str]) -> None:
    with Terminal([*COMMAND, "--meeting"], environment=home) as terminal:
        terminal.wait_for("the meeting begins: 40 minutes, 7 parts")
        terminal.press("]")
        terminal.wait_for("agenda  2 of 7")
        match way:
            case "killed":
                wait_until_kept(terminal, Path(home["XDG_STATE_HOME"]))
                os.kill(terminal.pid, signal.SIGKILL)
            case "dropped":
                terminal.drop()
            case "left":
                terminal.press("q")
                terminal.wait_for("in a meeting only ctrl+q leaves")
                terminal.press("\x11")
        terminal.wait_for_end()
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for("M goes on with the meeting")
        terminal.press("M")
        terminal.wait_for("the meeting goes on")
        assert "1 of 25" in terminal.text()


def test_a_meeting_needs_one_briefing(home: dict[str, str], tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text("format: briefing/1\n")
    command = [sys.executable, "-m", "tui", "--meeting", str(tmp_path)]
    with Terminal(command, environment=home) as terminal:
        assert terminal.wait_for_end() == 1
        told = terminal.text().replace("\n", "")
        assert "a meeting needs one briefing; name its file" in told
