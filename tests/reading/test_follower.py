"""A desk that follows: it goes along, lets its reader go, and takes them back."""

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.panes.reading import load
from tests.panes.small import BRIEFING
from tests.reading import sessions
from tests.reading.sessions import press, screen
from tui.app.keyboard.dispatch import dispatch
from tui.frozen import replace
from tui.meeting.access import name_of
from tui.meeting.following import Bond, Connection, Following
from tui.meeting.message import PresenterPlace
from tui.meeting.record import Showing
from tui.model.document import Document
from tui.places import Place, View
from tui.reading.follower import Follower
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession

PRESENTER = 4_000_000_000
NAME = name_of(PRESENTER)
SMALL = sessions.small()


def at(view: View, key: str, item: str = "", pane: str = "background") -> PresenterPlace:
    """The presenter is at a place of the small briefing."""
    return PresenterPlace("small", SMALL.sha256, pane, Place(view, key, item))


CLAIM = at(View.PANE, "background", "c-both")
OTHER = at(View.PANE, "outlook", "g-why", "outlook")


class Room:
    """A desk that follows, and the words of a presenter who is not there."""

    def __init__(
        self, step: PresenterPlace = CLAIM, own: Document | None = SMALL, **more: Any
    ) -> None:
        self.connection = SimpleNamespace(name="talk", uid=PRESENTER, step=step, further=[])
        self.following = Following(cast(Connection, self.connection), lambda: 5000.0)
        self.find: Callable[[str, str], Document | None] = lambda id, sha256: own
        self.follower = Follower(self.following, self._look, own)
        self._news = asyncio.Event()
        given = {"peer": self.follower, **more}
        if own is None:
            self.session = ReadingSession(
                dispatch=dispatch,
                document=None,
                library=sessions.Library(),
                memory=sessions.Memory(),
                **given,
            )
        else:
            self.session = sessions.session(document=own, **given)
        self.draw()

    def say(self, step: PresenterPlace) -> None:
        """The presenter goes somewhere."""
        self.following.step = step
        self.draw()

    def press(self, *keys: str) -> None:
        for key in keys:
            press(self.session, key)
            self.draw()

    def draw(self) -> None:
        """Be seen, as the application does it."""
        self.follower.moved(self.session)

    def _look(self, id: str, sha256: str) -> Document | None:
        return self.find(id, sha256)

    @asynccontextmanager
    async def heard(self) -> AsyncIterator[None]:
        """There is a loop, and a presenter who says nothing in it."""
        self.connection.socket, silent = socket.socketpair()
        self.connection.inbox = None
        self.follower.begin(self.session, self.show)
        try:
            yield
        finally:
            self.follower.close()
            with suppress(asyncio.CancelledError):
                assert self.follower._listening is not None
                await self.follower._listening
            silent.close()

    def show(self) -> None:
        self.draw()
        self._news.set()

    async def be_shown(self) -> None:
        """Wait for what is shown by itself."""
        async with asyncio.timeout(10):
            await self._news.wait()
        self._news.clear()

    @property
    def here(self) -> Place:
        assert self.session.reader is not None
        return self.session.reader.here

    @property
    def status(self) -> str:
        return screen(self.session).splitlines()[-2]


def test_the_first_frame_is_where_the_presenter_is() -> None:
    room = Room()
    assert room.here == CLAIM.place
    assert f"with {NAME}" in room.status


@pytest.mark.parametrize("size", sessions.SIZES)
@pytest.mark.parametrize(
    "step",
    [
        CLAIM,
        OTHER,
        at(View.PANE, "sources", "article", "sources"),
        at(View.EVIDENCE, "c-both", "x-joined"),
        at(View.WORDS, "c-both", "x-joined"),
        at(View.SOURCE, "article", "x-trap"),
        at(View.CONNECTED, "c-both", "x-joined"),
        at(View.TIMELINE, "small", "e-entry"),
        at(View.MATRIX, "small"),
    ],
    ids=lambda step: f"{step.place.view}-{step.place.key}",
)
def test_every_view_of_the_presenter_is_shown_in_the_followers_own_size(
    step: PresenterPlace, size: tuple[int, int]
) -> None:
    room = Room(size=size)
    room.say(step)
    assert (room.here.view, room.here.key) == (step.place.view, step.place.key)
    assert not step.place.item or room.here.item == step.place.item
    assert room.session.reader is not None
    assert room.session.reader.trail[0].key == step.pane
    assert not room.follower.is_off
    assert len(screen(room.session).splitlines()) == size[1]


@pytest.mark.parametrize("key", ["j", "k", "G", "3", "\t", "\r", "s", "c", "r", "H"])
def test_any_key_that_leads_elsewhere_lets_the_reader_go(key: str) -> None:
    room = Room(OTHER)
    room.say(CLAIM)
    room.press(key)
    assert "you have wandered off; F comes back" in room.status
    there = room.here
    room.say(OTHER)
    room.press("?", "escape")
    assert room.here == there
    assert "wandered off (F)" in room.status
    assert "F back to the presenter" in screen(room.session)


def test_one_key_comes_back_to_where_the_presenter_is_by_then() -> None:
    room = Room()
    room.press("j")
    room.say(OTHER)
    room.press("F")
    assert room.here == OTHER.place
    assert f"with {NAME}" in room.status
    room.say(CLAIM)
    assert room.here == CLAIM.place


@pytest.mark.parametrize("key", ["R", "T", "?", "e", "ctrl+x", "F", "t", "*"])
def test_what_only_looks_otherwise_is_no_wandering(key: str) -> None:
    room = Room()
    room.press(key)
    assert not room.follower.is_off
    room.say(OTHER)
    room.press("escape")
    assert room.here == OTHER.place


def test_what_the_followers_filter_hides_is_said() -> None:
    room = Room()
    room.press("v")
    assert not room.follower.is_off
    room.say(OTHER)
    assert room.here.key == OTHER.place.key
    assert "your filter hides what is shown" in room.status
    room.press("v", "v")
    assert room.here == OTHER.place


def test_a_room_that_hides_what_is_shown_still_follows() -> None:
    room = Room(at(View.PANE, "summary", "j1", "summary"))
    room.press("R")
    assert not room.follower.is_off
    room.say(at(View.EVIDENCE, "j1", pane="summary"))
    assert "Beijing will likely" not in screen(room.session)
    room.say(OTHER)
    assert room.here == OTHER.place


def test_a_room_is_told_nothing_of_what_it_hides() -> None:
    room = Room(OTHER)
    room.press("R")
    room.say(at(View.PANE, "problems", pane="problems"))
    assert room.session.notice == ""
    assert not room.follower.is_off


def test_who_types_is_not_moved_and_who_takes_it_back_is_with_the_presenter() -> None:
    room = Room()
    room.press("/", "c")
    there = room.here
    room.say(OTHER)
    assert room.here == there
    room.press("escape")
    assert not room.follower.is_off
    assert room.here == OTHER.place


def test_who_goes_to_what_they_searched_has_wandered_off() -> None:
    room = Room()
    room.press("/", *"trap", "\r")
    assert room.follower.is_off


def test_a_blank_screen_stays_blank_and_is_where_the_presenter_is_after_it() -> None:
    room = Room()
    room.press("ctrl+x")
    room.say(OTHER)
    assert screen(room.session).strip() == ""
    room.press("x")
    assert room.here == OTHER.place


def test_what_was_shown_is_listed_and_one_can_go_there() -> None:
    room = Room(OTHER)
    step = replace(CLAIM, shown=(Showing("c-joined", 1000.0, 1060.0), Showing("gone", 1.0, 9.0)))
    room.following._note(step)
    room.draw()
    room.press("S")
    shown = screen(room.session)
    assert "Shown so far" in shown
    assert "Seoul is in." in shown
    assert "1:00" in shown
    assert "gone" not in shown
    room.press("j", "\r")
    assert room.here.item == "c-joined"
    assert room.follower.is_off


def other_version() -> Document:
    """The small briefing as it is elsewhere: without a claim, and with another title."""
    told = {**BRIEFING, "title": "Another title"}
    background = {**BRIEFING["panes"][0]}
    claims = [each for each in background["sections"][0]["claims"] if each["id"] != "c-both"]
    background["sections"] = [{"heading": "Entry", "claims": claims}]
    told["panes"] = [background, *BRIEFING["panes"][1:]]
    return load(told, Path(mkdtemp()))


def test_another_version_is_said_and_shown_by_the_items_that_it_has() -> None:
    own = other_version()
    room = Room(OTHER, own)
    assert room.here == OTHER.place
    assert f"with {NAME}, in another version" in room.status
    room.say(CLAIM)
    assert "what is shown, “c-both”, is not in your version" in room.status
    assert not room.follower.is_off
    room.say(OTHER)
    assert room.here == OTHER.place


async def test_what_is_not_in_the_library_is_said_and_is_looked_for_again_when_asked() -> None:
    room = Room(own=None)
    assert f"with {NAME}, but it is not in your library" in room.status
    room.say(OTHER)
    assert "“small” is not in your library" in room.status
    async with room.heard():
        room.find = lambda id, sha256: SMALL
        room.press("F")
        assert "“small” is being looked for" in room.status
        await room.be_shown()
        assert room.here == OTHER.place
        assert f"with {NAME}" in room.status


SEEDED = PresenterPlace(
    sessions.seed().briefing.id, sessions.seed().sha256, "summary", Place(View.PANE, "summary")
)


async def test_another_briefing_is_looked_for_outside_the_loop_and_a_room_stays_one() -> None:
    room, may_go_on = Room(size=(120, 40)), threading.Event()
    room.press("R")
    threads = list[threading.Thread]()

    def find(id: str, sha256: str) -> Document:
        threads.append(threading.current_thread())
        return found_after(may_go_on, id, sha256)

    room.find = find
    async with room.heard():
        room.say(SEEDED)
        assert f"“{SEEDED.briefing}” is being looked for" in room.status
        room.press("?", "escape")
        assert f"with {NAME}, but it is being looked for" in room.status
        may_go_on.set()
        await room.be_shown()
    assert room.session.reader is not None
    assert room.session.reader.whole is sessions.seed()
    assert room.session.reader.policy.room
    assert not room.follower.is_off
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()


def found_after(may_go_on: threading.Event, id: str, sha256: str) -> Document:
    """A library that takes its time."""
    assert may_go_on.wait(10)
    return sessions.seed()


async def test_what_is_found_too_late_moves_nobody_who_has_gone_or_who_types() -> None:
    for keys, back in (("j", "F"), ("/", "escape")):
        room, may_go_on = Room(), threading.Event()
        room.find = partial(found_after, may_go_on)
        async with room.heard():
            room.say(SEEDED)
            room.press(keys)
            may_go_on.set()
            await room.be_shown()
            assert room.session.reader is not None
            assert room.session.reader.whole is SMALL
            room.press(back)
            assert room.session.reader.whole is sessions.seed()


def test_where_the_presenter_saves_what_is_open_nothing_is_looked_for() -> None:
    room = Room()
    room.find = lambda id, sha256: pytest.fail("the library is read")
    room.say(replace(OTHER, sha256="0" * 64))
    assert room.here == OTHER.place
    assert f"with {NAME}, in another version" in room.status


def test_what_the_followers_clearance_withholds_is_withheld() -> None:
    told = {**BRIEFING, "panes": [{**BRIEFING["panes"][0], "marking": "TLP:AMBER"}]}
    own = load(told, Path(mkdtemp()))
    room = Room(at(View.PANE, "summary", "j1", "summary"), own, clearance="TLP:GREEN")
    room.say(replace(CLAIM, sha256=own.sha256))
    assert "what is shown is withheld: it is above TLP:GREEN" in room.status
    assert "Seoul is in" not in screen(room.session)
    room.say(replace(at(View.EVIDENCE, "c-both", "x-joined"), sha256=own.sha256))
    assert "It is in." not in screen(room.session)
    assert not room.follower.is_off


@pytest.mark.parametrize(
    ("bond", "said"),
    [
        (Bond.LOST, f"{NAME} has dropped and is awaited"),
        (Bond.OVER, f"{NAME} has ended it"),
        (Bond.REFUSED, "cut off: messages come too fast"),
    ],
)
def test_a_presenter_who_is_not_there_is_told_of_and_can_be_looked_for(
    bond: Bond, said: str
) -> None:
    room = Room()
    room.following.bond, room.following.wrong = bond, "messages come too fast"
    assert said in room.status
    assert "F back to the presenter" in screen(room.session)
    room.press("F")
    assert f"looking for {NAME}" in room.status
    assert room.following._wanted.is_set()


def test_on_a_narrow_screen_that_is_what_remains_of_the_footer() -> None:
    room = Room(at(View.SOURCE, "article", "x-trap"), size=(60, 20))
    assert "source" in room.status
    room.following.bond = Bond.LOST
    assert room.status == f" TLP:CLEAR  {NAME} has dropped and is awaited"


def test_there_is_no_such_key_where_nobody_is_followed() -> None:
    session = sessions.session()
    assert press(session, "F") is Reply.DRAW
    assert session.notice == ""
    press(session, "?")
    assert "back to where the presenter is" not in screen(session)
