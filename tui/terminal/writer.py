"""The line to a terminal: what programs write goes in, and what the terminal lacks goes out.

A frame is made when the line takes more, of what is wanted at that time. So a slow line never
has a queue of frames that nobody wants to see any more.
"""

import os
import select
import time
from collections.abc import Iterable
from threading import Condition, RLock, Thread

from tui.terminal.capabilities import Capabilities
from tui.terminal.diff_renderer import DiffRenderer, Piece
from tui.terminal.probe_replies import STATUS
from tui.terminal.screen_parser import ScreenParser

_CUT_OFF = "\x18"
"""CAN ends a sequence that has been sent in part (ECMA-48 8.3.6; every terminal's parser)."""
_FRAME, _FRAME_END = "\x1b[?2026h", "\x1b[?2026l"
"""A terminal that knows these shows nothing of what is between them before all has come."""
_LARGE = 1024
"""Bytes: a smaller frame comes in one piece anyway."""
_CHUNK = 4096
"""Bytes handed over at a time: a terminal's own buffer, most often."""
_PATIENCE = 1.0
"""Seconds that a line which takes nothing is waited for at an end."""
_LOOK = 0.1
"""Seconds between looks whether a line that takes nothing is to be waited for any longer."""
WINDOW = 1024
"""Bytes that may be under way to a terminal that is asked when it has them: at 10 kB/s a tenth
of a second. Buffers between, of a terminal or of ssh, would take many times that."""
_REDRAWN = 0.15
"""Seconds in which a program draws for another size; sooner, the old picture is not sent."""


class TerminalWriter:
    """A terminal, for programs that write from any thread."""

    def __init__(self, handle: int, capabilities: Capabilities, size: tuple[int, int]) -> None:
        """Write to the file descriptor of a terminal; `size` is in columns and rows."""
        self.sent = 0
        """Bytes handed over so far."""
        self._handle = handle
        self._size = size
        self._filter = ScreenParser(capabilities, size)
        self._painter = DiffRenderer(capabilities, size)
        self._changed = Condition(RLock())
        self._sender: Thread | None = None
        self._has_news = False
        self._is_sending = False
        self._is_cleared = False
        self._is_blanked = False
        self._is_hurried = False
        self._is_closed = False
        self._is_dead = False
        self._not_before = 0.0
        self._is_paced = False
        self._under_way = 0
        self._asked_at: float | None = None

    @property
    def is_owed_an_answer(self) -> bool:
        """The terminal has been asked whether it has everything, and has not answered."""
        return self._asked_at is not None

    def pace(self, is_paced: bool) -> None:
        """Ask the terminal now and then whether it has everything, and wait for its answer.

        Whoever has that done reads the answers (DSR 5), and passes each on to `hear`.
        """
        with self._changed:
            self._is_paced = is_paced
            self._under_way, self._asked_at = 0, None
            self._changed.notify_all()

    def hear(self) -> None:
        """The terminal has answered: it has all that was sent before the question."""
        with self._changed:
            self._asked_at = None
            self._changed.notify_all()

    def write(self, data: str) -> None:
        """Have something written for the terminal; it is sent soon, if it makes a difference."""
        with self._changed:
            self._filter.feed(data)
            self._not_before = 0.0
            self._wake()

    def learn(self, data: str) -> None:
        """Know what the terminal shows, to which something has been sent as it is."""
        with self._changed:
            self._filter.feed(data)
            self._painter.learn(self._filter)

    def flush(self) -> None:
        """Return when all that was written is handed over, or the line takes nothing."""
        with self._changed:
            self._is_hurried = True
            self._changed.notify_all()
            if not self._changed.wait_for(self._is_idle, _PATIENCE):
                self._is_hurried = False
                return
            self._is_hurried = False

    def forget(self) -> None:
        """Send the whole screen next, since the terminal may show anything."""
        with self._changed:
            self._painter.forget()
            self._wake()

    def resize(self, columns: int, rows: int) -> None:
        """Have another size, and send the whole screen once it is drawn for that."""
        with self._changed:
            if (columns, rows) != self._size:
                self._size = columns, rows
                self._filter.resize(columns, rows)
                self._painter.resize(columns, rows)
                self._not_before = time.monotonic() + _REDRAWN
                self._wake()

    @property
    def is_blanked(self) -> bool:
        """The screen has been blanked, and nothing that is written is sent."""
        return self._is_blanked

    def blank(self) -> None:
        """Blank the screen at once, and send nothing until `unblank`.

        The blank screen goes out before anything queued. Frames that were queued are dropped.
        What is written meanwhile updates the wanted screen; control sequences that have other
        effects (window title, modes, clipboard) are kept and sent, in order, after `unblank`.
        """
        with self._changed:
            self._filter.drop_frames()
            self._is_cleared = self._is_blanked = True
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
            self._filter.blank()
            self._is_cleared = True
            self._is_blanked = False
            self._not_before = 0.0
            self._wake()

    def close(self) -> None:
        """Send what waits, unless the line takes nothing; then there is nothing to be written."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
        if self._sender is not None:
            self._sender.join(_PATIENCE)
            self._is_dead = True

    def _wake(self) -> None:
        self._has_news = True
        if self._sender is None:
            self._sender = Thread(target=self._run, name="line", daemon=True)
            self._sender.start()
        self._changed.notify_all()

    def _has_work(self) -> bool:
        """Whether anything may be sent."""
        return self._is_cleared or (self._has_news and not self._is_blanked)

    def _is_idle(self) -> bool:
        return self._is_dead or not (self._has_work() or self._is_sending)

    def _run(self) -> None:
        """Send what makes a difference, each time that the line has taken the last."""
        was_cut = False
        while True:
            with self._changed:
                self._is_sending = False
                self._changed.notify_all()
                self._wait()
                if self._is_dead or not self._has_work():
                    return
                self._has_news, self._is_sending = False, True
                pieces = self._pieces(was_cut)
            was_cut = self._send(pieces)

    def _wait(self) -> None:
        """Wait until there is something to be sent, and the time for it."""
        while not self._is_closed:
            rest = max(self._not_before - time.monotonic(), self._rest_of_answer())
            is_due = self._is_hurried or (rest <= 0 and not self._filter.is_frame_open)
            if self._is_cleared or (self._has_work() and is_due):
                return
            self._changed.wait(rest if self._has_work() and rest > 0 else None)

    def _rest_of_answer(self) -> float:
        """Seconds for which an answer is worth waiting; who has not answered is asked no more."""
        if self._asked_at is None:
            return 0.0
        rest = self._asked_at + _PATIENCE - time.monotonic()
        if rest <= 0:
            self._is_paced, self._asked_at = False, None
        return rest

    def _pieces(self, was_cut: bool) -> list[Piece]:
        """What is to be sent now."""
        first = []
        if self._is_cleared:
            self._is_cleared = False
            cut_off = _CUT_OFF + _FRAME_END * self._filter.has_frames if was_cut else ""
            first.append(Piece(cut_off + self._painter.cleared(), False))
        pieces = first if self._is_blanked else first + self._painter.take(self._filter)
        if self._filter.has_frames and sum(len(piece.data) for piece in pieces) > _LARGE:
            pieces = [Piece(_FRAME, True), *pieces, Piece(_FRAME_END, True)]
        self._under_way += sum(len(piece.data) for piece in pieces)
        if self._is_paced and self._under_way > WINDOW:
            pieces.append(Piece(STATUS.asked, False))
            self._under_way, self._asked_at = 0, time.monotonic()
        return pieces

    def _send(self, pieces: Iterable[Piece]) -> bool:
        """Hand it over; true if a part of a drawing was not, since the screen is to be blank."""
        was_cut = False
        for piece in pieces:
            rest = memoryview(piece.data.encode(errors="replace"))
            while rest and not self._is_dead:
                if self._is_cleared and piece.is_drawing:
                    was_cut = True
                    break
                rest = rest[self._hand_over(rest[:_CHUNK]) :]
        return was_cut

    def _hand_over(self, data: memoryview) -> int:
        """The bytes that the line has taken, after a while perhaps none."""
        try:
            _, is_ready, _ = select.select([], [self._handle], [], _LOOK)
            count = os.write(self._handle, data) if is_ready else 0
        except BlockingIOError:
            return 0
        except (OSError, ValueError):  # nobody is at the other end
            self._is_dead = True
            return 0
        self.sent += count
        return count
