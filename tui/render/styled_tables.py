"""Tables, and rows that are items, in styled lines; where columns get too narrow, as stacks."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from tui.blocks import Row, Run, Runs, Style, Table, plain
from tui.render.paragraphs import (
    EMPTY,
    Line,
    columns,
    paragraph,
    with_footnotes,
    with_marking,
)
from tui.text import cells

_GAP = 2
"""Cells between two columns."""

_MIN_TABLE_COLUMN = 9
"""The least width in cells of a column of a table."""

_MIN_ROW_COLUMN = 18
"""The least width in cells of a column of rows that are items: room for `[+] conciliatory,`."""

_FIRST_COLUMN, _FIRST_COLUMN_IF_WIDE, _WIDE = 14, 18, 100
"""Width in cells of the first column of such rows, and the same from `_WIDE` cells on."""

_INDENT = 2
"""Indent in cells of the lines after the first in a stack."""


def table(block: Table, width: int) -> list[Line]:
    """Lay out a table with its header, a rule and its rows."""
    count = max(map(len, (block.header, *block.rows)))
    natural = [_natural_width(block, index) for index in range(count)]
    widths = _shared_widths(natural, width - _GAP * (count - 1))
    if widths is None:
        return _stacked_table(block, width)
    rule = "─" * (sum(widths) + _GAP * (count - 1))
    lines = [*_side_by_side(block.header, widths, Style.LABEL), ((rule, Style.MUTED),)]
    for each in block.rows:
        lines += _side_by_side(each, widths, Style.TEXT)
    return lines


def row(block: Row, width: int, notes: Mapping[str, int]) -> list[Line]:
    """Lay out a row that is an item; all rows of one table get the same columns."""
    first, *others = block.cells or ((),)
    head = with_footnotes(block, with_marking(block, first), notes)
    style = Style.LABEL if block.is_header else Style.TEXT
    first_width = _FIRST_COLUMN_IF_WIDE if width >= _WIDE else _FIRST_COLUMN
    count = max(len(block.columns.names) - 1, len(others), 1)
    each = (width - first_width) // count - _GAP
    if each < _MIN_ROW_COLUMN:
        return _stacked_row(block, head, others, width, style)
    return _side_by_side((head, *others), (first_width, *[each] * count), style)


def _natural_width(block: Table, index: int) -> int:
    """The width of a column in which nothing is wrapped."""
    column = (row[index] for row in (block.header, *block.rows) if index < len(row))
    lines = (line for cell in column for line in plain(cell).split("\n"))
    return max(map(cells.width, lines), default=0)


def _shared_widths(natural: Sequence[int], available: int) -> list[int] | None:
    """Column widths that fit, the widest columns reduced; `None` if they get too narrow."""
    limit = left = available
    for done, each in enumerate(sorted(natural)):
        limit = left // (len(natural) - done)
        if each > limit:
            fits = limit >= _MIN_TABLE_COLUMN
            return [min(each, limit) for each in natural] if fits else None
        left -= each
    return list(natural)


def _side_by_side(row: Iterable[Runs], widths: Sequence[int], style: Style) -> list[Line]:
    lines: list[Line] = []
    column = 0
    for cell, width in zip(row, widths, strict=False):
        lines = columns(lines, paragraph(cell, width, style=style), column)
        column += width + _GAP
    return lines


def _stacked_table(block: Table, width: int) -> list[Line]:
    lines: list[Line] = []
    for row in block.rows:
        lines += [EMPTY] if lines else []
        for index, cell in enumerate(row):
            name = block.header[index] if index < len(block.header) else ()
            label = (*name, Run(": ", Style.LABEL)) if name else ()
            lines += paragraph((*label, *cell), width, indent=_INDENT)
    return lines


def _stacked_row(
    block: Row, head: Runs, others: Sequence[Runs], width: int, style: Style
) -> list[Line]:
    """The cells that are not empty, one below the other, each after the name of its column."""
    lines = paragraph(head, width, style=style)
    for name, cell in zip_longest(block.columns.names[1:], others, fillvalue=()):
        if not plain(cell).strip():
            continue
        label = () if block.is_header or not name else (*name, Run(": "))
        unbroken = tuple(Run(run.text.replace("\n", " "), run.style) for run in cell)
        text = (Run(" " * _INDENT), *label, *unbroken)
        lines += paragraph(text, width, indent=2 * _INDENT, style=style)
    return lines
