"""The presenter's end of a session: lets followers in, and tells them where the presenter is."""

import asyncio
import socket
from asyncio import StreamReader, StreamWriter
from collections.abc import Callable, Sequence

from tui.frozen import replace
from tui.meeting.access import AccessList, peer_uid
from tui.meeting.message import (
    FOLLOW,
    LOOK,
    SHOWINGS_PER_MESSAGE,
    PresenterPlace,
    encode_end,
    encode_place,
)
from tui.meeting.record import Showing

MIN_INTERVAL = 0.05
"""Seconds between two messages to all followers; places in between are skipped."""

MAX_BACKLOG = 1 << 17
"""Bytes that may wait for a follower who does not read; one who is further behind is
disconnected, and can connect again."""

HELLO_TIMEOUT = 5.0
"""Seconds in which a new connection must say what it wants."""

MAX_FOLLOWERS = 200
MAX_CONNECTIONS = 400
MAX_CONNECTIONS_PER_USER = 100

CONNECTION_COST = 2.0
"""Seconds for which a closed connection still counts for its user, which bounds how often a user
can connect."""

_MAX_HELLO = 256
"""Bytes of what a new connection may say."""

_MAX_HISTORY = 4 * SHOWINGS_PER_MESSAGE
"""The latest showings that are sent to a new follower."""


class PresentationServer:
    """Serves the followers of a presenter, in the event loop of the presenter's program."""

    def __init__(
        self,
        listening: socket.socket,
        access: AccessList,
        on_join: Callable[[int], None],
        on_leave: Callable[[], None],
    ) -> None:
        """Initialise the server; `run` starts it.

        Args:
            listening: The socket on which followers connect.
            access: The users who may follow.
            on_join: Called with the id of each user who begins to follow.
            on_leave: Called when a follower has left.
        """
        self._listening = listening
        self._access = access
        self._on_join = on_join
        self._on_leave = on_leave
        self._connections: dict[StreamWriter, int] = {}
        """The user of each connection, followers or not."""
        self._followers: set[StreamWriter] = set()
        self._place: PresenterPlace | None = None
        self._shown: Sequence[Showing] = ()
        self._sent = 0
        """The number of showings that were sent to all followers."""
        self._changed = asyncio.Event()

    @property
    def follower_count(self) -> int:
        """The number of followers."""
        return len(self._followers)

    def show(self, place: PresenterPlace, shown: Sequence[Showing]) -> None:
        """Tell the followers where the presenter is, and what was shown before, in order."""
        self._place, self._shown = place, shown
        self._changed.set()

    def end(self) -> None:
        """Tell the followers that the session is over."""
        self._send([encode_end()])

    async def run(self) -> None:
        """Serve followers until the task is cancelled, which disconnects them."""
        server = await asyncio.start_unix_server(
            self._serve, sock=self._listening.dup(), limit=_MAX_HELLO
        )
        try:
            while True:
                await self._changed.wait()
                self._changed.clear()
                first_changed = max(min(self._sent, len(self._shown)) - 1, 0)
                self._send(self._messages(self._shown[first_changed:]))
                self._sent = len(self._shown)
                await asyncio.sleep(MIN_INTERVAL)
        finally:
            server.close()
            self._followers.clear()
            for writer in self._connections:
                writer.transport.abort()

    def _messages(self, shown: Sequence[Showing]) -> list[bytes]:
        """Return the messages with the current place and some showings."""
        if self._place is None:
            return []
        size = SHOWINGS_PER_MESSAGE
        parts = [shown[at : at + size] for at in range(0, len(shown), size)] or [()]
        return [encode_place(replace(self._place, shown=tuple(part))) for part in parts]

    def _send(self, messages: Sequence[bytes]) -> None:
        """Send messages to all followers, except those who are too far behind."""
        for writer in self._followers:
            if writer.transport.get_write_buffer_size() > MAX_BACKLOG:
                writer.transport.abort()
            else:
                writer.writelines(messages)

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Serve one connection until it ends."""
        try:
            uid = peer_uid(writer.get_extra_info("socket"))
            if not self._may_connect(uid):
                return
            self._connections[writer] = uid
            async with asyncio.timeout(HELLO_TIMEOUT):
                hello = await reader.readline()
            if self._answer(hello, uid, writer):
                await reader.read(1)  # followers say nothing more
        except (OSError, ValueError):  # disconnected, silent for too long, or too long a line
            pass
        except asyncio.CancelledError:  # the program ends; asyncio would report the cancellation
            pass
        finally:
            writer.transport.abort()
            if writer in self._followers:
                self._followers.remove(writer)
                self._on_leave()
            if writer in self._connections:
                loop = asyncio.get_running_loop()
                loop.call_later(CONNECTION_COST, self._connections.pop, writer)

    def _may_connect(self, uid: int) -> bool:
        count = list(self._connections.values()).count(uid)
        return count < MAX_CONNECTIONS_PER_USER and len(self._connections) < MAX_CONNECTIONS

    def _answer(self, hello: bytes, uid: int, writer: StreamWriter) -> bool:
        """Answer the first line of a connection; return whether it follows now."""
        if not self._access.has(uid):
            writer.write(encode_end("you are not among those who may follow"))
        elif hello == LOOK:
            writer.writelines(self._messages(()))
        elif hello != FOLLOW:
            writer.write(encode_end("the presenter uses another version of this program"))
        elif len(self._followers) >= MAX_FOLLOWERS:
            writer.write(encode_end("there are too many followers"))
        else:
            writer.writelines(self._messages(self._shown[-_MAX_HISTORY:]))
            self._followers.add(writer)
            self._on_join(uid)
            return True
        return False
