"""Entries, rows of a time line and cards in styled lines."""

from collections.abc import Mapping

from tui.blocks import Block, Card, Entry, Field, Run, Runs, Style, TimelineRow
from tui.render.paragraphs import (
    EMPTY,
    MEASURE,
    NARROW,
    Line,
    beside,
    columns,
    footnote_marks,
    line_width,
    margin,
    paragraph,
    restyled,
    shifted,
    with_footnotes,
    with_marking,
)
from tui.text import cells

_BULLET: Line = (("• ", Style.MUTED),)

_INDENT = 2
"""Indent in cells: of the lines after the first, and of what follows a label without a column."""

_LABELLED_INDENT = 4
"""Indent of the lines after the first, in cells, if that has a label and a name."""

_SHORT_COLUMN = 4
"""Column of a statement beside a short label, such as `j1`."""

_LABEL_COLUMN = 12
"""Column of a statement beside a longer label, such as `ASSUMPTION`."""

_NAME_COLUMN = 18
"""Column of a name beside a label: room for `[+] CONCILIATORY`."""

_DATE_COLUMN = 20
"""Column of a title beside a date: room for `[2022] June 29–30`."""

_FIELD_GAP = 2
"""Cells between the label of a field and its text."""

_MAX_FIELD_LABEL = 16
"""Width in cells beyond which the label of a field is wrapped."""


def entry(block: Entry, width: int, notes: Mapping[str, int]) -> list[Line]:
    """Lay out an entry: label, name and aside in the first line, then statement and details.

    A statement without a name is set beside its label, or beside a bullet if it has none.
    """
    width = min(width, MEASURE)
    head, text = _head(block, block.name, block.text, notes)
    label = restyled(block.label, Style.LABEL)
    column = _column(line_width(label), bool(block.name), width) if label else _INDENT
    lines: list[Line] = []
    lead, hanging, aside = label, column, block.aside
    if label and not column:
        lines = paragraph(block.label, width, aside=aside, style=Style.LABEL)
        lead, hanging, aside = margin(_INDENT), _INDENT, ()
    elif label:
        lead = beside(label, margin(1), column - 1)
    elif not block.name:
        lead = _BULLET
    style = Style.STRONG if block.name else Style.TEXT
    lines += paragraph(head, width, lead=lead, indent=hanging, aside=aside, style=style)
    indent = _LABELLED_INDENT if label and column and block.name else hanging
    return lines + shifted(_below(text, block.details, width - indent), indent)


def timeline_row(block: TimelineRow, width: int, notes: Mapping[str, int]) -> list[Line]:
    """Lay out a row of a time line: the date in a column, or above the event if it is narrow."""
    width = min(width, MEASURE)
    narrow = width < NARROW
    column = _INDENT if narrow else _DATE_COLUMN
    title, text = _head(block, block.title, block.text, notes)
    date = paragraph(block.when, width if narrow else column - 2, style=Style.LABEL)
    lines = paragraph(title, width - column, aside=block.aside, style=Style.STRONG)
    lines += _below(text, block.details, width - column)
    return date + shifted(lines, column) if narrow else columns(date, lines, column)


def card(block: Card, width: int, notes: Mapping[str, int]) -> list[Line]:
    """Lay out a card: title and aside, then the fields, with empty lines around quotations."""
    width = min(width, MEASURE)
    title = with_marking(block, block.title)
    lines = paragraph(title, width, aside=block.aside, style=Style.STRONG)
    indent = _INDENT if lines else 0
    marks = " ".join(footnote_marks(block.refs, notes))
    cited = (Field("EXCERPTS", ((Run(marks, Style.MUTED),),)),) if marks else ()
    fields = (*block.fields, *cited)
    widest = max((cells.width(field.label) for field in fields), default=0)
    column = min(widest, _MAX_FIELD_LABEL) + _FIELD_GAP if width >= NARROW else 0
    before = None
    for field in fields:
        if before is not None and before.kind != field.kind:
            lines.append(EMPTY)
        lines += shifted(_field(field, width - indent, column), indent)
        before = field
    return lines


def _head(block: Block, name: Runs, text: Runs, notes: Mapping[str, int]) -> tuple[Runs, Runs]:
    """The first paragraph and the one below it, with the marking and the footnotes."""
    if name and text:
        return with_marking(block, name), with_footnotes(block, text, notes)
    return with_footnotes(block, with_marking(block, name or text), notes), ()


def _below(text: Runs, details: tuple[Runs, ...], width: int) -> list[Line]:
    lines = paragraph(text, width)
    hanging = _INDENT if len(details) > 1 else 0
    for detail in details:
        lines += paragraph(detail, width, indent=hanging, style=Style.MUTED)
    return lines


def _column(label_width: int, has_name: bool, width: int) -> int:
    """The column of the text beside a label, or 0 if the text goes below the label."""
    candidates = (_SHORT_COLUMN, _NAME_COLUMN if has_name else _LABEL_COLUMN)
    fitting = (column for column in candidates if label_width < column)
    return next(fitting, 0) if width >= NARROW or label_width < _SHORT_COLUMN else 0


def _field(field: Field, width: int, column: int) -> list[Line]:
    """A field of a card, its text at `column`, or below the label if that is 0."""
    label = paragraph((Run(field.label, Style.LABEL),), column - _FIELD_GAP if column else width)
    style = Style.QUOTE if field.kind == "quote" else Style.TEXT
    indent = column or _INDENT
    hanging = _INDENT if len(field.lines) > 1 and field.kind != "quote" else 0
    texts: list[Line] = []
    for text in field.lines:
        texts += paragraph(text, width - indent, indent=hanging, style=style)
    return columns(label, texts, column) if column else label + shifted(texts, indent)
