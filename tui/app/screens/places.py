"""The screens of lists of places: marks and notes, changes, what was shown, the outline."""

from tui.app.bindings import OUTLINE, PLACES
from tui.app.screens.base import BriefingScreen
from tui.app.textual_bindings import bindings
from tui.app.widgets.item_list import ItemList
from tui.reading.commands import COMMANDS


class PlacesScreen(BriefingScreen):
    """A list of places to go to."""

    BINDINGS = bindings(PLACES)

    @property
    def title_over(self) -> str:
        """What is listed."""
        return self.session.places.title if self.session.places else ""

    def update_body(self) -> None:
        """Show the list."""
        super().update_body()
        places = self.session.places
        if places is not None:
            self.active_list.show(id(places), places.listing, places.item)

    def highlighted(self, target: ItemList, item: str) -> None:
        """Take note of the cursor."""
        if self.session.places is not None:
            self.session.places.item = item


class OutlineScreen(PlacesScreen):
    """The outline of a briefing."""

    BINDINGS = bindings(OUTLINE)

    async def action_outline_close(self) -> None:
        """Return to where the reader was."""
        self.session.places = None
        await self.services.show_session()

    async def action_command(self, id: str) -> None:
        """Carry out a command of the session; folding leaves the list where it is."""
        if id in ("outline.fold", "outline.unfold"):
            COMMANDS[id](self.session)
            self.update()
        else:
            await super().action_command(id)
