"""A session of one presenter: who follows, and what each of them is told.

It lives in the presenter's process and loop. A follower costs no task: what they cannot take at
once waits in their `Outbox`, and whoever takes nothing for a while is let go.
"""

import asyncio
import socket
from collections.abc import Callable, Sequence
from typing import cast

from tui.meeting.access import AccessList, uid_of
from tui.meeting.inbox import Inbox
from tui.meeting.message import (
    LONGEST_HELLO,
    End,
    Hello,
    OtherFormatError,
    PresenterPlace,
    Reason,
    UnreadError,
    Wish,
    encode,
)
from tui.meeting.outbox import Outbox
from tui.meeting.rate import Rate
from tui.meeting.record import Showing

EVERY = 0.05
"""Seconds between two steps at least: of a key that is held down, followers see that much."""

PATIENCE = 30.0
"""Seconds for which a follower may take nothing of what waits for them, as one who is stopped."""

GREETED_WITHIN = 5.0
"""Seconds in which whoever connects must have said what for."""

MOST_FOLLOWERS = 200

_MOST_CONNECTIONS = 2 * MOST_FOLLOWERS
_JOINING = (MOST_FOLLOWERS, 20.0)
"""Connections at once, and then a second, that one user may make."""
_SEND_BUFFER = 1 << 14
"""Bytes that the kernel keeps for a follower: who takes nothing shall not get a long past later."""


class Session:
    """The followers of a presenter."""

    def __init__(
        self,
        listening: socket.socket,
        circle: AccessList,
        on_join: Callable[[int], None],
        on_leave: Callable[[], None],
        *,
        uid_of: Callable[[socket.socket], int] = uid_of,
    ) -> None:
        """`circle` are those who may follow; `on_join` is told the user of each who does."""
        self.uid_of = uid_of
        self.on_join = on_join
        self._circle = circle
        self._on_leave = on_leave
        self._listening = listening
        self._server: asyncio.Server | None = None
        self._lines: set[_Line] = set()
        self._rates: dict[int, Rate] = {}
        self._step: PresenterPlace | None = None
        self._shown: Sequence[Showing] = ()
        self._pause: asyncio.TimerHandle | None = None
        self._is_due = False

    @property
    def followers(self) -> int:
        """How many follow."""
        return sum(line.follows for line in self._lines)

    async def begin(self) -> None:
        """Let followers in from here on."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_unix_server(lambda: _Line(self), sock=self._listening)

    def show(self, step: PresenterPlace, shown: Sequence[Showing]) -> None:
        """The presenter is there; `shown` is all that was shown before, in order."""
        self._step, self._shown = step, shown
        if self._pause is not None:
            self._is_due = True
        elif self._server is not None:
            self._send()

    def end(self) -> None:
        """Tell the followers that it is over."""
        for line in self._lines:
            line.end(Reason.OVER)

    def close(self) -> None:
        """Let nobody in, and everybody go, of which nothing is said."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._pause is not None:
            self._pause.cancel()
        lines, self._lines = self._lines, set()
        for line in lines:
            line.close()

    def admits(self, line: "_Line", uid: int, now: float) -> bool:
        """Take a connection, if its user may make one more."""
        if len(self._lines) >= _MOST_CONNECTIONS:
            return False
        if not self._rates.setdefault(uid, Rate(*_JOINING)).admits(now):
            return False
        self._lines.add(line)
        return True

    def invites(self, uid: int) -> bool:
        """Whether a user may follow."""
        return self._circle.has(uid)

    def greet(self, line: "_Line", *, in_full: bool) -> None:
        """Tell somebody where the presenter is, and what was shown before if they are to know."""
        if self._step is not None:
            line.outbox.put(self._step, self._shown if in_full else ())
            line.send()

    def forget(self, line: "_Line") -> None:
        """A connection is gone."""
        if line in self._lines:
            self._lines.remove(line)
            if line.follows:
                self._on_leave()

    def _send(self) -> None:
        """Send to all, and then not for a while."""
        self._is_due = False
        for line in self._lines:
            if line.follows:
                self.greet(line, in_full=True)
        loop = asyncio.get_running_loop()
        self._pause = loop.call_later(EVERY, self._go_on)

    def _go_on(self) -> None:
        self._pause = None
        if self._is_due:
            self._send()


class _Line(asyncio.Protocol):
    """A connection to a follower, or to one who may become it."""

    def __init__(self, session: Session) -> None:
        self.outbox = Outbox()
        self.follows = False
        self._session = session
        self._inbox = Inbox(LONGEST_HELLO, Rate(1, 0.0))
        self._transport: asyncio.Transport | None = None
        self._limit: asyncio.TimerHandle | None = None
        self._uid = -1
        self._is_full = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Look who it is."""
        self._transport = cast(asyncio.Transport, transport)
        connection: socket.socket = transport.get_extra_info("socket")
        try:
            self._uid = self._session.uid_of(connection)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        except OSError:  # they have gone already
            self._uid = -1
        if not self._session.admits(self, self._uid, asyncio.get_running_loop().time()):
            self._transport.abort()
            return
        self._transport.set_write_buffer_limits(high=0)
        self._allow(GREETED_WITHIN)

    def data_received(self, data: bytes) -> None:
        """Hear what they want; whoever says more than that, or something else, must go."""
        try:
            for message in self._inbox.feed(data, asyncio.get_running_loop().time()):
                if not isinstance(message, Hello):
                    self.close()
                    return
                self._welcome(message)
        except OtherFormatError:
            self.end(Reason.FORMAT)
            self.close()
        except UnreadError:
            self.close()

    def pause_writing(self) -> None:
        """They take no more for now."""
        self._is_full = True
        self._allow(PATIENCE)

    def resume_writing(self) -> None:
        """They have taken what there was."""
        self._is_full = False
        self._disallow()
        self.send()

    def connection_lost(self, exc: Exception | None) -> None:
        """They have gone."""
        self._disallow()
        self._session.forget(self)

    def send(self) -> None:
        """Send what they have not been told, as far as they take it."""
        while not self._is_full and self._transport is not None:
            message = self.outbox.take()
            if message is None:
                return
            self._transport.write(message)

    def end(self, reason: Reason) -> None:
        """Tell them that it is over for them."""
        if self._transport is not None and not self._is_full:
            self._transport.write(encode(End(reason)))

    def close(self) -> None:
        """Let them go, once they have what was sent; at once if they do not take it."""
        if self._transport is None:
            return
        if self._is_full:
            self._transport.abort()
        else:
            self._transport.close()

    def _welcome(self, hello: Hello) -> None:
        self._disallow()
        if not self._session.invites(self._uid):
            self.end(Reason.UNINVITED)
            self.close()
        elif hello.wish is Wish.LOOK:
            self._session.greet(self, in_full=False)
            self.close()
        elif self._session.followers >= MOST_FOLLOWERS:
            self.end(Reason.FULL)
            self.close()
        else:
            self.follows = True
            self._session.greet(self, in_full=True)
            self._session.on_join(self._uid)

    def _allow(self, seconds: float) -> None:
        """Let them go if nothing has come of it by then."""
        self._disallow()
        self._limit = asyncio.get_running_loop().call_later(seconds, self._give_up)

    def _disallow(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None

    def _give_up(self) -> None:
        if self._transport is not None:
            self._transport.abort()
