"""The problems of briefings and files of keys, in words for people and in forms for programs.

All that comes from a file is cleaned; JSON escapes whatever is not ASCII instead. Each form takes
briefings as they come and keeps none of them, so that thousands need no more memory than one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from tui.diagnostics import Diagnostic, Severity
from tui.text.cells import truncate, width
from tui.text.clean import clean, clean_with_map

WIDEST = 96
"""Cells of a line of the file that are shown; of a longer one, those round the problem."""
BEFORE = 24
"""Cells shown before the problem in a line that is too long."""

_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFORMATION: "1;36"}
"""SGR parameters of ECMA-48; the severity is always said in words too."""


class Checked(Protocol):
    """A file and what is wrong with it: a briefing, or a file of keys."""

    @property
    def name(self) -> str:
        """Its path, as it was given."""

    @property
    def text(self) -> str:
        """All of it."""

    @property
    def problems(self) -> Sequence[Diagnostic]:
        """In the order of the file."""


class Form(Protocol):
    """A form of the report."""

    def __call__(self, documents: Iterable[Checked], *, color: bool = False) -> Iterator[str]:
        """The lines of the report, as the documents come; some hold line breaks."""


class Tally:
    """How many briefings were checked, and how many problems of each severity they have."""

    def __init__(self) -> None:
        self.documents = 0
        self.problems: Counter[Severity] = Counter()

    def add(self, document: Checked) -> None:
        """Count a briefing and its problems."""
        self.documents += 1
        self.problems.update(problem.severity for problem in document.problems)

    def told(self) -> str:
        """How many there are, in one line."""
        return f"{_number(self.documents, 'briefing')} checked: {self.counted()}"

    def counted(self) -> str:
        """How many problems there are, in words."""
        errors, warnings = self.problems[Severity.ERROR], self.problems[Severity.WARNING]
        told = f"{_number(errors, 'error')}, {_number(warnings, 'warning')}"
        if self.problems[Severity.INFORMATION]:
            told += f", {self.problems[Severity.INFORMATION]:,} for information"
        return told


def full(documents: Iterable[Checked], *, color: bool = False) -> Iterator[str]:
    """Each problem with its line, a caret under its place, and help; an empty line after it."""
    for document in documents:
        lines = document.text.split("\n") if document.problems else []
        for problem in document.problems:
            yield from _full(document, lines, problem, color)
            yield ""


def concise(documents: Iterable[Checked], *, color: bool = False) -> Iterator[str]:
    """Each problem in one line, as compilers write it: `file:line:column code: message`."""
    for document in documents:
        for problem in document.problems:
            code = _tinted(problem.code, problem, color)
            yield f"{_place(document, problem)} {code}: {_one_line(_told(problem))}"


def json(documents: Iterable[Checked], *, color: bool = False) -> Iterator[str]:
    """An array of objects, one for each problem; `color` has no bearing on it."""
    from json import dumps  # noqa: PLC0415 - for this format alone

    before = "["
    for document in documents:
        for problem in document.problems:
            written = dumps(_object(document, problem), indent=2).replace("\x7f", "\\u007f")
            yield before if before == "[" else f"{before},"
            before = "\n".join(f"  {line}" for line in written.split("\n"))
    if before == "[":
        yield "[]"
    else:
        yield from (before, "]")


def github(documents: Iterable[Checked], *, color: bool = False) -> Iterator[str]:
    """Each problem as a workflow command of GitHub Actions, which annotates the file with it.

    The commands and their parameters: "Workflow commands for GitHub Actions" in GitHub's
    documentation; the end column is exclusive. How values are escaped: `escapeData` and
    `escapeProperty` of the package `@actions/core` (github.com/actions/toolkit). `color` has no
    bearing on it.
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
            given = ",".join(f"{name}={_property(value)}" for name, value in parameters.items())
            yield f"::{_LEVELS[problem.severity]} {given}::{_data(clean(_told(problem)))}"


FORMATS: dict[str, Form] = {"full": full, "concise": concise, "json": json, "github": github}
"""By name, as `briefing check --format` takes it."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "notice"}


def _data(text: str) -> str:
    """A text as the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A text as the value of a parameter of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _object(document: Checked, problem: Diagnostic) -> dict[str, str | int]:
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
    document: Checked, lines: Sequence[str], problem: Diagnostic, color: bool
) -> Iterator[str]:
    head = _tinted(f"{problem.severity} {problem.code}", problem, color)
    yield f"{_place(document, problem)}: {head}: {_one_line(problem.message)}"
    number = str(problem.span.line)
    gutter = " " * len(number)
    if problem.span.line <= len(lines):
        shown, before, marked = _window(lines[problem.span.line - 1], problem)
        yield f" {number} | {shown}".rstrip()
        yield f" {gutter} | {' ' * before}{_tinted('^' * marked, problem, color)}"
    if problem.advice:
        yield f" {gutter} = help: {_one_line(problem.advice)}"


def _window(line: str, problem: Diagnostic) -> tuple[str, int, int]:
    """A line of the file or what of it is round the problem; cells before it, and of it."""
    cleaned = clean_with_map(line)
    text, last = cleaned.text, len(line)
    start = cleaned.offsets[min(problem.span.column - 1, last)]
    end = cleaned.offsets[min(problem.span.column - 1 + problem.span.length, last)]
    if width(text) > WIDEST:
        first = _cut_before(text, start)
        text = ("…" if first else "") + text[first:]
        start, end = (at - first + (1 if first else 0) for at in (start, end))
        text = truncate(text, WIDEST)
    before = width(text[:start])
    return text, before, max(min(width(text[:end]), WIDEST) - before, 1)


def _cut_before(text: str, start: int) -> int:
    """Where a line that is too long begins to be shown: not far before the problem."""
    first = start
    while first and width(text[first - 1 : start]) <= BEFORE:
        first -= 1
    return 0 if width(text[:first]) <= 1 else first


def _place(document: Checked, problem: Diagnostic) -> str:
    return f"{_one_line(document.name)}:{problem.span.line}:{problem.span.column}"


def _told(problem: Diagnostic) -> str:
    return f"{problem.message} {problem.advice}".strip()


def _one_line(text: str) -> str:
    return clean(" ".join(text.split("\n")))


def _tinted(text: str, problem: Diagnostic, color: bool) -> str:
    return f"\x1b[{_COLORS[problem.severity]}m{text}\x1b[0m" if color else text


def _number(count: int, noun: str) -> str:
    return f"{f'{count:,}' if count else 'no'} {noun}{'' if count == 1 else 's'}"
