"""The Textual driver for a `TerminalSession`.

This is the only module of the package that imports Textual. It derives from Textual's public
`Driver` rather than from `LinuxDriver`, so that a terminal is asked only for what is needed: no
reports of focus or of mouse moves, no Kitty keyboard protocol, no in-band sizes.
"""

import asyncio
import os
import select
import signal
import time
from codecs import getincrementaldecoder
from collections.abc import Callable
from functools import partial
from threading import Thread

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver as TextualDriver
from textual.geometry import Size

from tui.terminal.background import Background, background_of
from tui.terminal.escape_key import ESC, EscapeKeyParser
from tui.terminal.probe import BACKGROUND_COLOUR, PATIENCE, STATUS, SYNCHRONIZED, ReplyParser
from tui.terminal.session import TerminalSession

_POINTER_SHAPE = "\x1b]22;"
_TICK = constants.ESCAPE_DELAY / 4
"""Seconds between checks whether an `esc` is the key or the beginning of a sequence."""


class Driver(TextualDriver):
    """A driver that writes through a `TerminalWriter`, and is idle while no key comes."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
        session: TerminalSession,
        on_background: Callable[[Background], None],
    ) -> None:
        """Make a driver for a session.

        Args:
            on_background: Called once when the terminal reports its background colour, if it
                does.
        """
        super().__init__(app, debug=debug, mouse=mouse, size=size or session.size())
        self._session = session
        self._on_background = on_background
        self._replies = ReplyParser([STATUS])
        self._asked_at: float | None = None
        self._input_thread: Thread | None = None
        self._may_listen = False
        self._wake_reader, self._wake_writer = os.pipe()

    @property
    def can_suspend(self) -> bool:
        """Whether the process can be suspended."""
        return True

    def write(self, data: str) -> None:
        """Write data for the terminal, which is sent what makes a difference.

        Pointer shapes (OSC 22) are left out, because a console would print them.
        """
        if not data.startswith(_POINTER_SHAPE):
            self._session.writer.write(data)

    def forget(self) -> None:
        """Send the whole screen, because another program may have written on it."""
        self._session.writer.forget()

    def clear(self) -> None:
        """Blank the screen at once, and make the wanted screen blank too."""
        self._session.writer.clear()

    def blank(self) -> None:
        """Blank the screen at once, and send nothing that is written until `unblank`."""
        self._session.writer.blank()

    def unblank(self) -> None:
        """Show the screen that is wanted now."""
        self._session.writer.unblank()

    def set_mouse(self, is_reported: bool) -> None:
        """Have clicks and the wheel reported, or leave the mouse to the terminal."""
        self._session.set_mouse(is_reported)

    def start_application_mode(self) -> None:
        """Acquire the terminal unless that was done, and listen again after a suspension."""
        self._session.acquire()
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGWINCH, self._update_size)
        loop.add_signal_handler(signal.SIGTSTP, self._suspend)
        self._query_synchronized_output()
        if self._mouse and not self._session.has_mouse:
            self.set_mouse(True)
        self._query_background()
        self._update_size()
        if self._may_listen:
            self.listen()

    def listen(self) -> None:
        """Begin to read keys and clicks; call it when the first screen has been drawn."""
        self._may_listen = True
        self._input_thread = Thread(target=self._read_input, name="terminal input", daemon=True)
        self._input_thread.start()
        self._session.writer.set_pacing(True)

    def stop_application_mode(self) -> None:
        """Release the terminal."""
        self.disable_input()
        self._await_replies()
        self._session.release()

    def disable_input(self) -> None:
        """Stop reading keys at once."""
        thread, self._input_thread = self._input_thread, None
        if thread is None:
            return
        self._loop.remove_signal_handler(signal.SIGWINCH)
        os.write(self._wake_writer, b".")
        thread.join()
        os.read(self._wake_reader, 1)

    def _query_synchronized_output(self) -> None:
        """Ask for support of synchronized output, unless the terminal would print the `p`.

        macOS Terminal and consoles do. A terminal that parses OSC 8 parses this query too. The
        reply is for Textual.
        """
        prints_it = os.environ.get("TERM_PROGRAM") == "Apple_Terminal"
        if self._session.capabilities.has_links and not prints_it:
            self.write(SYNCHRONIZED.request)

    def _query_background(self) -> None:
        """Ask once for the background colour, if the terminal parses OSC."""
        if self._session.capabilities.has_links and self._asked_at is None:
            self._asked_at = time.monotonic()
            self._replies = ReplyParser([BACKGROUND_COLOUR, STATUS])
            self.write(BACKGROUND_COLOUR.request)

    def _handle_replies(self) -> None:
        """Pass the terminal's replies on."""
        if self._replies.replies.pop(STATUS, None) is not None:
            self._session.writer.acknowledge()
        colour = self._replies.replies.get(BACKGROUND_COLOUR)
        if colour is None:
            return
        self._replies = ReplyParser([STATUS])
        background = background_of(colour)
        if background is not None:
            self._loop.call_soon_threadsafe(self._on_background, background)

    def _await_replies(self) -> None:
        """Wait for outstanding replies, which the shell would take for keys."""
        asked = [time.monotonic()] if self._session.writer.awaits_reply else []
        if self._asked_at is not None and BACKGROUND_COLOUR in self._replies.probes:
            asked.append(self._asked_at)
        self._session.writer.set_pacing(False)
        if asked:
            wait = max(asked) + PATIENCE - time.monotonic()
            select.select([self._session.input_fd], [], [], max(wait, 0))

    def _update_size(self) -> None:
        columns, rows = self._session.size()
        self._session.writer.resize(columns, rows)
        size = Size(columns, rows)
        self.send_message(events.Resize(size, size))

    def _suspend(self) -> None:
        """Suspend the process, also while another program runs on the released terminal."""
        if self._input_thread is None:
            self._session.suspend()
            return
        self.stop_application_mode()
        self._session.suspend()
        self.start_application_mode()
        self.send_message(self.SignalResume())

    def _read_input(self) -> None:
        """Read keys until the terminal is gone, or until `disable_input` wakes it up."""
        parser, escapes = XTermParser(), EscapeKeyParser()
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        input_fd = self._session.input_fd
        data = b""
        settled = 0.0
        while True:
            text = decode(self._replies.feed(data) if data else self._replies.settle())
            self._handle_replies()
            for part in escapes.feed(text, time.monotonic()):
                for event in (events.Key("escape", ESC),) if part is None else parser.feed(part):
                    self.process_message(event)
            if data:
                settled = time.monotonic() + 2 * constants.ESCAPE_DELAY
            is_settled = time.monotonic() >= settled and not escapes.is_waiting
            wait = None if is_settled else _TICK
            ready, _, _ = select.select([input_fd, self._wake_reader], [], [], wait)
            if self._wake_reader in ready:
                return
            data = b""
            if input_fd in ready:
                try:
                    data = os.read(input_fd, 4096)
                except BlockingIOError:
                    continue
                except OSError:
                    data = b""
                if not data:
                    end = partial(self._app.exit, return_code=128 + signal.SIGHUP)
                    self._loop.call_soon_threadsafe(end)
                    return
            for event in parser.tick():
                self.process_message(event)
