"""The follower's end of a session: learns where the presenter is, and reconnects by itself."""

import asyncio
import random
import time
from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto

from tui.frozen import replace
from tui.meeting.access import SharingError
from tui.meeting.message import FOLLOW, LOOK, MAX_MESSAGE, PresenterPlace, decode
from tui.meeting.record import MAX_SHOWINGS, MeetingRecord, Showing
from tui.meeting.socket_directory import SocketDirectory, connect

MIN_RETRY, MAX_RETRY = 0.2, 5.0
"""Seconds until the next attempt to reconnect: the first time, and after many failures."""

READ_INTERVAL = 0.02
"""Seconds between two reads, so that a presenter who sends too much costs little."""

_READ_SIZE = 1 << 16
_LOOK_TIMEOUT = 5.0
"""Seconds that a presenter may take to answer at first."""


class ConnectionState(Enum):
    """The state of a follower's connection."""

    CONNECTED = auto()
    LOST = auto()
    """The connection was lost, and attempts are made to reconnect."""
    ENDED = auto()
    """The presenter has ended the session."""
    REFUSED = auto()
    """The presenter has refused the follower, or sent something invalid."""


class PresentationClient:
    """Follows a presenter, in the event loop of the follower's program."""

    def __init__(
        self, directory: SocketDirectory, name: str, now: Callable[[], float] = time.time
    ) -> None:
        """Learn where the presenter is; `run` follows them. This may block.

        Args:
            directory: The folder of the session.
            name: The name of the session.
            now: Returns the time, in seconds since the epoch.

        Raises:
            SharingError: The follower is refused, or the presenter is not to be trusted.
            ValueError: The name is not valid.
            OSError: Nobody answers.
        """
        self.name = name
        self.place, self.uid = _look(directory, name)
        """Where the presenter is, or was last, and their user id."""
        self.state = ConnectionState.CONNECTED
        self.error = ""
        """Why the state is `REFUSED`."""
        self._directory = directory
        self._now = now
        self._arrived = now()
        """When the presenter went to the current place."""
        self._showings: dict[tuple[float, str], Showing] = {}
        """What was shown before, by start and id."""
        self._retry = asyncio.Event()
        self._wait = MIN_RETRY
        """Seconds until the next attempt to reconnect."""
        self._on_change: Callable[[], None] = lambda: None

    @property
    def record(self) -> MeetingRecord:
        """What was shown so far, the current place included."""
        id = self.place.place.item or self.place.place.key
        showings = tuple(showing for _, showing in sorted(self._showings.items()))
        return MeetingRecord(showings).show(id, self._arrived).show(id, self._now())

    async def run(self, on_change: Callable[[], None]) -> None:
        """Follow until the task is cancelled; `on_change` is called after every change."""
        self._on_change = on_change
        while True:
            try:
                await self._follow()
            except SharingError as error:
                self.error = str(error)
                self._set_state(ConnectionState.REFUSED)
            except OSError:
                self._set_state(ConnectionState.LOST)
            is_lost = self.state is ConnectionState.LOST
            spread = random.uniform(0.5, 1.0)  # noqa: S311 - so that not all come at once
            with suppress(TimeoutError):
                timeout = self._wait * spread if is_lost else None
                await asyncio.wait_for(self._retry.wait(), timeout)
            self._retry.clear()
            self._wait = min(self._wait * 2, MAX_RETRY)

    def reconnect(self) -> None:
        """Try to connect now, whatever the state."""
        self._retry.set()

    async def _follow(self) -> None:
        """Connect, and take messages until the presenter ends the session.

        Raises:
            SharingError: The presenter refuses the follower, or is not to be trusted.
            OSError: There is no connection, or it was lost.
        """
        connection, self.uid = connect(self._directory, self.name, 0)
        reader, writer = await asyncio.open_unix_connection(sock=connection)
        try:
            writer.write(FOLLOW)
            rest = b""
            while data := await reader.read(_READ_SIZE):
                *lines, rest = (rest + data).split(b"\n")
                if max(map(len, (*lines, rest))) > MAX_MESSAGE:
                    raise SharingError("too long a message from the presenter")
                for line in lines:
                    place = decode(line)
                    if place is None:
                        self._set_state(ConnectionState.ENDED)
                        return
                    self._take(place)
                if lines:
                    self.state, self._wait = ConnectionState.CONNECTED, MIN_RETRY
                    self._on_change()
                await asyncio.sleep(READ_INTERVAL)
        finally:
            writer.transport.abort()
        raise ConnectionResetError("the connection was lost")

    def _take(self, place: PresenterPlace) -> None:
        if place.place != self.place.place:
            self._arrived = self._now()
        self.place = replace(place, shown=())
        for showing in place.shown:
            self._showings[showing.began, showing.id] = showing
        while len(self._showings) > MAX_SHOWINGS:
            del self._showings[next(iter(self._showings))]

    def _set_state(self, state: ConnectionState) -> None:
        if state is not self.state:
            self.state = state
            self._on_change()


def _look(directory: SocketDirectory, name: str) -> tuple[PresenterPlace, int]:
    """Return where a presenter is, and their user id."""
    deadline = time.monotonic() + _LOOK_TIMEOUT
    connection, uid = connect(directory, name, _LOOK_TIMEOUT)
    line = b""
    with connection:
        connection.sendall(LOOK)
        while not line.endswith(b"\n") and len(line) < MAX_MESSAGE:
            part = connection.recv(_READ_SIZE)
            if not part or time.monotonic() > deadline:
                raise ConnectionResetError("no answer")
            line += part
    place = decode(line)
    if place is None:
        raise ConnectionResetError("the session has just ended")
    return place, uid
