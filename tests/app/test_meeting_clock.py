"""A meeting in a terminal: it survives a lost connection, and needs one briefing."""

import json
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.pseudoterminal import Terminal
from tests.reading import sessions

LONGEST = 10.0
"""Seconds after which an event that a test waits for is given up."""

COMMAND = [sys.executable, "-m", "tui", str(sessions.SEED)]


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
