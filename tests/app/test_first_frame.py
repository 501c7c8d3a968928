"""Before Textual is there, which here takes as long as the test wants."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pseudoterminal import Terminal
from tests.reading.sessions import SEED
from tui.terminal.diff_renderer import CLEAR

GATED = """
import importlib.machinery, sys
class Gate(importlib.machinery.PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        spec = super().find_spec(name, path, target) if name == "textual" else None
        if spec:
            execute = spec.loader.exec_module
            def wait(module):
                open(sys.argv[1]).read()
                execute(module)
            spec.loader.exec_module = wait
        return spec
sys.meta_path.insert(0, Gate)
from tui.cli import main
sys.exit(main(sys.argv[2:]))
"""
"""The program, in which the import of Textual waits until somebody has written to a pipe."""

FOOT = "? help"
TEXTUAL_BEGINS = "\x1b[?2026$p"


class Gate:
    """Keeps Textual from being imported until it is opened."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "gate"
        os.mkfifo(self.path)

    def open(self) -> None:
        """Let Textual be imported."""
        self.path.write_text("")


@pytest.fixture
def gate(tmp_path: Path) -> Gate:
    """A gate that is shut."""
    return Gate(tmp_path)


@pytest.fixture
def terminal(gate: Gate, tmp_path: Path) -> Iterator[Terminal]:
    """A terminal on which the first frame is seen, and Textual is not there."""
    command = [sys.executable, "-c", GATED, str(gate.path), str(SEED)]
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    with Terminal(command, columns=120, rows=40, environment=home) as started:
        started.wait_for(FOOT)
        yield started


def test_keys_are_answered_before_textual_is_there(terminal: Terminal) -> None:
    terminal.press("6j")
    terminal.wait_for("Chinese reactions  2 of 6")
    terminal.press("/Xinhua")
    terminal.wait_for("/ Xinhua")
    terminal.press("\x1b")
    terminal.wait_until_gone("/ Xinhua")
    assert TEXTUAL_BEGINS not in terminal.output.decode()


HEAVY = """
argparse ast asyncio base64 bz2 copy dataclasses datetime dis email gettext heapq html inspect json
langcodes logging lzma platformdirs random rapidfuzz rich shutil socket sqlite3 ssl subprocess
tempfile textual tokenize traceback tui.commands.show tui.library.library tui.load.fixing
tui.load.nearest tui.load.syntax tui.model.difference tui.terminal.writer tui.app.app
tui.reading.copying tui.reading.library_list wcwidth weakref yaml.constructor yaml.reader
yaml.resolver
"""
"""A first frame needs none of them, and some take milliseconds."""

TOLD = """
import sys
class Tell:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "tui.app.app":
            there = (name for name, module in sys.modules.items() if module)
            open(sys.argv[1], "w").write(" ".join(there))
sys.meta_path.insert(0, Tell)
from tui.cli import main
sys.exit(main(sys.argv[2:]))
"""
"""The program, which tells what it has imported when the first frame is there."""


def test_the_first_frame_waits_for_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    command = [sys.executable, "-c", TOLD, str(tmp_path / "told"), str(SEED)]
    with Terminal(command, columns=120, rows=40, environment=home) as terminal:
        terminal.wait_for_output(TEXTUAL_BEGINS)
    assert not {*HEAVY.split()} & {*(tmp_path / "told").read_text().split()}


def test_reading_loads_neither_tls_nor_a_database(terminal: Terminal, gate: Gate) -> None:
    gate.open()
    terminal.wait_for_output(TEXTUAL_BEGINS)
    loaded = Path(f"/proc/{terminal.pid}/maps").read_text()
    assert "_asyncio" in loaded
    assert not any(library in loaded for library in ("libssl", "sqlite"))


def test_evidence_follows_once_no_key_has_come(terminal: Terminal) -> None:
    terminal.press("6j")
    terminal.wait_for("whether Global Times said it")


def test_the_reader_leaves_without_waiting_and_the_place_is_kept(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.press("6")
    terminal.wait_for("[6 Chinese reactions]")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert terminal.settings() == terminal.settings_before
    assert terminal.output.decode().rstrip().endswith("\x1b[?25h")
    assert [*(tmp_path / "state").rglob("*.json")]


def test_textual_takes_over_and_nothing_is_lost_or_sent_again(
    terminal: Terminal, gate: Gate
) -> None:
    terminal.press("6j")
    terminal.wait_for("2 of 6")
    before = len(terminal.output)
    gate.open()
    terminal.wait_for_output(TEXTUAL_BEGINS)
    terminal.press("j")
    terminal.wait_for("3 of 6")
    assert len(terminal.output) - before < 4000
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_what_it_does_not_understand_waits_for_textual(terminal: Terminal, gate: Gate) -> None:
    terminal.press("/\x1b[200~Xinhua\x1b[201~")
    terminal.wait_for("enter stay here")
    terminal.press("!")
    gate.open()
    terminal.wait_for("/ Xinhua!")


def test_another_size_is_drawn_for(terminal: Terminal) -> None:
    terminal.resize(60, 20)
    terminal.wait_for("/ find   ? help")
    terminal.press("6")
    terminal.wait_for("[6 China]")


def test_the_screen_is_blank_at_once_and_comes_back(terminal: Terminal) -> None:
    terminal.press("\x18")
    terminal.wait_for_output(CLEAR)
    terminal.wait_until_gone("BOTTOM LINE")
    assert terminal.text().strip() == ""
    terminal.press("x")
    terminal.wait_for("BOTTOM LINE")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_order(terminal: Terminal, number: signal.Signals) -> None:
    os.kill(terminal.pid, number)
    assert terminal.wait_for_end() == 128 + number
    assert terminal.settings() == terminal.settings_before


def test_it_stops_and_goes_on(gate: Gate, tmp_path: Path) -> None:
    script = 'set -m; "$@"; echo stopped; read go; fg > /dev/null; echo over'
    program = [sys.executable, "-c", GATED, str(gate.path), str(SEED)]
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    with Terminal(["bash", "-c", script, "bash", *program], environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6\x1a")
        terminal.wait_for("stopped")
        terminal.press("\n")
        terminal.wait_until_gone("stopped")
        terminal.press("1")
        terminal.wait_for("[1 Summary]")
        terminal.press("q")
        terminal.wait_for("over")


def test_a_line_that_is_dropped_ends_it(terminal: Terminal) -> None:
    terminal.drop()
    assert terminal.wait_for_end() == 128 + signal.SIGHUP


def test_a_failure_to_import_is_told(tmp_path: Path) -> None:
    broken = GATED.replace("open(sys.argv[1]).read()", "raise KeyError")
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    command = [sys.executable, "-c", broken, "", str(SEED)]
    with Terminal(command, columns=120, rows=40, environment=home) as terminal:
        assert terminal.wait_for_end() == 1
        assert "the program failed (KeyError" in terminal.text()
        assert terminal.settings() == terminal.settings_before
