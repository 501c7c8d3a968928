"""The presenter's end of a session: lets followers in, and tells them where the presenter is."""

import asyncio
import socket
from asyncio import StreamReader, StreamWriter
from collections import Counter
from collections.abc import Callable, Sequence

from tui.frozen import replace
from tui.meeting.access import AccessList, peer_uid
from tui.meeting.message import (
    FOLLOW,
    LOOK,
    SHOWINGS_PER_MESSAGE,
    EndReason,
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
MAX_CONNECTIONS_PER_USER = 100

MAX_CONNECTS = 200
"""Connections that one user may open within `CONNECTS_PERIOD`."""

CONNECTS_PERIOD = 10.0
"""Seconds."""

_MAX_HELLO = 256
"""Bytes of what a new connection may say."""

_MAX_HISTORY = 4 * SHOWINGS_PER_MESSAGE
"""Showings of which a new follower is told; the latest."""


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
        self._recent: tuple[float, Counter[int]] = (0.0, Counter())
        """When the current `CONNECTS_PERIOD` ends, and the connections of each user in it."""
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
        self._send([encode_end(EndReason.OVER)])

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
        """Return the messages that tell the current place and some showings."""
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
            if self._may_connect(uid):
                self._connections[writer] = uid
                async with asyncio.timeout(HELLO_TIMEOUT):
                    hello = await reader.readline()
                if self._answer(hello, uid, writer):
                    await reader.read(1)  # followers say nothing more
        except (OSError, ValueError):  # disconnected, silent for too long, or too long a line
            pass
        finally:
            self._connections.pop(writer, None)
            if writer in self._followers:
                self._followers.remove(writer)
                self._on_leave()
            writer.transport.abort()

    def _may_connect(self, uid: int) -> bool:
        """Whether a user has few enough connections, and has opened few enough of late."""
        now = asyncio.get_running_loop().time()
        if now >= self._recent[0]:
            self._recent = (now + CONNECTS_PERIOD, Counter())
        self._recent[1][uid] += 1
        count = sum(each == uid for each in self._connections.values())
        return count < MAX_CONNECTIONS_PER_USER and self._recent[1][uid] <= MAX_CONNECTS

    def _answer(self, hello: bytes, uid: int, writer: StreamWriter) -> bool:
        """Answer the first line of a connection; return whether it follows now."""
        reason = None
        if not self._access.has(uid):
            reason = EndReason.UNINVITED
        elif hello not in {FOLLOW, LOOK}:
            reason = EndReason.FORMAT
        elif hello == FOLLOW and len(self._followers) >= MAX_FOLLOWERS:
            reason = EndReason.FULL
        if reason is not None:
            writer.write(encode_end(reason))
            return False
        if hello == LOOK:
            writer.writelines(self._messages(()))
            return False
        writer.writelines(self._messages(self._shown[-_MAX_HISTORY:]))
        self._followers.add(writer)
        self._on_join(uid)
        return True
