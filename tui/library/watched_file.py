"""A file that may change while its briefing is open.

Its status is polled, which costs a microsecond and also works where the file notification of the
operating system does not: on network file systems, and when the file is replaced.
"""

from collections.abc import Callable
from pathlib import Path

from tui.frozen import replace
from tui.model.document import Document

BROKEN = "yaml-syntax"
"""The code of the problem of a file that could be read in part only."""

_Signature = tuple[int, int, int] | None


class WatchedFile:
    """The file of an open briefing."""

    def __init__(self, document: Document, load: Callable[[str], Document]) -> None:
        """Watch the file of a document; `load` reads it by its name."""
        self._name = document.name
        self._load = load
        self._read = self._seen = self._signature()

    def is_saved(self) -> bool:
        """Return whether the file has changed since it was read, but not since the last call.

        So a file that is being written, or is missing for a moment, is not reported yet.
        """
        now = self._signature()
        is_settled, self._seen = now == self._seen, now
        return is_settled and now != self._read

    def read(self) -> Document:
        """Read the file. Raises `OSError` if it cannot be opened."""
        self._read = self._seen
        return self._load(self._name)

    def _signature(self) -> _Signature:
        try:
            found = Path(self._name).stat()
        except (OSError, ValueError):
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino


def is_broken(document: Document) -> bool:
    """Return whether a file has no briefing, or only the beginning of one can be read."""
    has_end = all(problem.code != BROKEN for problem in document.problems)
    return not (has_end and document.has_briefing)


def with_problems_of(document: Document, broken: Document) -> Document:
    """Return a briefing as it was, with the text and problems of its file as it is now."""
    return replace(document, text=broken.text, problems=broken.problems)
