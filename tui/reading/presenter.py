"""Presenting: those who follow are told where the reader is, after everything that moves it."""

import asyncio
import socket
import time
from collections.abc import Callable, Sequence

from tui.meeting.access import AccessList, name_of
from tui.meeting.message import PresenterPlace, is_nameable
from tui.meeting.record import MeetingRecord
from tui.meeting.session import Session
from tui.model.document import Document
from tui.places import SENTENCE, Place, View
from tui.reading.history import Trail
from tui.reading.session import ReadingSession


class Presenting:
    """The session that the reader presents."""

    scopes: Sequence[str] = ()
    is_away = False

    def __init__(
        self, listening: socket.socket, circle: AccessList, now: Callable[[], float] = time.time
    ) -> None:
        """`circle` are those who may follow; `now` is in seconds since the epoch."""
        self._listening = listening
        self._circle = circle
        self._now = now
        self._record = MeetingRecord()
        self._session: Session | None = None
        self._beginning: asyncio.Task[None] | None = None

    @property
    def record(self) -> MeetingRecord:
        """What was shown, where there is no meeting that says it."""
        return self._record

    def told(self, session: ReadingSession) -> str:
        """How many follow."""
        count = self._session.followers if self._session else 0
        return f"{count} follow{'s' if count == 1 else ''}" if count else "nobody follows"

    def arrive(self, session: ReadingSession) -> None:
        """The reader is where they are."""

    def begin(self, session: ReadingSession, show: Callable[[], None]) -> None:
        """Let followers in."""

        def join(uid: int) -> None:
            if session.reader is None or not session.reader.policy.room:
                session.notice = f"{name_of(uid)} follows"
            show()

        self._session = Session(self._listening, self._circle, join, show)
        self._beginning = asyncio.get_running_loop().create_task(self._session.begin())
        self._beginning.add_done_callback(lambda task: task.cancelled() or task.result())
        self.moved(session)

    def moved(self, session: ReadingSession) -> None:
        """Tell where the reader is."""
        if self._session is None or session.reader is None:
            return
        document = session.reader.whole
        trail = tuple(map(session.reader.meant_by, session.reader.trail))
        place = named(document, trail)
        self._record = self._record.show(place.item or place.key, self._now())
        step = PresenterPlace(document.briefing.id, document.sha256, trail[0].key, place)
        record = session.meeting.record if session.meeting is not None else self._record
        self._session.show(step, record.finished)

    def come_back(self, session: ReadingSession) -> str:
        """The reader leads, and has nobody to come back to."""
        return ""

    def leave(self) -> None:
        """Tell that it is over."""
        if self._session is not None:
            self._session.end()

    def close(self) -> None:
        """Let everybody go."""
        if self._session is not None:
            self._session.close()
            self._session = None


def named(document: Document, trail: Trail) -> Place:
    """Where a trail ends, in ids that a briefing has: nothing of the reader's own is told.

    What is in none, such as a problem of the file, is told as the pane that one came from.
    """
    here, pane = trail[-1], trail[0]
    if here.view in (View.TIMELINE, View.MATRIX, View.PANE) or _has(document, here.key):
        return here if _has(document, here.item) else here.at("")
    return pane if _has(document, pane.item) else pane.at("")


def _has(document: Document, id: str) -> bool:
    return is_nameable(id) and (id in document.items or id.startswith(SENTENCE))
