"""The grid of cells that a terminal shows."""

from collections.abc import Sequence
from typing import TypeVar

from tui.terminal.cell_style import PLAIN, CellStyle

_T = TypeVar("_T", str, CellStyle)

UNKNOWN = "\0"
"""The content of a cell on which something unknown may have been drawn."""
CONTINUATION = ""
"""The content of the second cell of a wide character."""


class Grid:
    """Rows of cells, each with its character and its style.

    A cell holds a character with the combining marks that follow it. Characters and styles are
    kept in separate lists per row, so that most work can be done on whole rows.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self.columns = columns
        self.rows = rows
        self.characters = [[" "] * columns for _ in range(rows)]
        self.styles = [[PLAIN] * columns for _ in range(rows)]

    def copy(self) -> "Grid":
        """Return an independent copy."""
        other = self.shallow_copy()
        other.characters = [row.copy() for row in self.characters]
        other.styles = [row.copy() for row in self.styles]
        return other

    def shallow_copy(self) -> "Grid":
        """Return a grid that shares its rows with this one, and may be scrolled separately."""
        other = Grid(0, 0)
        other.columns, other.rows = self.columns, self.rows
        other.characters, other.styles = self.characters.copy(), self.styles.copy()
        return other

    def copy_row(self, row: int, other: "Grid") -> None:
        """Copy a row of another grid."""
        self.characters[row] = other.characters[row].copy()
        self.styles[row] = other.styles[row].copy()

    def fill(self, character: str, style: CellStyle) -> None:
        """Put the same character into all cells."""
        self.characters = [[character] * self.columns for _ in range(self.rows)]
        self.styles = [[style] * self.columns for _ in range(self.rows)]

    def resize(self, columns: int, rows: int) -> None:
        """Cut off or add empty cells at the right and at the bottom."""
        for row in range(min(self.rows, rows)):
            if columns < self.columns:
                self._split(row, columns)
        _fit(self.characters, columns, rows, " ")
        _fit(self.styles, columns, rows, PLAIN)
        self.columns, self.rows = columns, rows

    def put(self, row: int, column: int, cells: Sequence[str], style: CellStyle) -> None:
        """Overwrite cells of a row, in which there must be room for them."""
        end = column + len(cells)
        self._split(row, column)
        self._split(row, end)
        self.characters[row][column:end] = cells
        self.styles[row][column:end] = [style] * len(cells)

    def combine(self, row: int, column: int, marks: str) -> None:
        """Add combining marks to the character at a cell."""
        start, _ = character_bounds(self.characters[row], column, column)
        self.characters[row][start] += marks

    def erase(self, row: int, start: int, end: int, style: CellStyle) -> None:
        """Empty the cells of a row from `start` to before `end`."""
        self.put(row, start, " " * (end - start), style)

    def scroll(self, top: int, bottom: int, count: int, style: CellStyle) -> None:
        """Move the rows from `top` to `bottom` up by `count`, or down if it is negative."""
        count = max(top - bottom - 1, min(count, bottom - top + 1))
        _scroll(self.characters, top, bottom, count, [" "] * self.columns)
        _scroll(self.styles, top, bottom, count, [style] * self.columns)

    def has_unknown(self) -> bool:
        """Return whether the content of any cell is unknown."""
        return any(UNKNOWN in row for row in self.characters)

    def blank_unknown(self) -> None:
        """Put spaces into the cells of which the content is unknown."""
        for row in self.characters:
            if UNKNOWN in row:
                row[:] = [" " if cell == UNKNOWN else cell for cell in row]

    def _split(self, row: int, column: int) -> None:
        """Replace a wide character that continues at a column by spaces."""
        characters = self.characters[row]
        if 0 < column < len(characters) and characters[column] == CONTINUATION:
            start, end = character_bounds(characters, column, column)
            characters[start:end] = " " * (end - start)


def character_bounds(characters: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Extend a range of a row so that it holds no half of a wide character."""
    while start > 0 and characters[start] == CONTINUATION:
        start -= 1
    while end < len(characters) and characters[end] == CONTINUATION:
        end += 1
    return start, end


def _fit(lines: list[list[_T]], columns: int, rows: int, empty: _T) -> None:
    for line in lines:
        line[columns:] = [empty] * (columns - len(line))
    lines[rows:] = [[empty] * columns for _ in range(rows - len(lines))]


def _scroll(lines: list[list[_T]], top: int, bottom: int, count: int, empty: list[_T]) -> None:
    moved = lines[top : bottom + 1]
    added = [empty.copy() for _ in range(abs(count))]
    kept = moved[count:] if count > 0 else moved[: len(moved) + count]
    lines[top : bottom + 1] = kept + added if count > 0 else added + kept
