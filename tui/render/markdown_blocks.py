"""Blocks as lines of Markdown, without empty lines around them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tui.blocks import (
    Block,
    Card,
    CopyLine,
    Entry,
    Field,
    Heading,
    Notice,
    Paragraph,
    Row,
    Run,
    Runs,
    Style,
    Table,
    TimelineRow,
    plain,
    runs,
)
from tui.diagnostics import Severity
from tui.render.markdown_text import inline

_SEPARATOR = Run(" · ")
_DEEPEST_HEADING = 6


def block_lines(block: Block, notes: Mapping[str, int], top: int = 1) -> Iterator[str]:
    """Yield a block in lines; `top` is the level of the highest heading."""
    return _PRINTERS[type(block)](block, notes, top)


def _heading(block: Heading, notes: Mapping[str, int], top: int) -> Iterator[str]:
    level = min(top + block.level - 1, _DEEPEST_HEADING)
    yield f"{'#' * level} {' '.join(inline((Run(plain(block.text)),)))}"
    remark = _joined((Run(block.marking, Style.MARKING),), block.aside)
    below = _paragraph_lines([_with_footnotes(inline(remark), block, notes)])
    if below:
        yield from ("", *below)


def _paragraph(block: Paragraph, notes: Mapping[str, int], top: int) -> Iterator[str]:
    style = Style.STRONG if block.kind == "bottom-line" else Style.TEXT
    text = inline(_with_marking(block, block.text), style)
    yield from _paragraph_lines([_with_footnotes(text, block, notes)])


def _notice(block: Notice, notes: Mapping[str, int], top: int) -> Iterator[str]:
    style = Style.TEXT if block.severity is Severity.INFORMATION else Style.STRONG
    text = inline(_with_marking(block, block.text), style)
    yield from _paragraph_lines([_with_footnotes(text, block, notes)])


def _entry(block: Entry, notes: Mapping[str, int], top: int) -> Iterator[str]:
    label = _in_style(block.label, Style.LABEL)
    if block.name:
        name = _in_style(block.name, Style.STRONG)
        yield from _headed(block, _joined(label, name), notes)
    else:
        words = inline(_with_marking(block, (*label, Run(" "), *block.text)))
        head = _aside(_with_footnotes(words, block, notes), block.aside)
        yield from _item(head, *map(inline, block.details))


def _timeline_row(block: TimelineRow, notes: Mapping[str, int], top: int) -> Iterator[str]:
    when, title = _in_style(block.when, Style.LABEL), _in_style(block.title, Style.STRONG)
    yield from _headed(block, _joined(when, title), notes)


def _headed(block: Entry | TimelineRow, name: Runs, notes: Mapping[str, int]) -> Iterator[str]:
    """Yield an item's name, then its statement; footnotes follow the last of the two."""
    head, text = inline(_with_marking(block, name)), inline(block.text)
    if text:
        text = _with_footnotes(text, block, notes)
    else:
        head = _with_footnotes(head, block, notes)
    yield from _item(_aside(head, block.aside), text, *map(inline, block.details))


def _card(block: Card, notes: Mapping[str, int], top: int) -> Iterator[str]:
    title = inline(_with_marking(block, _joined(_in_style(block.title, Style.STRONG), block.aside)))
    if title:
        yield from (*_paragraph_lines([title]), "")
    for field in block.fields:
        yield from _field(field)
    marks = _marks(block, notes)
    if marks:
        yield f"- **EXCERPTS** {marks}"


def _field(field: Field) -> Iterator[str]:
    label = runs(Run(field.label, Style.LABEL))
    if field.kind == "quote":
        yield from _item(inline(label))
        for line in _paragraph_lines([*map(inline, field.lines)]):
            yield f"  > {line}"
    else:
        first, *others = field.lines or ((),)
        yield from _item(inline((*label, Run(" "), *first)), *map(inline, others))


def _copy_line(block: CopyLine, notes: Mapping[str, int], top: int) -> Iterator[str]:
    number = Run(f"{block.number} ", Style.STRONG)
    text = _with_footnotes(inline(_with_marking(block, (number, *block.text))), block, notes)
    yield from _paragraph_lines([text, inline(block.aside)])


def _table(block: Table, notes: Mapping[str, int], top: int) -> Iterator[str]:
    count = max(map(len, (block.header, *block.rows)))
    if not count:
        return
    header, *rows = ([*row, *[()] * (count - len(row))] for row in (block.header, *block.rows))
    yield _cells(header)
    yield f"|{' --- |' * count}"
    yield from map(_cells, rows)
    below = _with_footnotes(inline(_with_marking(block, ())), block, notes)
    if below:
        yield from ("", *_paragraph_lines([below]))


def _row(block: Row, notes: Mapping[str, int], top: int) -> Iterator[str]:
    """Yield a row of a table; the header row begins the table."""
    first, *others = block.cells or ((),)
    count = max(len(block.columns.names), len(block.cells), 1)
    head = " ".join(_with_footnotes(inline(_with_marking(block, first)), block, notes))
    written = [head, *(" ".join(inline(cell)) for cell in others)]
    yield f"| {' | '.join([*written, *[''] * (count - len(written))])} |"
    if block.is_header:
        yield f"|{' --- |' * count}"


def _cells(cells: Iterable[Runs]) -> str:
    return f"| {' | '.join(' '.join(inline(cell)) for cell in cells)} |"


def _item(*paragraphs: list[str]) -> Iterator[str]:
    """Yield an item of a list."""
    for index, line in enumerate(_paragraph_lines(paragraphs)):
        yield f"  {line}" if index else f"- {line}"


def _paragraph_lines(paragraphs: Iterable[list[str]]) -> list[str]:
    """Join paragraphs to one, with a hard line break after each line."""
    lines = [line for paragraph in paragraphs for line in paragraph]
    return [f"{line}\\" for line in lines[:-1]] + lines[-1:]


def _joined(*parts: Runs) -> Runs:
    """Join runs in one line with a dot between them."""
    joined: list[Run] = []
    for part in parts:
        if plain(part).strip():
            joined += (_SEPARATOR, *part) if joined else part
    return tuple(joined)


def _in_style(text: Runs, style: Style) -> Runs:
    return tuple(Run(run.text, style) if run.style is Style.TEXT else run for run in text)


def _with_marking(block: Block, text: Runs) -> Runs:
    return _joined((Run(block.marking, Style.MARKING),), text) if block.marking else text


def _aside(lines: list[str], aside: Runs) -> list[str]:
    return _appended(lines, "".join(f" · {line}" for line in inline(aside)))


def _with_footnotes(lines: list[str], block: Block, notes: Mapping[str, int]) -> list[str]:
    """Append the footnotes of a block to its statement."""
    return _appended(lines, _marks(block, notes))


def _marks(block: Block, notes: Mapping[str, int]) -> str:
    return "".join(f"[^{notes[id]}]" for id in block.refs if id in notes)


def _appended(lines: list[str], end: str) -> list[str]:
    return [*lines[:-1], "".join(lines[-1:]) + end] if end else lines


_PRINTERS: dict[type[Block], Callable[[Any, Mapping[str, int], int], Iterator[str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Entry: _entry,
    TimelineRow: _timeline_row,
    Card: _card,
    CopyLine: _copy_line,
    Table: _table,
    Row: _row,
    Notice: _notice,
}
