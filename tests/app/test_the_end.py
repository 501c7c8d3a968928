"""However the program ends, the terminal is as it was, and what is said is said there."""

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from tests.pseudoterminal import Terminal
from tests.reading.sessions import SEED

COMMAND = [sys.executable, "-m", "tui", str(SEED)]
FOOT = "? help"
TEXTUAL_BEGINS = "\x1b[?2026$p"
"""With what it asks, it begins."""
USUALLY_ON = {7, 25}
"""Private modes that a terminal has set of itself: lines are wrapped, the cursor is seen."""

CRASHES = {
    "a key": "from tui.app.screens.base import BriefingScreen as A; A.action_move = fail",
    "drawing": "from tui.app.widgets.item_list import ItemList as A; A.move = fail",
    "painting": "from tui.app.widgets.line_widget import LineWidget as A; A.render_lines = fail",
    "a later call": "from tui.app.screens.reader import ReaderScreen as A; A._follow = fail",
    "the first frame": "from tui.app import first_frame as A; A.first_frame = fail",
    "a thread": "from textual._xterm_parser import XTermParser as A; A.feed = fail",
}
BROKEN = """
import sys
def fail(*_, **more):
    local = "a value that nobody may see"
    raise KeyError("words of a briefing")
{crash}
from tui.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A reader who has never been here."""
    return {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}


@pytest.fixture
def amber(tmp_path: Path) -> Path:
    """A briefing that is not for everybody."""
    file = tmp_path / "amber.yaml"
    file.write_text(
        "format: briefing/1\nid: amber\ntitle: Amber\nmarking: TLP:AMBER\npanes:\n"
        "  - {role: background, id: b, sections: [{heading: H, claims: [{id: c, text: One.}]}]}\n"
    )
    return file


def assert_given_back(terminal: Terminal) -> None:
    """The terminal is set as before, on the main screen, with the modes that it had."""
    assert terminal.settings() == terminal.settings_before
    changed = re.findall(r"\x1b\[\?([0-9;]+)([hl])", terminal.output.decode())
    now = {int(mode): how == "h" for modes, how in changed for mode in modes.split(";")}
    assert 1049 in now
    assert now == {mode: mode in USUALLY_ON for mode in now}
    after = terminal.output.decode().rpartition("\x1b[?1049l")[2]
    assert re.search(r"\x1b\[\?25h", after)
    assert not re.search(r"\x1b\[[0-9;]*[1-9][0-9;]*m", after), "colours are left on"


@pytest.mark.parametrize("keys", ["q", "\x11", "\x14q", "/x\x11", "\x18\x11", "yy\x11"])
def test_keys_end_it(keys: str, home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press(keys)
        assert terminal.wait_for_end() == 0
        assert_given_back(terminal)


@pytest.mark.parametrize("moment", ["help", TEXTUAL_BEGINS])
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"])
def test_signals_end_it_in_order(name: str, moment: str, home: dict[str, str]) -> None:
    number = getattr(signal, name)
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for_output(moment)
        os.kill(terminal.pid, number)
        assert terminal.wait_for_end() == 128 + number
        assert_given_back(terminal)
        assert "Traceback" not in terminal.output.decode()


def test_a_line_that_is_dropped_ends_it_and_the_place_is_kept(home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6\x14")
        terminal.wait_for("[6 ")
        terminal.drop()
        assert terminal.wait_for_end() == 128 + signal.SIGHUP
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for("[6 ")


def test_it_is_given_back_while_it_is_stopped_and_taken_again(home: dict[str, str]) -> None:
    script = 'set -m; "$@"; stty -g > "$HOME/stopped"; echo stopped; read go; fg > /dev/null'
    with Terminal(["bash", "-c", script, "bash", *COMMAND], environment=home) as terminal:
        before = terminal.settings_before
        terminal.wait_for_output(TEXTUAL_BEGINS)
        terminal.press("\x14")
        terminal.wait_for("mouse on")
        terminal.press("\x1a")
        terminal.wait_for("stopped")
        assert terminal.settings() == before
        assert_given_back(terminal)
        terminal.press("\n")
        terminal.wait_for(FOOT)
        assert terminal.output.decode().rpartition("\x1b[?1049h")[2].count("\x1b[?1000h") == 1
        terminal.press("q")
        terminal.wait_for_end()
        assert_given_back(terminal)


@pytest.mark.parametrize("where", CRASHES)
def test_a_failure_is_told_in_one_line_and_reported(
    where: str, tmp_path: Path, home: dict[str, str]
) -> None:
    broken = [sys.executable, "-c", BROKEN.format(crash=CRASHES[where]), str(SEED)]
    with Terminal(broken, environment=home, columns=120, rows=40) as terminal:
        terminal.press("jj")
        assert terminal.wait_for_end() == 1
        assert_given_back(terminal)
        said = terminal.output.decode().rpartition("\x1b[?25h")[2]
    report = tmp_path / "state" / "briefing-tui" / "failure.log"
    assert "the program failed (KeyError, " in said
    assert "your place is kept" in said or where == "the first frame"
    assert f"saved in {report}: please send it" in said
    assert "Traceback" not in terminal.output.decode()
    assert report.stat().st_mode & 0o777 == 0o600
    told = report.read_text()
    assert "in fail: " in told
    for secret in ("words of a briefing", "nobody may see"):
        assert secret not in said + told.replace('raise KeyError("words of a briefing")', "")


@pytest.mark.parametrize("is_asked_for", [False, True])
def test_above_green_a_report_is_written_only_if_it_is_asked_for(
    is_asked_for: bool, tmp_path: Path, amber: Path, home: dict[str, str]
) -> None:
    log = tmp_path / "log"
    environment = {**home, "BRIEFING_LOG": str(log)} if is_asked_for else home
    broken = [sys.executable, "-c", BROKEN.format(crash=CRASHES["a key"]), str(amber)]
    with Terminal(broken, environment=environment, columns=120) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("j")
        assert terminal.wait_for_end() == 1
        said = terminal.output.decode().rpartition("\x1b[?25h")[2]
    assert "your place is not kept" in said
    assert ("it is TLP:AMBER" in said) is not is_asked_for
    assert log.exists() is is_asked_for
    assert not (tmp_path / "state").exists()
