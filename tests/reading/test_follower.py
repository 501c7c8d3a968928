"""A session that follows: it goes along, lets its reader go, and takes them back."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from tests.panes.reading import load
from tests.panes.small import BRIEFING
from tests.reading import sessions
from tests.reading.sessions import press, screen
from tui.app.keyboard.dispatch import dispatch
from tui.frozen import replace
from tui.meeting.access import user_name
from tui.meeting.client import ConnectionState, PresentationClient
from tui.meeting.message import PresenterPlace
from tui.meeting.record import MeetingRecord, Showing
from tui.model.document import Document
from tui.places import Place, View
from tui.reading.briefing_finder import BriefingFinder
from tui.reading.follower import Follower
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession

PRESENTER = 4_000_000_000
NAME = user_name(PRESENTER)
SMALL = sessions.small()


def at(view: View, key: str, item: str = "", pane: str = "background") -> PresenterPlace:
    """The presenter is at a place of the small briefing."""
    return PresenterPlace("small", SMALL.sha256, pane, Place(view, key, item))


CLAIM = at(View.PANE, "background", "c-both")
OTHER = at(View.PANE, "outlook", "g-why", "outlook")


class SilentClient(PresentationClient):
    """A client of a presenter who is where the test says."""

    def __init__(self, place: PresenterPlace) -> None:
        self.place, self.uid = place, PRESENTER
        self.state = ConnectionState.CONNECTED
        self.error = ""
        self.shown: tuple[Showing, ...] = ()
        self.has_reconnected = False

    @property
    def record(self) -> MeetingRecord:
        return MeetingRecord(self.shown)

    async def run(self, on_change: Callable[[], None]) -> None:
        await asyncio.get_running_loop().create_future()

    def reconnect(self) -> None:
        self.has_reconnected = True


class Room:
    """A session that follows a silent presenter."""

    def __init__(
        self, place: PresenterPlace = CLAIM, own: Document | None = SMALL, **more: Any
    ) -> None:
        self.find: Callable[[str, str], Document | None] = lambda id, sha256: own
        finder = BriefingFinder(self._find)
        finder.find_now(place.briefing, place.sha256)
        self.client = SilentClient(place)
        self.follower = Follower(self.client, finder)
        self._news = asyncio.Event()
        given = {"peer": self.follower, **more}
        if own is None:
            self.session = ReadingSession(
                dispatch=dispatch,
                document=None,
                library=sessions.SmallLibrary(),
                memory=sessions.Memory(),
                **given,
            )
        else:
            self.session = sessions.session(document=own, **given)
        self.draw()

    def go(self, place: PresenterPlace) -> None:
        """The presenter goes somewhere."""
        self.client.place = place
        self.draw()

    def press(self, *keys: str) -> None:
        for key in keys:
            press(self.session, key)
            self.draw()

    def draw(self) -> None:
        """Be displayed, as the application does it."""
        self.follower.moved()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """There is an event loop."""
        self.follower.begin(self.show)
        try:
            yield
        finally:
            self.follower.close()

    def show(self) -> None:
        self.draw()
        self._news.set()

    async def wait_for_news(self) -> None:
        """Wait for a change that no key has made."""
        async with asyncio.timeout(10):
            await self._news.wait()
        self._news.clear()

    def _find(self, id: str, sha256: str) -> Document | None:
        return self.find(id, sha256)

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
    "place",
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
    ids=lambda place: f"{place.place.view}-{place.place.key}",
)
def test_every_view_of_the_presenter_is_shown_in_the_followers_own_size(
    place: PresenterPlace, size: tuple[int, int]
) -> None:
    room = Room(size=size)
    room.go(place)
    assert (room.here.view, room.here.key) == (place.place.view, place.place.key)
    assert not place.place.item or room.here.item == place.place.item
    assert room.session.reader is not None
    assert room.session.reader.trail[0].key == place.pane
    assert not room.follower.has_left
    assert len(screen(room.session).splitlines()) == size[1]


@pytest.mark.parametrize("key", ["j", "k", "G", "3", "\t", "\r", "s", "c", "r", "H"])
def test_a_key_that_leads_elsewhere_lets_the_reader_go(key: str) -> None:
    room = Room(OTHER)
    room.go(CLAIM)
    room.press(key)
    assert "you have wandered off; F comes back" in room.status
    there = room.here
    room.go(OTHER)
    room.press("?", "escape")
    assert room.here == there
    assert "wandered off (F)" in room.status
    assert "F back to the presenter" in screen(room.session)


def test_one_key_comes_back_to_where_the_presenter_is_by_then() -> None:
    room = Room()
    room.press("j")
    room.go(OTHER)
    room.press("F")
    assert room.here == OTHER.place
    assert f"with {NAME}" in room.status
    room.go(CLAIM)
    assert room.here == CLAIM.place


@pytest.mark.parametrize("key", ["R", "T", "?", "e", "ctrl+x", "F", "t", "*"])
def test_a_key_that_changes_only_the_display_keeps_the_reader_with_the_presenter(key: str) -> None:
    room = Room()
    room.press(key)
    assert not room.follower.has_left
    room.go(OTHER)
    room.press("escape")
    assert room.here == OTHER.place


def test_the_reader_is_told_when_their_filter_hides_what_is_shown() -> None:
    room = Room()
    room.press("v")
    assert not room.follower.has_left
    room.go(OTHER)
    assert room.here.key == OTHER.place.key
    assert "your filter hides what is shown" in room.status
    room.press("v", "v")
    assert room.here == OTHER.place


def test_room_mode_follows_although_it_hides_what_is_shown() -> None:
    room = Room(at(View.PANE, "summary", "j1", "summary"))
    room.press("R")
    assert not room.follower.has_left
    room.go(at(View.EVIDENCE, "j1", pane="summary"))
    assert "Beijing will likely" not in screen(room.session)
    room.go(OTHER)
    assert room.here == OTHER.place


def test_room_mode_does_not_mention_what_it_hides() -> None:
    room = Room(OTHER)
    room.press("R")
    room.go(at(View.PANE, "problems", pane="problems"))
    assert room.session.notice == ""
    assert not room.follower.has_left


def test_a_reader_who_types_is_moved_only_after_they_cancel() -> None:
    room = Room()
    room.press("/", "c")
    there = room.here
    room.go(OTHER)
    assert room.here == there
    room.press("escape")
    assert not room.follower.has_left
    assert room.here == OTHER.place


def test_a_reader_who_goes_to_a_find_has_wandered_off() -> None:
    room = Room()
    room.press("/", *"trap", "\r")
    assert room.follower.has_left


def test_a_blank_screen_stays_blank_and_then_shows_where_the_presenter_is() -> None:
    room = Room()
    room.press("ctrl+x")
    room.go(OTHER)
    assert screen(room.session).strip() == ""
    room.press("x")
    assert room.here == OTHER.place


def test_the_list_of_what_was_shown_leads_there() -> None:
    room = Room(OTHER)
    room.client.shown = (Showing("c-joined", 1000.0, 1060.0), Showing("gone", 1.0, 9.0))
    room.go(CLAIM)
    room.press("S")
    shown = screen(room.session)
    assert "Shown so far" in shown
    assert "Seoul is in." in shown
    assert "1:00" in shown
    assert "gone" not in shown
    room.press("j", "\r")
    assert room.here.item == "c-joined"
    assert room.follower.has_left


def other_version() -> Document:
    """The small briefing without one claim, and with another title."""
    briefing = {**BRIEFING, "title": "Another title"}
    background = {**BRIEFING["panes"][0]}
    claims = [each for each in background["sections"][0]["claims"] if each["id"] != "c-both"]
    background["sections"] = [{"heading": "Entry", "claims": claims}]
    briefing["panes"] = [background, *BRIEFING["panes"][1:]]
    return load(briefing, Path(mkdtemp()))


def test_another_version_is_followed_as_far_as_it_has_the_items() -> None:
    own = other_version()
    room = Room(OTHER, own)
    assert room.here == OTHER.place
    assert f"with {NAME}, in another version" in room.status
    room.go(CLAIM)
    assert "what is shown, “c-both”, is not in your version" in room.status
    assert not room.follower.has_left
    room.go(OTHER)
    assert room.here == OTHER.place


async def test_a_missing_briefing_is_searched_for_again_on_request() -> None:
    room = Room(own=None)
    assert f"with {NAME}, but it is not in your library" in room.status
    room.go(OTHER)
    assert "“small” is not in your library" in room.status
    async with room.running():
        room.find = lambda id, sha256: SMALL
        room.press("F")
        assert "“small” is being looked for" in room.status
        await room.wait_for_news()
        assert room.here == OTHER.place
        assert f"with {NAME}" in room.status


SEEDED = PresenterPlace(
    sessions.seed().briefing.id, sessions.seed().sha256, "summary", Place(View.PANE, "summary")
)


async def test_another_briefing_is_searched_for_in_a_thread_and_room_mode_stays_on() -> None:
    room, may_go_on = Room(size=(120, 40)), threading.Event()
    room.press("R")
    threads = list[threading.Thread]()

    def find(id: str, sha256: str) -> Document:
        threads.append(threading.current_thread())
        return found_after(may_go_on, id, sha256)

    room.find = find
    async with room.running():
        room.go(SEEDED)
        assert f"“{SEEDED.briefing}” is being looked for" in room.status
        room.press("?", "escape")
        assert f"with {NAME}, but it is being looked for" in room.status
        may_go_on.set()
        await room.wait_for_news()
    assert room.session.reader is not None
    assert room.session.reader.whole is sessions.seed()
    assert room.session.reader.policy.room
    assert not room.follower.has_left
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()


def found_after(may_go_on: threading.Event, id: str, sha256: str) -> Document:
    """Search a library until the test lets it end."""
    assert may_go_on.wait(10)
    return sessions.seed()


async def test_a_briefing_found_late_moves_nobody_who_has_left_or_types() -> None:
    for keys, back in (("j", "F"), ("/", "escape")):
        room, may_go_on = Room(), threading.Event()
        room.find = partial(found_after, may_go_on)
        async with room.running():
            room.go(SEEDED)
            room.press(keys)
            may_go_on.set()
            await room.wait_for_news()
            assert room.session.reader is not None
            assert room.session.reader.whole is SMALL
            room.press(back)
            assert room.session.reader.whole is sessions.seed()


def test_another_version_of_the_open_briefing_is_not_searched_for() -> None:
    room = Room()
    room.find = lambda id, sha256: pytest.fail("the library is read")
    room.go(replace(OTHER, sha256="0" * 64))
    assert room.here == OTHER.place
    assert f"with {NAME}, in another version" in room.status


def test_the_followers_clearance_withholds_what_the_presenter_shows() -> None:
    briefing = {**BRIEFING, "panes": [{**BRIEFING["panes"][0], "marking": "TLP:AMBER"}]}
    own = load(briefing, Path(mkdtemp()))
    room = Room(at(View.PANE, "summary", "j1", "summary"), own, clearance="TLP:GREEN")
    room.go(replace(CLAIM, sha256=own.sha256))
    assert "what is shown is withheld: it is above TLP:GREEN" in room.status
    assert "Seoul is in" not in screen(room.session)
    room.go(replace(at(View.EVIDENCE, "c-both", "x-joined"), sha256=own.sha256))
    assert "It is in." not in screen(room.session)
    assert not room.follower.has_left


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (ConnectionState.LOST, f"{NAME} has dropped and is awaited"),
        (ConnectionState.ENDED, f"{NAME} has ended it"),
        (ConnectionState.REFUSED, "cut off: invalid message from the presenter"),
    ],
)
def test_a_lost_presenter_is_mentioned_and_can_be_looked_for(
    state: ConnectionState, said: str
) -> None:
    room = Room()
    room.client.state, room.client.error = state, "invalid message from the presenter"
    assert said in room.status
    assert "F back to the presenter" in screen(room.session)
    room.press("F")
    assert f"looking for {NAME}" in room.status
    assert room.client.has_reconnected


def test_on_a_narrow_screen_the_footer_shows_a_lost_presenter_first() -> None:
    room = Room(at(View.SOURCE, "article", "x-trap"), size=(60, 20))
    assert "source" in room.status
    room.client.state = ConnectionState.LOST
    assert room.status == f" TLP:CLEAR  {NAME} has dropped and is awaited"


def test_the_key_to_return_does_nothing_without_a_presenter() -> None:
    session = sessions.session()
    assert press(session, "F") is Reply.DRAW
    assert session.notice == ""
    press(session, "?")
    assert "back to where the presenter is" not in screen(session)
