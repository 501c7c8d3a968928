"""Finding briefings in the reader's library in a thread, since the whole library may be read."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from tui.model.document import Document

Find = Callable[[str, str], Document | None]
"""Finds a briefing by its id and the SHA-256 of its file, or else another version of it."""

MAX_RESULTS = 4
"""Results that are remembered, for a presenter who goes back and forth between briefings."""

_Key = tuple[str, str]


class BriefingFinder:
    """Runs one search at a time; of those requested meanwhile, the last one is next.

    The thread is a daemon, so that a reader who leaves does not wait for it.
    """

    def __init__(self, find: Find) -> None:
        """`find` is called in a thread."""
        self._find = find
        self._results: dict[_Key, Document | None] = {}
        self._running: _Key | None = None
        self._next: _Key | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._on_result: Callable[[], None] = lambda: None

    def begin(self, on_result: Callable[[], None]) -> None:
        """Start to search; `on_result` is called in the running loop after every search."""
        self._loop, self._on_result = asyncio.get_running_loop(), on_result
        self._search()

    def close(self) -> None:
        """Ignore the result of a search that goes on."""
        self._loop = None

    def find_now(self, id: str, sha256: str) -> Document | None:
        """Search in this thread; may block."""
        document = self._results[id, sha256] = self._find(id, sha256)
        return document

    def get(self, id: str, sha256: str) -> Document | None:
        """Return a result, or `None` and search for it if it is not known."""
        key = (id, sha256)
        self._next = None if key in self._results or key == self._running else key
        self._search()
        return self._results.get(key)

    def is_searching(self, id: str, sha256: str) -> bool:
        """Whether a search goes on, or waits to begin."""
        return (id, sha256) in (self._running, self._next)

    def retry(self, id: str, sha256: str) -> None:
        """Forget that a briefing was not found, so that it is searched for again."""
        if self._results.get((id, sha256)) is None:
            self._results.pop((id, sha256), None)

    def _search(self) -> None:
        if self._loop is not None and self._next is not None and self._running is None:
            self._running, self._next = self._next, None
            Thread(target=self._run, args=(self._loop, *self._running), daemon=True).start()

    def _run(self, loop: asyncio.AbstractEventLoop, id: str, sha256: str) -> None:
        document = self._find(id, sha256)
        with suppress(RuntimeError):  # the loop has been closed
            loop.call_soon_threadsafe(self._finish, id, sha256, document)

    def _finish(self, id: str, sha256: str, document: Document | None) -> None:
        self._running = None
        self._results[id, sha256] = document
        if len(self._results) > MAX_RESULTS:
            del self._results[next(iter(self._results))]
        self._search()
        if self._loop is not None:
            self._on_result()
