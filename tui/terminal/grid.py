"""The cells of a screen."""

from collections.abc import Sequence
from typing import TypeVar

from tui.terminal.cell_style import PLAIN, CellStyle

_Half = TypeVar("_Half", str, CellStyle)
"""What makes a cell together."""

UNKNOWN = "\0"
"""What stands in a cell that something unknown has drawn on."""
GOES_ON = ""
"""What stands in the second cell of a wide character."""


class Grid:
    """Rows of cells: what stands in each, and in which style.

    A cell holds a character with the marks that join it. Rows are lists of their own for both,
    so that most work on them is done a whole row at a time.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self.columns = columns
        self.rows = rows
        self.characters = [[" "] * columns for _ in range(rows)]
        self.styles = [[PLAIN] * columns for _ in range(rows)]

    def copy(self) -> "Grid":
        """The same cells, to be changed apart."""
        other = Grid(0, 0)
        other.columns, other.rows = self.columns, self.rows
        other.characters = [row.copy() for row in self.characters]
        other.styles = [row.copy() for row in self.styles]
        return other

    def alias(self) -> "Grid":
        """The same rows in another order, once it is scrolled: rows themselves are shared."""
        other = Grid(0, 0)
        other.columns, other.rows = self.columns, self.rows
        other.characters, other.styles = self.characters.copy(), self.styles.copy()
        return other

    def take(self, row: int, other: "Grid") -> None:
        """Show in a row what another grid shows there."""
        self.characters[row] = other.characters[row].copy()
        self.styles[row] = other.styles[row].copy()

    def fill(self, character: str, style: CellStyle) -> None:
        """Show the same in all cells."""
        self.characters = [[character] * self.columns for _ in range(self.rows)]
        self.styles = [[style] * self.columns for _ in range(self.rows)]

    def resize(self, columns: int, rows: int) -> None:
        """Leave out, or add empty cells, at the right and at the bottom."""
        for row in range(min(self.rows, rows)):
            if columns < self.columns:
                self._part(row, columns)
        _fit(self.characters, columns, rows, " ")
        _fit(self.styles, columns, rows, PLAIN)
        self.columns, self.rows = columns, rows

    def put(self, row: int, column: int, cells: Sequence[str], style: CellStyle) -> None:
        """Show cells from a place on, for all of which there is room."""
        end = column + len(cells)
        self._part(row, column)
        self._part(row, end)
        self.characters[row][column:end] = cells
        self.styles[row][column:end] = [style] * len(cells)

    def join(self, row: int, column: int, marks: str) -> None:
        """Add marks to the character that stands there."""
        characters = self.characters[row]
        while column > 0 and characters[column] == GOES_ON:
            column -= 1
        characters[column] += marks

    def erase(self, row: int, start: int, end: int, style: CellStyle) -> None:
        """Empty the cells of a row from `start` to before `end`."""
        self.put(row, start, " " * (end - start), style)

    def scroll(self, top: int, bottom: int, count: int, style: CellStyle) -> None:
        """Move the rows from `top` to `bottom` up by `count`, or down where it is negative."""
        count = max(top - bottom - 1, min(count, bottom - top + 1))
        _scroll(self.characters, top, bottom, count, [" "] * self.columns)
        _scroll(self.styles, top, bottom, count, [style] * self.columns)

    def insert(self, row: int, column: int, count: int, style: CellStyle) -> None:
        """Push the cells from a place on to the right; what leaves the row is lost."""
        count = min(count, self.columns - column)
        self._part(row, column)
        self._part(row, self.columns - count)
        _insert(self.characters[row], column, count, " ")
        _insert(self.styles[row], column, count, style)

    def delete(self, row: int, column: int, count: int, style: CellStyle) -> None:
        """Pull the cells after `count` of them to a place; empty ones come in at the right."""
        count = min(count, self.columns - column)
        self._part(row, column)
        self._part(row, column + count)
        _delete(self.characters[row], column, count, " ")
        _delete(self.styles[row], column, count, style)

    def has_unknown(self) -> bool:
        """Whether something unknown can be seen."""
        return any(UNKNOWN in row for row in self.characters)

    def settle(self) -> None:
        """Show nothing where something unknown was."""
        for row in self.characters:
            if UNKNOWN in row:
                row[:] = [" " if cell == UNKNOWN else cell for cell in row]

    def _part(self, row: int, column: int) -> None:
        """Break a wide character that goes on at a column: spaces are left of it."""
        characters = self.characters[row]
        if not 0 < column < len(characters) or characters[column] != GOES_ON:
            return
        start = end = column
        while characters[start] == GOES_ON:
            start -= 1
        while end < len(characters) and characters[end] == GOES_ON:
            end += 1
        characters[start:end] = " " * (end - start)


def _fit(lines: list[list[_Half]], columns: int, rows: int, empty: _Half) -> None:
    for line in lines:
        line[columns:] = [empty] * (columns - len(line))
    lines[rows:] = [[empty] * columns for _ in range(rows - len(lines))]


def _scroll(
    lines: list[list[_Half]], top: int, bottom: int, count: int, empty: list[_Half]
) -> None:
    moved = lines[top : bottom + 1]
    added = [empty.copy() for _ in range(abs(count))]
    kept = moved[count:] if count > 0 else moved[: len(moved) + count]
    lines[top : bottom + 1] = kept + added if count > 0 else added + kept


def _insert(line: list[_Half], column: int, count: int, empty: _Half) -> None:
    line[column:] = [empty] * count + line[column : len(line) - count]


def _delete(line: list[_Half], column: int, count: int, empty: _Half) -> None:
    line[column:] = line[column + count :] + [empty] * count
