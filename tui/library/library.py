"""A folder of briefings, as a list to choose from.

A briefing is read when its entry is shown and not before, so that a folder of thousands opens as
quickly as one of three.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.blocks import Block
from tui.library.lazy_list import FOUND, LazyList
from tui.library.listing import ReadStatus, entry, ordered, unreadable, with_line
from tui.library.state import ReaderState
from tui.model.document import Document
from tui.search.files import Loader, find_briefings
from tui.search.summary import BriefingSummary, summarize
from tui.text.fold import search_key

if TYPE_CHECKING:
    from tui.search.contents import Snippet
    from tui.search.indexer import Indexer
    from tui.search.library_search import LibraryAnswers


class Library:
    """The briefings in a folder and the folders below it."""

    def __init__(
        self,
        folder: Path,
        load: Loader,
        *,
        roots: Sequence[Path] = (),
        cache: Path | None = None,
        state: ReaderState | None = None,
        clearance: str = "",
    ) -> None:
        """Find the files of the briefings.

        Args:
            folder: The folder.
            load: Reads a briefing.
            roots: The folders where `load` looks for sources beside.
            cache: The folder of the index; by default the user's cache folder.
            state: Knows which briefings the reader has read.
            clearance: The strictest marking that may be shown; empty for all.
        """
        self.folder = folder
        self._load = load
        self._roots = roots
        self._cache = cache
        self._clearance = clearance
        self._indexer: Indexer | None = None
        self._read_status = ReadStatus(folder, state)
        self._summaries: dict[str, BriefingSummary] = {}
        """Of the briefings that were read for the list, by path."""
        self._keys: dict[str, str] = {}
        """The folded path and title of the briefings whose title is known, by path."""
        self.files = find_briefings(folder)

    def blocks(self, words: str = "", order: str = "path") -> LazyList:
        """Return an entry for each briefing.

        Args:
            words: List only briefings that have all of these words in their path or title, and
                below them those that have them in an item, as far as they have been indexed.
            order: One of `ORDERS`; briefings that have not been read yet come last.
        """
        paths = self._ordered(order)
        folded = search_key(words).text.split()
        if not folded:
            return LazyList(paths, (), self._entry)
        named = [path for path in paths if all(word in self._key(path) for word in folded)]
        matches = self._indexer.matches(words) if self._indexer else {}
        found = [path for path in paths if path in matches]
        return LazyList(named, found, lambda item: self._entry(item, words))

    def begin(self) -> None:
        """Index the briefings in the background, unless that has begun."""
        self._start_indexer()

    def wait(self) -> None:
        """Wait until the indexing in the background is done."""
        if self._indexer is not None:
            self._indexer.wait()

    @property
    def progress(self) -> str:
        """How far the indexing in the background has come, in words; empty when it is done."""
        return self._indexer.progress if self._indexer else ""

    def search(self, question: str, limit: int) -> "LibraryAnswers":
        """Return the best answers of the briefings that have been indexed."""
        return self._start_indexer().search(question, limit)

    def finds(self, path: str, words: str) -> Sequence[str]:
        """Return the ids of the items of a briefing that match some words, the best first."""
        return [snippet.entry.id for snippet in self._snippets(path, words)]

    def close(self) -> None:
        """Stop indexing in the background."""
        if self._indexer is not None:
            self._indexer.close()
            self._indexer = None

    def open(self, path: str) -> Document:
        """Read a whole briefing. Raises `OSError` if it cannot be read."""
        document = self._load(self.folder / path)
        self._summaries[path] = summarize(document, path, self._clearance)
        return document

    def clear_for(self, clearance: str) -> None:
        """Withhold what is marked more strictly than a clearance."""
        self.close()
        self._clearance = clearance
        self._summaries.clear()
        self._keys.clear()

    def leave(self, document: Document) -> None:
        """Update the list for a briefing that was read and perhaps changed."""
        path = os.path.relpath(document.name, self.folder)
        self._summaries[path] = summarize(document, path, self._clearance)
        self._read_status.forget()

    def _start_indexer(self) -> "Indexer":
        if self._indexer is None:
            from tui.library.folders import cache_folder  # noqa: PLC0415 - not for the first frame
            from tui.search.indexer import Indexer  # noqa: PLC0415 - likewise
            from tui.search.library_index import LibraryIndex  # noqa: PLC0415 - likewise

            index = LibraryIndex(
                self.folder,
                self._load,
                cache=self._cache or cache_folder(),
                roots=self._roots,
                clearance=self._clearance,
            )
            self._indexer = Indexer(index)
        return self._indexer

    def _ordered(self, order: str) -> Sequence[str]:
        if order == "path":
            return self.files
        indexed = self._indexer.summaries if self._indexer else {}
        known = {**indexed, **self._summaries}
        listed = [known[path] for path in self.files if path in known]
        first = [each.path for each in ordered(listed, order, self._read_status.of)]
        return [*first, *(path for path in self.files if path not in known)]

    def _key(self, path: str) -> str:
        """Return the folded path and title of a briefing, as far as they may be known."""
        if path in self._keys:
            return self._keys[path]
        indexed = self._indexer.summaries if self._indexer else {}
        known = self._summaries.get(path) or indexed.get(path)
        if known is None:
            return "" if self._clearance else search_key(path).text
        self._keys[path] = search_key(f"{known.title} {known.shown_path}").text
        return self._keys[path]

    def _entry(self, item: str, words: str = "") -> Block:
        path = item.removeprefix(FOUND)
        try:
            briefing = self._summary(path)
        except OSError as error:
            return unreadable(path, error)
        listed = entry(briefing, self._read_status.of(briefing))
        found = self._snippets(path, words) if item != path else ()
        return with_line(listed, item, found[0].line, len(found) - 1) if found else listed

    def _snippets(self, path: str, words: str) -> "Sequence[Snippet]":
        return self._indexer.snippets(path, words) if self._indexer else ()

    def _summary(self, path: str) -> BriefingSummary:
        """Return the summary of a briefing; it is read if the index may be out of date."""
        if path not in self._summaries:
            indexed = self._indexer.current(path) if self._indexer else None
            if indexed is not None:
                return indexed
            self.open(path)
        return self._summaries[path]
