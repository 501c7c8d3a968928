"""The index of a shelf for the screen: it is made while the reader reads, and asked meanwhile."""

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from tui.library.briefing_library import Opener
from tui.library.contents import Snippet
from tui.library.library_index import LibraryIndex
from tui.library.search import AT_ONCE, LibraryAnswers, finds, search
from tui.library.store import Store
from tui.library.summary import BriefingSummary

TOLD_EVERY = 1_000
"""Briefings that are read between two times that it is told how all of them stand."""


class Indexer:
    """An index that is brought up to date by a thread of its own."""

    def __init__(
        self,
        folder: Path,
        load: Opener,
        roots: Sequence[Path],
        cache: Path | None,
        clearance: str = "",
    ) -> None:
        self._index = LibraryIndex(folder, load, roots=roots, cache=cache, clearance=clearance)
        self._stopped = threading.Event()
        self._done = (0, 0)
        self.standings: Mapping[str, BriefingSummary] = {}
        """By path: how the briefings stand, or stood when they were read last."""
        self._is_current = False
        self._having: tuple[str, Mapping[str, tuple[Store, int]]] = ("", {})
        self._thread = threading.Thread(target=self._update, name="index", daemon=True)
        self._thread.start()

    @property
    def progress(self) -> str:
        """How far it has come, in words; empty when it is done."""
        done, every = self._done
        if not self._thread.is_alive():
            return ""
        return f"reading {done:,} of {every:,}" if every else "reading"

    def current(self, path: str) -> BriefingSummary | None:
        """How a briefing stands; `None` as long as it may have been changed since that is known."""
        return self.standings.get(path) if self._is_current else None

    def search(self, question: str, limit: int) -> LibraryAnswers:
        """What the briefings answer that have been read so far."""
        return search(self._index, question, limit, AT_ONCE)

    def having(self, sought: str) -> Mapping[str, tuple[Store, int]]:
        """By path: the briefings that say what is sought, of those that have been read so far."""
        self._having = (sought, self._index.having(sought))
        return self._having[1]

    def finds(self, path: str, sought: str) -> Sequence[Snippet]:
        """What a briefing says that is sought, the best first."""
        if self._having[0] != sought:
            self.having(sought)
        candidate = self._having[1].get(path)
        return finds(self._index, *candidate, sought) if candidate else ()

    def close(self) -> None:
        """Stop, at the next briefing, and let the file go."""
        self._stopped.set()
        self._thread.join()
        self._index.close()

    def _update(self) -> None:
        self._tell_standings()
        self._index.update(self._tell, stopped=self._stopped.is_set)
        self._tell_standings()
        self._is_current = True

    def _tell(self, done: int, every: int) -> None:
        self._done = (done, every)
        if done and done % TOLD_EVERY == 0 and len(self.standings) < done:
            self._tell_standings()

    def _tell_standings(self) -> None:
        self.standings = {each.path: each for each in self._index.standings()}
