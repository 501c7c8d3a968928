"""Indexing of a library in the background, while its reader reads and searches it."""

import threading
from collections.abc import Mapping, Sequence

from tui.search.contents import Snippet
from tui.search.library_index import Candidate, LibraryIndex
from tui.search.library_search import AT_ONCE, LibraryAnswers, search, snippets
from tui.search.summary import BriefingSummary

_REFRESHED_EVERY = 1_000
"""Briefings that are indexed between two looks at the summaries of all."""


class Indexer:
    """A thread that brings the index of a library up to date."""

    def __init__(self, index: LibraryIndex) -> None:
        """Start to bring an index up to date; `close` closes it."""
        self._index = index
        self._stopped = threading.Event()
        self._done = (0, 0)
        self.summaries: Mapping[str, BriefingSummary] = {}
        """By path: the briefings as they are, or were when they were last indexed."""
        self._is_current = False
        self._matches: tuple[str, Mapping[str, Candidate]] = ("", {})
        self._thread = threading.Thread(target=self._update, name="index", daemon=True)
        self._thread.start()

    @property
    def progress(self) -> str:
        """How far it has come, in words; empty when it is done."""
        done, total = self._done
        if not self._thread.is_alive():
            return ""
        return f"reading {done:,} of {total:,}" if total else "reading"

    def current(self, path: str) -> BriefingSummary | None:
        """Return the summary of a briefing; `None` as long as it may be out of date."""
        return self.summaries.get(path) if self._is_current else None

    def search(self, question: str, limit: int) -> LibraryAnswers:
        """Return the best answers of what has been indexed."""
        return search(self._index, question, limit, AT_ONCE)

    def matches(self, words: str) -> Mapping[str, Candidate]:
        """Return the indexed briefings with an item that has all of some words, by path."""
        self._matches = (words, self._index.matches(words))
        return self._matches[1]

    def snippets(self, path: str, words: str) -> Sequence[Snippet]:
        """Return the items of a briefing that match some words, the best first."""
        matches = self._matches[1] if self._matches[0] == words else self.matches(words)
        candidate = matches.get(path)
        return snippets(self._index, candidate, words) if candidate else ()

    def close(self) -> None:
        """Stop at the next briefing, and close the index."""
        self.stop()
        self.wait()
        self._index.close()

    def stop(self) -> None:
        """Index no more than the current briefing."""
        self._stopped.set()

    def wait(self) -> None:
        """Wait until the index is up to date, or indexing was stopped."""
        self._thread.join()

    def _update(self) -> None:
        self._refresh_summaries()
        self._index.update(self._report, stopped=self._stopped.is_set)
        self._refresh_summaries()
        self._is_current = True

    def _report(self, done: int, total: int) -> None:
        self._done = (done, total)
        if done and done % _REFRESHED_EVERY == 0 and len(self.summaries) < done:
            self._refresh_summaries()

    def _refresh_summaries(self) -> None:
        self.summaries = {each.path: each for each in self._index.summaries()}
