"""Following: the reader is taken to where somebody else is, until they go somewhere themselves."""

import asyncio
from collections.abc import Callable, Sequence

from tui.meeting.access import name_of
from tui.meeting.following import Bond, Following
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
from tui.reading.briefing_finder import BriefingFinder, Find, Sought
from tui.reading.history import Trail
from tui.reading.open_briefing import OpenBriefing
from tui.reading.session import ReadingSession

_Where = tuple[Trail, tuple[str, Policy, Options]]


class Follower:
    """The reader who follows."""

    scopes: Sequence[str] = ("follow",)

    def __init__(self, following: Following, find: Find, found: Document | None) -> None:
        """`found` is what `find` has for the first step."""
        self.following = following
        self.is_off = False
        """The reader has gone somewhere themselves."""
        self._finder = BriefingFinder(find, _sought(following.step), found)
        self._is_waiting = False
        """The briefing that is shown is being looked for."""
        self._taken: PresenterPlace | None = None
        """The step that the reader was taken to last."""
        self._where: _Where | None = None
        """Where the reader was left then, and what they saw there."""
        self._listening: asyncio.Task[None] | None = None
        self._said = ""

    @property
    def is_away(self) -> bool:
        """The reader is elsewhere, or the presenter is not there."""
        return self.is_off or self.following.bond is not Bond.HELD

    @property
    def record(self) -> MeetingRecord:
        """What the presenter has shown so far, and shows."""
        return self.following.record

    def told(self, session: ReadingSession) -> str:
        """How things stand with the presenter."""
        presenter = name_of(self.following.uid)
        back = session.bindings.hint("follow.return")
        match self.following.bond:
            case Bond.LOST:
                return f"{presenter} has dropped and is awaited"
            case Bond.OVER:
                return f"{presenter} has ended it"
            case Bond.REFUSED:
                return f"cut off: {self.following.wrong}"
        if self.is_off:
            return f"wandered off{back}"
        return f"with {presenter}{self._difference(session)}"

    def arrive(self, session: ReadingSession) -> None:
        """Be where the presenter is from the first frame on."""
        self._go(session)

    def begin(self, session: ReadingSession, show: Callable[[], None]) -> None:
        """Listen."""

        def tell() -> None:
            self._step(session)
            show()

        def take() -> None:
            self._taken = None if self._is_waiting else self._taken
            tell()

        self._finder.begin(take)
        self._listening = asyncio.get_running_loop().create_task(self.following.run(tell))
        self._listening.add_done_callback(self._end)

    def moved(self, session: ReadingSession) -> None:
        """See whether the reader has gone somewhere themselves.

        Not while something is typed, as what is sought: who takes it back has not.
        """
        if self.is_off or session.is_typing:
            return
        now = _where(session)
        if now == self._where:
            self._step(session)
        elif now is None or self._where is None or now[1] == self._where[1]:
            self.is_off = True
            back = session.bindings.told("follow.return")
            comes_back = f"; {back} comes back" if back else ""
            session.notice = session.notice or f"you have wandered off{comes_back}"
        else:  # it was read afresh, or looks otherwise: they are where they were
            self._go(session)

    def come_back(self, session: ReadingSession) -> str:
        """Go to where the presenter is, or look for them; says what comes of it."""
        self.is_off = False
        sought = _sought(self.following.step)
        if not self._is_open(session) and self._finder.found(sought) is None:
            self._finder.seek(sought)  # it may have been put there since
        self._go(session)
        if self.following.bond is Bond.HELD:
            return self._said
        self.following.resume()
        return f"looking for {name_of(self.following.uid)}"

    def leave(self) -> None:
        """Nobody is told."""

    def close(self) -> None:
        """Leave the session."""
        self._finder.close()
        if self._listening is not None:
            self._listening.cancel()

    def _end(self, task: "asyncio.Task[None]") -> None:
        """Nothing more comes; a failure is one of the whole program."""
        self.following.close()
        if not task.cancelled():
            task.result()

    def _step(self, session: ReadingSession) -> None:
        """Go along, unless the reader is elsewhere or is typing."""
        if not self.is_off and not session.is_typing and self._taken != self.following.step:
            self._go(session)
            session.notice = self._said

    def _go(self, session: ReadingSession) -> None:
        """Go to where the presenter is, as far as that can be seen here."""
        step = self._taken = self.following.step
        document = None if self._is_open(session) else self._finder.found(_sought(step))
        if document is not None:
            session.open(document)
        self._is_waiting = False
        if session.reader is not None and self._is_open(session):
            self._said = _take_to(session.reader, step)
        elif self._finder.is_looking_for(_sought(step)):
            self._is_waiting = True
            self._said = f"“{step.briefing}” is being looked for"
        else:
            self._said = f"“{step.briefing}” is not in your library"
        self._where = _where(session)

    def _is_open(self, session: ReadingSession) -> bool:
        """The briefing that is shown is on the desk, in whichever version: it is read afresh when
        its file is saved, so no other is looked for."""
        reader = session.reader
        return reader is not None and reader.whole.briefing.id == self.following.step.briefing

    def _difference(self, session: ReadingSession) -> str:
        """What stands in the way of seeing the same."""
        step = self.following.step
        if session.reader is not None and self._is_open(session):
            return "" if session.reader.whole.sha256 == step.sha256 else ", in another version"
        if self._finder.is_looking_for(_sought(step)):
            return ", but it is being looked for"
        return ", but it is not in your library"


def _sought(step: PresenterPlace) -> Sought:
    return step.briefing, step.sha256


def _where(session: ReadingSession) -> _Where | None:
    reader = session.reader
    return (reader.trail, (reader.whole.sha256, reader.policy, reader.options)) if reader else None


def _take_to(reader: OpenBriefing, step: PresenterPlace) -> str:
    """Take the reader to where the presenter is; says what of it cannot be seen, but in a room."""
    named = step.place.item or step.place.key
    pane = reader.shown_as(Place(View.PANE, step.pane)).key
    place = reader.shown_as(step.place)
    trail = _way(reader, pane, place)
    if trail is not None:
        reader.go(trail)
    if reader.policy.room:
        return ""
    if is_placeholder(reader.document.projected_id(named) or WITHHELD):
        return f"what is shown is withheld: it is above {reader.policy.clearance}"
    if trail is None:
        return f"what is shown, “{named}”, is not in your version"
    is_hidden = bool(place.item) and reader.here.item != place.item
    is_filtered = reader.options.show is not Filter.ALL
    return "your filter hides what is shown" if is_hidden and is_filtered else ""


def _way(reader: OpenBriefing, pane: str, place: Place) -> Trail | None:
    """The way to a place in what the reader may see; `None` where there is no such place."""
    document, key, item = reader.document, place.key, place.item
    if place.view is View.PANE:
        if _has_pane(reader, key) and (not item or _has(document, item)):
            return (place,)
        return reader.way_to(item) if item in document.items else None
    if place.view in OVERVIEWS:
        return (_under(reader, pane, item), Place(place.view, document.briefing.id, item))
    return (_under(reader, pane, key), place) if _has(document, key) else None


def _under(reader: OpenBriefing, pane: str, item: str) -> Place:
    """The pane from which the presenter came to an item, at the item if it lists it."""
    if _has_pane(reader, pane):
        under = Place(View.PANE, pane, item)
        return under if reader.list(under).has(item) else under.at("")
    return reader.way_to(item)[0] if item in reader.document.items else reader.trail[0]


def _has_pane(reader: OpenBriefing, id: str) -> bool:
    return any(tab.id == id for tab in reader.tabs)


def _has(document: Document, id: str) -> bool:
    return id in document.items or id.startswith(SENTENCE)
