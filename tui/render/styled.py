"""Blocks as lines of styled text: the one layout of the screen and of plain text.

What a style looks like is up to whoever prints the lines; what a line says never rests on it.
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
    Style,
    Table,
    TimelineRow,
)
from tui.diagnostics import Severity
from tui.render.paragraphs import MEASURE, Line, marked, noted, paragraph, shifted
from tui.render.styled_cards import card
from tui.render.styled_entries import entry, timeline_row
from tui.render.styled_rows import row
from tui.render.styled_tables import table

NARROWEST = 20
"""In cells: what is laid out for less is laid out for this, and is for the screen to cut."""

_NUMBER_COLUMN = 6
"""Where the text of a local copy begins after its line number."""

_HANGING = 2
"""Plain paragraphs follow each other without an empty line: this shows where each begins."""

_PARAGRAPH_STYLES = {"bottom-line": Style.STRONG, "as-of": Style.MUTED, "remark": Style.MUTED}
_NOTICE_STYLES = {Severity.ERROR: Style.WRONG, Severity.WARNING: Style.CAUTION}

NO_NOTES: Mapping[str, int] = MappingProxyType({})


def layout(block: Block, width: int, notes: Mapping[str, int] = NO_NOTES) -> tuple[Line, ...]:
    """A block in lines of at most `width` cells, and of prose of at most `MEASURE`.

    `notes` are the numbers of excerpts, by id: those of the excerpts that the block rests on
    stand behind its statement, `[3][7]`.
    """
    return tuple(_LAYOUTS[type(block)](block, max(width, NARROWEST), notes))


def gap(before: Block, after: Block) -> int:
    """How many empty lines, 0 or 1, stand between two blocks."""
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
    """Whether a list of such blocks reads well without empty lines between them."""
    head = block.name if isinstance(block, Entry) else block.title
    return not block.details and not (head and block.text)


def _heading(block: Heading, width: int, notes: Mapping[str, int]) -> list[Line]:
    text = noted(block, marked(block, block.text), notes)
    return paragraph(text, min(width, MEASURE), aside=block.aside, style=Style.HEADING)


def _paragraph(block: Paragraph, width: int, notes: Mapping[str, int]) -> list[Line]:
    text = noted(block, marked(block, block.text), notes)
    style = _PARAGRAPH_STYLES.get(block.kind, Style.TEXT)
    indent = 0 if block.kind else _HANGING
    return paragraph(text, min(width, MEASURE), indent=indent, style=style)


def _notice(block: Notice, width: int, notes: Mapping[str, int]) -> list[Line]:
    text = noted(block, marked(block, block.text), notes)
    style = _NOTICE_STYLES.get(block.severity)
    if style is None:
        return paragraph(text, min(width, MEASURE))
    return paragraph(text, min(width, MEASURE), lead=(("! ", style),), indent=2, style=style)


def _passage(block: CopyLine, width: int, notes: Mapping[str, int]) -> list[Line]:
    width = min(width, MEASURE)
    number = ((f"{block.number:>{_NUMBER_COLUMN - 2}}  ", Style.MUTED),)
    text = noted(block, marked(block, block.text), notes)
    lines = paragraph(text, width, lead=number, indent=_NUMBER_COLUMN)
    remark = paragraph(block.aside, width - _NUMBER_COLUMN, style=Style.MUTED)
    return lines + shifted(remark, _NUMBER_COLUMN)


def _table(block: Table, width: int, notes: Mapping[str, int]) -> list[Line]:
    below = noted(block, marked(block, ()), notes)
    return table(block, width) + paragraph(below, width)


_LAYOUTS: dict[type[Block], Callable[[Any, int, Mapping[str, int]], list[Line]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Entry: entry,
    TimelineRow: timeline_row,
    Card: card,
    CopyLine: _passage,
    Table: _table,
    Row: row,
    Notice: _notice,
}
