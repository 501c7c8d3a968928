"""The base of all screens: header and footer, the commands of the session, prompts."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen

from tui.app.availability import is_available
from tui.app.bindings import PRIORITY
from tui.app.geometry import Geometry
from tui.app.header import screen_geometry
from tui.app.movement import MOVES
from tui.app.services import Services
from tui.app.textual_bindings import action_of, active_keys, command_of
from tui.app.widgets.item_list import ItemList
from tui.app.widgets.rows import Divider, Header, KeyLine, PaneTabs, StatusLine
from tui.reading.commands import COMMANDS
from tui.reading.copying import Copied

if TYPE_CHECKING:
    from tui.app.widgets.prompt_line import Prompt, PromptLine

_WHILE_TYPING = frozenset(id.replace(".", "_") for id in PRIORITY)


class BriefingScreen(Screen[None], inherit_bindings=False):
    """A screen with header, body, and a footer of status and keys."""

    AUTO_FOCUS = None

    is_transient = False
    """Whether it lies over the screens that the state of the session asks for."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.session = services.session
        self._prompt: PromptLine | None = None

    @property
    def title_over(self) -> str:
        """What covers the panes, for the status line; empty if nothing does."""
        return ""

    @property
    def active_list(self) -> ItemList:
        """The list that the keys move in."""
        return self.query_one("#list", ItemList)

    def compose(self) -> ComposeResult:
        """Make header, body and footer."""
        yield Header(id="header")
        yield PaneTabs(id="tabs")
        yield Divider(id="upper-rule")
        with Container(id="body"):
            yield from self.compose_body()
        yield Divider(id="lower-rule")
        yield StatusLine(id="status")
        yield KeyLine(id="keys")

    def compose_body(self) -> ComposeResult:
        """Make what is between header and footer."""
        yield ItemList(id="list")

    async def on_mount(self) -> None:
        """Show the session."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.update_keys())
        self.focus_list()

    def on_screen_resume(self) -> None:
        """Show what has changed while another screen was on top."""
        self.update()

    def on_resize(self) -> None:
        """Divide the screen for its new size."""
        self.update()

    def update(self) -> None:
        """Show the session as it is now."""
        with self.app.batch_update():
            self.update_rows()
            self.update_body()

    def update_rows(self) -> None:
        """Show header and footer."""
        self.query_one("#header", Header).update(self.session)
        self.query_one("#tabs", PaneTabs).update(self.session)
        self.query_one("#status", StatusLine).update(self.session, self.title_over)
        self.update_keys()

    def update_keys(self) -> None:
        """Show the keys that work now."""
        keys = self.services.keys
        active, is_over = active_keys(self, keys), bool(self.title_over)
        self.query_one("#keys", KeyLine).update(self.session, keys, active, is_over=is_over)

    def update_body(self) -> None:
        """Show what is between header and footer."""
        geometry = screen_geometry(self.session, *self.size)
        self.divide(geometry)
        self.active_list.fit(geometry.width, geometry.body)

    def focus_list(self) -> None:
        """Give the keys to the active list, unless something is being typed."""
        if self._prompt is None:
            self.set_focus(self.active_list)

    def divide(self, geometry: Geometry) -> None:
        """Give rows to header and footer."""
        self.query_one("#header").styles.height = geometry.title
        self.query_one("#tabs").set_class(not geometry.has_tabs, "-hidden")
        self.query_one("#upper-rule").set_class(not geometry.has_rule, "-hidden")
        self.query_one("#lower-rule").set_class(geometry.footer < 3, "-hidden")
        self.query_one("#status").set_class(geometry.footer < 1, "-hidden")
        is_typing = self._prompt is not None
        self.query_one("#keys").set_class(geometry.footer < 2 or is_typing, "-hidden")
        for divider in self.query(Divider):
            divider.update()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a command works now; while something is typed, few do."""
        if self._prompt is not None and action not in _WHILE_TYPING:
            return False
        id = command_of(action, parameters)
        return id is None or is_available(self.session, id)

    async def action_command(self, id: str) -> None:
        """Carry out a command of the session."""
        if id == "place.leave" and self.is_transient:
            await self.app.pop_screen()
            return
        await self.done(COMMANDS[id](self.session))

    async def run_command(self, id: str) -> None:
        """Carry out any command of this screen, as its key does."""
        await self.app.run_action(action_of(id), self)
        self.services.last_command = id

    async def done(self, notice: str = "") -> None:
        """Show a notice and what a command has changed."""
        self.session.notice = notice
        self.session.settle()
        await self.services.show_session()

    async def open_prompt(self, prompt: "Prompt") -> None:
        """Ask for a text in the place of the keys."""
        from tui.app.widgets.prompt_line import PromptLine  # noqa: PLC0415 - not for the first key

        self.session.notice = ""
        self.session.is_typing = True
        self._prompt = PromptLine(prompt, self.close_prompt, self.update)
        await self.mount(self._prompt, after="#status")
        self.set_focus(self._prompt.input)
        self.update()

    async def close_prompt(self) -> None:
        """Give the keys back."""
        if self._prompt is None:
            return
        prompt, self._prompt = self._prompt, None
        self.session.is_typing = False
        await prompt.remove()
        self.focus_list()
        self.session.settle()
        await self.services.show_session()

    async def settle_prompt(self) -> None:
        """Return when everything that was typed has been taken."""
        if self._prompt is not None:
            await self._prompt.settle()

    def cancel_prompt(self) -> bool:
        """Close the prompt as if nothing had been typed; return whether there was one."""
        if self._prompt is None:
            return False
        self._prompt.action_cancel()
        return True

    async def action_prompt(self, id: str) -> None:
        """Ask for the text that a command needs."""
        from tui.app.screen_prompts import screen_prompt  # noqa: PLC0415 - not for the first key

        prompt = screen_prompt(self.session, id, self._step_list)
        if isinstance(prompt, str):
            await self.done(prompt)
        else:
            await self.open_prompt(prompt)

    async def begin_question(self) -> None:
        """Show the screen of a question, which has it typed."""
        from tui.reading.questions import ask  # noqa: PLC0415 - not for the first key

        ask(self.session)
        await self.services.show_session()

    async def action_copy(self, id: str) -> None:
        """Copy what a command copies, or the text selected with the mouse.

        The second time, or without a clipboard, it is shown.
        """
        from tui.reading.copies import COPIES  # noqa: PLC0415 - not for the first key

        session = self.session
        copied = self.selected() or COPIES[id](session)
        if isinstance(copied, str):
            await self.done(copied)
            return
        clipboard = None if self.services.last_command == id else self.services.clipboard
        sent = clipboard.send(copied.text) if clipboard else None
        if sent is None:
            is_saved = not session.is_restricted
            saved = session.memory.save(copied.text, copied.markings) if is_saved else ""
            await self.services.show_text(copied.text, saved)
            return
        if sent.sequence:
            self.services.send(sent.sequence)
        await self.done(sent.said)

    def selected(self) -> Copied | None:
        """Return the text that was selected with the mouse, if any."""
        text, reader = self.get_selected_text(), self.session.reader
        marking = reader.document.briefing.marking if reader else ""
        return Copied(text, (marking,)) if text else None

    def action_move(self, id: str) -> None:
        """Move the cursor of the list as a command says."""
        target = self.active_list
        before = target.view.item
        self.scrolled(target, target.move(MOVES[id]))
        if target.view.item != before:
            self.highlighted(target, target.view.item)
        else:
            self.update_rows()

    def highlighted(self, target: ItemList, item: str) -> None:
        """Take note that the cursor of a list has come to an item."""
        self.update_rows()

    def scrolled(self, target: ItemList, lines: int) -> None:
        """Take note that a list has scrolled."""

    @on(ItemList.Highlighted)
    def item_clicked(self, event: ItemList.Highlighted) -> None:
        """Take note of the item that was clicked."""
        event.stop()
        self.services.last_command = ""
        self.highlighted(event.item_list, event.item)

    def _step_list(self, direction: int) -> None:
        self.action_move("list.next" if direction > 0 else "list.previous")
