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
from functools import cached_property
from types import FrameType
from typing import TYPE_CHECKING, Any

from tui.terminal.capabilities import Capabilities, Depth

if TYPE_CHECKING:
    from tui.terminal.writer import TerminalWriter

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[r"
"""The alternate screen, no cursor, bracketed paste, and no margins of another program."""
_LEAVE = "\x1b[?2004l\x1b[?1049l\x1b[?25h"
_MOUSE_ON = "\x1b[?1000h\x1b[?1006h"
"""Reports of buttons and the wheel, but not of moves, in the SGR format."""
_MOUSE_OFF = "\x1b[?1006l\x1b[?1000l"
_TRUE_COLOUR, _LINK = "8;2;", "\x1b]8;"
_EXIT_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
_STDIN, _STDERR = 0, 2
_LARGE = 8192
"""Characters: rendering a frame of that size takes 20 ms, and saves 0.3 s at 10 kB/s."""
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
        self._sent = ""
        """What was sent before there was a writer."""
        self._first_size = self.size()

    @cached_property
    def writer(self) -> "TerminalWriter":
        """The writer through which everything is drawn."""
        from tui.terminal.writer import TerminalWriter  # noqa: PLC0415 - slower than a first frame

        writer = TerminalWriter(self.output_fd, self.capabilities, self._first_size)
        if self._sent:
            writer.assume_sent(self._sent)
        return writer

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
            self._send_first(_ENTER)
            if self.has_mouse:
                self.writer.write(_MOUSE_ON)
            if self._was_blanked:
                self.writer.flush()
                self.writer.blank()

    def write_first_frame(self, frame: str, size: tuple[int, int]) -> None:
        """Show the first frame, drawn for a size, without the time that a writer needs to start.

        A large frame, or one with sequences that the terminal lacks, goes through the writer.
        """
        self._first_size = size
        if len(frame) < _LARGE and _can_send_unchanged(frame, self.capabilities):
            self._send_first(frame)
        else:
            self.writer.write(frame)

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

    def _send_first(self, data: str) -> None:
        """Send data at once if there is no writer yet, and else through the writer.

        If the terminal does not take it whole, the writer sends it again.
        """
        if "writer" in self.__dict__:
            self.writer.write(data)
            return
        encoded = data.encode(errors="replace")
        try:
            is_taken = os.write(self.output_fd, encoded) == len(encoded)
        except BlockingIOError:
            is_taken = False
        except OSError:  # the terminal is gone, as a signal or the next read will tell
            is_taken = True
        if is_taken:
            self._sent += data
        else:
            self.writer.forget()
            self.writer.write(data)


def _can_send_unchanged(frame: str, capabilities: Capabilities) -> bool:
    """Return whether the terminal understands all that may be in a frame."""
    return (
        capabilities.unicode
        and (capabilities.depth is Depth.TRUE or _TRUE_COLOUR not in frame)
        and (capabilities.has_links or _LINK not in frame)
    )


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
