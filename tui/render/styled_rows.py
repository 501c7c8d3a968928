"""Rows of items in columns of cells; where these are too narrow to be read, one below the other."""

from collections.abc import Mapping
from itertools import zip_longest

from tui.blocks import Row, Run, Runs, Style, plain
from tui.render.paragraphs import Line, columns, marked, noted, paragraph

_APART = 2
"""Cells between two columns."""

_NARROWEST = 18
"""A column that would get fewer cells than this is no column any more: `[+] conciliatory,`."""

_FIRST, _FIRST_OF_WIDE, _WIDE = 14, 18, 100
"""The cells of the first column; those where there are so many cells in all."""

_INDENT = 2
"""Under the first cell, where the others stand below it."""


def row(block: Row, width: int, notes: Mapping[str, int]) -> list[Line]:
    """The cells side by side: all rows of a table have the same columns, whatever is in them."""
    first, *others = block.cells or ((),)
    head = noted(block, marked(block, first), notes)
    lead = _FIRST_OF_WIDE if width >= _WIDE else _FIRST
    count = max(len(block.columns.names) - 1, len(others), 1)
    each = (width - lead) // count - _APART
    if each < _NARROWEST:
        return _folded(block, head, others, width)
    style = Style.LABEL if block.is_header else Style.TEXT
    lines = paragraph(head, lead, style=style)
    column = lead + _APART
    for cell in others:
        lines = columns(lines, paragraph(cell, each, style=style), column)
        column += each + _APART
    return lines


def _folded(block: Row, head: Runs, others: list[Runs], width: int) -> list[Line]:
    """The cells that say something, each behind the name of its column."""
    style = Style.LABEL if block.is_header else Style.TEXT
    lines = paragraph(head, width, style=style)
    for name, cell in zip_longest(block.columns.names[1:], others, fillvalue=()):
        if not plain(cell).strip():
            continue
        label = () if block.is_header or not name else (*name, Run(": "))
        spread = tuple(Run(run.text.replace("\n", " "), run.style) for run in cell)
        lines += paragraph(
            (Run(" " * _INDENT), *label, *spread), width, indent=2 * _INDENT, style=style
        )
    return lines
