"""Paragraphs of styled runs wrapped to lines, and how lines are combined."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from tui.blocks import Block, Run, Runs, Style, plain
from tui.text import cells

Line = tuple[tuple[str, Style], ...]
"""A line of a screen or a page: texts with their styles, without padding."""

EMPTY: Line = ()

MEASURE = 80
"""The widest line of prose, in cells; longer lines are hard to read."""

NARROW = 48
"""The width in cells below which there are no columns."""

_MIN_TEXT = 12
"""The least number of cells that an aside leaves for the text on its line."""

_ASIDE_GAP = 2
"""Cells between a text and its aside."""


def paragraph(
    text: Runs,
    width: int,
    *,
    lead: Line = EMPTY,
    indent: int = 0,
    aside: Runs = (),
    style: Style = Style.TEXT,
) -> list[Line]:
    """Wrap a paragraph.

    Args:
        text: The text.
        width: Width of the lines in cells, at most.
        lead: What precedes the text on the first line.
        indent: Empty cells before the text on the other lines.
        aside: A remark at the right end of the first line, or below the text if there is no room.
        style: The style of plain runs.

    Returns:
        The lines; none if there is no text, lead or aside.
    """
    words = plain(text)
    if not (words or lead or aside):
        return []
    available = width - line_width(lead)
    remark = restyled(aside, Style.MUTED)
    taken = line_width(remark) + _ASIDE_GAP if aside else 0
    fits = not aside or available - taken >= min(_MIN_TEXT, cells.width(words))
    spans = cells.wrap(words, width - indent, max(available - taken if fits else available, 1))
    hanging = margin(indent)
    lines = [hanging + _cut(text, words, start, end, style) for start, end in spans]
    lines[0] = lead + lines[0][len(hanging) :] if spans[0][0] < spans[0][1] else _stripped(lead)
    if aside and fits:
        lines[0] = beside(lines[0], remark, width - taken + _ASIDE_GAP)
    elif aside:
        lines += paragraph(aside, width, lead=hanging, indent=indent, style=Style.MUTED)
    return lines


def columns(left: Sequence[Line], right: Sequence[Line], column: int) -> list[Line]:
    """Put two blocks of lines side by side, the right one at `column`."""
    made = [beside(line, rest, column) for line, rest in zip(left, right, strict=False)]
    made += left[len(right) :]
    made += (beside(EMPTY, rest, column) for rest in right[len(left) :])
    return made


def shifted(lines: Iterable[Line], indent: int) -> list[Line]:
    """Indent lines; empty ones stay empty."""
    return [beside(EMPTY, line, indent) for line in lines]


def beside(line: Line, rest: Line, column: int) -> Line:
    """Continue a line at a column."""
    return line + margin(column - line_width(line)) + rest if rest else line


@cache
def margin(width: int) -> Line:
    """Return a line of empty cells."""
    return ((" " * width, Style.TEXT),) if width > 0 else EMPTY


def line_width(line: Line) -> int:
    """Return the width of a line in cells."""
    return sum(cells.width(text) for text, _ in line)


def restyled(text: Runs, style: Style) -> Line:
    """Return runs as one line, the plain ones in a style."""
    return tuple(
        (run.text.replace("\n", " "), style if run.style is Style.TEXT else run.style)
        for run in text
    )


def with_marking(block: Block, text: Runs) -> Runs:
    """Put the marking of a block before its first text."""
    return (Run(f"{block.marking}  ", Style.MARKING), *text) if block.marking else text


def with_footnotes(block: Block, text: Runs, notes: Mapping[str, int]) -> Runs:
    """Append the footnote marks of a block to its statement, as ` [3][7]`."""
    marks = "".join(footnote_marks(block.refs, notes))
    # A no-break space keeps the marks on the line of the last word.
    return (*text, Run(f"\u00a0{marks}", Style.MUTED)) if marks else text


def footnote_marks(excerpts: Sequence[str], notes: Mapping[str, int]) -> list[str]:
    """Return the footnote numbers of the excerpts that have one, as `[3]`."""
    return [f"[{notes[id]}]" for id in excerpts if id in notes] if notes else []


def _stripped(line: Line) -> Line:
    """Remove the spaces at the end of a line."""
    while line and not line[-1][0].strip():
        line = line[:-1]
    return (*line[:-1], (line[-1][0].rstrip(), line[-1][1])) if line else EMPTY


def _cut(text: Runs, words: str, start: int, end: int, style: Style) -> Line:
    """Return a span of the text as a line."""
    if start == end:
        return EMPTY
    if len(text) == 1:
        own = text[0].style
        return ((words[start:end], style if own is Style.TEXT else own),)
    pieces = []
    offset = 0
    for run in text:
        after = offset + len(run.text)
        if after > start and offset < end:
            piece = words[max(offset, start) : min(after, end)]
            pieces.append((piece, style if run.style is Style.TEXT else run.style))
        offset = after
    return tuple(pieces)
