"""The program on a real terminal: it opens, answers keys, and leaves the terminal as it was."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pseudoterminal import Terminal

ROOT = Path(__file__).parent.parent
SEED = ROOT / "briefings" / "nato-rok-china-2022.yaml"
COMMAND = [sys.executable, "-m", "tui"]
FOOT = "? help"
SIZES = [(120, 40), (80, 24), (60, 20)]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A reader who has never been here."""
    return {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_briefing_opens_at_its_summary_and_q_leaves(
    columns: int, rows: int, home: dict[str, str]
) -> None:
    with Terminal([*COMMAND, str(SEED)], columns=columns, rows=rows, environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.wait_for("BOTTOM LINE")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert left_as_it_was(terminal.output)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_leaves_the_terminal_as_it_was(name: str, home: dict[str, str]) -> None:
    with Terminal([*COMMAND, str(SEED)], environment=home) as terminal:
        terminal.wait_for(FOOT)
        os.kill(terminal.pid, getattr(signal, name))
        terminal.wait_for_end()
        assert left_as_it_was(terminal.output)


def test_the_reader_comes_back_to_where_they_were(home: dict[str, str]) -> None:
    with Terminal([*COMMAND, str(SEED)], environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6")
        terminal.wait_for("ABOUT: South Korea joins the CCDCOE")
        terminal.press("q")
        terminal.wait_for_end()
    with Terminal([*COMMAND, str(SEED)], environment=home) as terminal:
        terminal.wait_for("ABOUT: South Korea joins the CCDCOE")


def test_a_briefing_from_a_pipe_is_read_with_keys_from_the_terminal(home: dict[str, str]) -> None:
    piped = ["sh", "-c", '"$0" -m tui - < "$1"', sys.executable, str(SEED)]
    with Terminal(piped, environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_a_terminal_that_cannot_place_text_gets_lines_and_no_print(home: dict[str, str]) -> None:
    dumb = {**home, "TERM": "dumb"}
    with Terminal([*COMMAND, str(SEED)], environment=dumb) as terminal:
        terminal.wait_for("1 of 3:")
        terminal.press("q\n")
        assert terminal.wait_for_end() == 0
        assert b"\x1b" not in terminal.output
        assert b"BOTTOM LINE" in terminal.output


@pytest.mark.parametrize("term", ["vt100", "linux", "screen"])
def test_older_terminals_show_the_structure_without_true_colour(
    term: str, home: dict[str, str]
) -> None:
    plain = {**home, "TERM": term, "COLORTERM": ""}
    with Terminal([*COMMAND, str(SEED)], environment=plain) as terminal:
        terminal.wait_for(FOOT)
        assert b"38;2;" not in terminal.output
        assert b"48;2;" not in terminal.output
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_inside_tmux_the_screen_follows_the_keys(home: dict[str, str], tmp_path: Path) -> None:
    server = ["tmux", "-S", str(tmp_path / "tmux"), "-f", "/dev/null"]
    inside = " ".join([*COMMAND, str(SEED)])
    try:
        with Terminal([*server, "new-session", inside], environment=home, cwd=ROOT) as terminal:
            terminal.wait_for(FOOT)
            terminal.press("0")
            terminal.wait_for("DESCRIPTOR")
            terminal.press("q")
            assert terminal.wait_for_end() == 0
    finally:
        subprocess.run([*server, "kill-server"], check=False, capture_output=True)


def left_as_it_was(output: bytes | bytearray) -> bool:
    """Whether the last word on each mode that was switched on is that it is off again."""
    shown = output.rfind(b"\x1b[?25h") > output.rfind(b"\x1b[?25l")
    return shown and output.rfind(b"\x1b[?1049l") > output.rfind(b"\x1b[?1049h")
