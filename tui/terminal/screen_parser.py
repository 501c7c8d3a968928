"""Divides what a program writes: what a screen can show of it, and what has to go to the terminal.

Outside the alternate screen everything goes to the terminal: rows leave that screen for a memory
that only the terminal has. The same is true of text at a place that is not known, and of
whatever else is not understood and may draw; then nobody knows what the terminal shows.
"""

import re
from collections.abc import Callable
from enum import Enum, auto
from typing import NamedTuple

from tui.terminal.capabilities import Capabilities
from tui.terminal.cell_style import PLAIN, CellStyle, restyled
from tui.terminal.control_sequences import SequenceReader
from tui.terminal.glyphs import spelled
from tui.terminal.grid import Grid
from tui.terminal.screen import CursorPosition, Screen


class Effect(Enum):
    """What a terminal shows after something has been passed to it."""

    NOTHING = auto()
    """What it showed before."""
    TEXT = auto()
    """Anything, but its style is known."""
    ANYTHING = auto()
    EMPTY = auto()
    """Nothing, or if it has no other screen the same as before."""
    ANSWER = auto()
    """What it showed before, but it tells where its cursor is."""


class ScreenSnapshot(NamedTuple):
    """A screen at one time."""

    grid: Grid | None
    """None where it will not be seen."""
    place: CursorPosition | None
    """None where the terminal itself will move the cursor."""
    margins: tuple[int, int]


class Passed(NamedTuple):
    """A part of a stream that goes to the terminal as it is."""

    data: str
    effect: Effect
    style: CellStyle
    """The terminal has to have it before."""
    view: ScreenSnapshot | None
    """The terminal has to show it before; None if what it shows is not known."""


class ScreenParser:
    """Reads what a program writes."""

    def __init__(self, capabilities: Capabilities, size: tuple[int, int]) -> None:
        """`size` is in columns and rows."""
        self.screen = Screen(capabilities, size)
        """What the program wants to be seen on the alternate screen."""
        self.passed: list[Passed] = []
        """What waits to be taken, and sent."""
        self.is_alternate = False
        """The program has entered the alternate screen."""
        self.is_placed = False
        """It is known where the cursor is."""
        self.is_emptied = False
        """The program itself has emptied the alternate screen, so that all of it is known."""
        self.is_hidden = False
        """The cursor is not to be seen."""
        self.is_frame_open = False
        """The program will write more before it wants anything to be seen."""
        self.has_frames = False
        """The program marks frames, as it should only where the terminal knows the marks."""
        self._capabilities = capabilities
        self._stream = SequenceReader()
        self._foreign: set[str] = set()

    @property
    def _is_known(self) -> bool:
        return self.is_alternate and self.is_placed and not self._foreign

    def feed(self, data: str) -> None:
        """Read more."""
        screen, depth = self.screen, self._capabilities.depth
        for text, parameters, function, other in self._stream.feed(data):
            if text:
                self._show(text)
            elif function == "m" and not parameters.startswith(_PRIVATE):
                screen.style = restyled(screen.style, parameters, depth)
            elif function:
                self._obey(parameters, function)
            else:
                self._read(other)

    def resize(self, columns: int, rows: int) -> None:
        """The terminal has another size; what was to be seen on it before will not be."""
        self.screen.resize(columns, rows)
        self.drop_frames()

    def drop_frames(self) -> None:
        """Forget the earlier screens that were to be shown between control sequences."""
        self.passed = [passed._replace(view=None) for passed in self.passed]

    def blank(self) -> None:
        """Make the wanted screen blank."""
        self.screen.grid.fill(" ", PLAIN)
        self.drop_frames()

    def _show(self, text: str) -> None:
        if not self._is_known or (self.screen.is_murky() and self.screen.may_scroll(text)):
            if not self._capabilities.unicode:
                text = "".join(each if each.isascii() else spelled(each) for each in text)
            self._pass(text, Effect.TEXT)
        else:
            self.screen.show(text)

    def _obey(self, parameters: str, function: str) -> None:
        """Do what a control sequence says."""
        if parameters[:1] == "?" and function in ("h", "l"):
            for mode in parameters[1:].split(";"):
                self._set_private_mode(mode, function == "h")
            return
        sequence = f"\x1b[{parameters}{function}"
        if parameters.startswith(_PRIVATE) or function in _SILENT:
            asks_for_place = function == "n" and parameters == "6"
            self._pass(sequence, Effect.ANSWER if asks_for_place else Effect.NOTHING)
        elif function in ("h", "l"):
            for mode in parameters.split(";"):
                self._set_foreign(f"\x1b[{mode}h", function == "h", f"\x1b[{mode}{function}")
        elif function in _OBEYED and _NUMBERS.fullmatch(parameters):
            self._move(sequence, function, [int(each or 0) for each in parameters.split(";")])
        else:
            self._pass(sequence, Effect.ANYTHING)

    def _move(self, sequence: str, function: str, numbers: list[int]) -> None:
        screen = self.screen
        if function == "J" and numbers[0] == 3:
            self._pass(sequence, Effect.NOTHING)  # it empties the memory of rows
            return
        if function in _ABSOLUTE and self.is_alternate and not self._foreign:
            self.is_placed = True
        if not self._is_known:
            if function == "r" and not self.is_alternate:
                screen.set_margins(*_margins(numbers, screen.grid.rows))
            self._pass(sequence, Effect.TEXT)
        elif function in _MOVES_CELLS and screen.is_murky():
            self._pass(sequence, Effect.TEXT)
        else:
            _OBEYED[function](screen, numbers)
            self.is_emptied = self.is_emptied or (function == "J" and numbers[0] == 2)

    def _read(self, other: str) -> None:
        """Do what a control character says, or a sequence that begins otherwise."""
        screen = self.screen
        link = _LINK.match(other)
        if other in _DONE:
            if not self._is_known or (other in _MAY_SCROLL and screen.is_murky()):
                self._pass(other, Effect.TEXT)
            else:
                _DONE[other](screen)
        elif link:
            if self._capabilities.has_links:
                screen.style = screen.style._replace(link=link[1] if link[2] else "")
        elif _CHARACTER_SET.fullmatch(other):
            self._set_foreign(other[:2], other[-1:] != "B", other)
        elif other in (_SHIFT_OUT, _SHIFT_IN):
            self._set_foreign(_SHIFT_OUT, other == _SHIFT_OUT, other)
        elif _QUIET.fullmatch(other):
            self._pass(other, Effect.NOTHING)
        elif other not in _VOID:
            self._pass(other, Effect.ANYTHING)
            if other == _RESET:
                self._begin_again()

    def _set_private_mode(self, mode: str, is_set: bool) -> None:
        sequence = f"\x1b[?{mode}{'h' if is_set else 'l'}"
        if mode in ("47", "1047", "1049"):
            self._turn(mode, is_set, sequence)
        elif mode == "2026":
            self.is_frame_open = is_set
            self.has_frames = True
        elif mode == "25":
            self.is_hidden = not is_set
        elif mode in _REDRAWING:
            self._set_foreign(f"\x1b[?{mode}h", is_set, sequence)
        else:
            if mode == "7":
                self.screen.wraps = is_set
            self._pass(sequence, Effect.NOTHING)

    def _turn(self, mode: str, is_alternate: bool, sequence: str) -> None:
        """Enter or leave the alternate screen."""
        if is_alternate == self.is_alternate:
            return
        if is_alternate:
            self._pass(sequence, Effect.EMPTY if mode != "47" else Effect.ANYTHING)
            self.is_alternate = True
            self.screen.grid.fill(" ", PLAIN)
            if mode == "47":
                self.screen.blur()
        else:
            view = None
            if self._is_known:
                place = None if mode == "1049" else self.screen.place
                view = ScreenSnapshot(None, place, self.screen.margins)
            self._append(sequence, Effect.TEXT, view)
            self.is_alternate = False
        self.is_placed = self.is_emptied = False

    def _set_foreign(self, name: str, is_set: bool, sequence: str) -> None:
        """A mode in which the same is drawn otherwise: as long as it is set, nothing is known."""
        if is_set:
            self._pass(sequence, Effect.ANYTHING)
            self._foreign.add(name)
        else:
            self._pass(sequence, Effect.NOTHING if name not in self._foreign else Effect.ANYTHING)
            self._foreign.discard(name)

    def _begin_again(self) -> None:
        """The terminal has been reset."""
        self.is_alternate = self.is_placed = self.is_emptied = self.is_hidden = False
        self._foreign.clear()
        self.screen.style = PLAIN
        self.screen.wraps = True
        self.screen.margins = (0, self.screen.grid.rows - 1)

    def _pass(self, data: str, effect: Effect) -> None:
        """Let the terminal have something."""
        view = None
        if effect is not Effect.NOTHING and self._is_known:
            grid = self.screen.grid.copy()
            view = ScreenSnapshot(grid, self.screen.place, self.screen.margins)
        self._append(data, effect, view)
        if self.is_alternate and effect in (Effect.TEXT, Effect.ANYTHING):
            self.screen.blur()
            self.is_placed = False

    def _append(self, data: str, effect: Effect, view: ScreenSnapshot | None) -> None:
        self.passed.append(Passed(data, effect, self.screen.style, view))


_NUMBERS = re.compile(r"[0-9;]*")
_LINK = re.compile(r"\x1b\]8;([^;\x07\x1b]*;([^\x07\x1b]*))(?:\x07|\x1b\\)")

_CHARACTER_SET = re.compile(r"\x1b[()*+].?")
_SHIFT_OUT, _SHIFT_IN = "\x0e", "\x0f"
_RESET = "\x1bc"
_VOID = ("\0", "\x7f")
"""What terminals take no notice of."""
_QUIET = re.compile(r"\x1b(?:\].*(?:\x07|\x1b\\)|P[$+]q.*|[X^].*|[=>])|[\x01-\x1a\x1c-\x1f]", re.S)
"""Settings of the window, colours, clipboard, keypad; questions; the bell. They draw nothing."""
_PRIVATE = ("<", "=", ">", "?")
"""What the parameters begin with where a function is not that of ECMA-48."""
_SILENT = {"c", "n", "t", " q", "$p", "i", "q", "g", "x", "$y"}
"""Questions and settings that draw nothing: of attributes, of the status, the window, …"""
_REDRAWING = {"3", "5", "6", "69", "1048"}
"""Private modes that draw, or in which the same sequences draw otherwise."""
_ABSOLUTE = {"H", "f", "r"}
"""What says where the cursor is, wherever it was."""
_MOVES_CELLS = {"@", "P", "L", "M", "S", "T"}
_MAY_SCROLL = {"\n", "\x0b", "\x0c", "\x1bD", "\x1bE", "\x1bM"}


def _count(numbers: list[int]) -> int:
    return min(max(numbers[0], 1), 1 << 16)


def _margins(numbers: list[int], rows: int) -> tuple[int, int]:
    first, last = (*numbers, 0)[:2]
    return max(first, 1) - 1, (last or rows) - 1


def _go(screen: Screen, numbers: list[int]) -> None:
    row, column = (*numbers, 0)[:2]
    screen.go(column - 1, row - 1)


_OBEYED: dict[str, Callable[[Screen, list[int]], None]] = {
    "A": lambda screen, numbers: screen.step(0, -_count(numbers)),
    "B": lambda screen, numbers: screen.step(0, _count(numbers)),
    "C": lambda screen, numbers: screen.step(_count(numbers), 0),
    "D": lambda screen, numbers: screen.step(-_count(numbers), 0),
    "E": lambda screen, numbers: screen.step(-screen.place.column, _count(numbers)),
    "F": lambda screen, numbers: screen.step(-screen.place.column, -_count(numbers)),
    "G": lambda screen, numbers: screen.go(_count(numbers) - 1, screen.place.row),
    "`": lambda screen, numbers: screen.go(_count(numbers) - 1, screen.place.row),
    "H": _go,
    "f": _go,
    "d": lambda screen, numbers: screen.go(screen.place.column, _count(numbers) - 1),
    "a": lambda screen, numbers: screen.step(_count(numbers), 0),
    "e": lambda screen, numbers: screen.go(screen.place.column, screen.place.row + _count(numbers)),
    "I": lambda screen, numbers: screen.tab(_count(numbers)),
    "Z": lambda screen, numbers: screen.tab(-_count(numbers)),
    "J": lambda screen, numbers: screen.erase_screen(numbers[0]),
    "K": lambda screen, numbers: screen.erase_line(numbers[0]),
    "X": lambda screen, numbers: screen.erase_cells(_count(numbers)),
    "@": lambda screen, numbers: screen.insert_cells(_count(numbers)),
    "P": lambda screen, numbers: screen.delete_cells(_count(numbers)),
    "L": lambda screen, numbers: screen.insert_rows(_count(numbers)),
    "M": lambda screen, numbers: screen.insert_rows(-_count(numbers)),
    "S": lambda screen, numbers: screen.scroll(*screen.margins, _count(numbers)),
    "T": lambda screen, numbers: screen.scroll(*screen.margins, -_count(numbers)),
    "b": lambda screen, numbers: screen.repeat(_count(numbers)),
    "r": lambda screen, numbers: screen.set_margins(*_margins(numbers, screen.grid.rows)),
    "s": lambda screen, numbers: screen.save(),
    "u": lambda screen, numbers: screen.restore(),
}
"""What a control sequence does, by its function."""

_DONE: dict[str, Callable[[Screen], None]] = {
    "\b": lambda screen: screen.step(-1, 0),
    "\t": lambda screen: screen.tab(1),
    "\r": lambda screen: screen.go(0, screen.place.row),
    # A terminal's driver sends CR LF for each of these (ONLCR), unless it is told not to.
    "\n": Screen.next_line,
    "\x0b": lambda screen: screen.feed(1),
    "\x0c": lambda screen: screen.feed(1),
    "\x1bD": lambda screen: screen.feed(1),
    "\x1bE": Screen.next_line,
    "\x1bM": lambda screen: screen.feed(-1),
    "\x1b7": Screen.save,
    "\x1b8": Screen.restore,
}
"""What a control character, or a short sequence, does."""
