"""Divides what a program writes into what it wants to be shown and what has to be passed through.

What Textual and the first frame draw with is understood: text, line breaks, CUP, CHA, ED, EL, REP
and SGR (ECMA-48), hyperlinks (OSC 8), the alternate screen, the cursor's visibility and
synchronized output (DEC private modes 1049, 25 and 2026). It updates the wanted screen, and a
`DiffRenderer` sends the difference. Everything else is passed through in order; if it may draw or
move the cursor, the content of the screen is unknown until it is drawn again.

Outside the alternate screen everything is passed through, because rows that scroll off that
screen are kept by the terminal alone.
"""

import re
from enum import Enum, auto
from typing import NamedTuple

from tui.terminal.capabilities import Capabilities
from tui.terminal.cell_style import PLAIN, CellStyle, apply_sgr
from tui.terminal.control_sequences import SequenceReader
from tui.terminal.grid import Grid
from tui.terminal.screen import CursorPosition, Screen, ascii_text


class Effect(Enum):
    """What a terminal shows after something has been passed through to it."""

    NOTHING = auto()
    """The same as before, with the cursor at the same place."""
    TEXT = auto()
    """Unknown content; the style is known."""
    ANYTHING = auto()
    """Unknown content and an unknown style."""
    EMPTY = auto()
    """An empty screen, or the same as before where there is no alternate screen."""


class ScreenSnapshot(NamedTuple):
    """The wanted screen at one time."""

    grid: Grid
    cursor: CursorPosition


class Passthrough(NamedTuple):
    """Something that is sent to the terminal as it is."""

    data: str
    effect: Effect
    style: CellStyle
    """The style that the terminal must have before it."""
    snapshot: ScreenSnapshot | None
    """The screen that the terminal must show before it; `None` if that is unknown."""


class ScreenParser:
    """Parses what a program writes for a terminal."""

    def __init__(self, capabilities: Capabilities, size: tuple[int, int]) -> None:
        """Begin with an empty screen; `size` is in columns and rows."""
        self.screen = Screen(capabilities, size)
        """What the program wants to be shown on the alternate screen."""
        self.passed: list[Passthrough] = []
        """What is to be passed through, in order; the renderer empties it."""
        self.is_alternate = False
        """The program has entered the alternate screen."""
        self.is_cursor_known = False
        self.is_cursor_hidden = False
        self.is_frame_open = False
        """The program has begun a synchronized update and not ended it."""
        self.has_frames = False
        """The program uses synchronized output, so the terminal supports it."""
        self._capabilities = capabilities
        self._sequences = SequenceReader()
        self._foreign_modes: set[str] = set()
        """Modes that are set in which the terminal draws in ways that are not understood."""

    @property
    def _is_known(self) -> bool:
        return self.is_alternate and self.is_cursor_known and not self._foreign_modes

    def feed(self, data: str) -> None:
        """Parse more data; a sequence may be divided between two calls."""
        screen, depth = self.screen, self._capabilities.depth
        for text, parameters, function, other in self._sequences.feed(data):
            if text:
                self._show(text)
            elif function == "m" and not parameters.startswith(_PRIVATE):
                screen.style = apply_sgr(screen.style, parameters, depth)
            elif function:
                self._control_sequence(parameters, function)
            else:
                self._control_character(other)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the screen; earlier screens will not be shown."""
        self.screen.resize(columns, rows)
        self.drop_frames()

    def drop_frames(self) -> None:
        """Forget the earlier screens that were to be shown between passed-through sequences."""
        self.passed = [passed._replace(snapshot=None) for passed in self.passed]

    def blank(self) -> None:
        """Make the wanted screen blank."""
        self.screen.grid.fill(" ", PLAIN)
        self.drop_frames()

    def _show(self, text: str) -> None:
        if self._is_known and not (self.screen.has_unknown() and self.screen.may_scroll(text)):
            self.screen.show(text)
        else:
            self._pass(text if self._capabilities.unicode else ascii_text(text), Effect.TEXT)

    def _control_sequence(self, parameters: str, function: str) -> None:
        """Handle `CSI parameters function`."""
        sequence = f"\x1b[{parameters}{function}"
        if parameters[:1] == "?" and function in ("h", "l"):
            for mode in parameters[1:].split(";"):
                self._set_private_mode(mode, function == "h")
        elif parameters.startswith(_PRIVATE) or function in _SILENT or sequence == "\x1b[3J":
            self._pass(sequence, Effect.NOTHING)
        elif function in ("h", "l"):
            for mode in parameters.split(";"):
                self._set_foreign_mode(mode, function == "h", f"\x1b[{mode}{function}")
        elif function == "r":
            self._set_margins(parameters, sequence)
        elif function in _UNDERSTOOD and _NUMBERS.fullmatch(parameters):
            self._edit(sequence, function, [int(each or 0) for each in parameters.split(";")])
        else:
            self._pass(sequence, Effect.TEXT if function in _EDITING else Effect.ANYTHING)

    def _edit(self, sequence: str, function: str, numbers: list[int]) -> None:
        """Handle a control sequence that moves the cursor or changes cells."""
        screen, number = self.screen, numbers[0]
        if function in ("H", "f") and self.is_alternate and not self._foreign_modes:
            self.is_cursor_known = True
        if not self._is_known:
            self._pass(sequence, Effect.TEXT)
        elif function == "J":
            screen.erase_screen(number)
        elif function == "K":
            screen.erase_line(number)
        elif function == "G":
            screen.move(number - 1, screen.cursor.row)
        elif function == "b":
            screen.repeat(min(max(number, 1), _LONGEST_REPEAT))
        else:
            column = numbers[1] if len(numbers) > 1 else 0
            screen.move(column - 1, number - 1)

    def _control_character(self, other: str) -> None:
        """Handle a control character, or an escape sequence that is no control sequence."""
        screen = self.screen
        link = _LINK.match(other)
        if other in ("\r", "\n"):
            if not self._is_known or (other == "\n" and screen.has_unknown()):
                self._pass(other, Effect.TEXT)
            elif other == "\r":
                screen.move(0, screen.cursor.row)
            else:  # the terminal's line discipline sends CR LF (ONLCR)
                screen.next_line()
        elif link:
            if self._capabilities.has_links:
                screen.style = screen.style._replace(link=link[1] if link[2] else "")
        elif _CHARACTER_SET.fullmatch(other):
            self._set_foreign_mode(other[:2], other[-1:] != "B", other)
        elif other in (_SHIFT_OUT, _SHIFT_IN):
            self._set_foreign_mode(_SHIFT_OUT, other == _SHIFT_OUT, other)
        elif _QUIET.fullmatch(other):
            self._pass(other, Effect.NOTHING)
        elif other not in _IGNORED:
            self._pass(other, Effect.ANYTHING)
            if other == _RESET:
                self._reset()

    def _set_private_mode(self, mode: str, is_set: bool) -> None:
        sequence = f"\x1b[?{mode}{'h' if is_set else 'l'}"
        if mode == "1049":
            self._switch_screen(is_set, sequence)
        elif mode == "2026":
            self.is_frame_open = is_set
            self.has_frames = True
        elif mode == "25":
            self.is_cursor_hidden = not is_set
        elif mode in _DRAWING_MODES:
            self._set_foreign_mode(f"?{mode}", is_set != (mode == "7"), sequence)
        else:
            self._pass(sequence, Effect.NOTHING)

    def _switch_screen(self, is_alternate: bool, sequence: str) -> None:
        """Enter or leave the alternate screen."""
        if is_alternate == self.is_alternate:
            return
        if is_alternate:
            self._pass(sequence, Effect.EMPTY)
            self.screen.grid.fill(" ", PLAIN)
        else:  # what was to be shown on it will not be seen
            self.passed.append(Passthrough(sequence, Effect.TEXT, self.screen.style, None))
        self.is_alternate = is_alternate
        self.is_cursor_known = False

    def _set_foreign_mode(self, mode: str, is_set: bool, sequence: str) -> None:
        """Set or reset a mode in which the effect of other sequences is not understood."""
        was_set = mode in self._foreign_modes
        if is_set:
            self._pass(sequence, Effect.ANYTHING)
            self._foreign_modes.add(mode)
        else:
            self._pass(sequence, Effect.ANYTHING if was_set else Effect.NOTHING)
            self._foreign_modes.discard(mode)

    def _set_margins(self, parameters: str, sequence: str) -> None:
        """Follow DECSTBM, which moves the cursor to the first cell too."""
        if not parameters and self.is_alternate and not self._foreign_modes:
            # There are none: a `DiffRenderer` resets margins before it draws the first time.
            self.is_cursor_known = True
            self.screen.move(0, 0)
            return
        self._pass(sequence, Effect.ANYTHING)
        if parameters:
            self._foreign_modes.add(_MARGINS)
        else:
            self._foreign_modes.discard(_MARGINS)

    def _reset(self) -> None:
        """Follow a reset of the terminal (RIS)."""
        self.is_alternate = self.is_cursor_known = False
        self.is_cursor_hidden = False
        self._foreign_modes.clear()
        self.screen.style = PLAIN

    def _pass(self, data: str, effect: Effect) -> None:
        """Pass data through, after what is wanted so far."""
        snapshot = None
        if effect is not Effect.NOTHING and self._is_known:
            snapshot = ScreenSnapshot(self.screen.grid.copy(), self.screen.cursor)
        self.passed.append(Passthrough(data, effect, self.screen.style, snapshot))
        if self.is_alternate and effect in (Effect.TEXT, Effect.ANYTHING):
            self.screen.mark_unknown()
            self.is_cursor_known = False


_NUMBERS = re.compile(r"[0-9;]*")
_LINK = re.compile(r"\x1b\]8;([^;\x07\x1b]*;([^\x07\x1b]*))(?:\x07|\x1b\\)")
_CHARACTER_SET = re.compile(r"\x1b[()*+].?")
_SHIFT_OUT, _SHIFT_IN = "\x0e", "\x0f"
_RESET = "\x1bc"
_MARGINS = "margins"
_LONGEST_REPEAT = 1 << 16
_IGNORED = ("\0", "\x7f")
"""Characters that terminals ignore."""
_QUIET = re.compile(
    r"\x1b(?:\].*(?:\x07|\x1b\\)|P[$+]q.*|[X^].*|[=>])|[\x01-\x07\x10-\x1a\x1c-\x1f]", re.S
)
"""Title, palette, clipboard, keypad, queries and the bell: nothing of it draws."""
_PRIVATE = ("<", "=", ">", "?")
"""The first characters of parameters where a sequence is private (ECMA-48 5.4.1)."""
_SILENT = {"c", "n", "t", " q", "$p", "i", "q", "g", "x", "$y"}
"""Functions that query or set something and draw nothing."""
_DRAWING_MODES = {"3", "5", "6", "7", "47", "69", "1047", "1048"}
"""Private modes that draw, move the cursor, or change the effect of other sequences; of all but
autowrap (7), when they are set."""
_UNDERSTOOD = {"H", "f", "G", "J", "K", "b"}
_EDITING = {*"ABCDEFILMPSTXZ@`ade"}
"""Functions that move the cursor or cells, and leave the style as it is."""
