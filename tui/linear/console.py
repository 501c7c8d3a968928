"""The lines of a dialogue, in and out."""

import os
import shutil
import signal
from collections.abc import Callable
from functools import partial
from typing import TextIO

from tui.linear.line_input import LineInput, StoppedError
from tui.linear.mode import LinearMode
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession
from tui.terminal.capabilities import detect, environment
from tui.text import cells
from tui.text.clean import clean
from tui.text.spelling import in_ascii

_NARROWEST = 20


class LineConsole:
    """The lines of a dialogue, in and out."""

    def __init__(
        self, session: ReadingSession, source: int, output: TextIO, take: Callable[[str], str]
    ) -> None:
        """`source` is a file descriptor; for `take` see `LinearMode`."""
        self._output = output
        self._is_echoed = not (os.isatty(source) and output.isatty())
        self._is_spelt = output.isatty() and not detect(environment(os.environ)).unicode
        self._is_waiting = False
        self.dialogue = LinearMode(session, self._write, take)
        self._lines = self._heard(session, source)

    def close(self) -> None:
        """Wait for no further line."""
        self._lines.close()

    def go_on(self) -> None:
        """Begin, and answer lines until the reader leaves."""
        self.dialogue.begin()
        while (line := self._next()) is not None:
            reply = self._lines.answer(partial(self.dialogue.answer, line))
            if reply is Reply.LEAVE:
                return
            if reply is Reply.BLANK:
                self._output.write("\n" * size()[1])
            if reply is Reply.SUSPEND:
                _stop()

    def hear(self) -> None:
        """Tell what has changed while a line is waited for, and wait on."""
        if self._is_waiting and self.dialogue.hear(lambda: self._output.write("\n")):
            self._ask()

    def _next(self) -> str | None:
        """The next line; nothing at the end of what is typed.

        It is asked for as often as it takes: the keys to cancel and to stop are answered between.
        """
        while True:
            self.dialogue.look()
            self._ask()
            self.dialogue.keep()
            try:
                typed = self._typed()
            except KeyboardInterrupt:
                self._command("program.cancel")
            except StoppedError:
                if self._command("program.suspend") is Reply.SUSPEND:
                    _stop()
            else:
                line = typed.decode(errors="replace").rstrip("\r\n")
                if self._is_echoed or not typed:
                    self._output.write(f"{clean(line)}\n")
                self.dialogue.look()
                return line if typed else None

    def _heard(self, session: ReadingSession, source: int) -> LineInput:
        """Where lines come from, and with them whoever else is there."""
        if session.peer is None:
            return LineInput(source)
        from tui.linear.peer_input import PeerInput  # noqa: PLC0415 - asyncio, where it is needed

        return PeerInput(source, session.peer, self.hear)

    def _typed(self) -> bytes:
        self._is_waiting = True
        try:
            return self._lines.next()
        finally:
            self._is_waiting = False

    def _command(self, id: str) -> Reply:
        self._output.write("\n")
        return self._lines.answer(partial(self.dialogue.command, id))

    def _ask(self) -> None:
        self._output.write(clean(self.dialogue.prompt))
        self._output.flush()

    def _write(self, paragraph: str) -> None:
        """Write a paragraph, wrapped at words, harmless and without line ends of its own.

        Where a terminal has room for a line exactly, some begin another one after it.
        """
        text = clean(paragraph).replace("\n", " ")
        if self._is_spelt:
            text = in_ascii(text)
        width = max(size()[0] - self._output.isatty(), _NARROWEST)
        for start, end in cells.wrap(text, width):
            self._output.write(f"{text[start:end]}\n")


def size() -> tuple[int, int]:
    """Columns and rows of the terminal, or what COLUMNS and LINES say; 80 and 24 without any."""
    columns, rows = shutil.get_terminal_size()
    return columns, rows


def _stop() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)
