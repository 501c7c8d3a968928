"""What a terminal is sent to draw: characters, and the cheapest way to where they belong."""

import re
from collections.abc import Sequence

from tui.terminal.capabilities import Capabilities
from tui.terminal.cell_style import CellStyle, ground, transition
from tui.terminal.grid import GOES_ON
from tui.text import cells

_MANY = re.compile(r"([!-~])\1{6,}")
"""A character so often that it is shorter to have it repeated."""


class CellWriter:
    """Where a terminal's cursor is, and in which style it draws; what is to be sent piles up."""

    def __init__(
        self,
        capabilities: Capabilities,
        columns: int,
        style: CellStyle,
        column: int | None,
        row: int | None,
    ) -> None:
        """The place is None where it is not known: the column alone, or both."""
        self.sent: list[str] = []
        self.style = style
        self.column = column
        self.row = row
        self._columns = columns
        self._capabilities = capabilities

    def copy(self) -> "CellWriter":
        """Another one at the same place, which has sent nothing."""
        return CellWriter(self._capabilities, self._columns, self.style, self.column, self.row)

    def cost(self) -> int:
        """Bytes that are to be sent."""
        return len("".join(self.sent).encode())

    def go(self, column: int, row: int) -> None:
        """Move the cursor."""
        if (column, row) != (self.column, self.row):
            self.sent.append(self._motion(column, row))
            self.column, self.row = column, row

    def take(self, style: CellStyle) -> None:
        """Draw in another style."""
        if style is not self.style:
            self.sent.append(transition(self.style, style, self._capabilities.is_modern))
            self.style = style

    def draw(self, characters: Sequence[str], styles: Sequence[CellStyle]) -> None:
        """Draw cells from where the cursor is on, all of one row."""
        start, row, at, end = self.column, self.row, 0, len(characters)
        while at < end:
            if self.column is None and start is not None and row is not None:
                self.go(start + at, row)
            style = styles[at]
            stop = at + 1
            while stop < end and styles[stop] is style:
                stop += 1
            text = "".join(characters[at:stop])
            if not text.strip(" "):
                self._draw_spaces(text, style, styles[stop] if stop < end else None)
            else:
                self.take(style)
                if not cells.is_certain(text):
                    stop = _doubt(characters, at, stop)
                    text = "".join(characters[at:stop])
                self._draw_text(text, stop - at)
            at = stop

    def can_erase(self, style: CellStyle) -> bool:
        """Whether what is erased can look like a space in this style."""
        is_same = self._capabilities.erases_in_colour or not style.background
        return is_same and ground(style) is not None

    def erase_to_end(self, style: CellStyle) -> None:
        """Empty the row from the cursor on, in the background of a style."""
        if self._capabilities.erases_in_colour and ground(self.style) != ground(style):
            self.take(style)
        self.sent.append("\x1b[K")

    def _draw_spaces(self, text: str, style: CellStyle, following: CellStyle | None) -> None:
        """Of the style only the background is seen, so the one that follows may do."""
        seen = ground(style)
        if seen is None or ground(self.style) != seen:
            can_follow = seen is not None and following is not None and ground(following) == seen
            self.take(following if can_follow and following is not None else style)
        count = len(text)
        is_last = following is None
        if count > 5 and self._capabilities.can_repeat:
            self.sent.append(f" \x1b[{count - 1}b")
        elif self._can_empty(style) and count > (4 if is_last else 10):
            self.sent.append(f"\x1b[{count}X")
            if is_last:
                return
            self.sent.append(f"\x1b[{count}C")
        else:
            self.sent.append(text)
        self._advance(count)

    def _can_empty(self, style: CellStyle) -> bool:
        return self._capabilities.can_empty and self.can_erase(style)

    def _draw_text(self, text: str, count: int) -> None:
        if self._capabilities.can_repeat and len(text) == count and _MANY.search(text):
            self.sent.append(_MANY.sub(_repeated, text))
        else:
            self.sent.append(text)
        self._advance(count)
        if not cells.is_certain(text):
            self.column = None

    def _advance(self, count: int) -> None:
        if self.column is not None:
            self.column += count
            if self.column >= self._columns:
                self.column = None  # in the last column, or beyond it

    def _motion(self, column: int, row: int) -> str:
        """The shortest sequence that moves the cursor to another place."""
        ways = [f"\x1b[{row + 1}H" if column == 0 else f"\x1b[{row + 1};{column + 1}H"]
        if row == 0 == column:
            ways = ["\x1b[H"]
        if self.row is None:
            return ways[0]
        rows, is_modern = row - self.row, self._capabilities.is_modern
        if column == 0 and 0 <= rows < 4:
            # A terminal's driver makes CR CR LF of it (ONLCR), which is the same.
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


def bounds(characters: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """A stretch of a row that holds no half of a wide character."""
    while start > 0 and characters[start] == GOES_ON:
        start -= 1
    while end < len(characters) and characters[end] == GOES_ON:
        end += 1
    return start, end


def _doubt(characters: Sequence[str], start: int, end: int) -> int:
    """The column after the first character on whose width terminals may not agree."""
    doubtful = next(at for at in range(start, end) if not cells.is_certain(characters[at]))
    return bounds(characters[:end], doubtful, doubtful + 1)[1]


def _repeated(found: re.Match[str]) -> str:
    return f"{found[0][0]}\x1b[{len(found[0]) - 1}b"


def _number(number: int) -> str:
    return "" if number == 1 else str(number)
