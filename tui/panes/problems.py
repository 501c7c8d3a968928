"""The problems pane: the diagnostics of the file, each with its line and column."""

from collections.abc import Iterator

from tui.blocks import Block, Card, Entry, Run, Runs, Style, filled_fields, runs
from tui.diagnostics import Diagnostic, Severity, Span
from tui.model.briefing import Pane
from tui.model.document import Document
from tui.panes import headings, names
from tui.places import Options
from tui.text.cells import width
from tui.text.clean import clean

PREFIX = "problem:"
"""The items of the pane are `problem:1`, `problem:2` … in file order."""

_LABELS = {
    Severity.ERROR: Run("✗ error", Style.WRONG),
    Severity.WARNING: Run("! warning", Style.CAUTION),
    Severity.INFORMATION: Run("i information", Style.MUTED),
}

_CONTEXT = 30
"""The most characters shown before the span, so that the caret is on the same screen line."""
_LENGTH = 60
"""The most characters shown of a line: they fit a card on a terminal of 80 columns."""
_PRIVATE = "speaker_notes"
_BLANK = "\u00a0"
"""A no-break space, at which printers neither break a line nor strip it."""


def blocks(document: Document, pane: Pane, options: Options) -> Iterator[Block]:
    """An entry for each problem, in file order."""
    count = names.count(len(document.problems), "problem")
    yield from headings.pane(document, pane, runs(Run(count, Style.MUTED)), options)
    for number, problem in enumerate(document.problems, 1):
        advice = problem.help if options.is_restricted else problem.advice
        yield Entry(
            item=f"{PREFIX}{number}",
            kind="problem",
            label=runs(_LABELS[problem.severity]),
            name=runs(Run(problem.code, Style.STRONG)),
            aside=runs(Run(_place(problem), Style.MUTED)),
            text=runs(problem.message),
            details=(runs(advice),) if advice else (),
        )


def find(document: Document, item: str) -> Diagnostic | None:
    """The problem with an item id of the pane; `None` for any other item."""
    number = item.removeprefix(PREFIX)
    if number == item or not number.isdecimal():
        return None
    index = int(number) - 1
    return document.problems[index] if 0 <= index < len(document.problems) else None


def card(document: Document, item: str, problem: Diagnostic, options: Options) -> Card:
    """The card of a problem, with its line of the file."""
    advice = problem.help if options.is_restricted else problem.advice
    explain = f"briefing check --explain {problem.code}"
    parts: dict[str, tuple[Runs, ...]] = {
        "WHAT": (runs(problem.message),),
        "WHERE": (runs(f"{document.name}:{_place(problem)}"),),
        "LINE": pointed_at(document.text, problem.span),
        "INSTEAD": (runs(advice),) if advice else (),
        "ITEM": (runs(problem.item),) if problem.item else (),
        "MORE": () if options.is_restricted else (runs(explain),),
    }
    return Card(
        item=item,
        title=runs(_LABELS[problem.severity], " ", Run(problem.code, Style.STRONG)),
        fields=tuple(filled_fields(parts)),
    )


def pointed_at(text: str, span: Span) -> tuple[Runs, ...]:
    """The line of a span with carets below it, aligned by terminal cells.

    Lines of speaker notes, which appear in no output, are left out.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    if not 1 <= span.line <= len(lines) or _is_private(lines, span.line - 1):
        return ()
    line = lines[span.line - 1]
    start = max(min(span.column - 1, len(line)) - _CONTEXT, 0)
    column = span.column - 1 - start
    end = column + max(span.length, 1)
    shown = line[start : start + _LENGTH]
    before, marked, after = map(clean, (shown[:column], shown[column:end], shown[end:]))
    gutter = f"{span.line} │ "
    indent = _BLANK * width(gutter + before)
    return (
        runs(Run(gutter, Style.MUTED), before, Run(marked, Style.WRONG), after),
        runs(Run(f"{indent}{'^' * max(width(marked), 1)}", Style.WRONG)),
    )


def _place(problem: Diagnostic) -> str:
    return f"{problem.span.line}:{problem.span.column}"


def _is_private(lines: list[str], index: int) -> bool:
    """Whether a line has the key of speaker notes, or is nested below a line that has it."""
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
