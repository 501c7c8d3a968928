"""Takes the terminal into raw mode and the alternate screen, and restores it at any exit.

The interface is drawn on the controlling terminal, so that standard input and output can be
pipes. Without a controlling terminal, standard input and standard error are used if they are
terminals.
"""

import contextlib
import os
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

from tui.terminal.capabilities import Capabilities
from tui.terminal.writer import TerminalWriter

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[r"
"""The alternate screen, no cursor, bracketed paste, and no margins of another program."""
_LEAVE = "\x1b[?2004l\x1b[?1049l\x1b[?25h"
_MOUSE_ON = "\x1b[?1000h\x1b[?1002h\x1b[?1006h"
"""Reports of buttons, the wheel and drags, but not of mere moves, in the SGR format."""
_MOUSE_OFF = "\x1b[?1006l\x1b[?1002l\x1b[?1000l"
_EXIT_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
_STDIN, _STDERR = 0, 2
MAX_COLUMNS, MAX_ROWS = 1000, 500
"""Cells: an ssh client may claim any size, and each cell takes memory."""


class TerminalSession:
    """The terminal that the program runs on."""

    def __init__(self, input_fd: int, output_fd: int, capabilities: Capabilities) -> None:
        """Read keys from one file descriptor, and draw on another; they may be the same."""
        self.input_fd = input_fd
        self.output_fd = output_fd
        self.capabilities = capabilities
        self.attributes: list[Any] = termios.tcgetattr(input_fd)
        """The attributes that are restored, as `termios.tcgetattr` returns them."""
        self.is_acquired = False
        """The terminal is in raw mode and shows the alternate screen."""
        self.on_resume: Callable[[], None] = _do_nothing
        """Called when the program continues after a stop; the screen is empty then."""
        self.has_mouse = False
        """Clicks and the wheel are reported."""
        self._was_blanked = False
        """The screen was blanked when the terminal was released."""
        self.writer = TerminalWriter(output_fd, capabilities, self.size())
        """Everything is drawn through it."""

    def size(self) -> tuple[int, int]:
        """Return the terminal's columns and rows; 80 and 24 if it does not know them."""
        with contextlib.suppress(OSError):
            columns, rows = os.get_terminal_size(self.output_fd)
            if columns and rows:
                return min(columns, MAX_COLUMNS), min(rows, MAX_ROWS)
        return 80, 24

    def acquire(self) -> None:
        """Enter raw mode and the alternate screen, unless that was done."""
        if not self.is_acquired:
            self.is_acquired = True
            self.set_raw_mode()
            self.writer.write(_ENTER)
            if self.has_mouse:
                self.writer.write(_MOUSE_ON)
            if self._was_blanked:
                self.writer.flush()
                self.writer.blank()

    def set_mouse(self, is_reported: bool) -> None:
        """Have clicks and the wheel reported, or leave the mouse to the terminal."""
        self.has_mouse = is_reported
        self.writer.write(_MOUSE_ON if is_reported else _MOUSE_OFF)

    def set_raw_mode(self) -> None:
        """Turn off echo, line editing, keys that send signals, and flow control."""
        inputs, outputs, controls, locals_, *speeds, characters = self.attributes
        locals_ &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)
        inputs &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF)
        characters = [*characters]
        characters[termios.VMIN], characters[termios.VTIME] = 1, 0
        raw = [inputs, outputs, controls, locals_, *speeds, characters]
        termios.tcsetattr(self.input_fd, termios.TCSANOW, raw)

    def release(self) -> None:
        """Restore the terminal as it was before, as far as it still takes anything.

        The screen is cleared first: a terminal without an alternate screen would keep its text.
        """
        if not self.is_acquired:
            return
        self.is_acquired = False
        if self.has_mouse:
            self.writer.write(_MOUSE_OFF)
        self._was_blanked = self.writer.is_blanked
        self.writer.clear()
        self.writer.write(_LEAVE)
        self.writer.flush()
        with contextlib.suppress(termios.error):
            # Late replies of the terminal are not for the next program.
            termios.tcflush(self.input_fd, termios.TCIFLUSH)
            termios.tcsetattr(self.input_fd, termios.TCSANOW, self.attributes)

    def suspend(self) -> None:
        """Release the terminal, stop the process (job control), and acquire it again after."""
        was_acquired = self.is_acquired
        self.release()
        os.kill(os.getpid(), signal.SIGSTOP)
        if was_acquired:
            self.writer.resize(*self.size())
            self.acquire()
            self.on_resume()


@contextlib.contextmanager
def open_terminal(capabilities: Capabilities) -> Iterator[TerminalSession]:
    """Acquire the terminal until the block ends, however it ends.

    SIGTERM, SIGHUP, SIGINT and SIGQUIT end the block with `SystemExit`, whose code is 128 and
    the number of the signal.

    Raises:
        OSError: There is no terminal.
    """
    descriptors = _open_descriptors()
    if descriptors is None:
        raise OSError("there is no terminal to read on")
    session = TerminalSession(*descriptors, capabilities)
    handlers = {number: signal.signal(number, _exit) for number in _EXIT_SIGNALS}
    handlers[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, lambda *_: session.suspend())
    try:
        session.acquire()
        yield session
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        session.release()
        session.writer.close()
        if descriptors != (_STDIN, _STDERR):
            os.close(descriptors[0])


def _open_descriptors() -> tuple[int, int] | None:
    """Return the file descriptors for input and output, if there is a terminal."""
    with contextlib.suppress(OSError):
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        return terminal, terminal
    return (_STDIN, _STDERR) if os.isatty(_STDIN) and os.isatty(_STDERR) else None


def _do_nothing() -> None:
    """Ignore that the program continues."""


def _exit(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
