"""The index of a shelf for the screen: it is made while the reader reads, and asked meanwhile."""

import threading
from collections.abc import Sequence
from pathlib import Path

from tui.library.index import Index
from tui.library.search import AT_ONCE, Found, search
from tui.library.shelf import Opener


class Catalogue:
    """An index that is brought up to date by a thread of its own."""

    def __init__(
        self, folder: Path, load: Opener, roots: Sequence[Path], cache: Path | None
    ) -> None:
        self._index = Index(folder, load, roots=roots, cache=cache)
        self._stopped = threading.Event()
        self._done = (0, 0)
        self.titles: dict[str, str] = {}
        """By path: the titles of the briefings, once all are known."""
        self._thread = threading.Thread(target=self._update, name="index", daemon=True)
        self._thread.start()

    @property
    def progress(self) -> str:
        """How far it has come, in words; empty when it is done."""
        done, every = self._done
        if not self._thread.is_alive():
            return ""
        return f"reading {done:,} of {every:,}" if every else "reading"

    def search(self, question: str, limit: int) -> Found:
        """What the briefings answer that have been read so far."""
        return search(self._index, question, limit, AT_ONCE)

    def close(self) -> None:
        """Stop, at the next briefing, and let the file go."""
        self._stopped.set()
        self._thread.join()
        self._index.close()

    def _update(self) -> None:
        self._index.update(self._tell, stopped=self._stopped.is_set)
        self.titles = {each.path: each.title for each in self._index.standings()}

    def _tell(self, done: int, every: int) -> None:
        self._done = (done, every)
