"""A line of a briefing file with a caret under what is meant, placed by terminal cells."""

from tui.blocks import Run, Runs, Style, runs
from tui.diagnostics import Span
from tui.text.cells import width
from tui.text.clean import clean

_BEFORE = 30
"""Characters that are kept before the place, so that the caret stays on one line with it."""
_LENGTH = 60
"""Characters that are shown in all; a card of a terminal of 80 columns holds them unbroken."""
_PRIVATE = "speaker_notes"
_BLANK = "\u00a0"
"""A no-break space: printers neither break a line at it nor drop it."""


def pointed_at(text: str, span: Span) -> tuple[Runs, ...]:
    """The line of the text and the caret below it; nothing where it must not be shown.

    Speaker's notes stand in no output, and so no line of them does.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    if not 1 <= span.line <= len(lines) or _is_private(lines, span.line - 1):
        return ()
    line = lines[span.line - 1]
    start = max(min(span.column - 1, len(line)) - _BEFORE, 0)
    column = span.column - 1 - start
    end = column + max(span.length, 1)
    shown = line[start : start + _LENGTH]
    lead, marked, rest = map(clean, (shown[:column], shown[column:end], shown[end:]))
    gutter = f"{span.line} │ "
    under = _BLANK * width(gutter + lead)
    return (
        runs(Run(gutter, Style.MUTED), lead, Run(marked, Style.WRONG), rest),
        runs(Run(f"{under}{'^' * max(width(marked), 1)}", Style.WRONG)),
    )


def _is_private(lines: list[str], index: int) -> bool:
    """Whether a line has the key of a speaker's notes, or is indented below one that has."""
    if _PRIVATE in lines[index]:
        return True
    indent: float = _indent(lines[index]) if lines[index].strip() else float("inf")
    for line in reversed(lines[:index]):
        if line.strip() and _indent(line) < indent:
            if _PRIVATE in line:
                return True
            indent = _indent(line)
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
