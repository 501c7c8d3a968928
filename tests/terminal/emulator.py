"""A terminal emulator: pyte, with what it lacks or does unlike most terminals."""

import re
from collections.abc import Callable
from typing import Any
from unicodedata import normalize

import pyte
from pyte import modes

from tests.pseudoterminal import PRIVATE

Look = tuple[tuple[str, str], ...]
"""How a cell looks: attributes and their values, sorted by name."""
Cell = tuple[str, Look]

_LINK = re.compile(r"\x1b\]8;([^;\x07\x1b]*;[^\x07\x1b]*)(?:\x07|\x1b\\)")
_ALTERNATE = re.compile(r"\x1b\[\?1049([hl])")
_STYLE = re.compile(r"\x1b\[([0-9;:]*)m")
_PART = re.compile(f"{_LINK.pattern}|{_ALTERNATE.pattern}|{_STYLE.pattern}")
_ON = {1: "bold", 2: "dim", 3: "italic", 5: "blink", 7: "reverse", 8: "conceal", 9: "strike"}
_ON |= {53: "overline"}
_OFF = {22: ("bold", "dim"), 23: ("italic",), 24: ("underline",), 25: ("blink",)}
_OFF |= {27: ("reverse",), 28: ("conceal",), 29: ("strike",), 55: ("overline",)}
_OFF |= {39: ("colour",), 49: ("background",), 59: ("underline colour",)}
_COLOURS = {38: "colour", 48: "background", 58: "underline colour"}
_SEEN_ON_SPACE = {"underline", "reverse", "strike", "overline", "link"}


class _Stream(pyte.Stream):
    csi = pyte.Stream.csi | {"b": "repeat", "S": "scroll_up", "T": "scroll_down"}
    events = pyte.Stream.events | {"repeat", "scroll_up", "scroll_down"}


class Emulator(pyte.Screen):
    """A terminal's screen, with complete styles."""

    def __init__(self, columns: int, rows: int, *, erases_in_colour: bool = True) -> None:
        self._erases_in_colour = erases_in_colour
        self._looks: dict[str, str] = {}
        super().__init__(columns, rows)
        self.mode.add(modes.LNM)  # like the line discipline (ONLCR)
        self._stream = _Stream(self)

    def feed(self, data: str) -> None:
        """Show what a program sends."""
        data = PRIVATE.sub(b"", data.encode()).decode()
        at = 0
        for found in _PART.finditer(data):
            self._stream.feed(data[at : found.start()])
            at = found.end()
            link, alternate, style = found.groups()
            if link is not None:
                self._set("link", link.partition(";")[2] and link)
            elif alternate is not None:
                self.reset()
                self.mode.add(modes.LNM)
            else:
                self._restyle(style)
        self._stream.feed(data[at:])

    def cells(self) -> list[list[Cell]]:
        """Return what is visible; of a space, only what can be seen."""
        return [
            [self._cell(row, column) for column in range(self.columns)] for row in range(self.lines)
        ]

    def draw(self, data: str) -> None:
        for character in data:
            column, row = self.cursor.x, self.cursor.y
            self._split(row, column)
            super().draw(character)
            after = self.buffer[self.cursor.y]
            if self.cursor.x < self.columns and after[self.cursor.x].data == "":
                after[self.cursor.x] = after[self.cursor.x]._replace(data=" ")
            if character.isprintable():
                self._last = character

    def repeat(self, count: int = 1) -> None:
        self.draw(self._last * max(count, 1))

    def set_margins(self, top: int | None = None, bottom: int | None = None) -> None:
        super().set_margins(top, bottom)
        self.cursor_position()

    def alignment_display(self) -> None:
        for row in range(self.lines):
            for column in range(self.columns):
                self.buffer[row][column] = self.default_char._replace(data="E")

    def scroll_up(self, count: int = 1) -> None:
        self._scroll(self._margin(0), max(count, 1))

    def scroll_down(self, count: int = 1) -> None:
        self._scroll(self._margin(0), -max(count, 1))

    def index(self) -> None:
        if self.cursor.y == self._margin(-1):
            self.scroll_up()
        else:
            self.cursor_down()

    def reverse_index(self) -> None:
        if self.cursor.y == self._margin(0):
            self.scroll_down()
        else:
            self.cursor_up()

    def insert_lines(self, count: int | None = None) -> None:
        if self._margin(0) <= self.cursor.y <= self._margin(-1):
            self._scroll(self.cursor.y, -(count or 1))
            self.carriage_return()

    def delete_lines(self, count: int | None = None) -> None:
        if self._margin(0) <= self.cursor.y <= self._margin(-1):
            self._scroll(self.cursor.y, count or 1)
            self.carriage_return()

    def insert_characters(self, count: int | None = None) -> None:
        row, column, count = self.cursor.y, self.cursor.x, count or 1
        self._split(row, column)
        self._split(row, self.columns - count)
        super().insert_characters(count)
        self._empty(row, column, min(column + count, self.columns))

    def delete_characters(self, count: int | None = None) -> None:
        row, column, count = self.cursor.y, self.cursor.x, count or 1
        self._split(row, column)
        self._split(row, column + count)
        super().delete_characters(count)
        self._empty(row, max(column, self.columns - count), self.columns)

    def erase_characters(self, count: int | None = None) -> None:
        self._split(self.cursor.y, self.cursor.x)
        self._split(self.cursor.y, self.cursor.x + (count or 1))
        self._erased(super().erase_characters, count)

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        self._split(self.cursor.y, self.cursor.x + (how == 1))
        self._erased(super().erase_in_line, how)

    def erase_in_display(self, how: int = 0, *more: Any, **others: Any) -> None:
        if how < 2:
            self.erase_in_line(how)
        row = self.cursor.y
        for each in {0: range(row + 1, self.lines), 1: range(row), 2: range(self.lines)}.get(
            how, ()
        ):
            self._empty(each)

    def _scroll(self, top: int, count: int) -> None:
        """Scroll the rows down to the lower margin up, or down if the count is negative."""
        bottom = self._margin(-1)
        before = {row: self.buffer[row] for row in range(top, bottom + 1)}
        for row in before:
            if row + count in before:
                self.buffer[row] = before[row + count]
            else:
                self.buffer.pop(row)
                self._empty(row)

    def _margin(self, edge: int) -> int:
        every = (0, self.lines - 1) if self.margins is None else self.margins
        return int(every[edge])

    def _erased(self, erase: Callable[[Any], None], argument: Any) -> None:
        kept, self.cursor.attrs = self.cursor.attrs, self._blank()
        erase(argument)
        self.cursor.attrs = kept

    def _blank(self) -> Any:
        background = self._looks.get("background") if self._erases_in_colour else None
        look: Any = (("background", background),) if background else "default"
        return self.default_char._replace(fg=look)

    def _empty(self, row: int, start: int = 0, end: int | None = None) -> None:
        for column in range(start, self.columns if end is None else end):
            self.buffer[row][column] = self._blank()

    def _split(self, row: int, column: int) -> None:
        """Replace a wide character, half of which is overwritten, by spaces."""
        line = self.buffer[row]
        if 0 < column < self.columns and line[column].data == "":
            for each in (column - 1, column):
                line[each] = line[each]._replace(data=" ")

    def _cell(self, row: int, column: int) -> Cell:
        character = self.buffer[row][column]
        # pyte's field for the foreground colour holds the whole look.
        kept: Any = character.fg
        look: Look = () if kept == "default" else kept
        if character.data == " " and not {name for name, _ in look} & _SEEN_ON_SPACE:
            look = tuple(each for each in look if each[0] == "background")
        return normalize("NFC", character.data), look

    def _restyle(self, parameters: str) -> None:
        codes = iter(parameters.split(";"))
        for code in codes:
            first, *parts = (int(part or 0) for part in code.split(":"))
            if first == 0:
                link = self._looks.get("link", "")
                self._looks.clear()
                self._set("link", link)
            elif first in (4, 21):
                kind = 2 if first == 21 else parts[0] if parts else 1
                self._set("underline", str(kind) if kind else "")
            elif first in _ON:
                self._set(_ON[first], "on")
            elif first in _OFF:
                for name in _OFF[first]:
                    self._set(name, "")
            elif first in _COLOURS:
                if not parts:
                    parts = [int(next(codes))]
                    parts += [int(next(codes)) for _ in range({2: 3, 5: 1}[parts[0]])]
                parts = [parts[0], *parts[-3:]] if parts[0] == 2 else parts
                self._set(_COLOURS[first], str(parts))
            elif 30 <= first <= 37 or 90 <= first <= 97:
                self._set("colour", str(first))
            elif 40 <= first <= 47 or 100 <= first <= 107:
                self._set("background", str(first - 10))

    def _set(self, name: str, value: str) -> None:
        self._looks.pop(name, None)
        if value:
            self._looks[name] = value
        look: Any = tuple(sorted(self._looks.items())) or "default"
        self.cursor.attrs = self.cursor.attrs._replace(fg=look)
