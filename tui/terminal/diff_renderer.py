"""Renders the difference between what a terminal shows and what a program wants to be shown."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import ne
from typing import NamedTuple

from tui.terminal.capabilities import Capabilities
from tui.terminal.cell_style import PLAIN, CellStyle, style_change, visible_background
from tui.terminal.cell_writer import CellWriter, draw_row
from tui.terminal.grid import UNKNOWN, Grid, character_bounds
from tui.terminal.screen import CursorPosition
from tui.terminal.screen_parser import Effect, Passthrough, ScreenParser, ScreenSnapshot

CLEAR = "\x1b[m\x1b[H\x1b[2J"
"""Resets the style, moves the cursor to the first cell and erases the screen (SGR, CUP, ED)."""
_RESET_MARGINS = "\x1b[r"
_SCROLL_COST = 48
"""Bytes: what costs no more is sent without trying to scroll."""


class Output(NamedTuple):
    """A part of what is to be sent."""

    data: str
    is_drawing: bool
    """It may be dropped if the whole screen is drawn after it."""


class DiffRenderer:
    """Tracks what a terminal shows, and renders what has to be sent to it."""

    def __init__(self, capabilities: Capabilities, size: tuple[int, int]) -> None:
        """Begin with a screen of unknown content; `size` is in columns and rows."""
        self._capabilities = capabilities
        self._shown = Grid(*size)
        self._column: int | None = None
        self._row: int | None = None
        self._style: CellStyle | None = PLAIN
        self._is_cursor_hidden = False
        self._is_lost = True
        """The terminal may show anything."""

    def forget(self) -> None:
        """Assume that the terminal may show anything, in any style."""
        self._is_lost = True
        self._style = None

    def resize(self, columns: int, rows: int) -> None:
        """Change the size; terminals differ in what they show after that."""
        self._shown = Grid(columns, rows)
        self.forget()

    def clear(self) -> str:
        """Return what blanks the screen, even if a drawing was cut off in any style."""
        self._shown.fill(" ", PLAIN)
        self._column = self._row = 0
        self._style = PLAIN
        self._is_lost = False
        return f"{_RESET_MARGINS}{self._end_of_link()}{CLEAR}"

    def render(self, parser: ScreenParser) -> list[Output]:
        """Return what is to be sent, in order, for all that was parsed; it counts as sent."""
        screen = parser.screen
        output: list[Output] = []
        deferred: list[Output] = []
        """What draws nothing is sent after the drawing that follows, so that it delays nothing."""
        for passed in parser.passed:
            if passed.effect is Effect.NOTHING:
                deferred.append(Output(passed.data, False))
                continue
            if passed.snapshot is not None:
                output.append(Output(self._show(passed.snapshot), True))
            output += deferred
            deferred.clear()
            output.append(Output(self._pass(passed), False))
        parser.passed.clear()
        if parser.is_alternate and parser.is_cursor_known:
            output.append(Output(self._draw(screen.grid, screen.cursor), True))
        elif not parser.is_alternate:
            output.append(Output(self._set_style(screen.style), False))
        if parser.is_cursor_hidden != self._is_cursor_hidden:
            self._is_cursor_hidden = parser.is_cursor_hidden
            output.append(Output("\x1b[?25l" if parser.is_cursor_hidden else "\x1b[?25h", False))
        return [each for each in output + deferred if each.data]

    def _pass(self, passed: Passthrough) -> str:
        """Return something passed through, in the style that belongs to it."""
        styled = self._set_style(passed.style)
        if passed.effect is Effect.EMPTY:
            self.forget()
        else:
            self._shown.fill(UNKNOWN, PLAIN)
            self._is_lost = False
        if passed.effect is Effect.ANYTHING:
            self._style = None
        self._column = self._row = None
        return styled + passed.data

    def _show(self, snapshot: ScreenSnapshot) -> str:
        """Draw a snapshot, with the cursor exactly as the program had it."""
        grid, (column, row, wraps_next) = snapshot
        drawn = self._draw(grid, None)
        writer = self._writer()
        if wraps_next:
            # No move leads beyond the last column: the character there is drawn again.
            characters, styles = grid.characters[row], grid.styles[row]
            start, end = character_bounds(characters, column, column + 1)
            writer.move(start, row)
            writer.draw(characters[start:end], styles[start:end])
        else:
            writer.move(column, row)
        return drawn + self._commit(writer)

    def _draw(self, wanted: Grid, cursor: CursorPosition | None) -> str:
        """Draw what differs, and move the cursor."""
        before = self._erase_screen(wanted) if self._is_lost else ""
        before += self._set_style(self._style or PLAIN)
        writer = self._writer()
        _draw_rows(writer, self._shown, wanted)
        if self._capabilities.can_scroll and writer.cost() > _SCROLL_COST:
            scroll = best_scroll(self._shown, wanted)
            if scroll:
                writer = min(writer, self._scroll(scroll, wanted), key=CellWriter.cost)
        for row in range(wanted.rows):
            self._shown.copy_row(row, wanted)
        if cursor:
            writer.move(cursor.column, cursor.row)
        return before + self._commit(writer)

    def _erase_screen(self, wanted: Grid) -> str:
        """Erase the screen in the background with which most rows end."""
        wanted.blank_unknown()
        ends = Counter(visible_background(styles[-1]) or PLAIN for styles in wanted.styles)
        style = ends.most_common(1)[0][0] if self._capabilities.erases_in_colour else PLAIN
        styled = self._set_style(style)
        self._shown.fill(" ", style)
        self._is_lost = False
        self._column = self._row = None  # a terminal without margins does not move the cursor
        return f"{_RESET_MARGINS}{styled}\x1b[2J"

    def _scroll(self, scroll: "Scroll", wanted: Grid) -> CellWriter:
        """Scroll rows, and draw what differs then."""
        capabilities, (top, bottom, distance) = self._capabilities, scroll
        writer = self._writer()
        incoming = bottom if distance > 0 else top
        style = visible_background(wanted.styles[incoming][-1]) or PLAIN
        if not capabilities.erases_in_colour:
            style = PLAIN
        elif visible_background(writer.style) != style:
            writer.set_style(style)
        is_part = (top, bottom) != (0, wanted.rows - 1)
        if is_part:
            writer.sent.append(f"\x1b[{top + 1};{bottom + 1}r")
            writer.column = writer.row = 0
        if capabilities.can_scroll_by_number:
            writer.sent.append(f"\x1b[{abs(distance)}{'S' if distance > 0 else 'T'}")
        else:
            writer.move(0, incoming)
            writer.sent.append(("\x1bD" if distance > 0 else "\x1bM") * abs(distance))
        if is_part:
            writer.sent.append(_RESET_MARGINS)
            writer.column = writer.row = 0
        shown = self._shown.shallow_copy()
        shown.scroll(top, bottom, distance, style)
        _draw_rows(writer, shown, wanted)
        return writer

    def _set_style(self, style: CellStyle) -> str:
        reset = ""
        if self._style is None:
            self._style = PLAIN
            reset = f"\x1b[m{self._end_of_link()}"
        change = style_change(self._style, style, self._capabilities.is_modern)
        self._style = style
        return reset + change

    def _end_of_link(self) -> str:
        return "\x1b]8;;\x1b\\" if self._capabilities.has_links else ""

    def _writer(self) -> CellWriter:
        style = self._style or PLAIN
        return CellWriter(self._capabilities, self._shown.columns, style, self._column, self._row)

    def _commit(self, writer: CellWriter) -> str:
        """Take over the cursor and the style of a writer; return what it has written."""
        self._column, self._row, self._style = writer.column, writer.row, writer.style
        return "".join(writer.sent)


def _draw_rows(writer: CellWriter, shown: Grid, wanted: Grid) -> None:
    for row in range(wanted.rows):
        draw_row(writer, row, shown, wanted)


_MIN_ROWS = 3
"""Changed rows: fewer are drawn."""
_MIN_GAIN = 24
"""Cells that a scroll must save, which is about what it costs itself."""
_MIN_SHARE = 8
"""A scroll must save one in so many of the changed cells, or trying it is not worth the time."""
_DISTANCES = 2
"""Distances that are tried: those by which most rows have moved."""


class Scroll(NamedTuple):
    """Rows that move up by a distance, or down if it is negative."""

    top: int
    bottom: int
    distance: int


def best_scroll(shown: Grid, wanted: Grid) -> Scroll | None:
    """Return the scroll that brings most cells to where they are wanted, if it is worth trying.

    Rows scroll as a whole. They are compared as a whole and by their halves: where one half has
    moved, scrolling may save more than drawing the other half again costs.
    """
    changed = {
        row: sum(map(ne, characters, shown.characters[row]))
        for row, characters in enumerate(wanted.characters)
        if characters != shown.characters[row]
    }
    if len(changed) < _MIN_ROWS or any(UNKNOWN in row for row in wanted.characters):
        return None
    distances = dict.fromkeys(_likely_distances(shown, wanted, [*changed]))
    tried = [_best_range(shown, wanted, changed, distance) for distance in distances]
    gain, scroll = max(tried, default=(0, None))
    return scroll if gain >= max(_MIN_GAIN, sum(changed.values()) // _MIN_SHARE) else None


def _likely_distances(shown: Grid, wanted: Grid, changed: Sequence[int]) -> Iterator[int]:
    half = wanted.columns // 2
    for start, end in ((0, wanted.columns), (0, half), (half, wanted.columns)):
        rows: dict[str, int] = {}
        for row in range(changed[0], changed[-1] + 1):
            rows.setdefault("".join(shown.characters[row][start:end]), row)
        found = Counter[int]()
        for row in changed:
            text = "".join(wanted.characters[row][start:end])
            if text in rows and not text.isspace():
                found[rows[text] - row] += 1
        for distance, count in found.most_common(_DISTANCES):
            if distance and count > 1:
                yield distance


def _best_range(
    shown: Grid, wanted: Grid, changed: Mapping[int, int], distance: int
) -> tuple[int, Scroll]:
    """Return the most cells that scrolling by a distance saves, and the rows that it scrolls."""
    start, *_, end = changed
    start, end = start + max(-distance, 0), end - max(distance, 0)
    best, first, gain = (0, start, start), start, 0
    for row in range(start, end + 1):
        differing = sum(map(ne, wanted.characters[row], shown.characters[row + distance]))
        gain += changed.get(row, 0) - differing
        if gain <= 0:
            gain, first = 0, row + 1
        elif gain > best[0]:
            best = gain, first, row
    gain, first, last = best
    return gain, Scroll(min(first, first + distance), max(last, last + distance), distance)
