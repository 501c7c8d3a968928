"""The briefings of a follower's own: looked for in a thread, since a whole library may be read."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from tui.model.document import Document

Sought = tuple[str, str]
"""The id of a briefing, and the SHA-256 of its file."""

Find = Callable[[str, str], Document | None]
"""Finds a briefing of the reader's own by its id and the SHA-256 of its file, or another version
of it; `None` where there is none. It is called in a thread."""

MOST = 4
"""Briefings that are remembered: a presenter goes to and fro between a few."""


class BriefingFinder:
    """Looks for one briefing at a time; of those asked for meanwhile the last one is next.

    What `find` fails on is a failure of a thread: see `threads`.
    """

    def __init__(self, find: Find, sought: Sought, found: Document | None) -> None:
        """`found` is what `find` has for the first that is sought."""
        self._find = find
        self._answered = sought
        self._answer = found
        """What was found last, and by which words."""
        self._exact: dict[Sought, Document] = {}
        """The very files that were sought, those of late last; other versions may become them."""
        self._running: Sought | None = None
        self._next: Sought | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tell: Callable[[], None] = lambda: None
        self._remember(sought, found)

    def begin(self, tell: Callable[[], None]) -> None:
        """A loop runs from here on, in which `tell` is called whenever something was sought."""
        self._loop, self._tell = asyncio.get_running_loop(), tell
        self._go_on()

    def close(self) -> None:
        """The loop ends; nobody waits for a thread that still reads."""
        self._loop = None

    def is_looking_for(self, sought: Sought) -> bool:
        """Whether it is not known yet what there is of it."""
        return sought in (self._running, self._next)

    def found(self, sought: Sought) -> Document | None:
        """What there is of it; `None` where there is nothing, and while it is looked for."""
        if sought in self._exact:
            self._next = None
            self._exact[sought] = self._exact.pop(sought)
            return self._exact[sought]
        if sought == self._answered and not self.is_looking_for(sought):
            self._next = None
            return self._answer
        self.seek(sought)
        return None

    def seek(self, sought: Sought) -> None:
        """Look for it, whatever was found before."""
        self._next = None if sought == self._running else sought
        self._go_on()

    def _go_on(self) -> None:
        if self._loop is not None and self._next is not None and self._running is None:
            self._running, self._next = self._next, None
            look = Thread(target=self._look, args=(self._loop, self._running), daemon=True)
            look.start()

    def _look(self, loop: asyncio.AbstractEventLoop, sought: Sought) -> None:
        """In the thread: find it, and hand it over."""
        found = self._find(*sought)
        with suppress(RuntimeError):  # the loop is closed: the reader has left
            loop.call_soon_threadsafe(self._take, sought, found)

    def _take(self, sought: Sought, found: Document | None) -> None:
        self._running = None
        self._answered, self._answer = sought, found
        self._remember(sought, found)
        self._go_on()
        if self._loop is not None:
            self._tell()

    def _remember(self, sought: Sought, found: Document | None) -> None:
        if found is not None and found.sha256 == sought[1]:
            self._exact[sought] = found
            if len(self._exact) > MOST:
                del self._exact[next(iter(self._exact))]
