"""The lines that are typed, and the keys of a terminal that come between them."""

import os
import select
import signal
from collections.abc import Callable
from types import FrameType

from tui.reading.reply import Reply


class StoppedError(Exception):
    """The terminal's key to stop the program has been pressed."""


class LineInput:
    """Lines from a file descriptor, and the signals of a terminal's keys: none of them is lost.

    A signal that comes while something is done counts when a line is waited for.
    """

    def __init__(self, handle: int) -> None:
        self.handle = handle
        self._rest = b""
        self.woken, self._waking = os.pipe()
        """Where a signal can be read that has come."""
        for end in (self.woken, self._waking):
            os.set_blocking(end, False)
        self._woken_before = signal.set_wakeup_fd(self._waking, warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _note) for number in _KEYS}

    def next(self) -> bytes:
        """The next line with its end, which the last one may lack; then nothing.

        Raises `StoppedError`, and `KeyboardInterrupt` for the key that interrupts.
        """
        while b"\n" not in self._rest:
            self.wait()
            if self._is_woken():
                continue
            data = os.read(self.handle, 1 << 16)
            if not data:
                break
            self._rest += data
        line, end, self._rest = self._rest.partition(b"\n")
        return line + end

    def wait(self) -> None:
        """Wait until something is typed, or a signal comes."""
        select.select([self.handle, self.woken], [], [])

    def answer(self, do: Callable[[], Reply]) -> Reply:
        """Do what a line says, where others are heard if there are any."""
        return do()

    def close(self) -> None:
        """Wait no more; signals are as they were."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._woken_before)
        os.close(self.woken)
        os.close(self._waking)

    def _is_woken(self) -> bool:
        """Whether a signal has come; raises what it stands for."""
        try:
            numbers = os.read(self.woken, 64)
        except BlockingIOError:
            return False
        if signal.SIGINT in numbers:
            raise KeyboardInterrupt
        if signal.SIGTSTP in numbers:
            raise StoppedError
        return True


_KEYS = (signal.SIGINT, signal.SIGTSTP)


def _note(number: int, frame: FrameType | None) -> None:
    """It stands where signals can be read."""
