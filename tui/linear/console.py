"""The lines of the linear mode, in and out."""

import os
import signal
from collections.abc import Callable
from functools import partial
from shutil import get_terminal_size
from typing import TextIO

from tui.app.bindings import Keys
from tui.linear.line_input import LineInput, SuspendKeyError
from tui.linear.mode import LinearMode
from tui.linear.state import Outcome
from tui.reading.session import ReadingSession
from tui.terminal.capabilities import detect, environment
from tui.text import cells
from tui.text.clean import clean
from tui.text.spelling import in_ascii

_MIN_WIDTH = 20


class LineConsole:
    """Reads lines and writes paragraphs, wrapped at words."""

    def __init__(
        self,
        session: ReadingSession,
        keys: Keys,
        source: int,
        output: TextIO,
        send: Callable[[str], str],
    ) -> None:
        """Take a session; for the other arguments see `run` and `LinearState`."""
        self._output = output
        self._is_echoed = not (os.isatty(source) and output.isatty())
        self._is_ascii = output.isatty() and not detect(environment(os.environ)).unicode
        self._is_waiting = False
        self._mode = LinearMode(session, keys, self._write, send)
        self._lines = self._input(session, source)

    def run(self) -> None:
        """Begin, and answer lines until the reader leaves or nothing more is typed."""
        self._mode.begin()
        while (line := self._next()) is not None:
            match self._lines.answer(partial(self._mode.answer, line)):
                case Outcome.LEAVE:
                    return
                case Outcome.BLANK:
                    self._output.write("\n" * get_terminal_size().lines)
                case Outcome.SUSPEND:
                    _suspend()

    def close(self) -> None:
        """Wait for no further line."""
        self._lines.close()

    def _input(self, session: ReadingSession, source: int) -> LineInput:
        if session.peer is None:
            return LineInput(source)
        from tui.linear.peer_input import PeerInput  # noqa: PLC0415 - imports asyncio

        return PeerInput(source, session.peer, self._hear)

    def _hear(self) -> None:
        """Say what has changed while a line is waited for, and wait on."""
        if self._is_waiting and self._mode.hear(lambda: self._output.write("\n")):
            self._ask()

    def _next(self) -> str | None:
        """Return the next line; `None` at the end of what is typed.

        The keys that interrupt and suspend are answered meanwhile.
        """
        while True:
            self._mode.look()
            self._ask()
            self._mode.keep()
            self._is_waiting = True
            try:
                typed = self._lines.next()
            except KeyboardInterrupt:
                self._command("app.cancel")
            except SuspendKeyError:
                if self._command("app.suspend") is Outcome.SUSPEND:
                    _suspend()
            else:
                line = typed.decode(errors="replace").rstrip("\r\n")
                if self._is_echoed or not typed:
                    self._output.write(f"{clean(line)}\n")
                self._mode.look()
                return line if typed else None
            finally:
                self._is_waiting = False

    def _command(self, id: str) -> Outcome:
        self._is_waiting = False
        self._output.write("\n")
        return self._lines.answer(partial(self._mode.command, id))

    def _ask(self) -> None:
        self._output.write(clean(self._mode.prompt))
        self._output.flush()

    def _write(self, paragraph: str) -> None:
        """Write a paragraph that cannot act on the terminal.

        Some terminals begin another line after one that fills their width exactly.
        """
        text = clean(paragraph).replace("\n", " ")
        if self._is_ascii:
            text = in_ascii(text)
        width = max(get_terminal_size().columns - self._output.isatty(), _MIN_WIDTH)
        for start, end in cells.wrap(text, width):
            self._output.write(f"{text[start:end]}\n")


def _suspend() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)
