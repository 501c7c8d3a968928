"""The other end of a session: what a follower has been told, and how a lost presenter is awaited.

It is one task in the follower's loop. A presenter who is lost is looked for by itself: soon at
first, then more seldom.
"""

import asyncio
import random
import socket
import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from enum import Enum, auto

from tui.meeting.inbox import Inbox
from tui.meeting.message import (
    LONGEST,
    End,
    Hello,
    Message,
    PresenterPlace,
    Reason,
    UnreadError,
    Wish,
    encode,
)
from tui.meeting.rate import Rate
from tui.meeting.record import MAX_SHOWINGS, MeetingRecord, Showing
from tui.meeting.socket_directory import SocketDirectory, UnsafeError
from tui.meeting.sockets import NobodyError, connect

SOONEST, LATEST = 0.2, 5.0
"""Seconds until a lost presenter is looked for: the first time, and after many in vain."""

_RATE = (400, 50.0)
"""Messages at once, and then a second: a presenter sends twenty, and in a few more what was
shown before."""


class NotAdmittedError(UnreadError):
    """The presenter does not have this follower, and says why."""


_REASONS = {
    Reason.UNINVITED: "you are not among those who may follow",
    Reason.FULL: "as many follow as may",
    Reason.FORMAT: "the presenter's program is of another version",
}


class Bond(Enum):
    """How a follower stands with the presenter."""

    HELD = auto()
    """What the presenter shows, comes."""
    LOST = auto()
    """The presenter has dropped, and is looked for."""
    OVER = auto()
    """The presenter has ended the session."""
    REFUSED = auto()
    """The other end is not to be dealt with."""


class Connection:
    """A connection to a session that has just been made, with the first step."""

    def __init__(self, directory: SocketDirectory, name: str, wish: Wish = Wish.FOLLOW) -> None:
        """Raises `NobodyError`, `UnsafeError`, `UnreadError` and `ValueError`; it may wait."""
        self.directory = directory
        self.name = name
        self.inbox = _inbox()
        self.socket, self.uid = connect(directory, name)
        try:
            self.socket.sendall(encode(Hello(wish)))
            first, *self.further = self._said()
            self.step = _step(first)
        except OSError as error:
            self.socket.close()
            raise NobodyError(f"nobody answers as {name}") from error
        except UnreadError:
            self.socket.close()
            raise

    def _said(self) -> list[Message]:
        """What comes first; at least one message."""
        while data := self.socket.recv(1 << 16):
            said = self.inbox.feed(data, 0.0)
            if said:
                return said
        raise ConnectionResetError


class Following:
    """What has been told in a session so far, and the connection to it."""

    def __init__(self, connection: Connection, now: Callable[[], float] = time.time) -> None:
        """`now` is in seconds since the epoch."""
        self.name = connection.name
        self.uid = connection.uid
        """The user who presents."""
        self.step = connection.step
        """Where the presenter is, or was last."""
        self.bond = Bond.HELD
        self.wrong = ""
        """Why the other end is not to be dealt with."""
        self._now = now
        self._since = now()
        """When the presenter went to where they are, as far as it was seen here."""
        self._connection = connection
        self._showings: list[Showing] = []
        """What was shown before, in order."""
        self._wanted = asyncio.Event()
        self._tell: Callable[[], None] = lambda: None
        self._note(connection.step)

    @property
    def record(self) -> MeetingRecord:
        """What was shown so far, and is shown; the latest `MAX_SHOWINGS` of it."""
        id = self.step.place.item or self.step.place.key
        return MeetingRecord(tuple(self._showings)).show(id, self._since).show(id, self._now())

    async def run(self, tell: Callable[[], None]) -> None:
        """Listen until the task is cancelled; `tell` is called whenever something has changed."""
        self._tell = tell
        there: socket.socket | None = self._connection.socket
        said, inbox, wait = self._connection.further, self._connection.inbox, SOONEST
        while True:
            if there is not None:
                before = self.step
                await self._listen(there, inbox, said)
                wait = SOONEST if self.step is not before else wait
            await self._rest(wait)
            wait = min(wait * 2, LATEST)
            there, inbox, said = self._look(), _inbox(), []

    def resume(self) -> None:
        """Look for the presenter at once."""
        self._wanted.set()

    def close(self) -> None:
        """Leave the session, also where `run` has not come to it."""
        self._connection.socket.close()

    async def _listen(self, there: socket.socket, inbox: Inbox, said: list[Message]) -> None:
        """Take what the presenter has said and says, until nothing can come any more."""
        loop = asyncio.get_running_loop()
        there.setblocking(False)
        try:
            self._take(said)
            while data := await loop.sock_recv(there, 1 << 16):
                self._take(inbox.feed(data, loop.time()))
        except UnreadError as error:
            self._refuse(error)
        except OSError:  # as lost as where nothing comes any more
            pass
        finally:
            there.close()
        if self.bond is Bond.HELD:
            self._stand(Bond.LOST)

    async def _rest(self, wait: float) -> None:
        """Wait before the presenter is looked for again; where there is none, until one is."""
        is_awaited = self.bond is Bond.LOST
        spread = random.uniform(0.5, 1.0)  # noqa: S311 - so that not all come at once
        limit = wait * spread if is_awaited else None
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wanted.wait(), limit)
        self._wanted.clear()

    def _look(self) -> socket.socket | None:
        """A connection to the presenter, if there is one again."""
        there: socket.socket | None = None
        try:
            there, self.uid = connect(self._connection.directory, self.name)
            there.send(encode(Hello(Wish.FOLLOW)))  # which a new connection has room for
        except UnsafeError as error:
            self._refuse(error)
        except (NobodyError, OSError):
            if there is not None:
                there.close()
            if self.bond is not Bond.LOST:
                self._stand(Bond.LOST)
        else:
            return there
        return None

    def _take(self, messages: Sequence[Message]) -> None:
        """Take what has come at once; of several steps the last one counts."""
        for message in messages:
            if isinstance(message, End):
                if message.reason is not Reason.OVER:
                    raise NotAdmittedError(_REASONS[message.reason])
                self._stand(Bond.OVER)
                return
            self._note(_step(message))
            self.bond = Bond.HELD
        if messages:
            self._tell()

    def _note(self, step: PresenterPlace) -> None:
        if step.place != self.step.place:
            self._since = self._now()
        self.step = step
        _merge(self._showings, step.shown)

    def _refuse(self, error: Exception) -> None:
        self.wrong = str(error)
        self._stand(Bond.REFUSED)

    def _stand(self, bond: Bond) -> None:
        self.bond = bond
        self._tell()


def _merge(showings: list[Showing], told: Iterable[Showing]) -> None:
    """Put showings where they belong in the order of time, or in place of what was told of them."""
    for each in told:
        at = bisect_left(showings, _key(each), key=_key)
        is_known = at < len(showings) and _key(showings[at]) == _key(each)
        showings[at : at + is_known] = [each]
    del showings[:-MAX_SHOWINGS]


def _key(showing: Showing) -> tuple[float, str]:
    return showing.began, showing.id


def _inbox() -> Inbox:
    return Inbox(LONGEST, Rate(*_RATE))


def _step(message: Message) -> PresenterPlace:
    match message:
        case PresenterPlace():
            return message
        case End(reason):
            raise NotAdmittedError(_REASONS.get(reason, "the session has just ended"))
        case _:
            raise UnreadError("not what a presenter says")
