"""Reports of the problems in briefings and key files, for people and for programs.

All text from a file is cleaned of control sequences; JSON escapes them instead. Reports are
generated file by file, so thousands of files need no more memory than one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from tui.diagnostics import Diagnostic, Severity
from tui.text.cells import truncate, width
from tui.text.clean import clean, clean_with_map

WIDEST = 96
"""Longest part of a line of the file that is shown, in cells."""
BEFORE = 24
"""Cells shown before the problem in a longer line."""

_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFORMATION: "1;36"}
"""SGR parameters (ECMA-48); every report also gives the severity in words."""


class CheckedFile(Protocol):
    """A checked file, such as a briefing or a key file."""

    @property
    def name(self) -> str:
        """Its path as given by the user."""

    @property
    def text(self) -> str:
        """Its whole text."""

    @property
    def problems(self) -> Sequence[Diagnostic]:
        """The problems in file order."""


class ReportFormat(Protocol):
    """A function that formats a report."""

    def __call__(self, documents: Iterable[CheckedFile], *, color: bool = False) -> Iterator[str]:
        """Yield the report in lines, file by file; a line may contain line breaks."""


class Tally:
    """The number of checked briefings and of their problems by severity."""

    def __init__(self) -> None:
        self.documents = 0
        self.problems: Counter[Severity] = Counter()

    def add(self, document: CheckedFile) -> None:
        """Count a briefing and its problems."""
        self.documents += 1
        self.problems.update(problem.severity for problem in document.problems)

    def summary(self) -> str:
        """The counts of briefings and problems, in one line."""
        return f"{_number(self.documents, 'briefing')} checked: {self.problem_summary()}"

    def problem_summary(self) -> str:
        """The counts of problems by severity."""
        errors, warnings = self.problems[Severity.ERROR], self.problems[Severity.WARNING]
        summary = f"{_number(errors, 'error')}, {_number(warnings, 'warning')}"
        if self.problems[Severity.INFORMATION]:
            summary += f", {self.problems[Severity.INFORMATION]:,} for information"
        return summary


def full(documents: Iterable[CheckedFile], *, color: bool = False) -> Iterator[str]:
    """Yield each problem with its line, a caret under its place, help, and an empty line."""
    for document in documents:
        lines = document.text.split("\n") if document.problems else []
        for problem in document.problems:
            yield from _full(document, lines, problem, color)
            yield ""


def concise(documents: Iterable[CheckedFile], *, color: bool = False) -> Iterator[str]:
    """Yield each problem in one line, as compilers do: `file:line:column code: message`."""
    for document in documents:
        for problem in document.problems:
            code = _colored(problem.code, problem, color)
            yield f"{_place(document, problem)} {code}: {_one_line(_message_and_help(problem))}"


def json(documents: Iterable[CheckedFile], *, color: bool = False) -> Iterator[str]:
    """Yield a JSON array of objects, one for each problem; `color` is ignored."""
    from json import dumps  # noqa: PLC0415 - only this format needs it

    pending = "["  # a line is complete once it is known whether a comma follows
    for document in documents:
        for problem in document.problems:
            yield pending if pending == "[" else f"{pending},"
            written = dumps(_to_dict(document, problem), indent=2).replace("\x7f", "\\u007f")
            pending = "\n".join(f"  {line}" for line in written.split("\n"))
    if pending == "[":
        yield "[]"
    else:
        yield from (pending, "]")


def github(documents: Iterable[CheckedFile], *, color: bool = False) -> Iterator[str]:
    """Yield each problem as a workflow command that makes GitHub Actions annotate the file.

    Commands and parameters follow "Workflow commands for GitHub Actions" in GitHub's
    documentation; the end column is exclusive. Values are escaped as by `escapeData` and
    `escapeProperty` of the package `@actions/core` (github.com/actions/toolkit). `color` is
    ignored.
    """
    for document in documents:
        for problem in document.problems:
            span = problem.span
            parameters = {
                "file": _one_line(document.name),
                "line": str(span.line),
                "col": str(span.column),
                "endColumn": str(span.column + span.length),
                "title": problem.code,
            }
            properties = ",".join(
                f"{name}={_escape_property(value)}" for name, value in parameters.items()
            )
            message = _escape_data(clean(_message_and_help(problem)))
            yield f"::{_LEVELS[problem.severity]} {properties}::{message}"


FORMATS: dict[str, ReportFormat] = {
    "full": full,
    "concise": concise,
    "json": json,
    "github": github,
}
"""The formats by name, as `briefing check --format` accepts them."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "notice"}


def _escape_data(text: str) -> str:
    """Escape the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    """Escape the value of a parameter of a workflow command."""
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _to_dict(document: CheckedFile, problem: Diagnostic) -> dict[str, str | int]:
    return {
        "file": document.name,
        "line": problem.span.line,
        "column": problem.span.column,
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "help": problem.advice,
        "item": problem.item,
    }


def _full(
    document: CheckedFile, lines: Sequence[str], problem: Diagnostic, color: bool
) -> Iterator[str]:
    head = _colored(f"{problem.severity} {problem.code}", problem, color)
    yield f"{_place(document, problem)}: {head}: {_one_line(problem.message)}"
    number = str(problem.span.line)
    gutter = " " * len(number)
    if problem.span.line <= len(lines):
        shown, before, marked = _window(lines[problem.span.line - 1], problem)
        yield f" {number} | {shown}".rstrip()
        yield f" {gutter} | {' ' * before}{_colored('^' * marked, problem, color)}"
    if problem.advice:
        yield f" {gutter} = help: {_one_line(problem.advice)}"


def _window(line: str, problem: Diagnostic) -> tuple[str, int, int]:
    """Return the part of a line around a problem.

    Returns:
        The cleaned text, the number of cells before the problem, and that of the problem itself.
    """
    cleaned = clean_with_map(line)
    text, length = cleaned.text, len(line)
    start = cleaned.offsets[min(problem.span.column - 1, length)]
    end = cleaned.offsets[min(problem.span.column - 1 + problem.span.length, length)]
    if width(text) > WIDEST:
        first = _cut_before(text, start)
        text = ("…" if first else "") + text[first:]
        start, end = (at - first + (1 if first else 0) for at in (start, end))
        text = truncate(text, WIDEST)
    before = width(text[:start])
    return text, before, max(min(width(text[:end]), WIDEST) - before, 1)


def _cut_before(text: str, start: int) -> int:
    """The offset from which a long line is shown, `BEFORE` cells before the problem."""
    first = start
    while first and width(text[first - 1 : start]) <= BEFORE:
        first -= 1
    return 0 if width(text[:first]) <= 1 else first


def _place(document: CheckedFile, problem: Diagnostic) -> str:
    return f"{_one_line(document.name)}:{problem.span.line}:{problem.span.column}"


def _message_and_help(problem: Diagnostic) -> str:
    return f"{problem.message} {problem.advice}".strip()


def _one_line(text: str) -> str:
    return clean(" ".join(text.split("\n")))


def _colored(text: str, problem: Diagnostic, color: bool) -> str:
    return f"\x1b[{_COLORS[problem.severity]}m{text}\x1b[0m" if color else text


def _number(count: int, noun: str) -> str:
    return f"{f'{count:,}' if count else 'no'} {noun}{'' if count == 1 else 's'}"
