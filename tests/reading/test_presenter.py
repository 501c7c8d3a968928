"""A session that presents: what its followers are told, and what it says about them."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import chain, repeat
from pathlib import Path

import pytest

from tests.reading import sessions
from tests.reading.meetings import controller, turn
from tests.reading.sessions import reader, run
from tui.meeting.access import AccessList, user_name
from tui.meeting.client import ConnectionState, PresentationClient
from tui.meeting.message import FOLLOW
from tui.meeting.socket_directory import SocketDirectory, listen, own_directory
from tui.places import SENTENCE, Place, View
from tui.reading.briefing_finder import BriefingFinder
from tui.reading.follower import Follower
from tui.reading.presenter import Presenter, public_place
from tui.reading.session import ReadingSession

ME = os.geteuid()

TIMEOUT = 10.0
"""Seconds after which an event that a test waits for is given up."""


@pytest.fixture(name="directory")
def directory_fixture(short_path: Path) -> SocketDirectory:
    """A folder of the user's own."""
    return own_directory(short_path / "s")


class Seat:
    """A session with a peer."""

    def __init__(self, session: ReadingSession) -> None:
        self.session = session
        self._news = asyncio.Event()
        self.times_shown = 0
        assert session.peer is not None
        self.peer = session.peer
        self.peer.begin(self.show)

    def show(self) -> None:
        """Be displayed, as the application does it."""
        self.peer.moved()
        self.times_shown += 1
        self._news.set()

    def run(self, *ids: str) -> None:
        """Carry out commands, as the application does it."""
        for id in ids:
            run(self.session, id)
            self.show()

    @property
    def place(self) -> Place:
        """The current place."""
        return sessions.here(self.session)

    @property
    def status(self) -> str:
        """The notice and the state of the connection, which the footer shows."""
        return f"{self.session.notice}  {self.peer.status()}"

    async def wait_for(self, text: str) -> None:
        """Wait until the footer says something."""
        await self.wait_until(lambda: text in self.status)

    async def wait_to_be_with(self, other: "Seat") -> None:
        """Wait until the reader is where another one is."""
        await self.wait_until(lambda: self.place == other.place)

    async def wait_until(self, is_true: Callable[[], bool]) -> None:
        """Wait for a change after which something is true."""
        async with asyncio.timeout(TIMEOUT):
            while not is_true():
                self._news.clear()
                await self._news.wait()


@asynccontextmanager
async def presenting(
    directory: SocketDirectory, now: Callable[[], float] = lambda: 1000.0
) -> AsyncIterator[Seat]:
    with listen(directory, "talk") as listening:
        peer = Presenter(listening, AccessList(frozenset({ME})), now)
        try:
            yield Seat(sessions.session(peer=peer))
        finally:
            peer.close()


@asynccontextmanager
async def following(directory: SocketDirectory) -> AsyncIterator[Seat]:
    own = sessions.small()
    client = await asyncio.to_thread(PresentationClient, directory, "talk")
    finder = BriefingFinder(lambda id, sha256: own if id == "small" else None)
    finder.find_now(client.place.briefing, client.place.sha256)
    follower = Follower(client, finder)
    try:
        yield Seat(sessions.session(own, peer=follower))
    finally:
        follower.close()


async def test_followers_go_where_the_presenter_goes(directory: SocketDirectory) -> None:
    async with presenting(directory) as ann:
        assert "nobody follows" in ann.status
        ann.run("pane.2")
        async with following(directory) as bob, following(directory) as eve:
            await ann.wait_for("2 follow")
            assert f"{user_name(ME)} follows" in ann.status
            for id in ("list.next", "evidence.open", "evidence.source"):
                ann.run(id)
                for each in (bob, eve):
                    await each.wait_to_be_with(ann)
            bob.run("list.next")
            ann.run("pane.4")
            await eve.wait_to_be_with(ann)
            assert bob.place != ann.place
            bob.run("follow.return")
            assert bob.place == ann.place
        ann.run("list.next")
        await ann.wait_for("nobody follows")


async def test_many_who_join_at_once_are_displayed_together(directory: SocketDirectory) -> None:
    async with presenting(directory) as ann:
        path = str(directory.socket_path("talk"))
        guests = [await asyncio.open_unix_connection(path) for _ in range(20)]
        for _, writer in guests:
            writer.write(FOLLOW)
        await ann.wait_for("20 follow")
        assert ann.times_shown < 20
        for _, writer in guests:
            writer.transport.abort()
        await ann.wait_for("nobody follows")


async def test_followers_are_told_the_end(directory: SocketDirectory) -> None:
    async with presenting(directory) as ann, following(directory) as bob:
        await ann.wait_for("1 follows")
        ann.peer.leave()
        await bob.wait_for("has ended it")
        assert isinstance(bob.peer, Follower)
        assert bob.peer.client.state is ConnectionState.ENDED


async def test_room_mode_does_not_say_who_follows(directory: SocketDirectory) -> None:
    async with presenting(directory) as ann:
        ann.run("policy.room")
        async with following(directory):
            await ann.wait_for("1 follows")
            assert user_name(ME) not in ann.status


async def test_followers_go_along_with_the_agenda_of_a_meeting(directory: SocketDirectory) -> None:
    async with presenting(directory) as ann, following(directory) as bob:
        ann.run("meeting.open")
        turn(ann.session, 1, 1)
        ann.show()
        shown = controller(ann.session).record.showings[-1].id
        await bob.wait_to_be_with(ann)
        assert shown in (bob.place.key, bob.place.item)


async def test_a_late_follower_is_told_what_was_shown_before(directory: SocketDirectory) -> None:
    times = chain([0.0, 0.0, 5.0, 20.0, 21.0], repeat(22.0))
    async with presenting(directory, lambda: next(times)) as ann:
        ann.run("pane.2", "list.next", "pane.4", "list.next")
        async with following(directory) as bob:
            await ann.wait_for("1 follows")
            await bob.wait_until(lambda: len(bob.peer.record.showings) > 2)
            shown = [each.id for each in bob.peer.record.showings]
            assert shown == ["c-joined", "c-both", "r-again"]


def test_only_ids_of_the_briefing_are_shared() -> None:
    document = sessions.small()
    pane = Place(View.PANE, "background", "c-both")
    inside = Place(View.EVIDENCE, "c-both", "x-joined")
    sentence = Place(View.SOURCE, "article", f"{SENTENCE}article:2")
    overview = Place(View.TIMELINE, "small", "e-entry")
    for place in (inside, sentence, overview):
        assert public_place(document, (pane, place)) == place
    problem = Place(View.PANE, "problems", "problem-1")
    assert public_place(document, (problem,)) == Place(View.PANE, "problems")
    assert (
        public_place(document, (problem, Place(View.CONNECTED, "problem-1", "x"))).key == "problems"
    )
    withheld = Place(View.PANE, "background", "withheld/3")
    assert public_place(document, (withheld,)) == Place(View.PANE, "background")


async def test_followers_without_the_briefing_are_told_so(directory: SocketDirectory) -> None:
    async with presenting(directory) as ann, following(directory) as bob:
        await ann.wait_for("1 follows")
        reader(ann.session).adopt(sessions.seed())
        ann.show()
        await bob.wait_for("is not in your library")
