"""Reading in a dialogue of lines: for screen readers, braille displays, and the poorest lines.

Nothing but text and line ends is written, so nothing is needed of a terminal. What is typed is
edited and shown by the terminal itself; where that does not show it, as in a file that the
dialogue is written to, it is written there.
"""

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from types import FrameType
from typing import TYPE_CHECKING, TextIO

from tui.app import threads
from tui.linear.console import LineConsole, size
from tui.reading.ports import Memory
from tui.reading.session import ReadingSession
from tui.terminal.clipboard import Route, TerminalClipboard, route

if TYPE_CHECKING:
    from tui.library.library import Library

PAGE = (80, 24)
"""The size in cells of the screen that there is not: what a page is, and half of one."""

_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


def run(
    begin: Callable[..., ReadingSession],
    *,
    library: "Library | None",
    memory: Memory,
    source: int,
    output: TextIO,
    is_restricted: bool = False,
) -> int:
    """Talk with a reader, who types lines into `source`, until they leave or it ends.

    `source` is a file descriptor; for the others see `app.run`. Returns 0, 128 and the number of
    the signal that ended it, or 1 where the program itself failed: then it has said so.
    """
    session: ReadingSession | None = None
    status, is_kept = 0, False
    with threads.failures() as failed, _signals():
        try:
            session = begin(size=PAGE)
            take = _buffer(may_run=not is_restricted)
            with closing(LineConsole(session, source, output, take)) as talk:
                talk.go_on()
        except (SystemExit, BrokenPipeError):
            if not failed:
                raise
        except Exception as error:
            if isinstance(error, OSError) and error.errno == errno.EIO:  # the line was dropped
                status = 128 + signal.SIGHUP
            else:
                failed.insert(0, error)
        finally:
            is_kept = session is not None and session.keep()
            if library is not None:
                library.close()
    if not failed:
        return status
    from tui.app.failure import tell  # noqa: PLC0415 - seldom

    return tell(failed[0], session, memory, size(), is_kept=is_kept)


def _buffer(*, may_run: bool) -> Callable[[str], str]:
    """What takes a copied text beside its being told, and says so: tmux, where that runs."""
    if route(os.environ, may_run=may_run) is not Route.TMUX:
        return lambda text: ""
    clipboard = TerminalClipboard(os.environ)

    def load(text: str) -> str:
        sent = clipboard.send(text)
        return sent.said if sent and not sent.sequence else ""

    return load


@contextmanager
def _signals() -> Iterator[None]:
    """End in order on the signals that end a program."""
    handlers = {number: signal.signal(number, _end) for number in _ENDING}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
