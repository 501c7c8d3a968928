"""A desk that presents: what is told of it, and what it says of those who follow."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from tests.reading import sessions
from tests.reading.sessions import press, screen
from tui.meeting.access import AccessList, name_of
from tui.meeting.following import Bond, Connection, Following
from tui.meeting.message import PresenterPlace
from tui.meeting.socket_directory import SocketDirectory, own_directory
from tui.meeting.sockets import listen
from tui.model.document import Document
from tui.places import SENTENCE, Place, View
from tui.reading.follower import Follower
from tui.reading.presenter import Presenting, named
from tui.reading.session import ReadingSession

ME = os.geteuid()

LONGEST = 10.0
"""Seconds for what comes at once."""


@pytest.fixture(name="directory")
def directory_fixture(short_path: Path) -> SocketDirectory:
    """A venue of one's own."""
    return own_directory(short_path / "s")


class Seat:
    """A desk and its companion, and news of what is to be seen on it."""

    def __init__(self, session: ReadingSession) -> None:
        self.session = session
        self._news = asyncio.Event()
        assert session.peer is not None
        self.peer = session.peer
        self.peer.begin(session, self.show)

    def show(self) -> None:
        """Be seen, as the application does it."""
        self.peer.moved(self.session)
        self._news.set()

    def press(self, *keys: str) -> None:
        for key in keys:
            press(self.session, key)
            self.show()

    @property
    def status(self) -> str:
        return screen(self.session).splitlines()[-2]

    async def wait_for(self, said: str) -> None:
        async with asyncio.timeout(LONGEST):
            while said not in self.status:
                self._news.clear()
                await self._news.wait()


@asynccontextmanager
async def presenting(
    directory: SocketDirectory, document: Document | None = None
) -> AsyncIterator[Seat]:
    with listen(directory, "talk") as door:
        peer = Presenting(door, AccessList(frozenset({ME})), lambda: 1000.0)
        seat = Seat(sessions.session((80, 24), document, peer=peer))
        await asyncio.sleep(0)
        try:
            yield seat
        finally:
            peer.close()
            await asyncio.sleep(0)


@asynccontextmanager
async def following(directory: SocketDirectory) -> AsyncIterator[Seat]:
    connection = await asyncio.to_thread(Connection, directory, "talk")
    own = sessions.small()
    follower = Follower(
        Following(connection), lambda id, sha256: own if id == "small" else None, own
    )
    seat = Seat(sessions.session((60, 20), own, peer=follower))
    try:
        yield seat
    finally:
        follower.close()
        with suppress(asyncio.CancelledError):
            assert follower._listening is not None
            await follower._listening


async def test_followers_go_where_the_presenter_goes(directory: SocketDirectory) -> None:
    async with presenting(directory) as ann:
        assert "nobody follows" in ann.status
        ann.press("2")
        async with following(directory) as bob, following(directory) as eve:
            await ann.wait_for("2 follow")
            assert f"{name_of(ME)} follows" in ann.status
            for keys in ("j", "\r", "s"):
                ann.press(keys)
                for each in (bob, eve):
                    await each.wait_for(place(ann))
            bob.press("j")
            ann.press("4")
            await eve.wait_for("Reactions")
            assert "Reactions" not in bob.status
            bob.press("F")
            assert "Reactions" in bob.status
        ann.press("j")
        await ann.wait_for("nobody follows")


async def test_the_end_is_told_and_a_presenter_who_comes_back_is_found(
    directory: SocketDirectory,
) -> None:
    async with presenting(directory) as ann, following(directory) as bob:
        await ann.wait_for("1 follows")
        ann.peer.leave()
        await bob.wait_for("has ended it")
    assert isinstance(bob.peer, Follower)
    assert bob.peer.following.bond is Bond.OVER


async def test_in_room_mode_it_is_not_said_who_follows(directory: SocketDirectory) -> None:
    async with presenting(directory) as ann:
        ann.press("R")
        async with following(directory):
            await ann.wait_for("1 follows")
            assert name_of(ME) not in ann.status


async def test_the_meeting_of_the_presenter_is_what_was_shown(directory: SocketDirectory) -> None:
    async with presenting(directory) as ann:
        ann.press("M", "pagedown")
        assert ann.session.meeting is not None
        step = ann.session.meeting.record.showings[-1].id
        async with following(directory) as bob:
            assert isinstance(bob.peer, Follower)
            place = bob.peer.following.step.place
            assert step in (place.key, place.item)


async def test_what_was_shown_before_there_was_a_follower_is_told(
    directory: SocketDirectory,
) -> None:
    times = iter([0.0, 0.0, 5.0, 20.0, 21.0, 22.0])
    with listen(directory, "talk") as door:
        peer = Presenting(door, AccessList(frozenset({ME})), lambda: next(times))
        ann = Seat(sessions.session(peer=peer))
        await asyncio.sleep(0)
        ann.press("2", "j", "4", "j")
        async with following(directory) as bob:
            assert isinstance(bob.peer, Follower)
            shown = [each.id for each in bob.peer.following.record.showings]
            assert shown == ["c-joined", "c-both", "r-again"]
        peer.close()
        await asyncio.sleep(0)


def test_only_ids_of_the_briefing_are_told() -> None:
    document = sessions.small()
    pane = Place(View.PANE, "background", "c-both")
    inside = Place(View.EVIDENCE, "c-both", "x-joined")
    sentence = Place(View.SOURCE, "article", f"{SENTENCE}article:2")
    overview = Place(View.TIMELINE, "small", "e-entry")
    for place in (inside, sentence, overview):
        assert named(document, (pane, place)) == place
    problem = Place(View.PANE, "problems", "problem-1")
    assert named(document, (problem,)) == Place(View.PANE, "problems")
    assert named(document, (problem, Place(View.CONNECTED, "problem-1", "x"))).key == "problems"
    withheld = Place(View.PANE, "background", "withheld/3")
    assert named(document, (withheld,)) == Place(View.PANE, "background")


async def test_followers_who_lack_a_briefing_are_told_so(directory: SocketDirectory) -> None:
    async with presenting(directory) as ann, following(directory) as bob:
        await ann.wait_for("1 follows")
        assert ann.session.reader is not None
        ann.session.reader.adopt(sessions.seed())
        ann.show()
        assert isinstance(bob.peer, Follower)
        await bob.wait_for("is not in your library")


def place(seat: Seat) -> str:
    """What a footer says of where one is: the last level and the number there."""
    assert seat.session.reader is not None
    view = seat.session.reader.shown.active
    return f"{view.ordinal} of {len(view.items)}"


def test_a_step_is_made_of_ids_alone() -> None:
    assert PresenterPlace.__match_args__ == ("briefing", "sha256", "pane", "place", "shown")
