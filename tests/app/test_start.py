"""Whatever was on the screen before, and wherever its cursor was, the first frame is true."""

import subprocess
import sys
from pathlib import Path
from shlex import quote

import pytest
from pyte.screens import Char

from tests.pseudoterminal import Terminal
from tests.reading.sessions import SEED
from tui.terminal.diff_renderer import CLEAR
from tui.terminal.probe import STATUS

COMMAND = [sys.executable, "-m", "tui", str(SEED)]
FOOT = "? help"
RUBBISH = r"\033[7;31;44m" + r"rubbish\n" * 9 + r"\033[3;6r\033[5;9Hmore"
"""What a program leaves that was killed: text, colours, margins, the cursor somewhere."""
HERE = "here is a shell"

POOR = {"LANG": "C", "LC_ALL": "C", "NO_COLOR": "1", "COLORTERM": ""}
TERMINALS = {
    "a VT100 without UTF-8": ({"TERM": "vt100", **POOR}, (80, 24)),
    "a terminal without scroll regions": ({"TERM": "ansi", **POOR}, (80, 24)),
    "a console": ({"TERM": "linux", "COLORTERM": ""}, (80, 24)),
    "GNU screen": ({"TERM": "screen", "COLORTERM": ""}, (80, 24)),
    "colours of a palette": ({"TERM": "xterm", "COLORTERM": ""}, (80, 24)),
    "24-bit colours": ({"TERM": "xterm-256color"}, (120, 40)),
    "a large one, whose frame goes through the line": ({"TERM": "xterm-256color"}, (200, 70)),
}
"""The variables, and the size."""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A reader who has never been here."""
    return {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}


@pytest.mark.parametrize("terminal", TERMINALS.values(), ids=TERMINALS)
def test_a_screen_that_was_used_shows_what_an_empty_one_does(
    terminal: tuple[dict[str, str], tuple[int, int]], home: dict[str, str]
) -> None:
    environment, size = terminal
    inside = f"printf {quote(RUBBISH)}; exec {' '.join(map(quote, COMMAND))}"
    empty = cells_after(COMMAND, {**environment, **home}, size)
    assert cells_after(["sh", "-c", inside], {**environment, **home}, size) == empty


def test_tmux_shows_its_first_row_below_a_shell(home: dict[str, str], tmp_path: Path) -> None:
    server = ["tmux", "-S", str(tmp_path / "tmux"), "-f", "/dev/null"]
    poor = "env TERM=vt100 LANG=C LC_ALL=C NO_COLOR=1"
    inside = f"printf '\\n\\n{HERE}'; {poor} {' '.join(map(quote, COMMAND))}; exec cat"
    try:
        with Terminal([*server, "new-session", inside], environment=home) as terminal:
            terminal.wait_for(FOOT)
            terminal.wait_for("TLP:CLEAR  NATO")
            assert HERE not in terminal.text()
            terminal.press("q")
            terminal.wait_for(HERE)
    finally:
        subprocess.run([*server, "kill-server"], check=False, capture_output=True)


def test_a_terminal_without_another_screen_keeps_nothing_of_what_was_read(
    home: dict[str, str],
) -> None:
    with Terminal(COMMAND, environment={"TERM": "linux", **home}) as terminal:
        terminal.wait_for(FOOT)
        wait_for_textual(terminal)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert CLEAR in terminal.output.decode()
        assert "\x1b]" not in terminal.output.decode(), "a console prints such"
        assert "$p" not in terminal.output.decode()
        assert not terminal.text().strip()
        assert (terminal.screen.cursor.x, terminal.screen.cursor.y) == (0, 0)


def cells_after(
    command: list[str], environment: dict[str, str], size: tuple[int, int]
) -> list[list[Char]]:
    """The cells once the program is all there and has answered keys.

    This terminal has no other screen.
    """
    columns, rows = size
    with Terminal(command, columns=columns, rows=rows, environment=environment) as terminal:
        terminal.wait_for(FOOT)
        wait_for_textual(terminal)
        terminal.press("1/zq")
        terminal.wait_for("zq: not found")
        terminal.wait_for("/ zq")
        buffer = terminal.screen.buffer
        return [[looks(buffer[row][column]) for column in range(columns)] for row in range(rows)]


def looks(cell: Char) -> Char:
    """A cell as it is seen: of a space only its ground and its lines are."""
    if cell.data != " " or cell.reverse:
        return cell
    return cell._replace(fg="default", bold=False, italics=False)


def wait_for_textual(terminal: Terminal) -> None:
    """Press keys until they are answered by Textual's driver, which alone asks for the status."""
    for key in "01" * 50:
        if STATUS.request in terminal.output.decode(errors="ignore"):
            return
        terminal.press(key)
        terminal.read(0.5)
    raise TimeoutError("Textual has not taken over")


def test_where_there_is_only_ascii_the_arrows_are_called_by_their_names(
    home: dict[str, str],
) -> None:
    with Terminal(COMMAND, environment={"TERM": "vt100", **POOR, **home}) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("?")
        terminal.wait_for("j down, k up")
