"""A list of blocks with a cursor, laid out only where it is in view."""

from collections.abc import Callable, Sequence

from textual import events
from textual.geometry import Offset, Size
from textual.message import Message

from tui.app import movement
from tui.app.flow import Typeset
from tui.app.lines import ScreenPart
from tui.app.list_lines import divided, gutter, list_lines, text_width
from tui.app.typeset import typesetter
from tui.app.viewport import Neighbour, Viewport
from tui.app.widgets.line_widget import LineWidget
from tui.reading.listing import Listing

KEPT_VIEWS = 32
"""Lists whose scroll positions are kept."""

_WHEEL = 3
"""Lines for each notch of the wheel."""


class ItemList(LineWidget, can_focus=True):
    """A list whose cursor moves from item to item.

    It has no scroll bar and no virtual height, since a hundred thousand items must open as fast
    as ten.
    """

    class Highlighted(Message):
        """The mouse has moved the cursor to an item."""

        def __init__(self, item_list: "ItemList", item: str) -> None:
            super().__init__()
            self.item_list = item_list
            self.item = item

        @property
        def control(self) -> "ItemList":
            """The list."""
            return self.item_list

    def __init__(
        self,
        *,
        id: str | None = None,
        neighbour: Neighbour = Neighbour.NONE,
        has_divider: bool = False,
        typeset: Callable[[Listing], Typeset] = lambda listing: typesetter(listing.blocks),
        has_cursor: bool = True,
    ) -> None:
        """Make an empty list.

        Args:
            id: The id of the widget.
            neighbour: What stands on the same rows.
            has_divider: Whether a line divides it from the list on its left.
            typeset: Lays out the blocks of a list.
            has_cursor: Whether a mark shows the item under the cursor.
        """
        super().__init__(id=id)
        self.neighbour = neighbour
        self.words: Sequence[str] = ()
        """The words to highlight."""
        self.is_active = True
        """Whether the keys move its cursor, or would if nothing were being typed."""
        self.drift = 0
        """Lines by which the list is shifted up, as long as it follows another one's scrolling."""
        self.area = Size(1, 1)
        """Its columns and rows, known before Textual has laid it out: see `fit`."""
        self._has_divider = has_divider
        self._has_cursor = has_cursor
        self._typeset = typeset
        self._views: dict[object, Viewport] = {}
        self.view = Viewport(Listing(()), typeset(Listing(())))

    def show(self, key: object, listing: Listing, item: str = "", reveal: int = -1) -> None:
        """Show a list, at the scroll position that it had.

        Args:
            key: What the list is of, to find its position again.
            listing: The list.
            item: The item under the cursor.
            reveal: A block to bring into view; -1 for none.
        """
        before = self._views.pop(key, None)
        self.drift = 0
        if before is not None and before.listing is listing:
            self.view = before
        else:
            self.view = Viewport(listing, self._typeset(listing))
            self._resize()
            if before is not None:
                self.view.cursor = listing.index(item) if item else self.view.cursor
                self.view.succeed(before)
        self._views[key] = self.view
        if len(self._views) > KEPT_VIEWS:
            del self._views[next(iter(self._views))]
        self._resize()
        if reveal >= 0:
            self.view.reveal(reveal)
        elif item and self.view.item != item:
            self.view.reveal(listing.index(item))
        self.redraw()

    def fit(self, columns: int, rows: int) -> None:
        """Take the size that the screen is about to give to the widget.

        So its first frame is whole, where a `Resize` event would come after it.
        """
        self.area = Size(columns, rows)
        self._resize()

    def clear(self) -> None:
        """Show nothing."""
        self.show(None, Listing(()))

    def move(self, move: Callable[[Viewport], object]) -> int:
        """Move the cursor or the view; return the lines by which the view has scrolled.

        A distance of a page or more counts as none, since the terminal cannot scroll it.
        """
        view = self.view
        top, most = view.top, view.height - view.overlap
        move(view)
        self.redraw()
        if not view.listing.blocks:
            return 0
        return view.flow.distance(top, view.top, most) or 0

    def redraw(self) -> None:
        """Show the lines that are in view now."""
        mark = None
        if self._has_cursor and self.is_active:
            mark = ScreenPart.CURSOR
        elif self._has_cursor and not self._has_divider:
            mark = ScreenPart.OTHER_CURSOR
        lines = [*list_lines(self.view, self._margin, self.words, mark)]
        height = self.area.height
        shown = divided(lines, height, self.drift) if self._has_divider else lines[:height]
        self.show_lines(shown)
        if self.is_active and self.app.focused is self:
            self._place_terminal_cursor()

    def on_click(self, event: events.Click) -> None:
        """Go to the item that was clicked."""
        rows = [*self.view.rows()][event.y : event.y + 1]
        if rows and self.view.listing.item(rows[0].block):
            self.view.cursor = rows[0].block
            self.redraw()
            self.post_message(self.Highlighted(self, self.view.item))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self._scroll(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self._scroll(-_WHEEL)

    def _scroll(self, lines: int) -> None:
        before = self.view.item
        self.move(lambda view: movement.scroll(view, lines))
        if self.view.item != before:
            self.post_message(self.Highlighted(self, self.view.item))

    @property
    def _margin(self) -> int:
        return gutter(self.area.width) - self._has_divider

    def _resize(self) -> None:
        self.view.neighbour = self.neighbour
        self.view.resize(text_width(max(self.area.width, 1)), max(self.area.height, 1))

    def _place_terminal_cursor(self) -> None:
        """Put the terminal's own cursor at the mark, for screen readers and input methods."""
        for row, drawn in enumerate(self._lines):
            if drawn.selected:
                column = self._margin - 2 + self._has_divider
                self.app.cursor_position = self.region.offset + Offset(column, row)
                return
