"""The lines that are typed, and the keys of a terminal that come between them."""

import os
import select
import signal
from collections.abc import Callable
from types import FrameType

from tui.linear.state import Outcome


class SuspendKeyError(Exception):
    """The terminal's key that suspends the program has been pressed."""


class LineInput:
    """Lines from a file descriptor, and the signals of a terminal's keys; none of them is lost.

    A signal that comes while a command is carried out counts when a line is waited for.
    """

    def __init__(self, source: int) -> None:
        """Read from a file descriptor."""
        self.source = source
        self.signals, self._signalled = os.pipe()
        """The file descriptor from which the numbers of signals can be read."""
        for end in (self.signals, self._signalled):
            os.set_blocking(end, False)
        self._wakeup_before = signal.set_wakeup_fd(self._signalled, warn_on_full_buffer=False)
        self._handlers = {number: signal.signal(number, _ignore) for number in _KEYS}
        self._rest = b""

    def next(self) -> bytes:
        """Return the next line with its end, which the last one may lack; then nothing.

        Raises:
            KeyboardInterrupt: The key that interrupts has been pressed.
            SuspendKeyError: The key that suspends has been pressed.
        """
        while b"\n" not in self._rest:
            self.wait()
            if self._has_signal():
                continue
            data = os.read(self.source, 1 << 16)
            if not data:
                break
            self._rest += data
        line, end, self._rest = self._rest.partition(b"\n")
        return line + end

    def wait(self) -> None:
        """Wait until something is typed, or a signal comes."""
        select.select([self.source, self.signals], [], [])

    def answer(self, do: Callable[[], Outcome]) -> Outcome:
        """Carry out what a line says."""
        return do()

    def close(self) -> None:
        """Wait no more, and handle signals as before."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        os.close(self.signals)
        os.close(self._signalled)

    def _has_signal(self) -> bool:
        """Whether a signal has come; raises what a key stands for."""
        try:
            numbers = os.read(self.signals, 64)
        except BlockingIOError:
            return False
        if signal.SIGINT in numbers:
            raise KeyboardInterrupt
        if signal.SIGTSTP in numbers:
            raise SuspendKeyError
        return True


_KEYS = (signal.SIGINT, signal.SIGTSTP)


def _ignore(number: int, frame: FrameType | None) -> None:
    """Do nothing: the number can be read from the file descriptor of signals."""
