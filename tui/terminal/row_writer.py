"""The cheapest way to draw what has changed in a row."""

from collections.abc import Iterator, Sequence

from tui.terminal.cell_style import CellStyle, ground
from tui.terminal.cell_writer import CellWriter, bounds
from tui.terminal.grid import GOES_ON, UNKNOWN, Grid
from tui.text import cells

_SHORTEST_MOVE = 3
"""Bytes, but for `\\r` and `\\b`."""
_BRIDGE = 12
"""Cells: to draw more again is not worth a thought."""
_ERASE = 4
"""Cells: for fewer, spaces are as short."""


def draw_row(pen: CellWriter, row: int, shown: Grid, wanted: Grid) -> None:
    """Draw the cells of a row that differ."""
    characters, styles = wanted.characters[row], wanted.styles[row]
    if characters == shown.characters[row] and styles == shown.styles[row]:
        return
    changed = [*_changed(row, shown, wanted)]
    if not changed:
        return
    end = wanted.columns
    tail = _tail(characters, styles)
    erased = next((column for column in changed if column >= tail), end)
    if end - erased < _ERASE or not pen.can_erase(styles[-1]):
        erased = end
    for start, stop in _runs(pen, row, wanted, [each for each in changed if each < erased]):
        pen.go(start, row)
        pen.draw(characters[start:stop], styles[start:stop])
    if erased < end:
        pen.go(erased, row)
        pen.erase_to_end(styles[-1])


def _changed(row: int, shown: Grid, wanted: Grid) -> Iterator[int]:
    """The columns in which something else is to be seen."""
    pairs = zip(
        wanted.characters[row],
        shown.characters[row],
        wanted.styles[row],
        shown.styles[row],
        strict=True,
    )
    is_doubtful = False
    for column, (character, before, style, style_before) in enumerate(pairs):
        is_other = character != before or (style is not style_before and style != style_before)
        if is_other and character == before == " ":
            seen = ground(style)
            is_other = seen is None or seen != ground(style_before)
        if is_other or is_doubtful:
            if character != UNKNOWN:
                yield column
            # A terminal that finds it wider draws over the next cell, too.
            if character != GOES_ON:
                is_ascii = character.isascii()  # asked here, since there are thousands
                is_doubtful = is_other and not is_ascii and not cells.is_certain(character)


def _tail(characters: Sequence[str], styles: Sequence[CellStyle]) -> int:
    """Where the empty end of a row begins that is all of one background."""
    column = len(characters)
    seen = ground(styles[-1])
    if seen is None:
        return column
    while column > 0 and characters[column - 1] == " ":
        style = styles[column - 1]
        if style is not styles[-1] and ground(style) != seen:
            break
        column -= 1
    return column


def _runs(
    pen: CellWriter, row: int, wanted: Grid, changed: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The stretches to be drawn: some unchanged cells are drawn again, where a move costs more."""
    characters = wanted.characters[row]
    start = stop = -1
    for column in changed:
        if column < stop:
            continue
        first, last = bounds(characters, column, column + 1)
        if start < 0:
            start = first
        elif first > stop and not _is_bridged(pen, row, wanted, stop, first):
            yield start, stop
            start = first
        stop = last
    if start >= 0:
        yield start, stop


def _is_bridged(pen: CellWriter, row: int, wanted: Grid, stop: int, following: int) -> bool:
    """Whether to draw the cells from `stop` on again rather than to move past them."""
    characters, styles = wanted.characters[row], wanted.styles[row]
    between = characters[stop:following]
    if len(between) > _BRIDGE or UNKNOWN in between:
        return False
    style = styles[stop - 1]
    if all(each is style for each in styles[stop : following + 1]):
        return len("".join(between).encode()) <= _SHORTEST_MOVE + (len(between) > 1)
    over, past = pen.copy(), pen.copy()
    for each in (over, past):
        each.column, each.row, each.style = stop, row, style
    over.draw(characters[stop : following + 1], styles[stop : following + 1])
    past.go(following, row)
    past.draw(characters[following : following + 1], styles[following : following + 1])
    return over.cost() <= past.cost()
