"""Writes cells for a terminal with the fewest bytes: characters, styles and moves of the cursor.

The sequences are those of ECMA-48 (CUP, CHA, VPA, CUU to CUB, EL, ECH, REP), used as far as the
terminal's `Capabilities` allow.
"""

import re
from collections.abc import Iterator, Sequence

from tui.terminal.capabilities import Capabilities
from tui.terminal.cell_style import CellStyle, style_change, visible_background
from tui.terminal.grid import CONTINUATION, UNKNOWN, Grid, character_bounds
from tui.text import cells

_REPEATED = re.compile(r"([!-~])\1{6,}")
"""A character repeated so often that REP is shorter."""
_SHORTEST_MOVE = 3
"""Bytes of the shortest move, apart from `\\r` and `\\b`."""
_LONGEST_BRIDGE = 12
"""Unchanged cells: for more, a move is always shorter than drawing them again."""
_SHORTEST_ERASE = 4
"""Cells: for fewer, spaces are as short as EL."""


class CellWriter:
    """Collects what is to be sent, and tracks the terminal's cursor and style."""

    def __init__(
        self,
        capabilities: Capabilities,
        columns: int,
        style: CellStyle,
        column: int | None,
        row: int | None,
    ) -> None:
        """Begin at a cursor position, of which the column or both may be unknown (`None`)."""
        self.sent: list[str] = []
        self.style = style
        self.column = column
        self.row = row
        self._columns = columns
        self._capabilities = capabilities

    def copy(self) -> "CellWriter":
        """Return a writer with the same cursor and style, which has written nothing."""
        return CellWriter(self._capabilities, self._columns, self.style, self.column, self.row)

    def cost(self) -> int:
        """Return the number of bytes written."""
        return len("".join(self.sent).encode())

    def move(self, column: int, row: int) -> None:
        """Move the cursor."""
        if (column, row) != (self.column, self.row):
            self.sent.append(self._motion(column, row))
            self.column, self.row = column, row

    def set_style(self, style: CellStyle) -> None:
        """Change the style in which characters are drawn."""
        if style is not self.style:
            self.sent.append(style_change(self.style, style, self._capabilities.is_modern))
            self.style = style

    def draw(self, characters: Sequence[str], styles: Sequence[CellStyle]) -> None:
        """Draw consecutive cells of one row, from the cursor on."""
        start, row, index, end = self.column, self.row, 0, len(characters)
        while index < end:
            if self.column is None and start is not None and row is not None:
                self.move(start + index, row)
            style = styles[index]
            stop = index + 1
            while stop < end and styles[stop] is style:
                stop += 1
            text = "".join(characters[index:stop])
            if not text.strip(" "):
                self._draw_spaces(text, style, styles[stop] if stop < end else None)
            else:
                self.set_style(style)
                if not cells.is_certain(text):
                    stop = _uncertain_end(characters, index, stop)
                    text = "".join(characters[index:stop])
                self._draw_text(text, stop - index)
            index = stop

    def can_erase(self, style: CellStyle) -> bool:
        """Return whether an erased cell can look like a space in this style."""
        is_same = self._capabilities.erases_in_colour or not style.background
        return is_same and visible_background(style) is not None

    def erase_to_end(self, style: CellStyle) -> None:
        """Erase the row from the cursor on, in the background of a style (EL)."""
        if self._capabilities.erases_in_colour and visible_background(
            self.style
        ) != visible_background(style):
            self.set_style(style)
        self.sent.append("\x1b[K")

    def _draw_spaces(self, text: str, style: CellStyle, following: CellStyle | None) -> None:
        """Draw spaces; the following style will do where the background looks the same."""
        background = visible_background(style)
        if background is None or visible_background(self.style) != background:
            if background and following and visible_background(following) == background:
                style = following
            self.set_style(style)
        count = len(text)
        is_last = following is None
        if count > 5 and self._capabilities.can_repeat:
            self.sent.append(f" \x1b[{count - 1}b")
        elif self._can_erase_cells(style) and count > (4 if is_last else 10):
            self.sent.append(f"\x1b[{count}X")
            if is_last:
                return
            self.sent.append(f"\x1b[{count}C")
        else:
            self.sent.append(text)
        self._advance(count)

    def _can_erase_cells(self, style: CellStyle) -> bool:
        return self._capabilities.can_erase_cells and self.can_erase(style)

    def _draw_text(self, text: str, count: int) -> None:
        if self._capabilities.can_repeat and len(text) == count and _REPEATED.search(text):
            self.sent.append(_REPEATED.sub(_repeat, text))
        else:
            self.sent.append(text)
        self._advance(count)
        if not cells.is_certain(text):
            self.column = None

    def _advance(self, count: int) -> None:
        if self.column is not None:
            self.column += count
            if self.column >= self._columns:
                self.column = None  # the terminal may be about to wrap

    def _motion(self, column: int, row: int) -> str:
        """Return the shortest sequence that moves the cursor to a cell."""
        ways = [f"\x1b[{row + 1}H" if column == 0 else f"\x1b[{row + 1};{column + 1}H"]
        if row == 0 == column:
            ways = ["\x1b[H"]
        if self.row is None:
            return ways[0]
        rows, is_modern = row - self.row, self._capabilities.is_modern
        if column == 0 and 0 <= rows < 4:
            # The line discipline may send CR CR LF (ONLCR), which has the same effect.
            ways.append("\r" + "\n" * rows)
        if rows == 0 and is_modern:
            ways.append(f"\x1b[{_number(column + 1)}G")
        if self.column is not None:
            columns = column - self.column
            if rows == 0 and columns > 0:
                ways.append(f"\x1b[{_number(columns)}C")
            if rows == 0 and columns < 0:
                ways += [f"\x1b[{_number(-columns)}D", "\b" * -columns]
            if columns == 0:
                ways.append(f"\x1b[{_number(abs(rows))}{'B' if rows > 0 else 'A'}")
                if is_modern:
                    ways.append(f"\x1b[{row + 1}d")
        return min(ways, key=len)


def draw_row(writer: CellWriter, row: int, shown: Grid, wanted: Grid) -> None:
    """Draw the cells of a row that differ from what is shown."""
    characters, styles = wanted.characters[row], wanted.styles[row]
    if characters == shown.characters[row] and styles == shown.styles[row]:
        return
    changed = list(_changed_columns(row, shown, wanted))
    if not changed:
        return
    end = wanted.columns
    blank = _blank_end(characters, styles)
    erased = next((column for column in changed if column >= blank), end)
    if end - erased < _SHORTEST_ERASE or not writer.can_erase(styles[-1]):
        erased = end
    for start, stop in _runs(
        writer, row, wanted, [column for column in changed if column < erased]
    ):
        writer.move(start, row)
        writer.draw(characters[start:stop], styles[start:stop])
    if erased < end:
        writer.move(erased, row)
        writer.erase_to_end(styles[-1])


def _changed_columns(row: int, shown: Grid, wanted: Grid) -> Iterator[int]:
    """Yield the columns in which the cells look different."""
    pairs = zip(
        wanted.characters[row],
        shown.characters[row],
        wanted.styles[row],
        shown.styles[row],
        strict=True,
    )
    is_width_uncertain = False
    for column, (character, before, style, style_before) in enumerate(pairs):
        is_other = character != before or (style is not style_before and style != style_before)
        if is_other and character == before == " ":
            background = visible_background(style)
            is_other = background is None or background != visible_background(style_before)
        if is_other or is_width_uncertain:
            if character != UNKNOWN:
                yield column
            # A terminal to which the character is wider has drawn over the next cell too.
            if character != CONTINUATION:
                is_ascii = character.isascii()  # here, because a call for each cell is slow
                is_width_uncertain = is_other and not is_ascii and not cells.is_certain(character)


def _blank_end(characters: Sequence[str], styles: Sequence[CellStyle]) -> int:
    """Return the column from which the row is blank and of one background."""
    column = len(characters)
    background = visible_background(styles[-1])
    if background is None:
        return column
    while column > 0 and characters[column - 1] == " ":
        style = styles[column - 1]
        if style is not styles[-1] and visible_background(style) != background:
            break
        column -= 1
    return column


def _runs(
    writer: CellWriter, row: int, wanted: Grid, changed: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the ranges to draw, joined where a move costs more than the cells between."""
    characters = wanted.characters[row]
    start = stop = -1
    for column in changed:
        if column < stop:
            continue
        first, last = character_bounds(characters, column, column + 1)
        if start < 0:
            start = first
        elif first > stop and not _is_bridged(writer, row, wanted, stop, first):
            yield start, stop
            start = first
        stop = last
    if start >= 0:
        yield start, stop


def _is_bridged(writer: CellWriter, row: int, wanted: Grid, stop: int, following: int) -> bool:
    """Return whether drawing the cells from `stop` on again costs no more than a move."""
    characters, styles = wanted.characters[row], wanted.styles[row]
    between = characters[stop:following]
    if len(between) > _LONGEST_BRIDGE or UNKNOWN in between:
        return False
    style = styles[stop - 1]
    if all(each is style for each in styles[stop : following + 1]):
        return len("".join(between).encode()) <= _SHORTEST_MOVE + (len(between) > 1)
    drawing, moving = writer.copy(), writer.copy()
    for each in (drawing, moving):
        each.column, each.row, each.style = stop, row, style
    drawing.draw(characters[stop : following + 1], styles[stop : following + 1])
    moving.move(following, row)
    moving.draw(characters[following : following + 1], styles[following : following + 1])
    return drawing.cost() <= moving.cost()


def _uncertain_end(characters: Sequence[str], start: int, end: int) -> int:
    """Return the end of the first character on whose width terminals may disagree."""
    first = next(index for index in range(start, end) if not cells.is_certain(characters[index]))
    return character_bounds(characters[:end], first, first + 1)[1]


def _repeat(found: re.Match[str]) -> str:
    return f"{found[0][0]}\x1b[{len(found[0]) - 1}b"


def _number(number: int) -> str:
    """Return a parameter of which the default is 1."""
    return "" if number == 1 else str(number)
