"""The driver of the terminal: Textual's, but for how it begins, ends and waits."""

import contextlib
import os
import select
import signal
import termios
import time
from codecs import getincrementaldecoder

from textual import constants
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.ui.escapes import CLEAR, ENTER
from tui.ui.first_frame import Hold

_TICK = constants.ESCAPE_DELAY / 4
"""Seconds between looks whether a lone `esc` is the key or the beginning of a sequence."""


class Driver(LinuxDriver):
    """A driver that may find a frame on the terminal, and that does nothing while it waits."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
        hold: Hold | None = None,
    ) -> None:
        """With a `hold`, the terminal shows the first frame already."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._hold = hold
        self._wake_reader, self._wake_writer = os.pipe()

    def write(self, data: str) -> None:
        """Write, but do not enter the alternate screen where one is."""
        if data == ENTER and self._hold is not None and not self._hold.is_taken_over:
            self._hold.is_taken_over = True
            return
        super().write(data)

    def start_application_mode(self) -> None:
        """Take the terminal, and know how it was set before the first frame."""
        is_first = self._hold is not None and not self._hold.is_taken_over
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._hold is not None and is_first:
            self.attrs_before = self._hold.attributes

    def run_input_thread(self) -> None:
        """Read keys, asleep until one comes; it ends with the terminal, or when woken."""
        parser = XTermParser()
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        settled = 0.0
        while True:
            is_settled = time.monotonic() >= settled
            sources = [self.fileno, self._wake_reader]
            ready, _, _ = select.select(sources, [], [], None if is_settled else _TICK)
            if self._wake_reader in ready:
                return
            if self.fileno in ready:
                try:
                    data = os.read(self.fileno, 4096)
                except OSError:
                    data = b""
                if not data:
                    self._loop.call_soon_threadsafe(self._app.exit)
                    return
                text = decode(data)
                for event in parser.feed(text) if text else ():
                    self.process_message(event)
                settled = time.monotonic() + 2 * constants.ESCAPE_DELAY
            for event in parser.tick():
                self.process_message(event)

    def disable_input(self) -> None:
        """End the reading of keys at once."""
        thread, self._key_thread = self._key_thread, None
        if thread is None:
            return
        signal.signal(signal.SIGWINCH, signal.SIG_DFL)
        os.write(self._wake_writer, b".")
        thread.join()
        os.read(self._wake_reader, 1)
        with contextlib.suppress(termios.error):
            termios.tcflush(self.fileno, termios.TCIFLUSH)

    def clear(self) -> None:
        """Make the screen blank before anything that waits to be shown, and instead of it."""
        if self._writer_thread is None:
            return
        waiting = self._writer_thread._queue
        with waiting.mutex:
            waiting.queue.clear()
            waiting.not_full.notify_all()
        self.write(CLEAR)
