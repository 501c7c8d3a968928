"""The screen that a program wants to be shown: a grid, a cursor and a style."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from tui.terminal.capabilities import Capabilities
from tui.terminal.cell_style import PLAIN, CellStyle
from tui.terminal.grid import CONTINUATION, UNKNOWN, Grid
from tui.text import cells
from tui.text.spelling import in_cells


class CursorPosition(NamedTuple):
    """The cell in which the next character is drawn; both numbers count from 0."""

    column: int
    row: int
    wraps_next: bool = False
    """The last column has been drawn: the next character goes to the next row (DECAWM)."""


class Screen:
    """What a terminal would show of what a program writes, as far as that can be known."""

    def __init__(self, capabilities: Capabilities, size: tuple[int, int]) -> None:
        """Make an empty screen; `size` is in columns and rows."""
        self.grid = Grid(*size)
        self.style = PLAIN
        self.cursor = CursorPosition(0, 0)
        self._capabilities = capabilities
        self._last_character = " "
        self._may_have_unknown = False

    def resize(self, columns: int, rows: int) -> None:
        """Change the size."""
        self.grid.resize(columns, rows)
        column, row, _ = self.cursor
        self.cursor = CursorPosition(min(column, columns - 1), min(row, rows - 1))

    def mark_unknown(self) -> None:
        """Note that something unknown has been drawn, anywhere."""
        self.grid.fill(UNKNOWN, PLAIN)
        self._may_have_unknown = True

    def has_unknown(self) -> bool:
        """Return whether the content of any cell is unknown; such cells cannot be scrolled."""
        self._may_have_unknown = self._may_have_unknown and self.grid.has_unknown()
        return self._may_have_unknown

    def may_scroll(self, text: str) -> bool:
        """Return whether the rows may have to scroll for a text to be shown."""
        rows = (self.cursor.column + 2 * len(text)) // self.grid.columns
        return self.cursor.row + rows + self.cursor.wraps_next >= self.grid.rows - 1

    def show(self, text: str) -> None:
        """Show text at the cursor, and move the cursor behind it."""
        marks, parts = cells.split(text)
        if marks:
            column, row, wraps_next = self.cursor
            if column > 0:
                self.grid.combine(row, column if wraps_next else column - 1, marks)
        if parts:
            self._last_character = next(cell for cell in reversed(parts) if cell)
            self._put(parts if self._capabilities.unicode else ascii_text(parts))

    def repeat(self, count: int) -> None:
        """Show the last character again (REP)."""
        self.show(self._last_character * count)

    def move(self, column: int, row: int) -> None:
        """Move the cursor, no further than to the edges."""
        columns, rows = self.grid.columns, self.grid.rows
        self.cursor = CursorPosition(max(0, min(column, columns - 1)), max(0, min(row, rows - 1)))

    def next_line(self) -> None:
        """Move the cursor to the beginning of the next row, and scroll at the last one."""
        row = self.cursor.row
        if row == self.grid.rows - 1:
            self.grid.scroll(0, row, 1, self._erased_style())
        self.move(0, row + 1)

    def erase_line(self, part: int) -> None:
        """Empty the cursor's row: from the cursor (0), to the cursor (1), or all of it (2)."""
        column, row, _ = self.cursor
        start = column if part == 0 else 0
        end = column + 1 if part == 1 else self.grid.columns
        self.grid.erase(row, start, end, self._erased_style())

    def erase_screen(self, part: int) -> None:
        """Empty the screen: from the cursor (0), to the cursor (1), or all of it (2)."""
        if part < 2:
            self.erase_line(part)
        start = self.cursor.row + 1 if part == 0 else 0
        end = self.cursor.row if part == 1 else self.grid.rows
        for row in range(start, end):
            self.grid.erase(row, 0, self.grid.columns, self._erased_style())

    def _erased_style(self) -> CellStyle:
        keeps_background = self._capabilities.erases_in_colour
        return PLAIN._replace(background=self.style.background) if keeps_background else PLAIN

    def _put(self, parts: Sequence[str]) -> None:
        """Put cells into the grid from the cursor on, wrapping at the end of a row."""
        columns = self.grid.columns
        column, row, wraps_next = self.cursor
        while True:
            room = columns - column
            if wraps_next:
                room = 0
            elif len(parts) > room:
                while room and parts[room] == CONTINUATION:
                    room -= 1
            if room:
                self.grid.put(row, column, parts[:room], self.style)
            column, parts = column + min(room, len(parts)), parts[room:]
            if not parts:
                break
            if columns < 2 and CONTINUATION in parts:
                break
            self.next_line()
            column, row, wraps_next = self.cursor
        if column >= columns:
            self.cursor = CursorPosition(columns - 1, row, wraps_next=True)
        else:
            self.cursor = CursorPosition(column, row)


def ascii_text(characters: Iterable[str]) -> str:
    """Return characters, or clusters of them, spelled in ASCII and as wide as they were."""
    return "".join(each if each.isascii() else ascii_cell(each) for each in characters)


@cache
def ascii_cell(character: str) -> str:
    """Return ASCII for a character or cluster, as many cells wide as it is."""
    return in_cells(character, cells.width(character))
