"""The application: Textual passes keys to the desk, and shows the frames that come from it."""

import asyncio
import os
import signal
from contextlib import ExitStack
from functools import partial
from typing import Any, cast

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
os.environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"  # the line reduces colours, and nobody before it

from textual import events
from textual.app import App
from textual.geometry import Offset, Size
from textual.screen import Screen

from tui.app import mouse, themes
from tui.app.canvas import FrameScreen
from tui.app.frame import draw
from tui.reading.reply import Reply
from tui.reading.session import FOLLOW_AFTER, ReadingSession
from tui.terminal.driver import Driver
from tui.terminal.session import TerminalSession

LOOK_EVERY = 0.5
"""Seconds between two looks at the file of the briefing: a save is seen after two."""

WORK_AFTER = 0.1
"""Seconds until what is done ahead is begun: what a key has asked for is on its way by then."""

WORK_EVERY = 0.001
"""Seconds between two parts of it, in which a key finds its way in."""

RESIZE_AFTER = 0.05
"""Seconds after the last of several sizes until it is drawn: who drags the corner of a window
does not want to wait for each on a slow line. The first is drawn at once."""

_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""Signals that end the program in order; from a key none of them comes."""


class BriefingApp(App[None], inherit_bindings=False, inherit_css=False):
    """The application; all that it knows is in the desk."""

    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None
    ALLOW_SELECT = False

    def __init__(
        self,
        session: ReadingSession,
        hold: TerminalSession | None = None,
        *,
        pending: bytes = b"",
        patience: float = 1.0,
    ) -> None:
        """Without a `hold` there is no terminal, as in tests.

        `pending` is what was typed before and has not been answered. `patience` is a factor of
        all waiting; tests have none.
        """
        # With `ansi_color` nobody translates the colours of a theme, not even under NO_COLOR.
        driver = None
        if hold is not None:
            made = partial(
                Driver, session=hold, pending=pending, on_background=session.learn_ground
            )
            driver = cast(type[Driver], made)
        super().__init__(driver_class=driver, ansi_color=True)
        self.failure: Exception | None = None
        """What the program has failed on."""
        self.session = session
        self._patience = patience
        self._following: asyncio.TimerHandle | None = None
        self._resizing: asyncio.TimerHandle | None = None
        self._working: asyncio.TimerHandle | None = None
        self._waking: asyncio.TimerHandle | None = None
        self._keeping: asyncio.TimerHandle | None = None
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
        if isinstance(self._driver, Driver):
            self.call_after_refresh(self._driver.listen)
        self._look_later()
        self._wake_later()
        self._keep_later()
        self._work_later(WORK_AFTER)
        if self.session.peer is not None:
            self.session.peer.begin(self._show_news)

    def on_mount(self) -> None:
        """Be ready to be stopped, continued and ended."""
        self.app_resume_signal.subscribe(self, lambda _: self.repaint())
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            loop.set_exception_handler(self._note)
            for number in _ENDING:
                loop.add_signal_handler(number, self._end, number)

    def on_unmount(self) -> None:
        """The loop is about to end."""
        if self.session.peer is not None:
            self.session.peer.close()

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
            self.session.resize(*event.size)
            self.session.follow()
            self.show()
        self._resized_at = loop.time()

    def on_key(self, event: events.Key) -> None:
        """Give every key to the desk, and do what it says."""
        event.stop()
        event.prevent_default()
        self.answer(self.session.press(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Give what is pasted to what is being typed."""
        event.stop()
        self.session.paste(event.text)
        self.show()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Give a click to the desk."""
        event.stop()
        if event.button == 1:
            mouse.click(self.session, event.screen_x, event.screen_y)
            self.answer(Reply.DRAW)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        mouse.wheel(self.session, 1)
        self.answer(Reply.DRAW)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        mouse.wheel(self.session, -1)
        self.answer(Reply.DRAW)

    def answer(self, reply: Reply) -> None:
        """Do what a key asks of the terminal."""
        if isinstance(self._driver, Driver):
            self._tell(self._driver, reply)
        match reply:
            case Reply.SUSPEND:
                self.action_suspend_process()
            case Reply.LEAVE:
                if self.session.peer is not None:
                    self.session.peer.leave()
                self.exit()
            case Reply.REPAINT | Reply.BLANK:
                self.repaint()
            case _:
                self.show()
        self._work_later(WORK_AFTER)
        self._wake_later()
        self._keep_later()
        if self._following is not None:
            self._following.cancel()
        if self.session.is_behind:
            loop = asyncio.get_running_loop()
            self._following = loop.call_later(self._patience * FOLLOW_AFTER, self._follow)

    def _tell(self, driver: Driver, reply: Reply) -> None:
        """Tell a terminal what no frame says."""
        match reply:
            case Reply.REPAINT:
                driver.forget()
            case Reply.BLANK:
                driver.clear()
            case Reply.SEND:
                driver.write(self.session.outgoing)
            case Reply.MOUSE:
                driver.set_mouse(self.session.has_mouse)

    def show(self) -> None:
        """Show what has changed."""
        if self.session.peer is not None:
            self.session.peer.moved()
        screen = self.screen
        if isinstance(screen, FrameScreen):
            frame = draw(self.session)
            self.cursor_position = Offset(*frame.cursor)
            screen.show(frame, themes.THEMES[self.session.theme])

    def repaint(self) -> None:
        """Show everything afresh."""
        self.show()
        self.screen.refresh()

    def panic(self, *renderables: object) -> None:
        """End after a failure without the traceback of Textual, which holds local values."""
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        """Likewise; whoever runs the program says what has failed."""
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        """Take note of what has failed, wherever in Textual it came out."""
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _note(self, loop: asyncio.AbstractEventLoop, told: dict[str, Any]) -> None:
        """Take note of what has failed in the loop and outside Textual."""
        error = told.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)

    def _show_news(self) -> None:
        """Show what others have changed, but not while it ends."""
        if self.is_running:
            self.show()

    def _follow(self) -> None:
        self.session.follow()
        self.show()

    def _work_later(self, seconds: float) -> None:
        """Do ahead what there is to do, unless that is already to be done."""
        if self._working is None:
            loop = asyncio.get_running_loop()
            self._working = loop.call_later(self._patience * seconds, self._work)

    def _work(self) -> None:
        self._working = None
        if self.session.is_restricted and self.session.mode is None:
            return  # many read on one machine: who does not ask needs no megabyte for answers
        from tui.app.idle_work import Work, work  # noqa: PLC0415 - the first screen is there first

        match work(self.session):
            case Work.MORE:
                self._work_later(WORK_EVERY)
            case Work.SHOWN:
                self.show()

    def _wake_later(self) -> None:
        """Be there when the clock of a meeting is to be looked at, once; else nothing is done."""
        if self._waking is not None:
            self._waking.cancel()
        self._waking = None
        if self.session.meeting is not None and self._patience:
            wait = self._patience * self.session.meeting.wakes()
            self._waking = asyncio.get_running_loop().call_later(wait, self._wake)

    def _wake(self) -> None:
        self.session.tick()
        if not self.session.is_blank:
            self.show()
        self._wake_later()

    def _keep_later(self) -> None:
        """Write down what has changed in a meeting, unless that is already to be done."""
        meeting = self.session.meeting
        if meeting is not None and meeting.is_changed and self._keeping is None:
            from tui.reading.meeting_controller import KEEP_AFTER  # noqa: PLC0415 - loaded where there is a meeting

            loop = asyncio.get_running_loop()
            self._keeping = loop.call_later(self._patience * KEEP_AFTER, self._keep)

    def _keep(self) -> None:
        """Nothing of it is shown, so nothing is sent: an idle line stays idle."""
        self._keeping = None
        meeting = self.session.meeting
        if meeting is not None and meeting.is_changed:
            meeting.keep()

    def _look_later(self) -> None:
        """Look at the file of the briefing now and then; who waits for nothing does not."""
        wait = self._patience * LOOK_EVERY
        if wait:
            asyncio.get_running_loop().call_later(wait, self._look)

    def _look(self) -> None:
        if self.session.look():
            self.show()
            self._work_later(WORK_AFTER)
            self._keep_later()
        self._look_later()

    def _end(self, number: int) -> None:
        self.exit(return_code=128 + number)
