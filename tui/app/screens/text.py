"""The screen of a copied text, to be selected with the terminal's own means."""

from functools import partial

from textual.app import ComposeResult

from tui.app.bindings import HELP
from tui.app.flow import Laid, Typeset
from tui.app.lines import Drawn, ScreenPart
from tui.app.list_lines import list_lines
from tui.app.screens.base import BriefingScreen
from tui.app.services import Services
from tui.app.textual_bindings import bindings
from tui.app.widgets.item_list import ItemList
from tui.app.widgets.rows import StatusLine
from tui.blocks import Paragraph, Style, plain, runs
from tui.reading.listing import Listing
from tui.text import cells


class PlainList(ItemList):
    """A text from edge to edge, without margin or cursor."""

    def redraw(self) -> None:
        """Show the lines in view."""
        self.show_lines([*list_lines(self.view, 0, (), None)][: self.area.height])

    def _resize(self) -> None:
        self.view.resize(max(self.area.width, 1), max(self.area.height, 1))


class TextScreen(BriefingScreen):
    """A text, and one line below it."""

    BINDINGS = bindings(HELP)

    is_transient = True

    def __init__(self, services: Services, text: str, remark: str) -> None:
        """Show a text; the remark says where else it is."""
        super().__init__(services)
        self._remark = remark
        self._listing = Listing([Paragraph(text=runs(line)) for line in text.split("\n")])

    def compose(self) -> ComposeResult:
        """Make the text and the line below it."""
        yield PlainList(id="list", typeset=_plain_typesetter, has_cursor=False)
        yield StatusLine(id="status")

    def update(self) -> None:
        """Show the text."""
        self.active_list.fit(self.size.width, self.size.height - 1)
        self.active_list.show("text", self._listing)
        self.update_rows()

    def update_rows(self) -> None:
        """Show the remark, and the key that goes back."""
        key = self.services.keys.first("place.leave") or self.services.keys.first("app.leave")
        line = (
            (self.session.notice or self._remark, ScreenPart.SAID),
            ("   ", ScreenPart.FOOT),
            (key, ScreenPart.KEY),
            (" back", ScreenPart.FOOT),
        )
        self.query_one("#status", StatusLine).show_lines([Drawn(line)])

    def update_keys(self) -> None:
        """There are no keys to show."""


def _plain_typesetter(listing: Listing) -> Typeset:
    return partial(_plain_lines, listing)


def _plain_lines(listing: Listing, index: int, width: int) -> Laid:
    words = plain(getattr(listing.blocks[index], "text", ()))
    spans = cells.wrap(words, width)
    return Laid([((words[start:end], Style.TEXT),) for start, end in spans])
