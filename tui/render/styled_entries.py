"""Items of lists and of time lines, in lines."""

from collections.abc import Mapping

from tui.blocks import Block, Entry, Runs, Style, TimelineRow
from tui.render.paragraphs import (
    MEASURE,
    NARROW,
    Line,
    beside,
    columns,
    line_width,
    margin,
    marked,
    noted,
    paragraph,
    restyled,
    shifted,
)

_BULLET: Line = (("• ", Style.MUTED),)

_INDENT = 2
"""Under the first line of an entry, unless a label says otherwise."""

_LABELLED_INDENT = 4
"""Under the label and the name of an entry that has both."""

_SHORT_COLUMN = 4
"""Where a statement begins beside a label such as `j1`."""

_LABEL_COLUMN = 12
"""Where a statement begins beside a longer label, such as `ASSUMPTION`."""

_NAME_COLUMN = 18
"""Where a name begins beside a label: room for `[+] CONCILIATORY`."""

_DATE_COLUMN = 20
"""Where a title begins beside a date: room for `[2022] June 29–30`."""


def entry(block: Entry, width: int, notes: Mapping[str, int]) -> list[Line]:
    """Label, name and aside in the first line, the statement below, the details beneath.

    A statement without a name stands beside its label, or beside a bullet if it has none.
    """
    width = min(width, MEASURE)
    head, text = _head(block, block.name, block.text, notes)
    label = restyled(block.label, Style.LABEL)
    column = _column(line_width(label), bool(block.name), width) if label else _INDENT
    lines: list[Line] = []
    lead, hung, aside = label, column, block.aside
    if label and not column:
        lines = paragraph(block.label, width, aside=aside, style=Style.LABEL)
        lead, hung, aside = margin(_INDENT), _INDENT, ()
    elif label:
        lead = beside(label, margin(1), column - 1)
    elif not block.name:
        lead = _BULLET
    style = Style.STRONG if block.name else Style.TEXT
    lines += paragraph(head, width, lead=lead, indent=hung, aside=aside, style=style)
    indent = _LABELLED_INDENT if label and column and block.name else hung
    return lines + shifted(_below(text, block.details, width - indent), indent)


def timeline_row(block: TimelineRow, width: int, notes: Mapping[str, int]) -> list[Line]:
    """A column of dates, or the date above where it is narrow; then what happened."""
    width = min(width, MEASURE)
    narrow = width < NARROW
    column = _INDENT if narrow else _DATE_COLUMN
    title, text = _head(block, block.title, block.text, notes)
    date = paragraph(block.when, width if narrow else column - 2, style=Style.LABEL)
    lines = paragraph(title, width - column, aside=block.aside, style=Style.STRONG)
    lines += _below(text, block.details, width - column)
    return date + shifted(lines, column) if narrow else columns(date, lines, column)


def _head(block: Block, name: Runs, text: Runs, notes: Mapping[str, int]) -> tuple[Runs, Runs]:
    """What the first line says and what stands below it, marked and with footnote numbers."""
    if name and text:
        return marked(block, name), noted(block, text, notes)
    return noted(block, marked(block, name or text), notes), ()


def _below(text: Runs, details: tuple[Runs, ...], width: int) -> list[Line]:
    lines = paragraph(text, width)
    hung = _INDENT if len(details) > 1 else 0
    for detail in details:
        lines += paragraph(detail, width, indent=hung, style=Style.MUTED)
    return lines


def _column(label: int, named: bool, width: int) -> int:
    """Where the text beside a label of that width begins; 0 if it stands below the label."""
    columns = (_SHORT_COLUMN, _NAME_COLUMN if named else _LABEL_COLUMN)
    fitting = (each for each in columns if label < each)
    return next(fitting, 0) if width >= NARROW or label < _SHORT_COLUMN else 0
