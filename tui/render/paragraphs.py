"""Paragraphs of styled runs, wrapped to lines: the layout that all blocks share."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from tui.blocks import Block, Run, Runs, Style, plain
from tui.text import cells

Line = tuple[tuple[str, Style], ...]
"""One line of a screen or a page: stretches of text with their styles, not padded."""

EMPTY: Line = ()

MEASURE = 80
"""The widest line of prose, in cells; longer lines are hard to read."""

NARROW = 48
"""The width in cells below which nothing is set in columns."""

_TIGHT = 12
"""The fewest cells that an aside leaves for the text beside it."""

_APART = 2
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
    """A paragraph in lines of at most `width` cells; no lines where there is nothing to say.

    `lead` stands before the text on the first line, and `indent` empty cells on the others;
    `aside` at the right end of the first line, or below where there is no room. Plain runs of
    the text take the paragraph's `style`.
    """
    words = plain(text)
    if not (words or lead or aside):
        return []
    room = width - line_width(lead)
    remark = restyled(aside, Style.MUTED)
    taken = line_width(remark) + _APART if aside else 0
    fits = not aside or room - taken >= min(_TIGHT, cells.width(words))
    spans = cells.wrap(words, width - indent, max(room - taken if fits else room, 1))
    hung = margin(indent)
    lines = [hung + _cut(text, words, start, end, style) for start, end in spans]
    lines[0] = lead + lines[0][len(hung) :] if spans[0][0] < spans[0][1] else _stripped(lead)
    if aside and fits:
        lines[0] = beside(lines[0], remark, width - taken + _APART)
    elif aside:
        lines += paragraph(aside, width, lead=hung, indent=indent, style=Style.MUTED)
    return lines


def columns(left: Sequence[Line], right: Sequence[Line], column: int) -> list[Line]:
    """Two stacks of lines side by side, the right one beginning at `column`."""
    made = [beside(line, rest, column) for line, rest in zip(left, right, strict=False)]
    made += left[len(right) :]
    made += (beside(EMPTY, rest, column) for rest in right[len(left) :])
    return made


def shifted(lines: Iterable[Line], indent: int) -> list[Line]:
    """Lines moved to the right; empty ones stay empty."""
    return [beside(EMPTY, line, indent) for line in lines]


def beside(line: Line, rest: Line, column: int) -> Line:
    """A line continued at a column."""
    return line + margin(column - line_width(line)) + rest if rest else line


@cache
def margin(width: int) -> Line:
    """A line of that many empty cells."""
    return ((" " * width, Style.TEXT),) if width > 0 else EMPTY


def line_width(line: Line) -> int:
    """The width of a line in cells."""
    return sum(cells.width(text) for text, _ in line)


def restyled(text: Runs, style: Style) -> Line:
    """Runs as one line, the plain ones in a style."""
    return tuple(
        (run.text.replace("\n", " "), style if run.style is Style.TEXT else run.style)
        for run in text
    )


def marked(block: Block, text: Runs) -> Runs:
    """A text that a block begins with, behind the block's own marking."""
    return (Run(f"{block.marking}  ", Style.MARKING), *text) if block.marking else text


def noted(block: Block, text: Runs, notes: Mapping[str, int]) -> Runs:
    """A block's statement with the footnote numbers of what it rests on, ` [3][7]`."""
    marks = "".join(numbers(block.refs, notes))
    # A no-break space keeps the numbers on the line of the last word.
    return (*text, Run(f"\u00a0{marks}", Style.MUTED)) if marks else text


def numbers(excerpts: Sequence[str], notes: Mapping[str, int]) -> list[str]:
    """The footnote numbers of those excerpts that have one, as `[3]`."""
    return [f"[{notes[id]}]" for id in excerpts if id in notes] if notes else []


def _stripped(line: Line) -> Line:
    """A line without the spaces at its end."""
    while line and not line[-1][0].strip():
        line = line[:-1]
    return (*line[:-1], (line[-1][0].rstrip(), line[-1][1])) if line else EMPTY


def _cut(text: Runs, words: str, start: int, end: int, style: Style) -> Line:
    """A span of the text as a line."""
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
