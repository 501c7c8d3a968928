"""A folder of briefings, as a list that one can choose from.

A briefing is read when its entry is looked at and not before, so that a folder of
thousands opens as quickly as one of three.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, overload

from tui.blocks import Block
from tui.library.standing import entry, standing, unreadable
from tui.model.document import Document
from tui.text.fold import search_key

if TYPE_CHECKING:
    from tui.library.catalogue import Catalogue
    from tui.library.search import Found

Opener = Callable[[Path], Document]

ENDINGS = (".yaml", ".yml")


def briefings(folder: Path, unreadable: Callable[[OSError], object] | None = None) -> Sequence[str]:
    """The files that may be briefings, in a folder and below it, by their paths from there.

    Hidden files and folders are left out, and folders behind links; `unreadable` is told of
    each folder that cannot be looked into.
    """
    return sorted(_walked(folder, unreadable))


class Shelf:
    """The briefings in a folder and the folders below it."""

    def __init__(
        self, folder: Path, load: Opener, *, roots: Sequence[Path] = (), cache: Path | None = None
    ) -> None:
        """For `roots` and `cache` see `Index`."""
        self.folder = folder
        self._load = load
        self._roots = roots
        self._cache = cache
        self._catalogue: Catalogue | None = None
        self.files = tuple(briefings(folder))

    def blocks(self, sought: str = "") -> Sequence[Block]:
        """An entry for each briefing; its item is the key that `open` takes.

        With `sought` for those alone that have all of its words in their path, or in their title
        as far as the titles are known without reading.
        """
        wanted = search_key(sought).text.split()
        if not wanted:
            return _Entries(self, self.files)
        titles = self._catalogue.titles if self._catalogue else {}
        keys = ((each, search_key(f"{titles.get(each, '')} {each}").text) for each in self.files)
        return _Entries(self, [each for each, key in keys if all(word in key for word in wanted)])

    def begin(self) -> None:
        """Read what is to be found, in the background; once is enough."""
        self._begun()

    @property
    def progress(self) -> str:
        """How far the reading in the background has come, in words; empty when it is done."""
        return self._catalogue.progress if self._catalogue else ""

    def search(self, question: str, limit: int) -> "Found":
        """What the briefings answer, as far as they have been read."""
        return self._begun().search(question, limit)

    def close(self) -> None:
        """Read no more in the background."""
        if self._catalogue is not None:
            self._catalogue.close()
            self._catalogue = None

    def _begun(self) -> "Catalogue":
        if self._catalogue is None:
            from tui.library.catalogue import Catalogue  # noqa: PLC0415 - not for the first screen

            self._catalogue = Catalogue(self.folder, self._load, self._roots, self._cache)
        return self._catalogue

    def open(self, key: str) -> Document:
        """The briefing of an entry; raises `OSError` if it can no longer be read."""
        return self._load(self.folder / key)


class _Entries(Sequence[Block]):
    """The entries of a shelf, each made when it is asked for."""

    def __init__(self, shelf: Shelf, files: Sequence[str]) -> None:
        self._shelf = shelf
        self._files = files
        self._made: dict[int, Block] = {}

    def __len__(self) -> int:
        return len(self._files)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        if index not in self._made:
            self._made[index] = _entry(self._shelf, self._files[index])
        return self._made[index]


def _walked(folder: Path, unreadable: Callable[[OSError], object] | None) -> Iterator[str]:
    for top, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.endswith(ENDINGS) and not name.startswith("."):
                path = Path(top, name)
                if not path.is_fifo():  # which would be waited for until something writes to it
                    yield os.path.relpath(path, folder)


def _entry(shelf: Shelf, key: str) -> Block:
    try:
        return entry(standing(shelf.open(key), key))
    except OSError as error:
        return unreadable(key, error)
