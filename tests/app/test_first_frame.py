"""Before Textual is there, which here takes as long as the test wants."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyte import ByteStream, Screen

from tests.pseudoterminal import Terminal
from tests.reading.sessions import SEED, session
from tui.app.bindings import Keys
from tui.app.first_frame import show_first_frame
from tui.terminal.capabilities import detect
from tui.terminal.session import TerminalSession

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
AT_MOST = 100
"""Bytes between the first frame and the end of Textual's first one."""
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


HEAVY = """
argparse ast asyncio base64 bz2 copy dataclasses datetime dis email gettext html inspect json
langcodes logging lzma platformdirs random rapidfuzz rich shutil socket sqlite3 ssl subprocess
tempfile textual tokenize traceback tui.commands.show tui.library.library tui.load.fixing
tui.load.nearest tui.load.syntax tui.model.difference tui.app.app
tui.reading.copying tui.reading.library_list wcwidth weakref yaml.constructor yaml.reader
yaml.resolver
"""
"""A first frame needs none of them, and some take milliseconds."""

TOLD = """
import sys
class Tell:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "tui.app.app" and "textual" not in sys.modules:
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
    assert sorted({*HEAVY.split()} & {*(tmp_path / "told").read_text().split()}) == []


def test_reading_loads_neither_tls_nor_a_database(terminal: Terminal, gate: Gate) -> None:
    gate.open()
    terminal.wait_for_output(TEXTUAL_BEGINS)
    loaded = Path(f"/proc/{terminal.pid}/maps").read_text()
    assert "_asyncio" in loaded
    assert not any(library in loaded for library in ("libssl", "sqlite"))


def test_what_was_typed_waits_and_is_answered_in_order(terminal: Terminal, gate: Gate) -> None:
    terminal.press("6j/Xin")
    gate.open()
    terminal.wait_for("/ Xin")
    terminal.wait_for("Xin: ")


def test_textuals_first_frame_sends_next_to_nothing(terminal: Terminal, gate: Gate) -> None:
    before = len(terminal.output)
    gate.open()
    terminal.wait_for_output(TEXTUAL_BEGINS)
    terminal.press("6")
    terminal.wait_for_output("[6 Chinese reactions]")
    first, _, _ = terminal.output[before:].decode().partition(" 1 Summary ")
    assert len(first) <= AT_MOST


def test_another_size_is_drawn_for(terminal: Terminal) -> None:
    terminal.resize(60, 20)
    terminal.wait_for("[1 Summary] 2 Back.")
    terminal.wait_for("/ find   ? help")


class ShrinkingTerminal(TerminalSession):
    """A terminal whose size changes just when it has been asked for."""

    def __init__(self, descriptor: int) -> None:
        self.sizes = [(60, 20), (100, 30)]
        super().__init__(descriptor, descriptor, detect({"TERM": "xterm"}))

    def size(self) -> tuple[int, int]:
        size = self.sizes[-1]
        if signal.getsignal(signal.SIGWINCH) is not signal.SIG_DFL and len(self.sizes) > 1:
            self.sizes.pop()
            signal.raise_signal(signal.SIGWINCH)
        return size


def test_a_resize_while_the_frame_is_painted_is_drawn_for_after_it() -> None:
    master, descriptor = os.openpty()
    terminal = ShrinkingTerminal(descriptor)
    with show_first_frame(session(), Keys(), terminal, "plain"):
        terminal.writer.flush()
    shown = Screen(60, 20)
    ByteStream(shown).feed(os.read(master, 65536))
    assert terminal.sizes == [(60, 20)]
    assert "? help" in shown.display[-1]
    terminal.writer.close()
    os.close(descriptor)
    os.close(master)


def test_it_stops_and_goes_on(terminal: Terminal) -> None:
    os.kill(terminal.pid, signal.SIGTSTP)
    _, status = os.waitpid(terminal.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    assert terminal.settings() == terminal.settings_before
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.wait_for("BOTTOM LINE")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_order(terminal: Terminal, number: signal.Signals) -> None:
    os.kill(terminal.pid, number)
    assert terminal.wait_for_end() == 128 + number
    assert terminal.settings() == terminal.settings_before


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
