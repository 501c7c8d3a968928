"""Places in a file and problems found there, as data.

Problems are not raised: the loader and the checks collect `Diagnostic`s, which printers and a
pane show.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, Protocol

from tui.frozen import frozen


class Severity(StrEnum):
    """How much a problem matters: a file is *clean* with no error and no warning."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


class Span(NamedTuple):
    """A range of characters on one line of a file."""

    line: int
    """1-based."""
    column: int
    """1-based, in code points."""
    length: int = 1
    """In code points; at least 1."""


class Origin(Protocol):
    """The mapping of the file that a record was read from."""

    def span(self, *path: str | int) -> Span:
        """The place of the value at `path` below this record, or of the nearest that exists.

        `span()` is the record itself, `span("cites", 0)` the first of its citations.
        """


class Nowhere:
    """The origin of a record that was not read from a file."""

    def span(self, *path: str | int) -> Span:
        """The first character of the file."""
        return Span(1, 1)


NOWHERE = Nowhere()


@frozen
class Diagnostic:
    """One problem of one file."""

    code: str
    """The rule's id, kebab-case, as `briefing check --explain` takes it."""
    severity: Severity
    message: str
    """What is wrong, in words, without the code and the place."""
    span: Span
    help: str = ""
    """What to write instead; empty where the message says it."""
    item: str = ""
    """The id of the item concerned; empty for the whole file."""
    command: str = ""
    """A command that helps, as a sentence: `` `briefing fix` replaces it. ``; often empty."""

    @property
    def advice(self) -> str:
        """What to write instead, and the command that helps."""
        return f"{self.help} {self.command}".strip()


class Report:
    """The problems of one file, at most one for each code and place."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Span], Diagnostic] = {}

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a problem, unless the same mistake has been reported already."""
        self._found.setdefault((diagnostic.code, diagnostic.span), diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        """The problems in the order of the file."""
        return iter(sorted(self._found.values(), key=lambda found: (found.span, found.code)))

    def __len__(self) -> int:
        return len(self._found)


def reason(error: OSError) -> str:
    """Why a file cannot be opened, read or written, in the system's words."""
    return error.strerror or str(error)
