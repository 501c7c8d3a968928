"""The program on a terminal: how it takes it, and how it gives it back."""

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from tests.pseudoterminal import Terminal
from tests.ui.desks import SEED
from tui.ui.escapes import CLEAR, ENTER

COMMAND = [sys.executable, "-m", "tui", str(SEED)]
FOOT = "? help"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A reader who has never been here."""
    return {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}


def test_the_first_frame_is_there_before_textual_and_the_screen_is_entered_once(
    home: dict[str, str],
) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("q")
        terminal.wait_for_end()
        sent = terminal.output.decode()
        assert sent.count(ENTER) == 1
        assert sent.index("BOTTOM LINE") < sent.index("\x1b[?1004h")  # with which Textual begins


def test_keys_that_come_before_textual_wait_for_it_and_are_not_shown(home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for("BOTTOM LINE")
        terminal.press("6j\r")
        terminal.wait_for("QUOTABLE?")
        assert "6j" not in terminal.output.decode()


def test_the_terminal_is_set_as_it_was_before(home: dict[str, str]) -> None:
    script = 'stty -g > "$HOME/before"; "$@"; stty -g > "$HOME/after"; echo done'
    with Terminal(["sh", "-c", script, "sh", *COMMAND], environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("q")
        terminal.wait_for("done")
        before, after = (Path(home["HOME"], name).read_text() for name in ("before", "after"))
        assert before == after


def test_a_lone_esc_is_the_key(home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("\r")
        terminal.wait_for("› evidence")
        terminal.press("\x1b")
        terminal.wait_for("Summary  1 of")


def test_a_blank_screen_is_blank_at_once_and_comes_back(home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6jj\x18")
        terminal.press("?")  # brings it back, and does nothing else
        terminal.press("1")
        terminal.wait_for("[1 Summary]")
        blank = terminal.output.decode().split(CLEAR)[-1]
        until_back, _, _ = blank.partition("TLP:CLEAR")
        assert re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", until_back).strip() == ""


def test_it_stops_and_goes_on_with_the_whole_screen(home: dict[str, str]) -> None:
    script = 'set -m; "$@"; echo stopped; fg > /dev/null; echo over'
    with Terminal(["bash", "-c", script, "bash", *COMMAND], environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6\x1a")
        terminal.wait_for("stopped")
        terminal.press("1")
        terminal.wait_for("[1 Summary]")
        terminal.wait_until_gone("stopped")
        terminal.press("q")
        terminal.wait_for("over")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_in_order_and_the_place_is_kept(name: str, home: dict[str, str]) -> None:
    number = getattr(signal, name)
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6")
        terminal.wait_for("[6 ")
        os.kill(terminal.pid, number)
        assert terminal.wait_for_end() >= 0
        assert terminal.output.decode().rindex("\x1b[?1049l") > terminal.output.rindex(b"[6 ")
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for("[6 ")


@pytest.mark.parametrize(
    "more", [{"NO_COLOR": "1"}, {"TERM": "vt100", "COLORTERM": ""}], ids=["NO_COLOR", "vt100"]
)
def test_without_colours_none_are_sent_and_the_screen_can_be_read(
    more: dict[str, str], home: dict[str, str]
) -> None:
    with Terminal([*COMMAND, "--theme", "dark"], environment={**home, **more}) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6j")
        terminal.wait_for("2 of 6")
        sent = terminal.output.decode()
    looks = re.findall(r"\x1b\[([0-9;]*)m", sent)
    assert {code for look in looks for code in look.split(";")} <= {"", *"0123479"}
    assert "[6 China]" in terminal.text()
    assert re.search(r"^ > \[-\] CRITICAL", terminal.text(), re.MULTILINE)


@pytest.mark.parametrize("term", ["linux", "screen", "xterm"])
def test_poor_terminals_get_only_the_colours_that_they_have(
    term: str, home: dict[str, str]
) -> None:
    environment = {**home, "TERM": term, "COLORTERM": ""}
    with Terminal(COMMAND, environment=environment) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6j")
        terminal.wait_for("2 of 6")
        assert "38;2;" not in terminal.output.decode()
