"""Presenting: those who follow are told where the reader is, after everything that moves it."""

import asyncio
import socket
import time
from collections.abc import Callable, Sequence

from tui.meeting.message import Step, is_nameable
from tui.meeting.peers import Circle, name_of
from tui.meeting.record import Record
from tui.meeting.session import Session
from tui.model.document import Document
from tui.places import SENTENCE, Place, View
from tui.ui.desk import Desk
from tui.ui.navigation import Trail


class Presenting:
    """The session that the reader presents."""

    scopes: Sequence[str] = ()
    is_away = False

    def __init__(
        self, listening: socket.socket, circle: Circle, now: Callable[[], float] = time.time
    ) -> None:
        """`circle` are those who may follow; `now` is in seconds since the epoch."""
        self._listening = listening
        self._circle = circle
        self._now = now
        self._record = Record()
        self._session: Session | None = None
        self._beginning: asyncio.Task[None] | None = None

    @property
    def record(self) -> Record:
        """What was shown, where there is no meeting that says it."""
        return self._record

    def told(self, desk: Desk) -> str:
        """How many follow."""
        count = self._session.followers if self._session else 0
        return f"{count} follow{'s' if count == 1 else ''}" if count else "nobody follows"

    def arrive(self, desk: Desk) -> None:
        """The reader is where they are."""

    def begin(self, desk: Desk, show: Callable[[], None]) -> None:
        """Let followers in."""

        def join(uid: int) -> None:
            if desk.reader is None or not desk.reader.options.room:
                desk.notice = f"{name_of(uid)} follows"
            show()

        self._session = Session(self._listening, self._circle, join, show)
        self._beginning = asyncio.get_running_loop().create_task(self._session.begin())
        self._beginning.add_done_callback(lambda task: task.cancelled() or task.result())
        self.moved(desk)

    def moved(self, desk: Desk) -> None:
        """Tell where the reader is."""
        if self._session is None or desk.reader is None:
            return
        document = desk.reader.whole
        trail = tuple(map(desk.reader.meant_by, desk.reader.trail))
        place = named(document, trail)
        self._record = self._record.show(place.item or place.key, self._now())
        step = Step(document.briefing.id, document.sha256, trail[0].key, place)
        record = desk.meeting.record if desk.meeting is not None else self._record
        self._session.show(step, record.over)

    def come_back(self, desk: Desk) -> str:
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
