"""The command palette: a command is found by its words."""

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.app.bindings import COMMANDS, HELP
from tui.app.screens.base import BriefingScreen
from tui.app.services import Services
from tui.app.textual_bindings import active_keys, bindings
from tui.app.widgets.item_list import ItemList
from tui.app.widgets.prompt_line import Prompt
from tui.blocks import Block, Paragraph, Run, Style, TimelineRow, runs
from tui.reading.listing import Listing
from tui.text.fold import search_key

_NOTHING = Paragraph(text=runs("No command has these words."), kind="remark")


class CommandProvider(Provider):
    """The commands that work on a screen, by the words of their descriptions."""

    async def discover(self) -> Hits:
        """Yield all commands."""
        for binding in self._bindings():
            yield DiscoveryHit(binding[1], lambda: None, text=binding[0])

    async def search(self, query: str) -> Hits:
        """Yield the commands whose descriptions have all words of a query."""
        words = search_key(query).text.split()
        for id, description in self._bindings():
            if all(word in description.lower() for word in words):
                yield Hit(1.0, description, lambda: None, text=id)

    def _bindings(self) -> list[tuple[str, str]]:
        active = {bound.binding.id for bound in self.screen.active_bindings.values()}
        return [(each.id, each.description) for each in COMMANDS.values() if each.id in active]


class PaletteScreen(BriefingScreen):
    """Commands, narrowed while their words are typed."""

    BINDINGS = bindings(HELP)

    title_over = "Commands"
    is_transient = True

    def __init__(self, services: Services, below: BriefingScreen) -> None:
        """Offer the commands that work on the screen below."""
        super().__init__(services)
        self._below = below
        self._keys = active_keys(below, services.keys)
        self._provider = CommandProvider(below)
        self._listing = Listing(())
        self._item = self._chosen = ""

    async def on_mount(self) -> None:
        """List all commands and have words typed."""
        await super().on_mount()
        await self._narrow("")

        def submit(_: str) -> bool:
            self._chosen = self._item
            return True

        await self.open_prompt(Prompt("/", "do it", submit, self._narrow, self._step_list))

    def update_body(self) -> None:
        """Show the commands."""
        super().update_body()
        self.active_list.show("palette", self._listing, self._item)

    def highlighted(self, target: ItemList, item: str) -> None:
        """Take note of the cursor."""
        self._item = item

    async def _narrow(self, query: str) -> None:
        hits = self._provider.search(query) if query else self._provider.discover()
        found = [hit.text async for hit in hits if hit.text]
        blocks: list[Block] = [
            TimelineRow(
                item=id,
                when=runs(Run(self.services.keys.display(self._keys.get(id, "")), Style.LABEL)),
                title=runs(Run(COMMANDS[id].description)),
            )
            for id in found
        ]
        self._listing = Listing(blocks or [_NOTHING])
        self._item = found[0] if found else ""
        self.update()

    async def close_prompt(self) -> None:
        """Close the palette, and carry out the command that was chosen."""
        await super().close_prompt()
        if self.is_current:
            await self.app.pop_screen()
        if self._chosen:
            await self._below.run_command(self._chosen)
