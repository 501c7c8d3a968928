"""A session that follows a presenter: it goes along, lets its reader go, and takes them back."""

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
from tests.reading.sessions import cancel, enter, find, run, shown
from tui.app.availability import is_available
from tui.frozen import replace
from tui.meeting.access import user_name
from tui.meeting.client import ConnectionState, PresentationClient
from tui.meeting.message import PresenterPlace
from tui.meeting.record import MeetingRecord, Showing
from tui.model.document import Document
from tui.places import Place, View
from tui.reading.briefing_finder import BriefingFinder
from tui.reading.follower import Follower

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
            self.session = sessions.library_session(**given)
        else:
            self.session = sessions.session(document=own, **given)
        self.draw()

    def go(self, place: PresenterPlace) -> None:
        """The presenter goes somewhere."""
        self.client.place = place
        self.draw()

    def run(self, *ids: str) -> None:
        """Carry out commands, as the application does it."""
        for id in ids:
            run(self.session, id)
            self.draw()

    def type(self, *, is_typing: bool = True) -> None:
        """Begin or stop to type."""
        self.session.is_typing = is_typing
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
        """The notice and the state of the connection, which the footer shows."""
        return f"{self.session.notice}  {self.follower.status()}"


def test_a_session_begins_where_the_presenter_is() -> None:
    room = Room()
    assert room.here == CLAIM.place
    assert f"with {NAME}" in room.status


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
def test_every_view_of_the_presenter_is_followed(place: PresenterPlace) -> None:
    room = Room()
    room.go(place)
    assert (room.here.view, room.here.key) == (place.place.view, place.place.key)
    assert not place.place.item or room.here.item == place.place.item
    assert room.session.reader is not None
    assert room.session.reader.trail[0].key == place.pane
    assert not room.follower.has_left


@pytest.mark.parametrize(
    "id",
    [
        *("list.next", "list.previous", "pane.3", "pane.next", "evidence.open", "evidence.source"),
        *("view.timeline", "evidence.related", "place.back"),
    ],
)
def test_a_command_that_leads_elsewhere_lets_the_reader_go(id: str) -> None:
    room = Room(OTHER)
    room.go(CLAIM)
    room.run(id)
    assert "you have wandered off; F comes back" in room.status
    assert room.follower.is_away
    there = room.here
    room.go(OTHER)
    room.run("pane.outline", "place.leave")
    assert room.here == there
    assert "wandered off (F)" in room.status


def test_one_command_returns_to_where_the_presenter_is_by_then() -> None:
    room = Room()
    room.run("list.next")
    room.go(OTHER)
    room.run("follow.return")
    assert room.here == OTHER.place
    assert f"with {NAME}" in room.status
    room.go(CLAIM)
    assert room.here == CLAIM.place


@pytest.mark.parametrize(
    "id", ["policy.room", "follow.return", "pane.outline", "annotations.list", "view.filter"]
)
def test_a_command_that_changes_only_the_display_keeps_the_reader_with_the_presenter(
    id: str,
) -> None:
    room = Room()
    room.run(id)
    assert not room.follower.has_left
    room.go(OTHER)
    if room.session.places is not None:
        room.run("place.leave")
    assert room.here.key == OTHER.place.key


def test_the_reader_is_told_when_their_filter_hides_what_is_shown() -> None:
    room = Room()
    room.run("view.filter")
    assert not room.follower.has_left
    room.go(OTHER)
    assert room.here.key == OTHER.place.key
    assert "your filter hides what is shown" in room.status
    room.run("view.filter", "view.filter")
    assert room.here == OTHER.place


def test_room_mode_follows_although_it_hides_what_is_shown() -> None:
    room = Room(at(View.PANE, "summary", "j1", "summary"))
    room.run("policy.room")
    assert not room.follower.has_left
    room.go(at(View.EVIDENCE, "j1", pane="summary"))
    assert "Beijing will likely" not in shown(room.session)
    room.go(OTHER)
    assert room.here == OTHER.place


def test_room_mode_does_not_mention_what_it_hides() -> None:
    room = Room(OTHER)
    room.run("policy.room")
    room.go(at(View.PANE, "problems", pane="problems"))
    assert room.session.notice == ""
    assert not room.follower.has_left


def test_a_reader_who_types_is_moved_only_after_they_cancel() -> None:
    room = Room()
    room.type()
    there = room.here
    room.go(OTHER)
    assert room.here == there
    cancel(room.session, "find.open", "c")
    room.type(is_typing=False)
    assert not room.follower.has_left
    assert room.here == OTHER.place


def test_a_reader_who_stays_at_found_words_has_wandered_off() -> None:
    room = Room()
    find(room.session, "trap")
    room.draw()
    assert room.follower.has_left


def test_a_reader_who_makes_a_note_stays_with_the_presenter() -> None:
    room = Room()
    enter(room.session, "annotations.note", "Mine.")
    room.draw()
    assert not room.follower.has_left


def test_the_list_of_what_was_shown_leads_there() -> None:
    room = Room(OTHER)
    room.client.shown = (Showing("c-joined", 1000.0, 1060.0), Showing("gone", 1.0, 9.0))
    room.go(CLAIM)
    room.run("meeting.shown")
    text = shown(room.session)
    assert "Shown so far" in text
    assert "Seoul is in." in text
    assert "1:00" in text
    assert "gone" not in text
    assert room.session.places is not None
    room.session.places.highlight("c-joined")
    room.run("places.go")
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
        room.run("follow.return")
        assert "“small” is being looked for" in room.status
        await room.wait_for_news()
        assert room.here == OTHER.place
        assert f"with {NAME}" in room.status


SEEDED = PresenterPlace(
    sessions.seed().briefing.id, sessions.seed().sha256, "summary", Place(View.PANE, "summary")
)


async def test_another_briefing_is_searched_for_in_a_thread_and_room_mode_stays_on() -> None:
    room, may_go_on = Room(), threading.Event()
    room.run("policy.room")
    threads = list[threading.Thread]()

    def find(id: str, sha256: str) -> Document:
        threads.append(threading.current_thread())
        return found_after(may_go_on, id, sha256)

    room.find = find
    async with room.running():
        room.go(SEEDED)
        assert f"“{SEEDED.briefing}” is being looked for" in room.status
        room.run("pane.outline", "place.leave")
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


@pytest.mark.parametrize("is_typing", [True, False])
async def test_a_briefing_found_late_moves_nobody_who_has_left_or_types(is_typing: bool) -> None:
    room, may_go_on = Room(), threading.Event()
    room.find = partial(found_after, may_go_on)
    async with room.running():
        room.go(SEEDED)
        room.type() if is_typing else room.run("list.next")
        may_go_on.set()
        await room.wait_for_news()
        assert room.session.reader is not None
        assert room.session.reader.whole is SMALL
        room.type(is_typing=False) if is_typing else room.run("follow.return")
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
    assert "Seoul is in" not in shown(room.session)
    room.go(replace(at(View.EVIDENCE, "c-both", "x-joined"), sha256=own.sha256))
    assert "It is in." not in shown(room.session)
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
    assert is_available(room.session, "follow.return")
    room.run("follow.return")
    assert f"looking for {NAME}" in room.status
    assert room.client.has_reconnected


def test_without_a_presenter_the_command_to_return_does_nothing() -> None:
    session = sessions.session()
    assert run(session, "follow.return") == ""
