"""The line: what is sent, when, and what is not sent at all."""

import os
import pty
import termios
import tty
from collections.abc import Iterator

import pytest

from tests.terminal.emulator import Emulator
from tui.terminal import writer as module
from tui.terminal.capabilities import Capabilities, Depth
from tui.terminal.probe_replies import STATUS
from tui.terminal.writer import TerminalWriter

SIZE = COLUMNS, ROWS = 80, 24
ENTER = "\x1b[?1049h"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Wire:
    """A line, and the terminal at its other end, which reads when it is told to."""

    def __init__(self, size: tuple[int, int] = SIZE) -> None:
        self.master, self.slave = pty.openpty()
        tty.setraw(self.slave, termios.TCSANOW)
        os.set_blocking(self.slave, False)
        self.terminal = Emulator(*size)
        self.read_bytes = 0
        self.line = TerminalWriter(self.slave, Capabilities(depth=Depth.TRUE), size)

    def read(self) -> str:
        data = os.read(self.master, 1024).decode("ascii")
        self.read_bytes += len(data)
        self.terminal.feed(data)
        return data

    def read_until(self, end: str) -> str:
        data = ""
        while end not in data:
            data += self.read()
        return data

    def read_until_shown(self, text: str) -> str:
        data = ""
        while not any(text in row for row in self.rows()):
            data += self.read()
        return data

    def rows(self) -> list[str]:
        return ["".join(character for character, _ in row) for row in self.terminal.cells()]


@pytest.fixture
def wire() -> Iterator[Wire]:
    made = Wire()
    yield made
    made.line.close()
    for handle in (made.master, made.slave):
        os.close(handle)


def page(number: int, size: tuple[int, int] = SIZE) -> str:
    """A frame of which every cell is another than in the one before."""
    columns, rows = size
    text = [LETTERS[(number + row) % 26] + LETTERS[number % 26] for row in range(rows)]
    lines = [f"\x1b[{row}H{each * (columns // 2 - 3)}" for row, each in enumerate(text, 1)]
    return "".join(lines) + f"\x1b[{rows}Hpage {number}."


def test_what_makes_no_difference_is_not_sent(wire: Wire) -> None:
    wire.line.write(ENTER + page(1))
    wire.read_until("page 1.")
    wire.line.flush()
    before = wire.line.sent
    wire.line.write(page(1))
    wire.line.flush()
    assert wire.line.sent == before


def test_frames_that_are_stale_when_the_line_takes_more_are_never_sent(wire: Wire) -> None:
    wire.line.write(ENTER)
    for number in range(400):
        wire.line.write(page(number))
    while "page 399." not in wire.rows()[-1]:
        wire.read()
    assert wire.read_bytes < 400 * len(page(1)) / 4
    assert wire.rows()[0].startswith(LETTERS[399 % 26] * 2)


def test_nothing_is_sent_of_a_frame_that_is_not_complete(wire: Wire) -> None:
    wire.line.write(ENTER + "\x1b[Hready")
    wire.read_until("ready")
    wire.line.write("\x1b[?2026h\x1b[Hhalf")
    wire.line.write("\x1b[2;2Hwhole\x1b[?2026l")
    assert "half" in wire.read_until("whole")
    wire.line.write(page(3))
    assert wire.read_until("page 3.").startswith("\x1b[?2026h")


def test_a_blank_screen_comes_before_and_instead_of_what_waits() -> None:
    size = 400, 400  # more than the system keeps for a terminal that does not read
    wire = Wire(size)
    wire.line.write(ENTER + page(1, size))
    wire.read_until("[2J")
    wire.line.write("\x1b]52;c;YQ==\x07")
    wire.line.clear()
    sent = wire.read_until("\x1b]52;c;YQ==\x07")
    assert "\x18" in sent
    assert "page 1." not in sent
    assert not "".join(wire.rows()).strip()
    wire.line.close()
    os.close(wire.master)
    os.close(wire.slave)


def test_what_the_terminal_shows_is_sent_again_where_it_is_not_known(wire: Wire) -> None:
    wire.line.write(ENTER + page(5))
    wire.read_until("page 5.")
    wire.line.flush()
    wire.terminal.feed("\x1b[H\x1b[2Jsomebody else was here")
    wire.line.forget()
    wire.read_until("page 5.")
    assert "somebody" not in wire.rows()[0]
    assert wire.rows()[3].startswith("i")


def test_after_many_sizes_one_frame_is_sent_and_for_the_last(wire: Wire) -> None:
    wire.line.write(ENTER + page(1))
    wire.read_until("page 1.")
    wire.line.flush()
    before = wire.line.sent
    for columns in range(60, 90):
        wire.line.resize(columns, 20)
    wire.terminal.resize(20, 89)
    wire.line.write(page(2, (89, 20)))
    wire.read_until("page 2.")
    wire.line.flush()
    assert wire.line.sent - before < 1.2 * len(page(2, (89, 20)))
    assert wire.rows()[0].startswith("cc")


def test_the_old_picture_is_sent_where_nobody_draws_another(wire: Wire) -> None:
    wire.line.write(ENTER + "\x1b[5Hthe same")
    wire.read_until("the same")
    wire.line.resize(70, 20)
    wire.terminal.resize(20, 70)
    wire.read_until("the same")
    assert "the same" in wire.rows()[4]


def test_a_line_that_takes_nothing_does_not_hold_up_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    wire = Wire((400, 400))
    wire.line.write(ENTER + page(1, (400, 400)))
    wire.read_until("[2J")
    wire.line.flush()
    wire.line.close()
    os.close(wire.master)
    os.close(wire.slave)


def test_a_line_that_is_dead_takes_what_is_written_and_forgets_it(wire: Wire) -> None:
    master, wire.master = wire.master, os.open(os.devnull, os.O_RDONLY)
    os.close(master)
    for number in range(9):
        wire.line.write(ENTER + page(number))
        wire.line.flush()
    assert wire.line.sent == 0


def test_a_paced_line_sends_no_more_before_the_terminal_has_what_was_sent(wire: Wire) -> None:
    wire.line.pace(True)
    wire.line.write(ENTER + page(1))
    wire.read_until(STATUS.asked)
    before = wire.line.sent
    wire.line.write(page(2))
    wire.line.write(page(3))
    assert wire.line.is_owed_an_answer
    assert wire.line.sent == before
    wire.line.hear()
    wire.read_until_shown("page 3.")


def test_a_terminal_that_never_answers_is_asked_no_more(
    wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.05)
    wire.line.pace(True)
    wire.line.write(ENTER + page(1))
    wire.read_until(STATUS.asked)
    wire.line.write(page(2))
    assert STATUS.asked not in wire.read_until_shown("page 2.")
    assert not wire.line.is_owed_an_answer


def test_a_blank_screen_waits_for_no_answer(wire: Wire) -> None:
    wire.line.pace(True)
    wire.line.write(ENTER + page(1))
    wire.read_until(STATUS.asked)
    wire.line.clear()
    wire.read_until("\x1b[2J")
    assert not "".join(wire.rows()).strip()
