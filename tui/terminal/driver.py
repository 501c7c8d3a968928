"""The driver that joins Textual to a terminal that the program holds.

Nothing else in this room knows Textual. It begins with Textual's public `Driver`, and not with
the one for Linux, so that only what is needed is asked of a terminal: no reports of focus or of
the mouse's moves, no other protocol for keys, and no sizes between the keys.
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
from textual.driver import Driver as AnyDriver
from textual.geometry import Size

from tui.terminal.background import Background, background_of
from tui.terminal.escape_key import ESC, Escapes
from tui.terminal.probe_replies import GROUND, STATUS, ReplyParser
from tui.terminal.session import TerminalSession

_ASKS_FOR_SYNCHRONIZED_OUTPUT = "\x1b[?2026$p"

_POINTER = "\x1b]22;"

_PATIENCE = 1.0
"""Seconds that a terminal has to answer before the program lets go of it."""

_TICK = constants.ESCAPE_DELAY / 4
"""Seconds between looks whether a lone `esc` is the key or the beginning of a sequence."""


class Driver(AnyDriver):
    """A driver that writes on a `Line`, and that does nothing while it waits."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
        hold: TerminalSession,
        pending: bytes = b"",
        on_ground: Callable[[Background], None],
    ) -> None:
        """`pending` is what was typed before, and is for Textual to understand.

        `on_ground` is called when the terminal tells its ground, once and perhaps never.
        """
        super().__init__(app, debug=debug, mouse=mouse, size=size or hold.size())
        self._hold = hold
        self._pending = pending
        self._on_ground = on_ground
        self._answers = ReplyParser([STATUS])
        self._asked_at: float | None = None
        self._keys: Thread | None = None
        self._may_listen = False
        self._wake_reader, self._wake_writer = os.pipe()

    @property
    def can_suspend(self) -> bool:
        """Whether the program can be stopped, and go on."""
        return True

    def write(self, data: str) -> None:
        """Write for the terminal, which is sent what it does not show.

        The shape of the pointer is left to it: a console would print what it does not know.
        """
        if not data.startswith(_POINTER):
            self._hold.line.write(data)

    def forget(self) -> None:
        """Send the whole screen, since something else may have written on it."""
        self._hold.line.forget()

    def clear(self) -> None:
        """Make the screen blank before anything that waits to be shown, and instead of it."""
        self._hold.line.clear()

    def blank(self) -> None:
        """Blank the screen at once, and send nothing that is written until `unblank`."""
        self._hold.line.blank()

    def unblank(self) -> None:
        """Show the screen as it is wanted by now."""
        self._hold.line.unblank()

    def catch_mouse(self, is_caught: bool) -> None:
        """Have clicks and the wheel reported, or leave the mouse to the terminal."""
        self._hold.catch_mouse(is_caught)

    def start_application_mode(self) -> None:
        """Take the terminal, unless it is held; go on to read keys, if they were read."""
        self._hold.take()
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGWINCH, self._be_resized)
        loop.add_signal_handler(signal.SIGTSTP, self._be_stopped)
        self._ask_for_frames()
        if self._mouse and not self._hold.has_mouse:
            self.catch_mouse(True)
        self._ask()
        self._be_resized()
        if self._may_listen:
            self.listen()

    def listen(self) -> None:
        """Read keys and clicks, from now on: it has to be seen what is clicked on."""
        self._may_listen = True
        keys = Thread(target=self._read_keys, name="keys", daemon=True)
        keys.start()
        self._keys = keys
        self._hold.line.pace(True)

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self.disable_input()
        self._await_answers()
        self._hold.give_back()

    def disable_input(self) -> None:
        """End the reading of keys at once."""
        thread, self._keys = self._keys, None
        if thread is None:
            return
        self._loop.remove_signal_handler(signal.SIGWINCH)
        os.write(self._wake_writer, b".")
        thread.join()
        os.read(self._wake_reader, 1)

    def _ask_for_frames(self) -> None:
        """Ask whether frames can be marked, but no terminal that would print the `p`.

        Those are macOS Terminal, and consoles; who ignores links reads a sequence to its end.
        """
        prints = os.environ.get("TERM_PROGRAM") == "Apple_Terminal"
        if self._hold.capabilities.has_links and not prints:
            self.write(_ASKS_FOR_SYNCHRONIZED_OUTPUT)

    def _ask(self) -> None:
        """Ask for the ground, once, and where the question does no harm.

        Who knows links, or ignores them, does so with other commands of their kind (OSC).
        """
        if self._hold.capabilities.has_links and self._asked_at is None:
            self._asked_at = time.monotonic()
            self._answers = ReplyParser([GROUND, STATUS])
            self.write(GROUND.asked)

    def _hear(self) -> None:
        """Pass on what the terminal has answered; of its ground it is asked once."""
        if self._answers.told.pop(STATUS, None) is not None:
            self._hold.line.hear()
        colour = self._answers.told.get(GROUND)
        if colour is None:
            return
        self._answers = ReplyParser([STATUS])
        ground = background_of(colour)
        if ground is not None:
            self._loop.call_soon_threadsafe(self._on_ground, ground)

    def _await_answers(self) -> None:
        """Wait for an answer that is owed: it would be typed into the shell."""
        owed = [time.monotonic()] if self._hold.line.is_owed_an_answer else []
        if self._asked_at is not None and GROUND in self._answers.questions:
            owed.append(self._asked_at)
        self._hold.line.pace(False)
        if owed:
            wait = max(owed) + _PATIENCE - time.monotonic()
            select.select([self._hold.source], [], [], max(wait, 0))

    def _be_resized(self) -> None:
        columns, rows = self._hold.size()
        self._hold.line.resize(columns, rows)
        size = Size(columns, rows)
        self.send_message(events.Resize(size, size))

    def _be_stopped(self) -> None:
        """Stop as the shell wants it; what runs while the terminal is given back stops too."""
        if self._keys is None:
            self._hold.suspend()
            return
        self.stop_application_mode()
        self._hold.suspend()
        self.start_application_mode()
        self.send_message(self.SignalResume())

    def _read_keys(self) -> None:
        """Read keys, asleep until one comes; it ends with the terminal, or when woken."""
        parser, escapes = XTermParser(), Escapes()
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        source = self._hold.source
        data, self._pending = self._pending, b""
        settled = 0.0
        while True:
            text = decode(self._answers.feed(data) if data else self._answers.settle())
            self._hear()
            for part in escapes.feed(text, time.monotonic()):
                for event in (events.Key("escape", ESC),) if part is None else parser.feed(part):
                    self.process_message(event)
            if data:
                settled = time.monotonic() + 2 * constants.ESCAPE_DELAY
            is_settled = time.monotonic() >= settled and not escapes.is_waiting
            wait = None if is_settled else _TICK
            ready, _, _ = select.select([source, self._wake_reader], [], [], wait)
            if self._wake_reader in ready:
                return
            data = b""
            if source in ready:
                try:
                    data = os.read(source, 4096)
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
