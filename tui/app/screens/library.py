"""The screen of a library: its briefings, to choose one."""

from tui.app.bindings import LIBRARY
from tui.app.screens.base import BriefingScreen
from tui.app.textual_bindings import bindings
from tui.app.widgets.item_list import ItemList


class LibraryScreen(BriefingScreen):
    """The list of a library."""

    BINDINGS = bindings(LIBRARY)

    def update_body(self) -> None:
        """Show the list."""
        super().update_body()
        briefings = self.session.briefings
        if briefings is not None and self.session.reader is None:
            self.active_list.show("library", briefings.listing, briefings.item)

    def highlighted(self, target: ItemList, item: str) -> None:
        """Take note of the cursor."""
        if self.session.briefings is not None:
            self.session.briefings.item = item
        self.update_rows()

    async def action_library_ask(self) -> None:
        """Ask all briefings a question."""
        await self.begin_question()
