"""Reading in lines: for screen readers, braille displays, and the poorest lines.

Nothing but text and line ends is written, so that nothing is required of the terminal. It edits
and echoes what is typed; where it does not, as in a file, the line is written here.
"""

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from shutil import get_terminal_size
from types import FrameType
from typing import TextIO

from tui.app import threads
from tui.app.bindings import Keys
from tui.linear.console import LineConsole
from tui.reading.ports import Memory
from tui.reading.session import ReadingSession
from tui.terminal.clipboard import Route, TerminalClipboard, route

_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


def run(
    begin: Callable[[], ReadingSession],
    keys: Keys,
    *,
    memory: Memory,
    source: int,
    output: TextIO,
    is_restricted: bool = False,
) -> int:
    """Read until the reader leaves, or nothing more is typed.

    Args:
        begin: Makes the session.
        keys: The keys in force.
        memory: What is remembered for the reader.
        source: The file descriptor of the lines that are typed.
        output: Where everything is written.
        is_restricted: No other program may be run.

    Returns:
        0, 128 and the number of the signal that ended it, or 1 after a failure of the program,
        which has been reported then.
    """
    session: ReadingSession | None = None
    status, is_kept = 0, False
    with threads.failures() as failures, _ended_by_signals():
        try:
            session = begin()
            send = _tmux_buffer(may_run=not is_restricted)
            with closing(LineConsole(session, keys, source, output, send)) as console:
                console.run()
        except (SystemExit, BrokenPipeError):
            if not failures:
                raise
        except Exception as error:
            if isinstance(error, OSError) and error.errno == errno.EIO:  # the line was dropped
                status = 128 + signal.SIGHUP
            else:
                failures.insert(0, error)
        finally:
            is_kept = session is not None and session.end()
    if not failures:
        return status
    from tui.app.failure import tell  # noqa: PLC0415 - seldom

    return tell(failures[0], session, memory, get_terminal_size(), is_kept=is_kept)


def _tmux_buffer(*, may_run: bool) -> Callable[[str], str]:
    """What takes a copied text and says what became of it: tmux, where that runs."""
    is_tmux = route(os.environ, may_run=may_run) is Route.TMUX

    def send(text: str) -> str:
        sent = TerminalClipboard(os.environ).send(text) if is_tmux else None
        return sent.said if sent and not sent.sequence else ""

    return send


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """End in order on the signals that end a program."""
    handlers = {number: signal.signal(number, _end) for number in _ENDING}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
