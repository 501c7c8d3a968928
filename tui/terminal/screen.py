"""A screen as a program sees it: cells, a cursor, a style, and what it does with them."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.terminal.capabilities import Capabilities
from tui.terminal.cell_style import PLAIN, CellStyle
from tui.terminal.glyphs import spelled
from tui.terminal.grid import GOES_ON, UNKNOWN, Grid
from tui.text import cells

TAB = 8
"""Columns from one tab stop to the next."""


class CursorPosition(NamedTuple):
    """Where the next character is to stand."""

    column: int
    row: int
    is_full: bool = False
    """A character stands at the row's end: another one goes to the next row, and not here."""


class Screen:
    """What a terminal would show of what a program writes, as long as that can be known."""

    def __init__(self, capabilities: Capabilities, size: tuple[int, int]) -> None:
        """`size` is in columns and rows."""
        self.grid = Grid(*size)
        self.style = PLAIN
        self.place = CursorPosition(0, 0)
        self.margins = (0, self.grid.rows - 1)
        """The first and the last row that scroll."""
        self.wraps = True
        self._capabilities = capabilities
        self._saved: tuple[CursorPosition, CellStyle] | None = None
        self._last = " "
        self._is_murky = False

    def resize(self, columns: int, rows: int) -> None:
        """Have another size; rows all scroll again."""
        self.grid.resize(columns, rows)
        self.margins = (0, rows - 1)
        self.place = CursorPosition(
            min(self.place.column, columns - 1), min(self.place.row, rows - 1)
        )

    def blur(self) -> None:
        """Something unknown has been drawn, anywhere."""
        self.grid.fill(UNKNOWN, PLAIN)
        self._is_murky = True

    def is_murky(self) -> bool:
        """Whether something unknown is seen; what moves cells would move it."""
        self._is_murky = self._is_murky and self.grid.has_unknown()
        return self._is_murky

    def may_scroll(self, text: str) -> bool:
        """Whether rows may have to move for a text to be shown."""
        rows = (self.place.column + 2 * len(text)) // self.grid.columns
        return self.place.row + rows + self.place.is_full >= self.margins[1]

    def show(self, text: str) -> None:
        """Show text at the cursor, and move it there."""
        marks, parts = cells.split(text)
        if marks:
            column, row, is_full = self.place
            if column > 0:
                self.grid.join(row, column if is_full else column - 1, marks)
        if parts:
            self._last = next(cell for cell in reversed(parts) if cell)
            self._fill(parts if self._capabilities.unicode else _spelled(parts))

    def repeat(self, count: int) -> None:
        """Show the last character again."""
        self.show(self._last * count)

    def go(self, column: int, row: int) -> None:
        """Move the cursor, no further than to the edges."""
        columns, rows = self.grid.columns, self.grid.rows
        self.place = CursorPosition(max(0, min(column, columns - 1)), max(0, min(row, rows - 1)))

    def step(self, columns: int, rows: int) -> None:
        """Move the cursor from where it is, up and down no further than to the margins."""
        column, row, _ = self.place
        top, bottom = self.margins
        to = row + rows
        if rows < 0 and row >= top:
            to = max(to, top)
        if rows > 0 and row <= bottom:
            to = min(to, bottom)
        self.go(column + columns, to)

    def tab(self, count: int) -> None:
        """Move the cursor to a tab stop, back where `count` is negative."""
        stop = (self.place.column + (TAB - 1 if count < 0 else 0)) // TAB + count
        self.go(stop * TAB, self.place.row)

    def feed(self, rows: int) -> None:
        """Move the cursor a row down or up, and at a margin the rows instead."""
        column, row, _ = self.place
        if row == self.margins[rows > 0]:
            self.scroll(*self.margins, rows)
            self.go(column, row)
        else:
            self.go(column, row + rows)

    def next_line(self) -> None:
        """Move the cursor to the beginning of the next row."""
        self.go(0, self.place.row)
        self.feed(1)

    def scroll(self, top: int, bottom: int, count: int) -> None:
        """Move rows up, or down where `count` is negative."""
        self.grid.scroll(top, bottom, count, self._empty())

    def insert_rows(self, count: int) -> None:
        """Push the cursor's row and those below it down, or pull them up if negative."""
        top, bottom = self.margins
        if top <= self.place.row <= bottom:
            self.scroll(self.place.row, bottom, -count)
            self.go(0, self.place.row)

    def insert_cells(self, count: int) -> None:
        """Push what stands from the cursor on to the right."""
        self.grid.insert(self.place.row, self.place.column, count, self._empty())

    def delete_cells(self, count: int) -> None:
        """Pull what stands right of the cursor to it."""
        self.grid.delete(self.place.row, self.place.column, count, self._empty())

    def erase_cells(self, count: int) -> None:
        """Empty cells from the cursor on."""
        column, row, _ = self.place
        self.grid.erase(row, column, min(column + count, self.grid.columns), self._empty())

    def erase_line(self, part: int) -> None:
        """Empty the cursor's row: from the cursor on (0), up to it (1), or all of it (2)."""
        column, row, _ = self.place
        start = column if part == 0 else 0
        end = column + 1 if part == 1 else self.grid.columns
        self.grid.erase(row, start, end, self._empty())

    def erase_screen(self, part: int) -> None:
        """Empty the rows: from the cursor on (0), up to it (1), or all of them (2)."""
        if part < 2:
            self.erase_line(part)
        row = self.place.row
        start = row + 1 if part == 0 else 0
        end = row if part == 1 else self.grid.rows
        for each in range(start, end):
            self.grid.erase(each, 0, self.grid.columns, self._empty())

    def set_margins(self, top: int, bottom: int) -> None:
        """Have only the rows from one to another scroll."""
        last = self.grid.rows - 1
        bottom = min(bottom, last)
        if top < bottom:
            self.margins = (top, bottom)
            self.go(0, 0)

    def save(self) -> None:
        """Remember the cursor and the style."""
        self._saved = (self.place, self.style)

    def restore(self) -> None:
        """Return to what was remembered, or to the first cell."""
        self.place, self.style = self._saved or (CursorPosition(0, 0), PLAIN)

    def _empty(self) -> CellStyle:
        in_colour = self._capabilities.erases_in_colour
        return PLAIN._replace(background=self.style.background) if in_colour else PLAIN

    def _fill(self, parts: Sequence[str]) -> None:
        columns = self.grid.columns
        column, row, is_full = self.place
        while True:
            room = columns - column
            if is_full:
                room = 0
            elif len(parts) > room:
                while room and parts[room] == GOES_ON:
                    room -= 1
            if room:
                self.grid.put(row, column, parts[:room], self.style)
            column, parts = column + min(room, len(parts)), parts[room:]
            if not parts:
                break
            if not self.wraps:
                # Each further one replaces the last.
                last = max(at for at, cell in enumerate(parts) if cell)
                column, parts, is_full = max(columns - len(parts) + last, 0), parts[last:], False
                if columns < len(parts):
                    break
                continue
            if columns < 2 and GOES_ON in parts:
                break
            self.place = CursorPosition(0, row)
            self.feed(1)
            column, row, is_full = self.place
        if column >= columns:
            self.place = CursorPosition(columns - 1, row, self.wraps)
        else:
            self.place = CursorPosition(column, row)


def _spelled(parts: Sequence[str]) -> list[str]:
    """In ASCII; what is as wide as a wide character fills both its cells."""
    spelling = "".join(cell if cell.isascii() else spelled(cell) for cell in parts)
    return [*spelling]
