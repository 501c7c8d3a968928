"""The progress of a long command, on one line of the terminal that is erased at the end."""

import time
from types import TracebackType
from typing import Self, TextIO

from tui.text.cells import truncate
from tui.text.clean import clean

OFTEN = 0.1
"""Seconds between two states of the line, at least."""
_PATIENCE = 0.3
"""Seconds that a command may take before anything is shown: shorter ones only flicker."""
_CLEAR = "\r\x1b[K"
"""To the start of the line, and what is on it erased (CR, and EL of ECMA-48)."""


class Progress:
    """A line that is rewritten on a terminal; on what is no terminal nothing is ever written.

    It is erased when the block ends, however that ends.
    """

    def __init__(self, output: TextIO, columns: int) -> None:
        """`columns` is the width of the terminal."""
        self._output = output
        self._columns = columns
        self._due = time.monotonic() + _PATIENCE if output.isatty() else float("inf")
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.erase()

    def show(self, told: str) -> None:
        """Show the progress, if it is time to."""
        now = time.monotonic()
        if now >= self._due:
            self._due = now + OFTEN
            line = clean(" ".join(told.split("\n")))
            self._output.write(f"{_CLEAR}{truncate(line, self._columns - 1)}")
            self._output.flush()
            self._shown = True

    def erase(self) -> None:
        """Erase the line before other output; it is shown again when it is due."""
        if self._shown:
            self._output.write(_CLEAR)
            self._output.flush()
            self._shown = False
