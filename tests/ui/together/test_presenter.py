"""A desk that presents: what is told of it, and what it says of those who follow."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from tests.ui import desks
from tests.ui.desks import press, screen
from tui.meeting.door import opened
from tui.meeting.following import Bond, Connection, Following
from tui.meeting.message import Step
from tui.meeting.peers import Circle, name_of
from tui.meeting.venue import Venue, own_venue
from tui.model.document import Document
from tui.places import SENTENCE, Place, View
from tui.ui.desk import Desk
from tui.ui.together.follower import Follower
from tui.ui.together.presenter import Presenting, named

ME = os.geteuid()

LONGEST = 10.0
"""Seconds for what comes at once."""


@pytest.fixture(name="venue")
def venue_fixture(short_path: Path) -> Venue:
    """A venue of one's own."""
    return own_venue(short_path / "s")


class Seat:
    """A desk and its companion, and news of what is to be seen on it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._news = asyncio.Event()
        assert desk.companion is not None
        self.companion = desk.companion
        self.companion.begin(desk, self.show)

    def show(self) -> None:
        """Be seen, as the application does it."""
        self.companion.moved(self.desk)
        self._news.set()

    def press(self, *keys: str) -> None:
        for key in keys:
            press(self.desk, key)
            self.show()

    @property
    def status(self) -> str:
        return screen(self.desk).splitlines()[-2]

    async def wait_for(self, said: str) -> None:
        async with asyncio.timeout(LONGEST):
            while said not in self.status:
                self._news.clear()
                await self._news.wait()


@asynccontextmanager
async def presenting(venue: Venue, document: Document | None = None) -> AsyncIterator[Seat]:
    with opened(venue, "talk") as door:
        companion = Presenting(door, Circle(frozenset({ME})), lambda: 1000.0)
        seat = Seat(desks.desk((80, 24), document, companion=companion))
        await asyncio.sleep(0)
        try:
            yield seat
        finally:
            companion.close()
            await asyncio.sleep(0)


@asynccontextmanager
async def following(venue: Venue) -> AsyncIterator[Seat]:
    connection = await asyncio.to_thread(Connection, venue, "talk")
    own = desks.small()
    follower = Follower(
        Following(connection), lambda id, sha256: own if id == "small" else None, own
    )
    seat = Seat(desks.desk((60, 20), own, companion=follower))
    try:
        yield seat
    finally:
        follower.close()
        with suppress(asyncio.CancelledError):
            assert follower._listening is not None
            await follower._listening


async def test_followers_go_where_the_presenter_goes(venue: Venue) -> None:
    async with presenting(venue) as ann:
        assert "nobody follows" in ann.status
        ann.press("2")
        async with following(venue) as bob, following(venue) as eve:
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


async def test_the_end_is_told_and_a_presenter_who_comes_back_is_found(venue: Venue) -> None:
    async with presenting(venue) as ann, following(venue) as bob:
        await ann.wait_for("1 follows")
        ann.companion.leave()
        await bob.wait_for("has ended it")
    assert isinstance(bob.companion, Follower)
    assert bob.companion.following.bond is Bond.OVER


async def test_in_room_mode_it_is_not_said_who_follows(venue: Venue) -> None:
    async with presenting(venue) as ann:
        ann.press("R")
        async with following(venue):
            await ann.wait_for("1 follows")
            assert name_of(ME) not in ann.status


async def test_the_meeting_of_the_presenter_is_what_was_shown(venue: Venue) -> None:
    async with presenting(venue) as ann:
        ann.press("M", "pagedown")
        assert ann.desk.meeting is not None
        step = ann.desk.meeting.record.showings[-1].id
        async with following(venue) as bob:
            assert isinstance(bob.companion, Follower)
            place = bob.companion.following.step.place
            assert step in (place.key, place.item)


async def test_what_was_shown_before_there_was_a_follower_is_told(venue: Venue) -> None:
    times = iter([0.0, 0.0, 5.0, 20.0, 21.0, 22.0])
    with opened(venue, "talk") as door:
        companion = Presenting(door, Circle(frozenset({ME})), lambda: next(times))
        ann = Seat(desks.desk(companion=companion))
        await asyncio.sleep(0)
        ann.press("2", "j", "4", "j")
        async with following(venue) as bob:
            assert isinstance(bob.companion, Follower)
            shown = [each.id for each in bob.companion.following.record.showings]
            assert shown == ["c-joined", "c-both", "r-again"]
        companion.close()
        await asyncio.sleep(0)


def test_only_ids_of_the_briefing_are_told() -> None:
    document = desks.small()
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


async def test_followers_who_lack_a_briefing_are_told_so(venue: Venue) -> None:
    async with presenting(venue) as ann, following(venue) as bob:
        await ann.wait_for("1 follows")
        assert ann.desk.reader is not None
        ann.desk.reader.adopt(desks.seed())
        ann.show()
        assert isinstance(bob.companion, Follower)
        await bob.wait_for("is not in your library")


def place(seat: Seat) -> str:
    """What a footer says of where one is: the last level and the number there."""
    assert seat.desk.reader is not None
    view = seat.desk.reader.shown.active
    return f"{view.ordinal} of {len(view.items)}"


def test_a_step_is_made_of_ids_alone() -> None:
    assert Step.__match_args__ == ("briefing", "sha256", "pane", "place", "shown")
