"""The terminal in the hands of the program: raw, without echo, and given back at any end.

The interface is drawn on the terminal itself, so that standard input and output stay free for
pipes; where there is none (no controlling terminal) it takes the streams that are one.
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

_TAKEN = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[r"
"""The alternate screen, no cursor, pasted text told from typed text, and no margins that another
program has left."""
_GIVEN_BACK = "\x1b[?2004l\x1b[?1049l\x1b[?25h"
_MOUSE_ON = "\x1b[?1000h\x1b[?1006h"
"""Buttons and the wheel, and never a report of a mere move."""
_MOUSE_OFF = "\x1b[?1006l\x1b[?1000l"
_TRUE_COLOUR, _LINK = "8;2;", "\x1b]8;"
_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
_INPUT, _OUTPUT = 0, 2
"""The streams that are a terminal most often, and where stock programs read and draw."""


_LARGE = 8192
"""Characters: to make a frame of that size a third smaller saves 0.3 s at 10 kB/s, and takes
some 20 ms."""

WIDEST, TALLEST = 1000, 500
"""Cells: a terminal that says it has more, as any client of ssh may, would only cost memory."""


class TerminalSession:
    """A terminal that a program has taken."""

    def __init__(self, source: int, handle: int, capabilities: Capabilities) -> None:
        """Read keys from the file descriptor `source`, and draw on `handle`."""
        self.source = source
        """Where keys are read."""
        self.handle = handle
        """Where it is drawn; both are one, but where there is no controlling terminal."""
        self.capabilities = capabilities
        self.attributes: list[Any] = termios.tcgetattr(source)
        """How the terminal was set before, as `termios.tcgetattr` says it."""
        self.is_held = False
        """The terminal is raw and shows the alternate screen."""
        self.continued: Callable[[], None] = _nothing
        """Called after a stop: the screen is empty then."""
        self.has_mouse = False
        """Clicks and the wheel are reported."""
        self._was_blanked = False
        """The screen was blanked when the terminal was given back."""
        self._sent = ""
        """What the terminal has been sent as it is, before there was a line."""
        self._first_size = self.size()

    @cached_property
    def line(self) -> "TerminalWriter":
        """What is written for the terminal goes here."""
        from tui.terminal.writer import TerminalWriter  # noqa: PLC0415 - takes longer than a first frame

        line = TerminalWriter(self.handle, self.capabilities, self._first_size)
        if self._sent:
            line.learn(self._sent)
        return line

    def size(self) -> tuple[int, int]:
        """Columns and rows of the terminal; 80 and 24 where it does not know them."""
        with contextlib.suppress(OSError):
            columns, rows = os.get_terminal_size(self.handle)
            if columns and rows:
                return min(columns, WIDEST), min(rows, TALLEST)
        return 80, 24

    def take(self) -> None:
        """Take the terminal; its screen is empty then."""
        if not self.is_held:
            self.is_held = True
            self.silence()
            self._begin(_TAKEN)
            if self.has_mouse:
                self.line.write(_MOUSE_ON)
            if self._was_blanked:
                self.line.flush()
                self.line.blank()

    def show_first(self, frame: str, size: tuple[int, int]) -> None:
        """Show a frame of that size; where the terminal takes it as it is, without a line.

        A large one goes through the line, which makes it smaller by more than the time costs.
        """
        self._first_size = size
        if len(frame) < _LARGE and _is_as_it_is(frame, self.capabilities):
            self._begin(frame)
        else:
            self.line.write(frame)

    def catch_mouse(self, is_caught: bool) -> None:
        """Have clicks and the wheel reported, or leave the mouse to the terminal."""
        self.has_mouse = is_caught
        self.line.write(_MOUSE_ON if is_caught else _MOUSE_OFF)

    def silence(self) -> None:
        """What is typed is not shown, not edited, and read as it comes."""
        inputs, outputs, controls, locals_, *speeds, characters = self.attributes
        locals_ &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)
        inputs &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF)
        characters = [*characters]
        characters[termios.VMIN], characters[termios.VTIME] = 1, 0
        raw = [inputs, outputs, controls, locals_, *speeds, characters]
        termios.tcsetattr(self.source, termios.TCSANOW, raw)

    def give_back(self) -> None:
        """Leave the terminal as it was before; a line that is dead is left.

        The screen is emptied first: a terminal without another one would keep what was read.
        """
        if not self.is_held:
            return
        self.is_held = False
        if self.has_mouse:
            self.line.write(_MOUSE_OFF)
        self._was_blanked = self.line.is_blanked
        self.line.clear()
        self.line.write(_GIVEN_BACK)
        self.line.flush()
        with contextlib.suppress(termios.error):
            # Late answers of the terminal are not for whoever reads next.
            termios.tcflush(self.source, termios.TCIFLUSH)
            termios.tcsetattr(self.source, termios.TCSANOW, self.attributes)

    def suspend(self) -> None:
        """Stop, as the shell's job control wants it, and take the terminal again after."""
        was_held = self.is_held
        self.give_back()
        os.kill(os.getpid(), signal.SIGSTOP)
        if was_held:
            self.line.resize(*self.size())
            self.take()
            self.continued()

    def _begin(self, data: str) -> None:
        """Send something as it is, or through the line if there is one.

        A terminal takes a frame at once, for nothing has been sent before. If it does not, the
        line sends all of it afresh.
        """
        if "line" in self.__dict__:
            self.line.write(data)
            return
        encoded = data.encode(errors="replace")
        try:
            is_taken = os.write(self.handle, encoded) == len(encoded)
        except BlockingIOError:
            is_taken = False
        except OSError:  # nobody is at the other end, as a signal or the next read will say
            is_taken = True
        if is_taken:
            self._sent += data
        else:
            self.line.forget()
            self.line.write(data)


def _is_as_it_is(frame: str, capabilities: Capabilities) -> bool:
    """Whether a line would leave nothing out of a frame, and put nothing else in."""
    return (
        capabilities.unicode
        and (capabilities.depth is Depth.TRUE or _TRUE_COLOUR not in frame)
        and (capabilities.has_links or _LINK not in frame)
    )


@contextlib.contextmanager
def hold_terminal(capabilities: Capabilities) -> Iterator[TerminalSession]:
    """Take the terminal until the block ends, however it ends.

    SIGTERM and SIGHUP end it with `SystemExit`, of 128 and the signal's number. Raises
    `OSError` where there is no terminal.
    """
    ends = _ends()
    if ends is None:
        raise OSError("there is no terminal to read on")
    held = TerminalSession(*ends, capabilities)
    handlers = {number: signal.signal(number, _end) for number in _ENDING}
    handlers[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, lambda *_: held.suspend())
    try:
        held.take()
        yield held
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        held.give_back()
        held.line.close()
        _let_go(ends)


def _ends() -> tuple[int, int] | None:
    """The file descriptors to read and to draw on, if there is a terminal."""
    with contextlib.suppress(OSError):
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        return terminal, terminal
    return (_INPUT, _OUTPUT) if os.isatty(_INPUT) and os.isatty(_OUTPUT) else None


def _let_go(ends: tuple[int, int]) -> None:
    if ends != (_INPUT, _OUTPUT):
        os.close(ends[0])


def _nothing() -> None:
    """Nobody wants to know."""


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
