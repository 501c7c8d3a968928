"""Finding briefings: one at a time, in a thread, and not twice."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from queue import Queue
from threading import Event, Thread, current_thread, main_thread

from tests.reading import sessions
from tui.frozen import replace
from tui.model.document import Document
from tui.reading.briefing_finder import MAX_RESULTS, BriefingFinder

TIMEOUT = 10.0
"""Seconds after which an event that a test waits for is given up."""


class Library:
    """A library, a finder that searches it, and control over how long a search takes."""

    def __init__(self) -> None:
        self.searches: list[str] = []
        """The ids that were searched for."""
        self.has_briefings = True
        self.gate = Event()
        """Searches end when it is set."""
        self.gate.set()
        self.began: Queue[Thread] = Queue()
        """The threads of the searches, when they begin."""
        self.finder = BriefingFinder(self.find)
        self._has_result = asyncio.Event()

    def find(self, id: str, sha256: str) -> Document | None:
        self.searches.append(id)
        self.began.put(current_thread())
        assert self.gate.wait(TIMEOUT)
        return replace(sessions.small(), name=id) if self.has_briefings else None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        self.finder.begin(self._has_result.set)
        yield
        self.finder.close()

    def get(self, *ids: str) -> Sequence[str | None]:
        """The names of the briefings that are known."""
        found = [self.finder.get(id, "1") for id in ids]
        return [each.name if each else None for each in found]

    async def wait_for_result(self) -> None:
        async with asyncio.timeout(TIMEOUT):
            await self._has_result.wait()
        self._has_result.clear()

    @property
    def has_result(self) -> bool:
        return self._has_result.is_set()


async def test_a_result_is_announced_and_remembered() -> None:
    library = Library()
    async with library.open():
        assert library.get("a") == [None]
        assert library.finder.is_searching("a", "1")
        await library.wait_for_result()
        assert not library.finder.is_searching("a", "1")
        assert library.get("b") == [None]
        await library.wait_for_result()
        assert library.get("a", "b", "a") == ["a", "b", "a"]
    assert library.searches == ["a", "b"]


async def test_one_search_runs_at_a_time_and_the_latest_request_is_next() -> None:
    library = Library()
    library.gate.clear()
    async with library.open():
        assert library.get("a", "b", "c", "a", "d", "d") == [None] * 6
        library.gate.set()
        while library.finder.is_searching("d", "1"):
            await library.wait_for_result()
        assert library.get("d", "a") == ["d", "a"]
    assert library.searches == ["a", "d"]


async def test_a_request_before_the_loop_runs_is_searched_for_when_it_does() -> None:
    library = Library()
    assert library.get("first", "a") == [None, None]
    assert library.finder.is_searching("a", "1")
    async with library.open():
        await library.wait_for_result()
        assert library.get("a") == ["a"]
    assert library.searches == ["a"]


async def test_a_briefing_that_was_not_found_is_searched_for_again_on_request() -> None:
    library = Library()
    library.has_briefings = False
    async with library.open():
        library.get("a")
        await library.wait_for_result()
        assert library.get("a") == [None]
        library.has_briefings = True
        library.finder.retry("a", "1")
        library.get("a")
        await library.wait_for_result()
        assert library.get("a") == ["a"]
    assert library.searches == ["a", "a"]


async def test_only_a_few_results_are_remembered() -> None:
    library = Library()
    ids = [f"id-{number}" for number in range(MAX_RESULTS + 1)]
    async with library.open():
        for id in ids:
            library.get(id)
            await library.wait_for_result()
        assert library.get(*ids[1:]) == ids[1:]
        assert library.get(ids[0]) == [None]
        await library.wait_for_result()
    assert library.searches == [*ids, ids[0]]


async def test_the_result_of_a_search_is_ignored_after_the_end() -> None:
    library = Library()
    library.gate.clear()
    async with library.open():
        library.get("a")
        thread = await asyncio.to_thread(library.began.get, timeout=TIMEOUT)
        assert thread is not main_thread()
    library.gate.set()
    await asyncio.to_thread(thread.join)
    assert not library.has_result
