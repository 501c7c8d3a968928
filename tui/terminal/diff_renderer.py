"""What a terminal has to be sent so that it shows what is wanted."""

from collections import Counter
from typing import NamedTuple

from tui.terminal.capabilities import Capabilities
from tui.terminal.cell_style import PLAIN, CellStyle, ground, transition
from tui.terminal.cell_writer import CellWriter, bounds
from tui.terminal.grid import UNKNOWN, Grid
from tui.terminal.moves import Move, best_move
from tui.terminal.row_writer import draw_row
from tui.terminal.screen import CursorPosition
from tui.terminal.screen_parser import Effect, Passed, ScreenParser, ScreenSnapshot

CLEAR = "\x1b[m\x1b[H\x1b[2J"
"""An empty screen."""


class Piece(NamedTuple):
    """A part of what is to be sent."""

    data: str
    is_drawing: bool
    """It may be left out, if the whole screen is drawn after it."""


class DiffRenderer:
    """Knows what a terminal shows."""

    def __init__(self, capabilities: Capabilities, size: tuple[int, int]) -> None:
        """`size` is in columns and rows."""
        self._capabilities = capabilities
        self._shown = Grid(*size)
        self._column: int | None = None
        self._row: int | None = None
        self._style: CellStyle | None = PLAIN
        self._margins = (0, self._shown.rows - 1)
        self._is_hidden = False
        self._is_lost = True

    def forget(self) -> None:
        """The terminal may show anything, in any style."""
        self._is_lost = True
        self._style = None

    def resize(self, columns: int, rows: int) -> None:
        """The terminal has another size, and terminals differ in what they show then."""
        self._shown = Grid(columns, rows)
        self._margins = (0, rows - 1)
        self.forget()

    def learn(self, source: ScreenParser) -> None:
        """Know what a terminal shows that has been sent all of what was written as it is.

        What it showed before, and where its cursor was, is known to nobody: it may have no other
        screen, and the cursor is where the shell has left it.
        """
        source.passed.clear()
        self._is_hidden = source.is_hidden
        if source.is_emptied:
            self._shown = source.screen.grid.copy()
            self._margins = source.screen.margins
            self._is_lost = False
            self._style = source.screen.style
            self._column, self._row, _ = source.screen.place
        else:
            self.forget()

    def cleared(self) -> str:
        """Return what empties the screen, even if a drawing was cut off in any style."""
        self._shown.fill(" ", PLAIN)
        self._column = self._row = 0
        self._style = PLAIN
        self._margins = (0, self._shown.rows - 1)
        self._is_lost = False
        return f"\x1b[r{self._link_end()}{CLEAR}"

    def take(self, source: ScreenParser) -> list[Piece]:
        """What is to be sent, in order, for all that has been written; it counts as sent."""
        screen = source.screen
        pieces: list[Piece] = []
        silent: list[Piece] = []
        for passed in source.passed:
            if passed.effect is Effect.NOTHING:
                silent.append(Piece(passed.data, False))
                continue
            if passed.view is not None:
                pieces.append(Piece(self._show(passed.view, screen.wraps), True))
            pieces += silent
            silent.clear()
            pieces.append(Piece(self._pass(passed), False))
        source.passed.clear()
        if source.is_alternate and source.is_placed:
            pieces.append(Piece(self._draw(screen.grid, screen.place), True))
        elif not source.is_alternate:
            pieces.append(Piece(self._restyled(screen.style), False))
        if source.is_hidden != self._is_hidden:
            self._is_hidden = source.is_hidden
            pieces.append(Piece("\x1b[?25l" if source.is_hidden else "\x1b[?25h", False))
        return [piece for piece in pieces + silent if piece.data]

    def _pass(self, passed: Passed) -> str:
        """Pass something on, in the style that belongs to it."""
        styled = self._restyled(passed.style)
        if passed.effect in (Effect.TEXT, Effect.ANYTHING):
            self._shown.fill(UNKNOWN, PLAIN)
            self._is_lost = False
        if passed.effect is Effect.ANYTHING:
            self._style = None
        if passed.effect is Effect.EMPTY:
            self.forget()
        if passed.effect is not Effect.ANSWER:
            self._column = self._row = None
        return styled + passed.data

    def _show(self, view: ScreenSnapshot, wraps: bool) -> str:
        """Show a view, with the cursor and the margins as the program has them."""
        drawn = self._draw(view.grid, None) if view.grid else ""
        if view.margins != self._margins:
            self._margins = view.margins
            drawn += f"\x1b[{view.margins[0] + 1};{view.margins[1] + 1}r"
            self._column = self._row = 0
        pen = self._pen()
        if view.place is not None:
            column, row, is_full = view.place
            if is_full and wraps and view.grid:
                # It is drawn again, since no move leads to beyond the last column.
                characters, styles = view.grid.characters[row], view.grid.styles[row]
                start, end = bounds(characters, column, column + 1)
                pen.go(start, row)
                pen.draw(characters[start:end], styles[start:end])
            else:
                pen.go(column, row)
        return drawn + self._keep(pen)

    def _draw(self, wanted: Grid, place: CursorPosition | None) -> str:
        """Draw what differs, and move the cursor to a place."""
        before = self._begin(wanted) if self._is_lost else ""
        if self._margins != (0, wanted.rows - 1):
            before += "\x1b[r"
            self._margins = (0, wanted.rows - 1)
            self._column = self._row = 0
        before += self._restyled(self._style or PLAIN)
        pen = self._pen()
        _draw_rows(pen, self._shown, wanted)
        if self._capabilities.can_scroll and pen.cost() > _WORTH_A_SCROLL:
            move = best_move(self._shown, wanted)
            pen = min(pen, self._scroll(move, wanted), key=CellWriter.cost) if move else pen
        for row in range(wanted.rows):
            self._shown.take(row, wanted)
        if place:
            pen.go(place.column, place.row)
        return before + self._keep(pen)

    def _begin(self, wanted: Grid) -> str:
        """Empty the screen, in the background that most rows end with."""
        wanted.settle()
        ends = Counter(ground(styles[-1]) or PLAIN for styles in wanted.styles)
        style = ends.most_common(1)[0][0] if self._capabilities.erases_in_colour else PLAIN
        styled = self._restyled(style)
        self._shown.fill(" ", style)
        self._is_lost = False
        self._margins = (0, wanted.rows - 1)
        self._column = self._row = None  # who has no margins to set does not move for them
        return f"\x1b[r{styled}\x1b[2J"

    def _scroll(self, move: Move, wanted: Grid) -> CellWriter:
        """Move rows, and draw what differs then."""
        capabilities, last = self._capabilities, wanted.rows - 1
        pen = self._pen()
        incoming = move.bottom if move.distance > 0 else move.top
        style = ground(wanted.styles[incoming][-1]) or PLAIN
        if not capabilities.erases_in_colour:
            style = PLAIN
        elif ground(pen.style) != style:
            pen.take(style)
        is_part = (move.top, move.bottom) != (0, last)
        if is_part:
            pen.sent.append(f"\x1b[{move.top + 1};{move.bottom + 1}r")
            pen.column = pen.row = 0
        if capabilities.can_scroll_by_number:
            pen.sent.append(f"\x1b[{abs(move.distance)}{'S' if move.distance > 0 else 'T'}")
        else:
            pen.go(0, move.bottom if move.distance > 0 else move.top)
            pen.sent.append(("\x1bD" if move.distance > 0 else "\x1bM") * abs(move.distance))
        if is_part:
            pen.sent.append("\x1b[r")
            pen.column = pen.row = 0
        shown = self._shown.alias()
        shown.scroll(*move, style)
        _draw_rows(pen, shown, wanted)
        return pen

    def _restyled(self, style: CellStyle) -> str:
        if self._style is None:
            self._style = PLAIN
            return f"\x1b[m{self._link_end()}{self._restyled(style)}"
        changed = transition(self._style, style, self._capabilities.is_modern)
        self._style = style
        return changed

    def _link_end(self) -> str:
        return "\x1b]8;;\x1b\\" if self._capabilities.has_links else ""

    def _pen(self) -> CellWriter:
        style = self._style or PLAIN
        return CellWriter(self._capabilities, self._shown.columns, style, self._column, self._row)

    def _keep(self, pen: CellWriter) -> str:
        """Know what a pen knows; what it is to send."""
        self._column, self._row, self._style = pen.column, pen.row, pen.style
        return "".join(pen.sent)


_WORTH_A_SCROLL = 48
"""Bytes to be sent: for less, nothing else is tried."""


def _draw_rows(pen: CellWriter, shown: Grid, wanted: Grid) -> None:
    for row in range(wanted.rows):
        draw_row(pen, row, shown, wanted)
