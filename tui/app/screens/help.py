"""The screen of help: all keys that work where the reader is."""

from collections.abc import Iterator

from tui.app.availability import help_rows
from tui.app.bindings import HELP, Keys
from tui.app.screens.base import BriefingScreen
from tui.app.services import Services
from tui.app.textual_bindings import bindings
from tui.blocks import Block, Heading, Run, Style, TimelineRow, runs
from tui.reading.listing import Listing


class HelpScreen(BriefingScreen):
    """The commands that work on the screen below, with their keys."""

    BINDINGS = bindings(HELP)

    title_over = "Keys"
    is_transient = True

    def __init__(self, services: Services, active: frozenset[str]) -> None:
        """List the commands of which the ids are in `active`."""
        super().__init__(services)
        self._listing = Listing([*help_blocks(services.keys, active)])

    def update_body(self) -> None:
        """Show the list."""
        super().update_body()
        self.active_list.show("help", self._listing)


def help_blocks(keys: Keys, active: frozenset[str]) -> Iterator[Block]:
    """Return the active commands with their keys, under headings."""
    for heading, rows in help_rows(active):
        yield Heading(text=runs(heading.upper()))
        for row in rows:
            shown = keys.shown(each for each in row.commands if each.id in active)
            when, title = runs(Run(shown, Style.LABEL)), runs(Run(row.description))
            yield TimelineRow(item=row.commands[0].id, when=when, title=title)
