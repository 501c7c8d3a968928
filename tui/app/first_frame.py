"""Before Textual is there: the first frame is seen, and the desk itself answers keys.

To import Textual takes longer than all else together. It is done in a thread, and a reader who
has pressed keys meanwhile, or has left again, does not notice.
"""

import gc
import os
import select
import signal
import sys
import time
from collections.abc import Iterable
from importlib import import_module
from threading import Thread

from tui.app import themes
from tui.app.frame import draw
from tui.app.paint import painted
from tui.reading.reply import Reply
from tui.reading.session import FOLLOW_AFTER, ReadingSession
from tui.terminal.keyboard import Keyboard, Pressed
from tui.terminal.session import TerminalSession

_ESCAPE_AFTER = 0.1
"""Seconds after which a lone `esc` is the key, as in Textual."""

_EAGER, _STUBBORN = 0.0005, 1.0
"""Seconds for which a thread keeps the interpreter while another waits for it: the import gives
it up soon when a key comes, and the answer to a key does not give it up to the import."""

_READY, _RESIZED = b"t", b"r"


def prelude(session: ReadingSession, terminal: TerminalSession) -> bytes | None:
    """Show the desk and answer keys until Textual has been imported.

    The collection of garbage is on again then, and leaves alone what has been imported.

    Returns what has been typed and is for Textual to understand, or nothing if the reader has
    left. Raises `SystemExit` where the line was dropped.
    """
    with _FirstFrame(session, terminal) as begun:
        begun.show_first()
        return begun.answer()


class _FirstFrame:
    """The state of it."""

    def __init__(self, session: ReadingSession, terminal: TerminalSession) -> None:
        self._desk = session
        self._terminal = terminal
        self._keyboard = Keyboard()
        self._due: float | None = None
        """When something is to be done if no key comes before."""
        self._wake_reader, self._wake_writer = os.pipe()

    def __enter__(self) -> "_FirstFrame":
        gc.disable()  # what is imported stays: to look for garbage in it again and again is waste
        self._resized_before = signal.signal(signal.SIGWINCH, lambda *_: self._wake(_RESIZED))
        self._interval = sys.getswitchinterval()
        sys.setswitchinterval(_EAGER)
        self._terminal.on_resume = self._be_resized
        return self

    def __exit__(self, *_: object) -> None:
        self._terminal.on_resume = _nothing
        sys.setswitchinterval(self._interval)
        signal.signal(signal.SIGWINCH, self._resized_before)
        if self._desk.is_restricted:  # many read on one machine: half a megabyte each, for 20 ms
            gc.unfreeze()
            gc.collect()
        gc.freeze()
        gc.enable()

    def show_first(self) -> None:
        """Show the desk for the first time, at the size that the terminal has by then."""
        size = self._terminal.size()
        self._desk.resize(*size)
        self._terminal.write_first_frame(self._painted(), size)

    def show(self) -> None:
        """Show the desk as it is."""
        self._terminal.writer.write(self._painted())

    def _painted(self) -> str:
        fills = self._terminal.capabilities.erases_in_colour
        return painted(draw(self._desk), themes.THEMES[self._desk.theme], fills=fills)

    def answer(self) -> bytes | None:
        """Answer keys; see `prelude`."""
        Thread(target=self._import, name="textual", daemon=True).start()
        while True:
            ready = self._wait()
            if self._wake_reader in ready:
                news = os.read(self._wake_reader, 64)
                if _RESIZED in news:
                    self._be_resized()
                if _READY in news:
                    os.close(self._wake_writer)
                    os.close(self._wake_reader)
                    return self._keyboard.rest
            pressed = self._read() if self._terminal.input_fd in ready else self._overdue(ready)
            sys.setswitchinterval(_STUBBORN)
            try:
                if not self._press(pressed):
                    return None
            finally:
                sys.setswitchinterval(_EAGER)

    def _import(self) -> None:
        # No connection here is encrypted by the program. `asyncio` does without, by design, and
        # who reads waits a tenth less for Textual and needs a megabyte less.
        sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]
        import_module("tui.app.app")
        self._wake(_READY)

    def _wake(self, news: bytes) -> None:
        os.write(self._wake_writer, news)

    def _wait(self) -> list[int]:
        sources = [self._wake_reader]
        if not self._keyboard.is_lost:
            sources.append(self._terminal.input_fd)
        left = None if self._due is None else max(self._due - time.monotonic(), 0)
        ready, _, _ = select.select(sources, [], [], left)
        return ready

    def _read(self) -> Iterable[Pressed]:
        """The keys that have come."""
        try:
            data = os.read(self._terminal.input_fd, 4096)
        except BlockingIOError:
            return ()
        except OSError:
            data = b""
        if not data:
            sys.exit(128 + signal.SIGHUP)
        return self._keyboard.feed(data)

    def _overdue(self, ready: list[int]) -> Iterable[Pressed]:
        """What is to be done since no key has come: an `esc` was the key, or evidence follows."""
        if ready:
            return ()
        if self._keyboard.may_be_escape:
            return self._keyboard.settle()
        self._desk.follow()
        self.show()
        return ()

    def _press(self, keys: Iterable[Pressed]) -> bool:
        """Give keys to the desk and do what it says; whether to stay."""
        is_stale = False
        for key in keys:
            reply = self._desk.press(*key)
            if reply is Reply.LEAVE:
                return False
            is_stale = self._obey(reply)
        if is_stale:
            self.show()
        if self._keyboard.may_be_escape:
            self._due = time.monotonic() + _ESCAPE_AFTER
        elif self._desk.is_behind:
            self._due = time.monotonic() + FOLLOW_AFTER
        else:
            self._due = None
        return True

    def _obey(self, reply: Reply) -> bool:
        """Do what a key asks of the terminal; whether the frame has to be drawn then.

        What the mouse does, Textual will understand.
        """
        writer = self._terminal.writer
        match reply:
            case Reply.REPAINT:
                writer.forget()
            case Reply.BLANK:
                writer.clear()
            case Reply.SEND:
                writer.write(self._desk.outgoing)
            case Reply.MOUSE:
                self._terminal.set_mouse(self._desk.has_mouse)
            case Reply.SUSPEND:
                self._terminal.suspend()
                return False
        return True

    def _be_resized(self) -> None:
        """Draw for the size that the terminal has; it may be empty."""
        size = self._terminal.size()
        self._terminal.writer.resize(*size)
        self._desk.resize(*size)
        self._desk.follow()
        self.show()


def _nothing() -> None:
    """Nobody wants to know."""
