"""The problems of briefings, in words: `full` with the lines of the file, `concise`, or `json`.

All that comes from a file is cleaned; JSON escapes whatever is not ASCII instead.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from tui.diagnostics import Diagnostic, Severity
from tui.model.document import Document
from tui.text.cells import truncate, width
from tui.text.clean import clean, clean_with_map

WIDEST = 96
"""Cells of a line of the file that are shown; of a longer one, those round the problem."""
BEFORE = 24
"""Cells shown before the problem in a line that is too long."""

_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFORMATION: "1;36"}
"""SGR parameters of ECMA-48; the severity is always said in words too."""


def full(documents: Sequence[Document], *, color: bool = False) -> str:
    """Each problem with its line, a caret under its place, and help; then how many there are."""
    parts = [
        "\n".join(_full(document, lines, problem, color))
        for document in documents
        for lines in [document.text.split("\n")]
        for problem in document.problems
    ]
    return "\n\n".join([*parts, _summary(documents)])


def concise(documents: Sequence[Document], *, color: bool = False) -> str:
    """Each problem in one line, as compilers write it: `file:line:column code: message`."""
    return "\n".join(
        f"{_place(document, problem)} {_tinted(problem.code, problem, color)}: "
        f"{_one_line(_told(problem))}"
        for document in documents
        for problem in document.problems
    )


def json(documents: Sequence[Document], *, color: bool = False) -> str:
    """An array of objects, one for each problem; `color` has no bearing on it."""
    from json import dumps  # noqa: PLC0415 - for this format alone

    return dumps([*_objects(documents)], indent=2).replace("\x7f", "\\u007f")


FORMATS: dict[str, Callable[..., str]] = {"full": full, "concise": concise, "json": json}
"""By name, as `briefing check --format` takes it."""


def _objects(documents: Iterable[Document]) -> Iterator[dict[str, str | int]]:
    for document in documents:
        for problem in document.problems:
            yield {
                "file": document.name,
                "line": problem.span.line,
                "column": problem.span.column,
                "code": problem.code,
                "severity": str(problem.severity),
                "message": problem.message,
                "help": problem.help,
                "item": problem.item,
            }


def _full(
    document: Document, lines: Sequence[str], problem: Diagnostic, color: bool
) -> Iterator[str]:
    head = _tinted(f"{problem.severity} {problem.code}", problem, color)
    yield f"{_place(document, problem)}: {head}: {_one_line(problem.message)}"
    number = str(problem.span.line)
    gutter = " " * len(number)
    if problem.span.line <= len(lines):
        shown, before, marked = _window(lines[problem.span.line - 1], problem)
        yield f" {number} | {shown}".rstrip()
        yield f" {gutter} | {' ' * before}{_tinted('^' * marked, problem, color)}"
    if problem.help:
        yield f" {gutter} = help: {_one_line(problem.help)}"


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


def _place(document: Document, problem: Diagnostic) -> str:
    return f"{_one_line(document.name)}:{problem.span.line}:{problem.span.column}"


def _told(problem: Diagnostic) -> str:
    return f"{problem.message} {problem.help}".strip()


def _one_line(text: str) -> str:
    return clean(" ".join(text.split("\n")))


def _tinted(text: str, problem: Diagnostic, color: bool) -> str:
    return f"\x1b[{_COLORS[problem.severity]}m{text}\x1b[0m" if color else text


def _summary(documents: Sequence[Document]) -> str:
    counts = Counter(problem.severity for each in documents for problem in each.problems)
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    told = f"{_number(errors, 'error')}, {_number(warnings, 'warning')}"
    if counts[Severity.INFORMATION]:
        told += f", {counts[Severity.INFORMATION]} for information"
    return f"{_number(len(documents), 'briefing')} checked: {told}"


def _number(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"
