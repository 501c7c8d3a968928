"""Presenting: followers are told where the reader is."""

import asyncio
import socket
import time
from collections.abc import Callable, Sequence

from tui.meeting.access import AccessList, user_name
from tui.meeting.message import PresenterPlace, is_printable_id
from tui.meeting.record import MeetingRecord
from tui.meeting.server import PresentationServer
from tui.model.document import Document
from tui.places import OVERVIEWS, SENTENCE, Place, View
from tui.reading.history import Trail
from tui.reading.peer import PeerHost

REFRESH_DELAY = 0.05
"""Seconds until a change of followers is displayed."""


class Presenter:
    """The peer of a reader who presents."""

    is_away = False

    def __init__(
        self, listening: socket.socket, access: AccessList, now: Callable[[], float] = time.time
    ) -> None:
        """Initialise the presenter.

        Args:
            listening: The socket on which followers connect.
            access: The users who may follow.
            now: Returns the time, in seconds since the epoch.
        """
        self.scopes: Sequence[str] = ()
        self.record = MeetingRecord()
        self._server = PresentationServer(listening, access, self._join, self._refresh)
        self._now = now
        self._show: Callable[[], None] = lambda: None
        self._refreshing: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None
        self._host: PeerHost

    def status(self) -> str:
        """Return how many follow."""
        count = self._server.follower_count
        return f"{count} follow{'s' if count == 1 else ''}" if count else "nobody follows"

    def arrive(self, host: PeerHost) -> None:
        """Join a session."""
        self._host = host

    def begin(self, show: Callable[[], None]) -> None:
        """Let followers in."""
        self._show = show
        self._task = asyncio.get_running_loop().create_task(self._server.run())
        self._task.add_done_callback(lambda task: task.cancelled() or task.result())
        self.moved()

    def moved(self) -> None:
        """Tell the followers where the reader is."""
        reader = self._host.reader
        if reader is None:
            return
        document = reader.whole
        trail = tuple(map(reader.whole_place, reader.trail))
        place = public_place(document, trail)
        self.record = self.record.show(place.item or place.key, self._now())
        shared = PresenterPlace(document.briefing.id, document.sha256, trail[0].key, place)
        self._server.show(shared, self.record.finished)

    def come_back(self) -> str:
        """Do nothing: a presenter follows nobody."""
        return ""

    def leave(self) -> None:
        """End the session for all followers."""
        self._server.end()

    def close(self) -> None:
        """Disconnect all followers."""
        self._show = lambda: None
        if self._task is not None:
            self._task.cancel()

    def _refresh(self) -> None:
        """Display the followers soon: once, however many come and go meanwhile."""
        if self._refreshing is None:
            loop = asyncio.get_running_loop()
            self._refreshing = loop.call_later(REFRESH_DELAY, self._refresh_now)

    def _refresh_now(self) -> None:
        self._refreshing = None
        self._show()

    def _join(self, uid: int) -> None:
        reader = self._host.reader
        if reader is None or not reader.policy.room:
            self._host.notice = f"{user_name(uid)} follows"
        self._refresh()


def public_place(document: Document, trail: Trail) -> Place:
    """Return the end of a trail, reduced to ids of the briefing.

    What has none there, such as a problem of the file or a withheld item, becomes the pane.
    """
    here, pane = trail[-1], trail[0]
    if here.view in (*OVERVIEWS, View.PANE) or _is_public(document, here.key):
        return here if _is_public(document, here.item) else here.at("")
    return pane if _is_public(document, pane.item) else pane.at("")


def _is_public(document: Document, id: str) -> bool:
    return is_printable_id(id) and (id in document.items or id.startswith(SENTENCE))
