"""A `TerminalWriter` and the emulated terminal at the other end of its pseudo-terminal."""

import os
import pty
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager

from tests.terminal.emulator import Emulator
from tui.terminal.capabilities import Capabilities, Depth
from tui.terminal.writer import TerminalWriter

SIZE = COLUMNS, ROWS = 80, 24
LARGE = 400, 400
"""More cells than the system buffers for a terminal that does not read."""
ENTER = "\x1b[?1049h"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
CAPABILITIES = Capabilities(depth=Depth.TRUE)


class PtyTerminal:
    """A terminal that reads only when a test calls it."""

    def __init__(self, size: tuple[int, int] = SIZE) -> None:
        self.master, self.slave = pty.openpty()
        tty.setraw(self.slave, termios.TCSANOW)
        os.set_blocking(self.slave, False)
        self.emulator = Emulator(*size)
        self.read_bytes = 0
        self.writer = TerminalWriter(self.slave, CAPABILITIES, size)

    def read(self) -> str:
        data = os.read(self.master, 1024).decode("ascii")
        self.read_bytes += len(data)
        self.emulator.feed(data)
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
        """The text of each row."""
        return ["".join(character for character, _ in row) for row in self.emulator.cells()]

    def is_blank(self) -> bool:
        return not "".join(self.rows()).strip()


@contextmanager
def pty_terminal(size: tuple[int, int] = SIZE) -> Iterator[PtyTerminal]:
    """A terminal that is closed when the block ends."""
    terminal = PtyTerminal(size)
    try:
        yield terminal
    finally:
        terminal.writer.close()
        for handle in (terminal.master, terminal.slave):
            os.close(handle)


def page(number: int, size: tuple[int, int] = SIZE) -> str:
    """A frame in which every cell differs from the page before."""
    columns, rows = size
    text = [LETTERS[(number + row) % 26] + LETTERS[number % 26] for row in range(rows)]
    lines = [f"\x1b[{row}H{each * (columns // 2 - 3)}" for row, each in enumerate(text, 1)]
    return "".join(lines) + f"\x1b[{rows}Hpage {number}."
