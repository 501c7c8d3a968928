"""Sends to a terminal what makes a difference, from a thread of its own.

What is sent is rendered when the terminal takes more, from the screen that is wanted at that
time: on a slow line, frames that are out of date are never sent.
"""

import os
import select
import time
from collections.abc import Iterable
from threading import Condition, RLock, Thread

from tui.terminal.capabilities import Capabilities
from tui.terminal.diff_renderer import DiffRenderer, Output
from tui.terminal.probe import STATUS
from tui.terminal.screen_parser import ScreenParser

WINDOW = 1024
"""Bytes sent before the terminal is asked whether it has them: a tenth of a second at 10 kB/s.

The buffers of a terminal or of ssh hold many times that, and are full of old frames otherwise.
"""
_CANCEL = "\x18"
"""CAN ends a sequence that was sent in part."""
_FRAME_START, _FRAME_END = "\x1b[?2026h", "\x1b[?2026l"
"""Synchronized output (DEC private mode 2026): what is between them is shown at once."""
_LARGE = 1024
"""Bytes: smaller frames arrive in one piece and are not marked."""
_CHUNK = 4096
"""Bytes written at a time."""
_PATIENCE = 1.0
"""Seconds to wait for a terminal that takes nothing, or that does not answer."""
_RECHECK = 0.1
"""Seconds after which a terminal that takes nothing is looked at again."""
_REDRAW_TIME = 0.15
"""Seconds in which a program draws for a new size; until then the old screen is not sent."""


class TerminalWriter:
    """Writes to a terminal; its methods may be called from any thread."""

    def __init__(self, output_fd: int, capabilities: Capabilities, size: tuple[int, int]) -> None:
        """Write to a terminal's file descriptor; `size` is in columns and rows."""
        self.sent = 0
        """Bytes sent so far."""
        self._output_fd = output_fd
        self._size = size
        self._parser = ScreenParser(capabilities, size)
        self._renderer = DiffRenderer(capabilities, size)
        self._changed = Condition(RLock())
        self._thread: Thread | None = None
        self._has_news = False
        self._is_sending = False
        self._must_clear = False
        self._is_blanked = False
        self._is_flushing = False
        self._is_closed = False
        self._is_dead = False
        self._not_before = 0.0
        self._is_paced = False
        self._unacknowledged = 0
        self._asked_at: float | None = None

    @property
    def awaits_reply(self) -> bool:
        """The terminal was asked for its status, and has not replied."""
        return self._asked_at is not None

    @property
    def is_blanked(self) -> bool:
        """The screen was blanked, and nothing that is written is sent."""
        return self._is_blanked

    def set_pacing(self, is_paced: bool) -> None:
        """Ask for the terminal's status (DSR 5) after each `WINDOW` bytes, and await the reply.

        The caller reads the replies, and calls `acknowledge` for each.
        """
        with self._changed:
            self._is_paced = is_paced
            self._unacknowledged, self._asked_at = 0, None
            self._changed.notify_all()

    def acknowledge(self) -> None:
        """Note that the terminal has replied, so it has all that was sent before."""
        with self._changed:
            self._asked_at = None
            self._changed.notify_all()

    def write(self, data: str) -> None:
        """Write data for the terminal, which is sent soon if it makes a difference."""
        with self._changed:
            self._parser.feed(data)
            self._not_before = 0.0
            self._wake()

    def flush(self) -> None:
        """Wait until all that was written is sent, or until the terminal takes nothing."""
        with self._changed:
            self._is_flushing = True
            self._changed.notify_all()
            self._changed.wait_for(self._is_idle, _PATIENCE)
            self._is_flushing = False

    def forget(self) -> None:
        """Send the whole screen next, because the terminal may show anything."""
        with self._changed:
            self._renderer.forget()
            self._wake()

    def resize(self, columns: int, rows: int) -> None:
        """Change the size, and send the whole screen once it has been drawn for that."""
        with self._changed:
            if (columns, rows) != self._size:
                self._size = columns, rows
                self._parser.resize(columns, rows)
                self._renderer.resize(columns, rows)
                self._not_before = time.monotonic() + _REDRAW_TIME
                self._wake()

    def blank(self) -> None:
        """Blank the screen at once, and send nothing until `unblank`.

        The blank screen goes out before anything queued. Frames that were queued are dropped.
        What is written meanwhile updates the wanted screen; control sequences that have other
        effects (window title, modes, clipboard) are kept and sent, in order, after `unblank`.
        """
        with self._changed:
            self._parser.drop_frames()
            self._must_clear = self._is_blanked = True
            self._wake()

    def unblank(self) -> None:
        """Send the screen that is wanted now, and everything kept since `blank`."""
        with self._changed:
            self._is_blanked = False
            self._not_before = 0.0
            self._wake()

    def clear(self) -> None:
        """Blank the screen at once, make the wanted screen blank too, and end `blank`."""
        with self._changed:
            self._parser.blank()
            self._must_clear = True
            self._is_blanked = False
            self._not_before = 0.0
            self._wake()

    def close(self) -> None:
        """Send what was written, if the terminal takes it; nothing may be written after."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(_PATIENCE)
            self._is_dead = True

    def _wake(self) -> None:
        self._has_news = True
        if self._thread is None:
            self._thread = Thread(target=self._run, name="terminal writer", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def _has_work(self) -> bool:
        """Return whether anything may be sent."""
        return self._must_clear or (self._has_news and not self._is_blanked)

    def _is_idle(self) -> bool:
        return self._is_dead or not (self._has_work() or self._is_sending)

    def _run(self) -> None:
        """Render and send, each time that the terminal has taken what was sent before."""
        was_cut = False
        while True:
            with self._changed:
                self._is_sending = False
                self._changed.notify_all()
                self._wait()
                if self._is_dead or not self._has_work():
                    return
                self._has_news, self._is_sending = False, True
                output = self._render(was_cut)
            was_cut = self._send(output)

    def _wait(self) -> None:
        """Wait until there is something to send, and it is due."""
        while not self._is_closed:
            delay = max(self._not_before - time.monotonic(), self._reply_delay())
            is_due = self._is_flushing or (delay <= 0 and not self._parser.is_frame_open)
            if self._must_clear or (self._has_work() and is_due):
                return
            self._changed.wait(delay if self._has_work() and delay > 0 else None)

    def _reply_delay(self) -> float:
        """Return the seconds left for a reply; a terminal that is late is not asked again."""
        if self._asked_at is None:
            return 0.0
        delay = self._asked_at + _PATIENCE - time.monotonic()
        if delay <= 0:
            self._is_paced, self._asked_at = False, None
        return delay

    def _render(self, was_cut: bool) -> list[Output]:
        """Return what is to be sent now; `was_cut` says that the last drawing was cut off."""
        output = []
        has_frames = self._parser.has_frames
        if self._must_clear:
            self._must_clear = False
            cancel = _CANCEL + _FRAME_END * has_frames if was_cut else ""
            output.append(Output(cancel + self._renderer.clear(), False))
        if not self._is_blanked:
            output += self._renderer.render(self._parser)
        if has_frames and _length(output) > _LARGE:
            output = [Output(_FRAME_START, True), *output, Output(_FRAME_END, True)]
        self._unacknowledged += _length(output)
        if self._is_paced and self._unacknowledged > WINDOW:
            output.append(Output(STATUS.request, False))
            self._unacknowledged, self._asked_at = 0, time.monotonic()
        return output

    def _send(self, output: Iterable[Output]) -> bool:
        """Send output; return whether a drawing was cut off, because the screen is cleared."""
        was_cut = False
        for data, is_drawing in output:
            rest = memoryview(data.encode(errors="replace"))
            while rest and not self._is_dead:
                if self._must_clear and is_drawing:
                    was_cut = True
                    break
                rest = rest[self._write_chunk(rest[:_CHUNK]) :]
        return was_cut

    def _write_chunk(self, data: memoryview) -> int:
        """Return the number of bytes that the terminal has taken, which may be 0."""
        try:
            _, is_ready, _ = select.select([], [self._output_fd], [], _RECHECK)
            count = os.write(self._output_fd, data) if is_ready else 0
        except BlockingIOError:
            return 0
        except (OSError, ValueError):  # the terminal is gone
            self._is_dead = True
            return 0
        self.sent += count
        return count


def _length(output: Iterable[Output]) -> int:
    return sum(len(each.data) for each in output)
