"""Looking for briefings: one at a time, in a thread, and not twice."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from threading import Event, current_thread, main_thread

from tests.reading import sessions
from tui.frozen import replace
from tui.model.document import Document
from tui.reading.briefing_finder import MOST, BriefingFinder


class Library:
    """A library that is read for as long as the test says, and the one who looks there."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.has = True
        self.is_exact = True
        self.gate = Event()
        self.gate.set()
        self.finder = BriefingFinder(self.find, ("first", "1"), None)
        self._told = asyncio.Event()

    def find(self, id: str, sha256: str) -> Document | None:
        assert current_thread() is not main_thread()
        self.read.append(id)
        assert self.gate.wait(10)
        sha256 = sha256 if self.is_exact else "another"
        return replace(sessions.small(), name=id, sha256=sha256) if self.has else None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        self.finder.begin(self._told.set)
        yield
        self.finder.close()

    def look(self, *ids: str) -> Sequence[str | None]:
        """The names of what is found at once."""
        found = [self.finder.found((id, "1")) for id in ids]
        return [each.name if each else None for each in found]

    async def be_told(self) -> None:
        async with asyncio.timeout(10):
            await self._told.wait()
        self._told.clear()


async def test_what_is_found_is_there_when_it_is_told_and_is_not_looked_for_again() -> None:
    library = Library()
    async with library.open():
        assert library.look("a") == [None]
        assert library.finder.is_looking_for(("a", "1"))
        await library.be_told()
        assert not library.finder.is_looking_for(("a", "1"))
        assert library.look("b") == [None]
        await library.be_told()
        assert library.look("a", "b", "a") == ["a", "b", "a"]
    assert library.read == ["a", "b"]


async def test_one_search_goes_on_at_a_time_and_the_latest_is_next() -> None:
    library = Library()
    library.gate.clear()
    async with library.open():
        assert library.look("a", "b", "c", "a", "d", "d") == [None] * 6
        library.gate.set()
        while library.finder.is_looking_for(("d", "1")):
            await library.be_told()
        assert library.look("d", "a") == ["d", "a"]
    assert library.read == ["a", "d"]


async def test_what_is_wanted_before_there_is_a_loop_is_looked_for_in_it() -> None:
    library = Library()
    assert library.look("first", "a") == [None, None]
    assert library.finder.is_looking_for(("a", "1"))
    async with library.open():
        await library.be_told()
        assert library.look("a") == ["a"]
    assert library.read == ["a"]


async def test_another_version_or_nothing_is_looked_for_again_after_something_else() -> None:
    for has in (True, False):
        library = Library()
        library.is_exact, library.has = False, has
        async with library.open():
            for id in ("a", "b", "a"):
                library.look(id)
                await library.be_told()
                library.look(id)
        assert library.read == ["a", "b", "a"]


async def test_only_so_many_are_remembered() -> None:
    library = Library()
    ids = [f"id-{number}" for number in range(MOST + 1)]
    async with library.open():
        for id in ids:
            library.look(id)
            await library.be_told()
        assert library.look(*ids[1:]) == ids[1:]
        assert library.look(ids[0]) == [None]
        await library.be_told()
    assert library.read == [*ids, ids[0]]


async def test_what_is_found_after_the_end_is_told_to_nobody() -> None:
    library = Library()
    library.gate.clear()
    told: list[None] = []
    library.finder.begin(lambda: told.append(None))
    library.look("a")
    library.finder.close()
    library.finder._take(("a", "1"), sessions.small())
    library.gate.set()
    assert told == []
