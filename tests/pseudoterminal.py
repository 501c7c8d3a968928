"""Runs a program on a pseudo-terminal, and emulates the screen."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

import pyte

ENVIRONMENT = {
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
    "XDG_CONFIG_HOME": "/nonexistent",
    "BRIEFING_KEYS": "",
}
"""A common terminal, without the key bindings of the user who runs the tests."""
PRIVATE = re.compile(rb"\x1b\[[<>=][0-9;:]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\", re.DOTALL)
"""Sequences that pyte would print."""
PARTIAL = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]P][^\x07\x1b]*\x1b?)?\Z")
"""An incomplete sequence at the end of the output."""
ANSWERS = {
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b]11;?\x07": b"\x1b]11;rgb:1414/1818/1e1e\x07",
    b"\x1b[5n": b"\x1b[0n",
    b"\x1b[>0q": b"\x1bP>|XTerm(379)\x1b\\",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
}
"""The replies of xterm to queries."""


class Screen(pyte.Screen):
    """The screen of pyte, with SU and SD, and with DECSTBM that always moves the cursor home."""

    def set_margins(self, top: int | None = None, bottom: int | None = None) -> None:
        super().set_margins(top, bottom)
        self.cursor_position()

    def scroll_up(self, count: int = 1) -> None:
        self._at_margin(1, self.index, count)

    def scroll_down(self, count: int = 1) -> None:
        self._at_margin(0, self.reverse_index, count)

    def _at_margin(self, edge: int, move: Callable[[], None], count: int) -> None:
        row, self.cursor.y = self.cursor.y, (self.margins or (0, self.lines - 1))[edge]
        for _ in range(max(count, 1)):
            move()
        self.cursor.y = row


class Stream(pyte.ByteStream):
    """A parser with the functions that `Screen` adds."""

    csi = pyte.Stream.csi | {"S": "scroll_up", "T": "scroll_down"}
    events = pyte.Stream.events | {"scroll_up", "scroll_down"}


class Terminal:
    """A program on a terminal, which is killed when the block ends."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] = {},
        cwd: str | os.PathLike[str] | None = None,
        answers: Mapping[bytes, bytes] = ANSWERS,
    ) -> None:
        """Start the program; `answers` are the replies of the terminal by query."""
        self.screen = Screen(columns, rows)
        self.output = bytearray()
        """All bytes that the program has written."""
        self.status: int | None = None
        """The exit status after the end; negative for a signal."""
        self._answers = answers
        self._partial = b""
        self._stream = Stream(self.screen)
        self.started = time.perf_counter()
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            if cwd is not None:
                os.chdir(cwd)
            os.execvpe(command[0], list(command), {**os.environ, **ENVIRONMENT, **environment})
        self.settings_before = self.settings()
        """The terminal attributes before the program could change them."""
        self.resize(columns, rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self._reap(0)
        self.drop()

    def drop(self) -> None:
        """Close the terminal, like a lost connection."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def settings(self) -> list[Any]:
        """Return the terminal attributes (`termios.tcgetattr`)."""
        return termios.tcgetattr(self._handle)

    def resize(self, columns: int, rows: int) -> None:
        """Resize the terminal."""
        self.announce(columns, rows)
        self.screen.resize(rows, columns)

    def announce(self, columns: int, rows: int) -> None:
        """Report a size to the program without resizing the screen."""
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def press(self, keys: str) -> None:
        """Type characters or escape sequences."""
        os.write(self._handle, keys.encode())

    def text(self) -> str:
        """Return the lines of the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, text: str, *, limit: float = 30.0) -> float:
        """Read until the screen shows `text`; return the seconds since the start.

        Raises:
            TimeoutError: The screen does not show it within `limit` seconds.
        """
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            if text in self.text():
                return time.perf_counter() - self.started
            if not self.read(0.5) and self.status is not None:
                break
        raise TimeoutError(f"{text!r} is not on the screen:\n{self.text()}")

    def wait_for_output(self, sent: str, *, limit: float = 30.0) -> None:
        """Read until the program has sent something, or raise `TimeoutError`."""
        end = time.perf_counter() + limit
        while sent.encode() not in self.output:
            if time.perf_counter() > end or self.status is not None:
                raise TimeoutError(f"{sent!r} was not sent:\n{self.text()}")
            self.read(0.5)

    def wait_until_gone(self, text: str, *, limit: float = 30.0) -> None:
        """Read until the screen does not show `text`, or raise `TimeoutError`."""
        end = time.perf_counter() + limit
        while text in self.text():
            if time.perf_counter() > end:
                raise TimeoutError(f"{text!r} is still on the screen:\n{self.text()}")
            self.read(0.5)

    def wait_for_end(self, *, limit: float = 30.0) -> int:
        """Read until the program ends, and return its exit status."""
        end = time.perf_counter() + limit
        while self.status is None and time.perf_counter() < end:
            self.read(0.1)
            self._reap(os.WNOHANG)
        if self.status is None:
            raise TimeoutError(f"still running:\n{self.text()}")
        while self.read(0):  # what it wrote last
            continue
        return self.status

    def read(self, timeout: float, most: int = 65536) -> int:
        """Read at most `most` bytes within some seconds, and return how many came."""
        if self._handle < 0:
            select.select([], [], [], timeout)
            return 0
        ready, _, _ = select.select([self._handle], [], [], timeout)
        try:
            data = os.read(self._handle, most) if ready else b""
        except OSError:  # EIO on Linux: the program has closed its end of the terminal
            self._reap(0)
            return 0
        if not data:
            return 0
        self.output += data
        count, data = len(data), self._partial + data
        partial = PARTIAL.search(data)
        data, self._partial = (data[: partial.start()], partial[0]) if partial else (data, b"")
        for query, answer in self._answers.items():
            if query in data:
                os.write(self._handle, answer)
        self._stream.feed(PRIVATE.sub(b"", data))
        return count

    def _reap(self, flags: int) -> None:
        if self.status is None:
            pid, status = os.waitpid(self.pid, flags)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
