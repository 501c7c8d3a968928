"""Plain text for the clipboard: one line for each paragraph, which other programs wrap.

A quotation has its own line breaks and no others, so that it can be searched for.
"""

from collections.abc import Iterable, Iterator

from tui.blocks import (
    Block,
    Card,
    CopyLine,
    Entry,
    Field,
    Heading,
    Notice,
    Paragraph,
    Runs,
    Table,
    TimelineRow,
    plain,
)
from tui.render.paragraphs import with_marking
from tui.render.styled import gap

_GAP = "  "


def render(blocks: Iterable[Block]) -> str:
    """Return blocks as one text."""
    lines: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and gap(before, block):
            lines.append("")
        lines += _lines(block)
        before = block
    return "\n".join(lines)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading() | CopyLine():
            yield _side_by_side(with_marking(block, block.text), block.aside)
        case Paragraph() | Notice():
            yield plain(with_marking(block, block.text))
        case Card():
            yield from filter(None, [_side_by_side(with_marking(block, block.title), block.aside)])
            for field in block.fields:
                yield from _field(field)
        case Entry():
            yield _side_by_side(with_marking(block, block.label), block.name, block.aside)
            yield from map(plain, filter(None, (block.text, *block.details)))
        case TimelineRow():
            yield _side_by_side(with_marking(block, block.when), block.title, block.aside)
            yield from map(plain, filter(None, (block.text, *block.details)))
        case Table():
            yield from (_side_by_side(*row) for row in (block.header, *block.rows))


def _side_by_side(*parts: Runs) -> str:
    return _GAP.join(text for text in map(plain, parts) if text)


def _field(field: Field) -> Iterator[str]:
    """Yield a label with its text, or above its texts; a question gets no colon."""
    label = field.label if field.label.endswith("?") else f"{field.label}:"
    if len(field.lines) == 1:
        yield f"{label} {plain(field.lines[0])}"
        return
    yield label
    yield from (f"{_GAP}{plain(line)}" for line in field.lines)
