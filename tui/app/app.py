"""The Textual app: it shows the screens that the state of the session asks for."""

import asyncio
import os
import signal
from contextlib import ExitStack
from functools import partial
from typing import Any, cast

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
os.environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"  # the writer alone reduces colours

from textual import events
from textual.app import App
from textual.screen import Screen

from tui.app.availability import is_available
from tui.app.background_tasks import BackgroundTasks
from tui.app.bindings import APP, COMMANDS, ONLY_READING, Keys
from tui.app.screens.base import BriefingScreen
from tui.app.screens.library import LibraryScreen
from tui.app.screens.reader import ReaderScreen
from tui.app.services import Services
from tui.app.textual_bindings import active_keys, bindings, command_of, keymap
from tui.app.textual_themes import THEMES
from tui.reading.place_list import Outline
from tui.reading.session import ReadingSession
from tui.terminal.background import Background
from tui.terminal.clipboard import TerminalClipboard
from tui.terminal.driver import Driver
from tui.terminal.session import TerminalSession

RESIZE_AFTER = 0.05
"""Seconds after the last of several resizes until the screen is drawn for it."""

_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
"""Signals that end the program in order; keys send none of them."""


class BriefingApp(App[None], inherit_bindings=False):
    """The reader of briefings."""

    CSS_PATH = "styles.tcss"
    BINDINGS = bindings(APP)
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None

    def __init__(
        self,
        session: ReadingSession,
        keys: Keys,
        *,
        themes: list[str],
        terminal: TerminalSession | None = None,
        clipboard: TerminalClipboard | None = None,
        patience: float = 1.0,
    ) -> None:
        """Show a session.

        Args:
            session: What is read.
            keys: The keys in force.
            themes: The names of the themes to choose from, the first one in force.
            terminal: The terminal; tests have none.
            clipboard: The clipboard of the reader's terminal.
            patience: A factor of all waiting; 0 in tests.
        """
        driver = None
        if terminal is not None:
            made = partial(Driver, session=terminal, on_background=self._learn_background)
            driver = cast(type[Driver], made)
        super().__init__(driver_class=driver, ansi_color=True)
        self.failure: Exception | None = None
        """What the app has failed on."""
        self.session = session
        self.services = Services(
            session, keys, clipboard, self.show_session, self._show_text, self._send, patience
        )
        self._keys = keys
        self._assembly = ExitStack()
        self._themes = [*themes]
        self._has_mouse = False
        self._resizing: asyncio.TimerHandle | None = None
        self._resized_at = 0.0
        self._tasks = BackgroundTasks(
            self, session, self.show_session, lambda: _is_transient(self.screen), patience
        )
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._themes[0]
        if keys.changed:
            self.set_keymap(keymap(keys))

    def get_default_screen(self) -> Screen[None]:
        """Return the outermost screen."""
        if self.session.briefings is not None:
            return LibraryScreen(self.services)
        return ReaderScreen(self.services)

    def on_load(self) -> None:
        """Paint nothing before everything is in place."""
        self._assembly.enter_context(self.batch_update())

    async def on_mount(self) -> None:
        """Be ready to be stopped, continued and ended."""
        self.app_resume_signal.subscribe(self, lambda _: self.repaint())
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            loop.set_exception_handler(self._note)
            for number in _ENDING:
                loop.add_signal_handler(number, self._end, number)

    async def on_ready(self) -> None:
        """Start what goes on in the background."""
        await self.show_session()
        self._assembly.close()
        if isinstance(self._driver, Driver):
            self.call_after_refresh(self._driver.listen)
        self._tasks.start()
        if self.session.peer is not None:
            self.session.peer.begin(self._show_news)

    def on_unmount(self) -> None:
        """Let go of peers: the event loop is about to end."""
        if self.session.peer is not None:
            self.session.peer.close()

    async def on_event(self, event: events.Event) -> None:
        """Swallow keys while the screen is blank: the first one brings it back."""
        if self.session.is_blank and isinstance(event, events.Key | events.Paste):
            if isinstance(event, events.Key):
                await self._unblank(event)
            return
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self._press(event)
        else:
            await super().on_event(event)

    async def _press(self, event: events.Key) -> None:
        """Answer a key before the next one is looked at: it may be meant for another screen."""
        if not self.session.is_typing:
            self.session.notice = ""
        bound = self.screen.active_bindings.get(event.key)
        focused = self.focused
        is_text = focused is not None and focused.check_consume_key(event.key, event.character)
        if bound is not None and (bound.binding.priority or not is_text):
            await self.run_action(bound.binding.action, bound.node)
            self.services.last_command = bound.binding.id or ""
        else:
            self.services.last_command = ""
            await super().on_event(event)
            if bound is None and not is_text:
                await self._say_what_is_missing(event.key)
        if isinstance(self.screen, BriefingScreen):
            await self.screen.settle_prompt()

    async def _say_what_is_missing(self, key: str) -> None:
        """Say that a key leads out of the program, where a reader may only read."""
        missing = COMMANDS.keys() - ONLY_READING if self.session.is_restricted else ()
        if any(key in self._keys.of(id) for id in missing):
            shown = self._keys.display(key)
            self.session.notice = f"{shown} does nothing here: briefings are only read"
            await self.show_session()

    async def show_session(self) -> None:
        """Show the screens that the state of the session asks for, and what is new on them."""
        wanted = self._wanted_screens()
        if [type(screen) for screen in self.screen_stack if not _is_transient(screen)] != wanted:
            while not _begins(wanted, self.screen_stack):
                await self.pop_screen()
            for screen in wanted[len(self.screen_stack) :]:
                await self.push_screen(screen(self.services))
        if isinstance(self.screen, BriefingScreen):
            self.screen.update()
        self._tasks.resume()

    def _wanted_screens(self) -> list[type[BriefingScreen]]:
        """The screens for the state of the session, the outermost first."""
        session = self.session
        wanted: list[type[BriefingScreen]] = []
        if session.briefings is not None:
            wanted.append(LibraryScreen)
        if session.reader is not None:
            wanted.append(ReaderScreen)
        if session.asking is not None:
            from tui.app.screens.ask import AskScreen  # noqa: PLC0415 - not for the first key

            wanted.append(AskScreen)
        if session.places is not None:
            from tui.app.screens.places import OutlineScreen, PlacesScreen  # noqa: PLC0415 - likewise

            is_outline = isinstance(session.places, Outline)
            wanted.append(OutlineScreen if is_outline else PlacesScreen)
        return wanted

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a command works now; a restricted reader has not all of them."""
        id = command_of(action, parameters)
        return id is None or is_available(self.session, id)

    def repaint(self) -> None:
        """Send the whole screen again."""
        if isinstance(self._driver, Driver):
            self._driver.forget()
        self.screen.refresh(layout=True)

    async def action_screen_blank(self) -> None:
        """Blank the screen at once, until a key is pressed."""
        self.session.is_blank = True
        if isinstance(self._driver, Driver):
            self._driver.blank()
        self.session.settle()

    async def action_screen_repaint(self) -> None:
        """Paint the screen again."""
        self.repaint()

    async def action_screen_mouse(self) -> None:
        """Give the mouse to the app, or leave it to the terminal's own selection."""
        self._has_mouse = not self._has_mouse
        if isinstance(self._driver, Driver):
            self._driver.set_mouse(self._has_mouse)
        self.session.notice = (
            "mouse on: it clicks and scrolls here"
            if self._has_mouse
            else "mouse off: the terminal's own selection works"
        )
        await self.show_session()

    async def action_screen_theme(self) -> None:
        """Turn to the next theme."""
        self._themes.append(self._themes.pop(0))
        self.theme = self._themes[0]
        has_others = len(self._themes) > 1
        self.session.notice = (
            f"colours: {self.theme}" if has_others else "this terminal has no other colours"
        )
        await self.show_session()
        self.screen.refresh()

    async def action_app_help(self) -> None:
        """Show all keys, or close them."""
        from tui.app.screens.help import HelpScreen  # noqa: PLC0415 - not for the first key

        if isinstance(self.screen, HelpScreen):
            await self.pop_screen()
            return
        active = frozenset(active_keys(self.screen, self._keys))
        await self.push_screen(HelpScreen(self.services, active))

    async def action_app_palette(self) -> None:
        """Find a command by its words."""
        from tui.app.screens.palette import PaletteScreen  # noqa: PLC0415 - not for the first key

        if isinstance(self.screen, BriefingScreen) and not isinstance(self.screen, PaletteScreen):
            await self.push_screen(PaletteScreen(self.services, self.screen))

    async def action_app_leave(self) -> None:
        """Go one level back, and out at the outermost; while others look on only `quit` leaves."""
        from tui.reading.leaving import leave  # noqa: PLC0415 - not for the first key

        if _is_transient(self.screen):
            await self.pop_screen()
        elif leave(self.session):
            await self.action_app_quit()
        else:
            await self.show_session()

    async def action_app_cancel(self) -> None:
        """Close what is being typed or lies over the panes; else say how to leave."""
        from tui.reading.leaving import cancel  # noqa: PLC0415 - not for the first key

        if isinstance(self.screen, BriefingScreen) and self.screen.cancel_prompt():
            return
        if _is_transient(self.screen):
            await self.pop_screen()
            return
        self.session.notice = cancel(self.session)
        await self.show_session()

    async def action_app_suspend(self) -> None:
        """Stop the program until the shell continues it, but not while others look on."""
        if self.session.is_held:
            self.session.notice = self.session.how_to_leave()
            await self.show_session()
        else:
            self.action_suspend_process()

    async def action_app_quit(self) -> None:
        """Leave the program."""
        if self.session.peer is not None:
            self.session.peer.leave()
        self.exit()

    def on_resize(self, event: events.Resize) -> None:
        """Take the first of several resizes at once, and then only the last."""
        loop = asyncio.get_running_loop()
        if self._resizing is not None:
            self._resizing.cancel()
            self._resizing = None
        wait = self.services.patience * RESIZE_AFTER
        if loop.time() < self._resized_at + wait:
            event.prevent_default()
            again = events.Resize(event.size, event.virtual_size)
            self._resizing = loop.call_later(wait, self.post_message, again)
        self._resized_at = loop.time()

    def panic(self, *renderables: object) -> None:
        """End without Textual's traceback, which shows local values."""
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        """End likewise."""
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        """Remember the first failure; whoever runs the app reports it."""
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _note(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Remember a failure in the event loop outside Textual."""
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)

    async def _unblank(self, event: events.Key) -> None:
        """Show the screen again; the key that quits does so."""
        self.session.is_blank = False
        if isinstance(self._driver, Driver):
            self._driver.unblank()
        if event.key in self._keys.of("app.quit"):
            await self.action_app_quit()
            return
        self.session.settle()
        await self.show_session()

    async def _show_text(self, text: str, remark: str) -> None:
        from tui.app.screens.text import TextScreen  # noqa: PLC0415 - not for the first key

        await self.push_screen(TextScreen(self.services, text, remark))

    def _send(self, sequence: str) -> None:
        if self._driver is not None:
            self._driver.write(sequence)

    def _learn_background(self, background: Background) -> None:
        """Put the theme for the terminal's background before the other one."""
        current, *others = self._themes
        self._themes = [current, *sorted(others, key=lambda name: name != background)]

    def _show_news(self) -> None:
        """Show what a peer has changed, but not while the app ends."""
        if self.is_running:
            self.call_next(self.show_session)

    def _end(self, number: int) -> None:
        self.exit(return_code=128 + number)


def _is_transient(screen: Screen[Any]) -> bool:
    return isinstance(screen, BriefingScreen) and screen.is_transient


def _begins(wanted: list[type[BriefingScreen]], stack: "list[Screen[Any]]") -> bool:
    """Whether the wanted screens begin with those of the stack."""
    return [type(screen) for screen in stack] == wanted[: len(stack)]
