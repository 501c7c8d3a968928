"""Blocks as styled lines: the layout shared by the screen and by plain text.

The text alone carries the meaning; how a style looks is up to the printer of the lines.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from tui.blocks import (
    Block,
    Card,
    CopyLine,
    Entry,
    Heading,
    Notice,
    Paragraph,
    Row,
    Runs,
    Style,
    Table,
    TimelineRow,
)
from tui.diagnostics import Severity
from tui.render.paragraphs import (
    MEASURE,
    Line,
    paragraph,
    shifted,
    with_footnotes,
    with_marking,
)
from tui.render.styled_items import card, entry, timeline_row
from tui.render.styled_tables import row, table

NARROWEST = 20
"""The least width of a layout in cells; a narrower screen cuts the lines."""

_NUMBER_COLUMN = 6
"""Column of the text of a local copy, after its line number."""

_HANGING = 2
"""Indent of plain paragraphs after the first line, since no empty lines separate them."""

_PARAGRAPH_STYLES = {"bottom-line": Style.STRONG, "as-of": Style.MUTED, "remark": Style.MUTED}
_NOTICE_STYLES = {Severity.ERROR: Style.WRONG, Severity.WARNING: Style.CAUTION}

NO_NOTES: Mapping[str, int] = MappingProxyType({})


def layout(block: Block, width: int, notes: Mapping[str, int] = NO_NOTES) -> tuple[Line, ...]:
    """Lay out a block in lines.

    Args:
        block: The block.
        width: Width of the lines in cells, at most; prose gets no wider than `MEASURE`.
        notes: Footnote numbers of excerpts by id. Those of the block follow its statement, as
            `[3][7]`.
    """
    return tuple(_LAYOUTS[type(block)](block, max(width, NARROWEST), notes))


def gap(before: Block, after: Block) -> int:
    """Return the number of empty lines between two blocks, 0 or 1."""
    match before, after:
        case Heading(level=1), Paragraph(kind="as-of"):
            return 0
        case (Heading(level=2 | 3), _) | (Notice(), Notice()):
            return 0
        case Paragraph(kind=""), Paragraph(kind=""):
            return 0
        case Row(is_header=True), Row():
            return 0
        case CopyLine(), CopyLine():
            return int(after.number != before.number + 1)
        case (Entry() as one, Entry() as other) | (TimelineRow() as one, TimelineRow() as other):
            return int(not (_is_brief(one) and _is_brief(other)))
    return 1


def _is_brief(block: Entry | TimelineRow) -> bool:
    """Whether a list of such blocks needs no empty lines between them."""
    head = block.name if isinstance(block, Entry) else block.title
    return not block.details and not (head and block.text)


def _whole_text(block: Heading | Paragraph | Notice | CopyLine, notes: Mapping[str, int]) -> Runs:
    return with_footnotes(block, with_marking(block, block.text), notes)


def _heading(block: Heading, width: int, notes: Mapping[str, int]) -> list[Line]:
    text = _whole_text(block, notes)
    return paragraph(text, min(width, MEASURE), aside=block.aside, style=Style.HEADING)


def _paragraph(block: Paragraph, width: int, notes: Mapping[str, int]) -> list[Line]:
    text = _whole_text(block, notes)
    style = _PARAGRAPH_STYLES.get(block.kind, Style.TEXT)
    indent = 0 if block.kind else _HANGING
    return paragraph(text, min(width, MEASURE), indent=indent, style=style)


def _notice(block: Notice, width: int, notes: Mapping[str, int]) -> list[Line]:
    text = _whole_text(block, notes)
    style = _NOTICE_STYLES.get(block.severity)
    if style is None:
        return paragraph(text, min(width, MEASURE))
    return paragraph(text, min(width, MEASURE), lead=(("! ", style),), indent=2, style=style)


def _copy_line(block: CopyLine, width: int, notes: Mapping[str, int]) -> list[Line]:
    width = min(width, MEASURE)
    number = ((f"{block.number:>{_NUMBER_COLUMN - 2}}  ", Style.MUTED),)
    text = _whole_text(block, notes)
    lines = paragraph(text, width, lead=number, indent=_NUMBER_COLUMN)
    remark = paragraph(block.aside, width - _NUMBER_COLUMN, style=Style.MUTED)
    return lines + shifted(remark, _NUMBER_COLUMN)


def _table(block: Table, width: int, notes: Mapping[str, int]) -> list[Line]:
    below = with_footnotes(block, with_marking(block, ()), notes)
    return table(block, width) + paragraph(below, width)


_LAYOUTS: dict[type[Block], Callable[[Any, int, Mapping[str, int]], list[Line]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Entry: entry,
    TimelineRow: timeline_row,
    Card: card,
    CopyLine: _copy_line,
    Table: _table,
    Row: row,
    Notice: _notice,
}
