"""A folder of briefings, as a list that one can choose from.

A briefing is read when its entry is looked at and not before, so that a folder of
thousands opens as quickly as one of three.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.blocks import Block
from tui.library.lazy_list import FOUND, LazyList
from tui.library.summary import (
    BriefingSummary,
    Read,
    entry,
    shown_path,
    standing,
    unreadable,
    with_line,
)
from tui.model.document import Document
from tui.text.fold import search_key

if TYPE_CHECKING:
    from tui.library.contents import Snippet
    from tui.library.indexer import Indexer
    from tui.library.read_status import ReadStatus
    from tui.library.search import LibraryAnswers
    from tui.library.state import ReaderState

Opener = Callable[[Path], Document]

ENDINGS = (".yaml", ".yml")


def briefings(folder: Path, unreadable: Callable[[OSError], object] | None = None) -> Sequence[str]:
    """The files that may be briefings, in a folder and below it, by their paths from there.

    Hidden files and folders are left out, and folders behind links; `unreadable` is told of
    each folder that cannot be looked into.
    """
    return sorted(_walked(folder, unreadable))


class BriefingLibrary:
    """The briefings in a folder and the folders below it."""

    def __init__(
        self,
        folder: Path,
        load: Opener,
        *,
        roots: Sequence[Path] = (),
        cache: Path | None = None,
        state: "ReaderState | None" = None,
        clearance: str = "",
    ) -> None:
        """For `roots`, `cache` and `clearance` see `Index`; `state` knows what has been read."""
        self.folder = folder
        self._load = load
        self._roots = roots
        self._cache = cache
        self._state = state
        self._clearance = clearance
        self._catalogue: Indexer | None = None
        self._readings: ReadStatus | None = None
        self._seen: dict[str, BriefingSummary] = {}
        """By path: how those stand that have been looked at."""
        self._keys: dict[str, str] = {}
        """By path: in what a briefing is sought whose title is known."""
        self.files = tuple(briefings(folder))

    def blocks(self, sought: str = "", order: str = "path") -> LazyList:
        """An entry for each briefing, in one of `ORDERS`; what is not known yet comes last.

        The item is the path, which `open` takes. With `sought` they are those alone that have all
        of its words in their path or title, and below them those that have the words in what they
        say, as far as they have been read.
        """
        paths = self._ordered(order)
        wanted = search_key(sought).text.split()
        if not wanted:
            return LazyList(paths, (), self._entry)
        named = [path for path in paths if all(word in self._key(path) for word in wanted)]
        having = self._catalogue.having(sought) if self._catalogue else {}
        found = [path for path in paths if path in having]
        return LazyList(named, found, lambda item: self._entry(item, sought))

    def begin(self) -> None:
        """Read what is to be found, in the background; once is enough."""
        self._begun()

    @property
    def progress(self) -> str:
        """How far the reading in the background has come, in words; empty when it is done."""
        return self._catalogue.progress if self._catalogue else ""

    def search(self, question: str, limit: int) -> "LibraryAnswers":
        """What the briefings answer, as far as they have been read."""
        return self._begun().search(question, limit)

    def finds(self, path: str, sought: str) -> Sequence[str]:
        """The items of a briefing that say what is sought, the best ones first."""
        return [told.entry.id for told in self._finds(path, sought)]

    def close(self) -> None:
        """Read no more in the background."""
        if self._catalogue is not None:
            self._catalogue.close()
            self._catalogue = None

    def open(self, key: str) -> Document:
        """The briefing of an entry, all of it; raises `OSError` if it can no longer be read."""
        document = self._load(self.folder / key)
        self._seen[key] = standing(document, key, self._clearance)
        return document

    def clear_for(self, clearance: str) -> None:
        """Withhold what is above a marking, in the list and in what can be found."""
        self.close()
        self._clearance = clearance
        self._seen.clear()
        self._keys.clear()

    def leave(self, document: Document) -> None:
        """Take note of how a briefing is, all of it, that has been read."""
        path = os.path.relpath(document.name, self.folder)
        self._seen[path] = standing(document, path, self._clearance)
        if self._readings is not None:
            self._readings.forget()

    def _begun(self) -> "Indexer":
        if self._catalogue is None:
            from tui.library.indexer import Indexer  # noqa: PLC0415 - not for the first screen

            self._catalogue = Indexer(
                self.folder, self._load, self._roots, self._cache, self._clearance
            )
        return self._catalogue

    def _ordered(self, order: str) -> Sequence[str]:
        if order == "path":
            return self.files
        from tui.library.orders import ordered  # noqa: PLC0415 - not for the first screen

        known = {**(self._catalogue.standings if self._catalogue else {}), **self._seen}
        there = [known[path] for path in self.files if path in known]
        return [
            *(each.path for each in ordered(there, order, self._read)),
            *(path for path in self.files if path not in known),
        ]

    def _key(self, path: str) -> str:
        """In what a briefing is sought: its path, and its title as far as that is known."""
        if path in self._keys:
            return self._keys[path]
        known = self._seen.get(path) or (
            self._catalogue.standings.get(path) if self._catalogue else None
        )
        said = f"{known.title} {shown_path(known)}" if known else "" if self._clearance else path
        key = search_key(said).text
        if known:
            self._keys[path] = key
        return key

    def _read(self, briefing: BriefingSummary) -> Read:
        """Whether a briefing has been read."""
        if self._state is None:
            return Read.UNKNOWN
        if self._readings is None:
            from tui.library.read_status import ReadStatus  # noqa: PLC0415 - only where that is known

            self._readings = ReadStatus(self.folder, self._state)
        return self._readings.of(briefing)

    def _entry(self, item: str, sought: str = "") -> Block:
        path = item.removeprefix(FOUND)
        try:
            of = self._standing(path)
        except OSError as error:
            return unreadable(path, error)
        made = entry(of, self._read(of))
        found = self._finds(path, sought) if item != path else ()
        return with_line(made, item, found[0].line, len(found) - 1) if found else made

    def _finds(self, path: str, sought: str) -> "Sequence[Snippet]":
        return self._catalogue.finds(path, sought) if self._catalogue else ()

    def _standing(self, path: str) -> BriefingSummary:
        """How a briefing stands; it is read unless it has been since the library was opened."""
        if path not in self._seen:
            known = self._catalogue.current(path) if self._catalogue else None
            if known is not None:
                return known
            self.open(path)
        return self._seen[path]


def _walked(folder: Path, unreadable: Callable[[OSError], object] | None) -> Iterator[str]:
    for top, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.endswith(ENDINGS) and not name.startswith("."):
                path = Path(top, name)
                if not path.is_fifo():  # which would be waited for until something writes to it
                    yield os.path.relpath(path, folder)
