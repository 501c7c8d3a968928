"""The application: Textual passes keys to the desk, and shows the frames that come from it."""

import asyncio
import os
import signal
from contextlib import ExitStack
from functools import partial
from typing import cast

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
os.environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

from textual import events
from textual.app import App
from textual.geometry import Offset, Size
from textual.screen import Screen

from tui.ui import themes
from tui.ui.canvas import FrameScreen
from tui.ui.desk import Desk
from tui.ui.driver import Driver
from tui.ui.first_frame import Hold
from tui.ui.frame import draw
from tui.ui.reply import Reply

FOLLOW_AFTER = 0.08
"""Seconds after the last key until the evidence beside the list follows: who holds a key down
does not want to see it flicker by."""

RESIZE_AFTER = 0.05
"""Seconds after the last of several sizes until it is drawn: who drags the corner of a window
does not want to wait for each on a slow line. The first is drawn at once."""


class BriefingApp(App[None], inherit_bindings=False, inherit_css=False):
    """The application; all that it knows is in the desk."""

    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None

    def __init__(self, desk: Desk, hold: Hold | None = None, *, patience: float = 1.0) -> None:
        """`patience` is a factor of all waiting; tests have none."""
        # With `ansi_color` nobody translates the colours of a theme, not even under NO_COLOR.
        driver = cast(type[Driver], partial(Driver, hold=hold))
        super().__init__(driver_class=driver, ansi_color=True)
        self.desk = desk
        self._patience = patience
        self._following: asyncio.TimerHandle | None = None
        self._resizing: asyncio.TimerHandle | None = None
        self._resized_at = 0.0
        self._shown_size: Size | None = None
        self._assembly = ExitStack()

    def get_default_screen(self) -> Screen[None]:
        """The one screen."""
        return FrameScreen()

    def on_load(self) -> None:
        """Paint once when all is in place, and not each time that a part of it is."""
        self._assembly.enter_context(self.batch_update())

    def on_ready(self) -> None:
        """All is in place."""
        self._assembly.close()
        self.repaint()

    def on_mount(self) -> None:
        """Be ready to be stopped, continued and ended."""
        self.app_resume_signal.subscribe(self, lambda _: self.repaint())
        if not self.is_headless:
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, self._end, number)

    def on_resize(self, event: events.Resize) -> None:
        """Draw for another size, unless further ones come at once; one that is shown is no news."""
        loop = asyncio.get_running_loop()
        if self._resizing is not None:
            self._resizing.cancel()
            self._resizing = None
        wait = self._patience * RESIZE_AFTER
        if event.size == self._shown_size:
            event.prevent_default()
        elif loop.time() < self._resized_at + wait:
            event.prevent_default()
            again = events.Resize(event.size, event.virtual_size)
            self._resizing = loop.call_later(wait, self.post_message, again)
        else:
            self._shown_size = event.size
            self.desk.resize(*event.size)
            self.desk.follow()
            self.show()
        self._resized_at = loop.time()

    def on_key(self, event: events.Key) -> None:
        """Give every key to the desk, and do what it says."""
        event.stop()
        event.prevent_default()
        self.answer(self.desk.press(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Give what is pasted to what is being typed."""
        event.stop()
        self.desk.paste(event.text)
        self.show()

    def answer(self, reply: Reply) -> None:
        """Do what a key asks of the terminal."""
        match reply:
            case Reply.DRAW:
                self.show()
            case Reply.REPAINT:
                self.repaint()
            case Reply.BLANK:
                if isinstance(self._driver, Driver):
                    self._driver.clear()
                self.repaint()
            case Reply.SUSPEND:
                self.action_suspend_process()
            case Reply.LEAVE:
                self.exit()
        if self._following is not None:
            self._following.cancel()
        if self.desk.is_behind:
            loop = asyncio.get_running_loop()
            self._following = loop.call_later(self._patience * FOLLOW_AFTER, self._follow)

    def show(self) -> None:
        """Show what has changed."""
        screen = self.screen
        if isinstance(screen, FrameScreen):
            frame = draw(self.desk)
            self.cursor_position = Offset(*frame.cursor)
            screen.show(frame, themes.THEMES[self.desk.theme])

    def repaint(self) -> None:
        """Show everything afresh."""
        self.show()
        self.screen.refresh()

    def _follow(self) -> None:
        self.desk.follow()
        self.show()

    def _end(self, number: int) -> None:
        self.exit(return_code=128 + number)
