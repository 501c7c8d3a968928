"""Cards in lines: a column of labels, and beside it what they label."""

from collections.abc import Mapping

from tui.blocks import Card, Field, Run, Style
from tui.render.paragraphs import (
    EMPTY,
    MEASURE,
    NARROW,
    Line,
    columns,
    marked,
    numbers,
    paragraph,
    shifted,
)
from tui.text import cells

_INDENT = 2
"""Of the fields under a title, and of what stands below its label."""

_APART = 2
"""Cells between a label and what it labels."""

_LONGEST_LABEL = 16
"""In cells; a longer label is wrapped."""


def card(block: Card, width: int, notes: Mapping[str, int]) -> list[Line]:
    """The title and the aside, then the fields; a quotation is set apart by empty lines."""
    width = min(width, MEASURE)
    title = marked(block, block.title)
    lines = paragraph(title, width, aside=block.aside, style=Style.STRONG)
    indent = _INDENT if lines else 0
    marks = " ".join(numbers(block.refs, notes))
    cited = (Field("EXCERPTS", ((Run(marks, Style.MUTED),),)),) if marks else ()
    fields = (*block.fields, *cited)
    widest = max((cells.width(field.label) for field in fields), default=0)
    column = min(widest, _LONGEST_LABEL) + _APART if width >= NARROW else 0
    before = None
    for field in fields:
        if before is not None and before.kind != field.kind:
            lines.append(EMPTY)
        lines += shifted(_field(field, width - indent, column), indent)
        before = field
    return lines


def _field(field: Field, width: int, column: int) -> list[Line]:
    """A field with its label in the column, or above where there is none."""
    label = paragraph((Run(field.label, Style.LABEL),), column - _APART if column else width)
    style = Style.QUOTE if field.kind == "quote" else Style.TEXT
    indent = column or _INDENT
    hung = _INDENT if len(field.lines) > 1 and field.kind != "quote" else 0
    texts: list[Line] = []
    for text in field.lines:
        texts += paragraph(text, width - indent, indent=hung, style=style)
    return columns(label, texts, column) if column else label + shifted(texts, indent)
