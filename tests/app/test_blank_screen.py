"""Blanking the app's screen: nothing is written until the next key, which is swallowed."""

import sys
from pathlib import Path

import pytest

from tests.app.pilots import burst, running, screen
from tests.pseudoterminal import Terminal
from tests.reading import sessions
from tui.terminal.diff_renderer import CLEAR

COMMAND = [sys.executable, "-m", "tui", str(sessions.SEED)]
PENDING = {
    "the side pane that follows": "6jj",
    "a prompt": "/trap",
    "the palette": "\x10room",
    "a question": "fwang",
    "a meeting": "M",
}
"""By what is pending, the keys that are typed right before the screen is blanked."""
QUIET = 1.5
"""Seconds in which nothing may be written: the clock of a meeting and all timers come due."""


@pytest.mark.parametrize("keys", PENDING.values(), ids=PENDING)
def test_nothing_is_written_to_a_blank_screen(keys: str, tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    with Terminal(COMMAND, columns=120, rows=40, environment=home) as terminal:
        terminal.wait_for("? help")
        terminal.press("\x14")
        terminal.wait_for("mouse on")
        terminal.press(keys + "\x18")
        terminal.wait_for_output(CLEAR)
        terminal.wait_until_gone("TLP")
        before = len(terminal.output)
        terminal.resize(121, 40)
        terminal.read(QUIET)
        assert len(terminal.output) - before < 40
        assert terminal.text().strip() == ""
        terminal.press("q")
        terminal.wait_for("TLP")
        assert terminal.status is None


async def test_the_key_that_shows_the_screen_again_does_nothing_else() -> None:
    session = sessions.session()
    async with running(session) as pilot:
        await burst(pilot, "4")
        before = screen(pilot)
        await burst(pilot, "ctrl+x", "j")
        assert not session.is_blank
        assert screen(pilot) == before


async def test_ctrl_q_quits_from_a_blank_screen() -> None:
    async with running(sessions.session()) as pilot:
        await burst(pilot, "ctrl+x", "ctrl+q")
        assert pilot.app.return_code == 0
