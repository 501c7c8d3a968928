"""A program on a pseudo-terminal, and the screen that a person would see there."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

import pyte

ENVIRONMENT = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
PRIVATE = re.compile(rb"\x1b\[[<>=][0-9;:]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\", re.DOTALL)
"""What pyte would print instead of obeying or ignoring it."""
ANSWERS = {
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
}
"""A terminal's answers to what programs ask it, as xterm gives them."""


class Terminal:
    """A program that runs on a terminal of a given size until the block ends."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] = {},
        cwd: str | os.PathLike[str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.output = bytearray()
        """Every byte that the program has written."""
        self.status: int | None = None
        """The exit status, once it has ended; negative for a signal."""
        self._stream = pyte.ByteStream(self.screen)
        self.started = time.perf_counter()
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            if cwd is not None:
                os.chdir(cwd)
            os.execvpe(command[0], list(command), {**os.environ, **ENVIRONMENT, **environment})
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
        os.close(self._handle)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, as a window manager does."""
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def press(self, keys: str) -> None:
        """Type characters or escape sequences."""
        os.write(self._handle, keys.encode())

    def text(self) -> str:
        """The screen's lines."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, text: str, *, limit: float = 30.0) -> float:
        """Read until the screen shows `text`; the seconds since the start.

        Raises `TimeoutError`, with the screen, if it does not come within `limit` seconds.
        """
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            if text in self.text():
                return time.perf_counter() - self.started
            if not self._read(0.5) and self.status is not None:
                break
        raise TimeoutError(f"{text!r} is not on the screen:\n{self.text()}")

    def wait_until_gone(self, text: str, *, limit: float = 30.0) -> None:
        """Read until the screen no longer shows `text`; raises `TimeoutError` if it stays."""
        end = time.perf_counter() + limit
        while text in self.text():
            if time.perf_counter() > end:
                raise TimeoutError(f"{text!r} is still on the screen:\n{self.text()}")
            self._read(0.5)

    def wait_for_end(self, *, limit: float = 30.0) -> int:
        """Read until the program has ended; its exit status."""
        end = time.perf_counter() + limit
        while self.status is None and time.perf_counter() < end:
            self._read(0.1)
            self._reap(os.WNOHANG)
        if self.status is None:
            raise TimeoutError(f"still running:\n{self.text()}")
        return self.status

    def _read(self, timeout: float) -> bool:
        ready, _, _ = select.select([self._handle], [], [], timeout)
        try:
            data = os.read(self._handle, 65536) if ready else b""
        except OSError:  # Linux says EIO when the program's end of the terminal is closed
            self._reap(0)
            return False
        if not data:
            return False
        self.output += data
        for asked, answer in ANSWERS.items():
            if asked in data:
                os.write(self._handle, answer)
        self._stream.feed(PRIVATE.sub(b"", data))
        return True

    def _reap(self, flags: int) -> None:
        if self.status is None:
            pid, status = os.waitpid(self.pid, flags)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
