"""Tables in columns of cells; where these are too narrow to be read, as a stack of rows."""

from collections.abc import Sequence

from tui.blocks import Run, Runs, Style, Table, plain
from tui.render.paragraphs import EMPTY, Line, columns, paragraph
from tui.text import cells

_APART = 2
"""Cells between two columns."""

_NARROWEST = 9
"""A column that would get fewer cells than this is no column any more."""


def table(block: Table, width: int) -> list[Line]:
    """The rows under their header, in lines of at most `width` cells."""
    count = max(map(len, (block.header, *block.rows)))
    natural = [_natural(block, index) for index in range(count)]
    widths = _shared(natural, width - _APART * (count - 1))
    if widths is None:
        return _stacked(block, width)
    rule = "─" * (sum(widths) + _APART * (count - 1))
    lines = [*_row(block.header, widths, Style.LABEL), ((rule, Style.MUTED),)]
    for row in block.rows:
        lines += _row(row, widths, Style.TEXT)
    return lines


def _natural(block: Table, index: int) -> int:
    """How wide a column is if nothing in it is wrapped."""
    written = (row[index] for row in (block.header, *block.rows) if index < len(row))
    lines = (line for cell in written for line in plain(cell).split("\n"))
    return max(map(cells.width, lines), default=0)


def _shared(natural: Sequence[int], room: int) -> list[int] | None:
    """The widths of columns that share a room: the widest give way; `None` if there is none."""
    limit = left = room
    for done, each in enumerate(sorted(natural)):
        limit = left // (len(natural) - done)
        if each > limit:
            return [min(each, limit) for each in natural] if limit >= _NARROWEST else None
        left -= each
    return list(natural)


def _row(row: Sequence[Runs], widths: Sequence[int], style: Style) -> list[Line]:
    lines: list[Line] = []
    column = 0
    for cell, width in zip(row, widths, strict=False):
        lines = columns(lines, paragraph(cell, width, style=style), column)
        column += width + _APART
    return lines


def _stacked(block: Table, width: int) -> list[Line]:
    lines: list[Line] = []
    for row in block.rows:
        lines += [EMPTY] if lines else []
        for index, cell in enumerate(row):
            name = block.header[index] if index < len(block.header) else ()
            label = (*name, Run(": ", Style.LABEL)) if name else ()
            lines += paragraph((*label, *cell), width, indent=2)
    return lines
