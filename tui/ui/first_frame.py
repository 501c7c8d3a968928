"""The first frame is on the terminal before Textual is imported, which takes as long as all else.

Until Textual takes over, what is typed waits unseen, and whatever ends the program leaves the
terminal as it was.
"""

import contextlib
import os
import signal
import sys
import termios
from collections.abc import Iterator, Mapping
from types import FrameType
from typing import Any

from tui.ui.escapes import LEAVE, painted
from tui.ui.frame import Frame
from tui.ui.themes import Theme

_TRUE_COLOURS = {"truecolor", "24bit"}
_IN_ANY_TERMINAL = {"ansi", "plain"}


class Hold:
    """A terminal that shows a frame and is not in the hands of Textual yet."""

    def __init__(self, attributes: list[Any]) -> None:
        self.attributes = attributes
        """How the terminal was set before, as `termios.tcgetattr` says it."""
        self.is_taken_over = False
        """Textual has it now, and will give it back."""


def is_possible(theme: str, environ: Mapping[str, str]) -> bool:
    """Whether the terminal is one that can show the frame as Textual will show it."""
    can_show = theme in _IN_ANY_TERMINAL or environ.get("COLORTERM") in _TRUE_COLOURS
    return can_show and os.isatty(_INPUT) and os.isatty(_OUTPUT)


@contextlib.contextmanager
def first_frame(frame: Frame, theme: Theme) -> Iterator[Hold]:
    """Show a frame, and leave the terminal as it was if nobody takes it over."""
    hold = Hold(termios.tcgetattr(_INPUT))
    handlers = {number: signal.signal(number, _end) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        _silence(hold.attributes)
        _write(painted(frame, theme))
        yield hold
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        with contextlib.suppress(OSError, termios.error):  # the terminal may be gone
            if not hold.is_taken_over:
                _write(LEAVE)
            termios.tcsetattr(_INPUT, termios.TCSADRAIN, hold.attributes)


_INPUT = 0
_OUTPUT = 2
"""Where Textual reads and writes, too."""


def _silence(attributes: list[Any]) -> None:
    """What is typed is not shown, not edited, and reads as Textual will have it."""
    inputs, outputs, controls, locals_, *rest = attributes
    locals_ &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)
    inputs &= ~(termios.ICRNL | termios.IXON)
    termios.tcsetattr(_INPUT, termios.TCSANOW, [inputs, outputs, controls, locals_, *rest])


def _write(text: str) -> None:
    print(text, end="", file=sys.__stderr__, flush=True)


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
