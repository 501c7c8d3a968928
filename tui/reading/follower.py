"""Following: the reader is taken to where the presenter is, until they go elsewhere themselves."""

import asyncio
from collections.abc import Callable, Sequence

from tui.meeting.access import user_name
from tui.meeting.client import ConnectionState, PresentationClient
from tui.meeting.message import PresenterPlace
from tui.meeting.record import MeetingRecord
from tui.model.document import Document, Policy
from tui.places import (
    OVERVIEWS,
    SENTENCE,
    WITHHELD,
    Filter,
    Options,
    Place,
    View,
    is_placeholder,
)
from tui.reading.briefing_finder import BriefingFinder
from tui.reading.history import Trail
from tui.reading.open_briefing import OpenBriefing
from tui.reading.peer import PeerHost

_Position = tuple[Trail, str, Policy, Options]
"""Where a reader is, and in which version of the briefing, under which policy and options."""

_RETURN = "follow.return"
"""The id of the command that takes the reader back to the presenter."""


class Follower:
    """The peer of a reader who follows."""

    def __init__(self, client: PresentationClient, finder: BriefingFinder) -> None:
        """Initialise the follower.

        Args:
            client: The connection to the presenter.
            finder: Finds the presenter's briefing in the reader's library.
        """
        self.scopes: Sequence[str] = ("follow",)
        self.client = client
        self.has_left = False
        """The reader has gone elsewhere, and is not taken along."""
        self._finder = finder
        self._reached: PresenterPlace | None = None
        """The place to which the reader was taken last."""
        self._position: _Position | None = None
        """Where the reader was then."""
        self._message = ""
        """What the reader cannot see of the place that was reached."""
        self._task: asyncio.Task[None] | None = None
        self._host: PeerHost

    @property
    def is_away(self) -> bool:
        """Whether the reader has gone elsewhere, or the presenter is not connected."""
        return self.has_left or self.client.state is not ConnectionState.CONNECTED

    @property
    def record(self) -> MeetingRecord:
        """What the presenter has shown so far."""
        return self.client.record

    def status(self) -> str:
        """Return the state of the connection, and what differs from the presenter's screen."""
        presenter = user_name(self.client.uid)
        match self.client.state:
            case ConnectionState.LOST:
                return f"{presenter} has dropped and is awaited"
            case ConnectionState.ENDED:
                return f"{presenter} has ended it"
            case ConnectionState.REFUSED:
                return f"cut off: {self.client.error}"
        if self.has_left:
            key = self._host.key_label(_RETURN)
            return f"wandered off{f' ({key})' if key else ''}"
        return f"with {presenter}{self._difference()}"

    def arrive(self, host: PeerHost) -> None:
        """Join a session, and be where the presenter is from the first frame on."""
        self._host = host
        self._go()

    def begin(self, show: Callable[[], None]) -> None:
        """Connect to the presenter."""

        def update() -> None:
            self._catch_up()
            show()

        def go_again() -> None:
            self._reached = None
            update()

        self._finder.begin(go_again)
        self._task = asyncio.get_running_loop().create_task(self.client.run(update))
        self._task.add_done_callback(lambda task: task.cancelled() or task.result())

    def moved(self) -> None:
        """Find out whether the reader has gone elsewhere; not while they type a search."""
        if self.has_left or self._host.is_typing:
            return
        before, now = self._position, self._position_now()
        if now == before:
            self._catch_up()
        elif now is None or before is None or now[1:] == before[1:]:
            self.has_left = True
            key = self._host.key_label(_RETURN)
            comes_back = f"; {key} comes back" if key else ""
            self._host.notice = self._host.notice or f"you have wandered off{comes_back}"
        else:  # the briefing was read again, or the options have changed
            self._go()

    def come_back(self) -> str:
        """Go to where the presenter is, or try to connect again; return a message."""
        self.has_left = False
        if not self._is_open():  # it may have been added to the library since
            self._finder.retry(self.client.place.briefing, self.client.place.sha256)
        self._go()
        if self.client.state is ConnectionState.CONNECTED:
            return self._message
        self.client.reconnect()
        return f"looking for {user_name(self.client.uid)}"

    def leave(self) -> None:
        """Do nothing: the presenter is not told."""

    def close(self) -> None:
        """Disconnect."""
        self._finder.close()
        if self._task is not None:
            self._task.cancel()

    def _catch_up(self) -> None:
        """Go along with the presenter, unless the reader has gone elsewhere or is typing."""
        is_free = not self.has_left and not self._host.is_typing
        if is_free and self._reached != self.client.place:
            self._go()
            self._host.notice = self._message

    def _go(self) -> None:
        """Go to where the presenter is, as far as that can be seen here."""
        place = self._reached = self.client.place
        found = None if self._is_open() else self._finder.get(place.briefing, place.sha256)
        if found is not None:
            self._host.open(found)
        if self._host.reader is not None and self._is_open():
            self._message = _go_to(self._host.reader, place)
        elif self._finder.is_searching(place.briefing, place.sha256):
            self._message = f"“{place.briefing}” is being looked for"
        else:
            self._message = f"“{place.briefing}” is not in your library"
        self._position = self._position_now()

    def _position_now(self) -> _Position | None:
        reader = self._host.reader
        if reader is None:
            return None
        return reader.trail, reader.whole.sha256, reader.policy, reader.options

    def _is_open(self) -> bool:
        """Whether the presenter's briefing is open, in whichever version."""
        reader = self._host.reader
        return reader is not None and reader.whole.briefing.id == self.client.place.briefing

    def _difference(self) -> str:
        """Return what keeps the reader from seeing the same as the presenter."""
        place, reader = self.client.place, self._host.reader
        if reader is not None and self._is_open():
            return "" if reader.whole.sha256 == place.sha256 else ", in another version"
        if self._finder.is_searching(place.briefing, place.sha256):
            return ", but it is being looked for"
        return ", but it is not in your library"


def _go_to(reader: OpenBriefing, presenter: PresenterPlace) -> str:
    """Go to where the presenter is; return what cannot be seen of it, except in room mode."""
    id = presenter.place.item or presenter.place.key
    pane = reader.shown_place(Place(View.PANE, presenter.pane)).key
    place = reader.shown_place(presenter.place)
    trail = _trail_to(reader, pane, place)
    if trail is not None:
        reader.go(trail)
    if reader.policy.room:
        return ""
    if is_placeholder(reader.document.projected_id(id) or WITHHELD):
        return f"what is shown is withheld: it is above {reader.policy.clearance}"
    if trail is None:
        return f"what is shown, “{id}”, is not in your version"
    is_hidden = bool(place.item) and reader.here.item != place.item
    is_filtered = reader.options.show is not Filter.ALL
    return "your filter hides what is shown" if is_hidden and is_filtered else ""


def _trail_to(reader: OpenBriefing, pane: str, place: Place) -> Trail | None:
    """Return the trail to a place by way of a pane; `None` if the reader has no such place."""
    document, key, item = reader.document, place.key, place.item
    if place.view is View.PANE:
        if _has_pane(reader, key) and (not item or _has(document, item)):
            return (place,)
        return reader.way_to(item) if item in document.items else None
    if place.view in OVERVIEWS:
        return (_pane_at(reader, pane, item), Place(place.view, document.briefing.id, item))
    return (_pane_at(reader, pane, key), place) if _has(document, key) else None


def _pane_at(reader: OpenBriefing, pane: str, item: str) -> Place:
    """Return a pane, or another that has the item, with the cursor on the item if possible."""
    if _has_pane(reader, pane):
        place = Place(View.PANE, pane, item)
        return place if reader.listing_at(place).index(item) >= 0 else place.at("")
    return reader.way_to(item)[0] if item in reader.document.items else reader.trail[0]


def _has_pane(reader: OpenBriefing, id: str) -> bool:
    return any(tab.id == id for tab in reader.tabs)


def _has(document: Document, id: str) -> bool:
    return id in document.items or id.startswith(SENTENCE)
