"""A file that may be saved while it is read.

It is looked at now and then: a look costs a microsecond, and sees what a watcher of the
operating system does not, such as a file of another machine or one put in the place of another.
"""

from collections.abc import Callable
from pathlib import Path

from tui.frozen import replace
from tui.model.document import Document

BROKEN = "yaml-syntax"
"""The problem of a file that was read only up to some place in it."""

_Signature = tuple[int, int, int] | None


class WatchedFile:
    """The file of a briefing that is open."""

    def __init__(self, document: Document, load: Callable[[str], Document]) -> None:
        """`load` reads a file by the name that the document has."""
        self._name = document.name
        self._load = load
        self._read = self._seen = self._signature()

    def is_saved(self) -> bool:
        """Whether the file is another than was read, and has been since the last look.

        One that is still being written, or is away for a moment, is not yet.
        """
        now = self._signature()
        is_settled, self._seen = now == self._seen, now
        return is_settled and now != self._read

    def read(self) -> Document:
        """Read the file as it is now; `OSError` where it cannot be opened."""
        self._read = self._seen
        return self._load(self._name)

    def _signature(self) -> _Signature:
        try:
            found = Path(self._name).stat()
        except (OSError, ValueError):
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino


def is_broken(document: Document) -> bool:
    """Whether there is no briefing in a file, or only the beginning of one can be read."""
    has_end = all(problem.code != BROKEN for problem in document.problems)
    return not (has_end and document.has_briefing)


def with_problems_of(document: Document, broken: Document) -> Document:
    """A briefing as it was read, with what is wrong with the file that it cannot be read from."""
    return replace(document, text=broken.text, problems=broken.problems)
