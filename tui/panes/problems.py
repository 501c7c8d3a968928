"""Problems: what is wrong with the file, each with its place."""

from collections.abc import Iterator

from tui.blocks import Block, Card, Entry, Field, Run, Runs, Style, runs
from tui.diagnostics import Diagnostic, Severity
from tui.model.briefing import Pane
from tui.model.document import Document
from tui.panes import headings
from tui.panes.source_line import pointed_at
from tui.places import Options

PREFIX = "problem:"
"""The items of the pane are called `problem:1`, `problem:2` … in the order of the file."""

_LABELS = {
    Severity.ERROR: Run("✗ error", Style.WRONG),
    Severity.WARNING: Run("! warning", Style.CAUTION),
    Severity.INFORMATION: Run("i information", Style.MUTED),
}


def blocks(document: Document, pane: Pane, options: Options) -> Iterator[Block]:
    """An entry for each problem, in the order of the file."""
    count = len(document.problems)
    aside = runs(Run(f"{count} problem{'' if count == 1 else 's'}", Style.MUTED))
    yield from headings.pane(document, pane, aside, options)
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
    """The problem of that item; `None` where it is none."""
    number = item.removeprefix(PREFIX)
    if number == item or not number.isdecimal():
        return None
    index = int(number) - 1
    return document.problems[index] if 0 <= index < len(document.problems) else None


def card(document: Document, item: str, problem: Diagnostic, options: Options) -> Card:
    """A problem with the line of the file that it is in."""
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
        fields=tuple(Field(label, lines) for label, lines in parts.items() if lines),
    )


def _place(problem: Diagnostic) -> str:
    return f"{problem.span.line}:{problem.span.column}"
