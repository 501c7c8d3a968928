"""The follower's end of a session: it learns every place, reconnects, and trusts nobody."""

import asyncio
import itertools
import os
import socket
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import pytest

from tests.meeting.places import at, showing
from tui.meeting import client as clients
from tui.meeting import socket_directory
from tui.meeting.access import AccessList, SharingError
from tui.meeting.client import ConnectionState, PresentationClient
from tui.meeting.message import FOLLOW, LOOK, MAX_MESSAGE, encode_end, encode_place
from tui.meeting.record import Showing
from tui.meeting.server import PresentationServer
from tui.meeting.socket_directory import SocketDirectory, listen

ME = os.geteuid()
MYSELF = AccessList(frozenset({ME}))
TIMEOUT = 30.0
"""Seconds after which an event that a test waits for is given up."""


@pytest.fixture(autouse=True)
def immediately(monkeypatch: pytest.MonkeyPatch) -> None:
    """Attempts to reconnect are made without waiting."""
    monkeypatch.setattr(clients, "MIN_RETRY", 0.001)
    monkeypatch.setattr(clients, "MAX_RETRY", 0.002)
    monkeypatch.setattr(clients, "READ_INTERVAL", 0.0)


class Watcher:
    """Waits for changes of a client."""

    def __init__(self, client: PresentationClient) -> None:
        self.client = client
        self._changed = asyncio.Event()

    async def wait_for(self, is_true: Callable[[PresentationClient], bool]) -> None:
        async with asyncio.timeout(TIMEOUT):
            while not is_true(self.client):
                self._changed.clear()
                await self._changed.wait()

    async def wait_for_state(self, state: ConnectionState) -> None:
        await self.wait_for(lambda client: client.state is state)

    async def wait_for_item(self, item: str) -> None:
        await self.wait_for(lambda client: client.place.place.item == item)

    def note(self) -> None:
        self._changed.set()


async def joined(
    directory: SocketDirectory, now: Callable[[], float] = lambda: 0.0
) -> PresentationClient:
    """A client, which is created in a thread since that may block."""
    return await asyncio.to_thread(PresentationClient, directory, "talk", now)


@asynccontextmanager
async def following(client: PresentationClient) -> AsyncIterator[Watcher]:
    watcher = Watcher(client)
    task = asyncio.create_task(client.run(watcher.note))
    try:
        yield watcher
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@asynccontextmanager
async def presented(
    directory: SocketDirectory, access: AccessList = MYSELF
) -> AsyncIterator[PresentationServer]:
    with listen(directory, "talk") as listening:
        server = PresentationServer(listening, access, lambda uid: None, lambda: None)
        server.show(at("j1"), [showing(1)])
        task = asyncio.create_task(server.run())
        try:
            yield server
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def answering(directory: SocketDirectory, answer: Answer) -> AsyncIterator[None]:
    """A presenter who is at “j0” at first, and answers followers in some way."""
    connections = set[asyncio.Task[None] | None]()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.add(asyncio.current_task())
        with suppress(OSError):
            hello = await reader.readline()
            await (sending(encode_place(at("j0"))) if hello == LOOK else answer)(writer)
        with suppress(OSError):
            writer.close()
            await writer.wait_closed()

    with listen(directory, "talk") as listening:
        server = await asyncio.start_unix_server(serve, sock=listening.dup())
        try:
            yield
        finally:
            server.close()
            await asyncio.gather(*filter(None, connections))


def sending(data: bytes) -> Answer:
    """An answer of these bytes."""

    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()

    return answer


async def test_a_new_client_knows_the_place_and_the_presenter(directory: SocketDirectory) -> None:
    async with presented(directory):
        client = await joined(directory)
        assert (client.place, client.uid) == (at("j1"), ME)


async def test_a_client_without_access_is_refused(directory: SocketDirectory) -> None:
    async with presented(directory, AccessList()):
        with pytest.raises(SharingError, match="you are not among those who may follow"):
            await joined(directory)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b'{"format":"briefing-follow/2"}\n', SharingError),
        (encode_end("full"), SharingError),
        (b"x" * (MAX_MESSAGE + 1), SharingError),
        (encode_end(), ConnectionResetError),
        (b"", ConnectionResetError),
    ],
    ids=["version", "refusal", "long", "end", "nothing"],
)
async def test_a_presenter_who_misbehaves_at_first_cannot_be_followed(
    directory: SocketDirectory, answer: bytes, error: type[Exception]
) -> None:
    with listen(directory, "talk") as listening:
        answering = threading.Thread(target=answer_once, args=(listening, answer))
        answering.start()
        with pytest.raises(error):
            await joined(directory)
        answering.join()


def test_a_presenter_who_answers_too_slowly_is_not_waited_for(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clients, "_READ_SIZE", 1)
    seconds = itertools.count()
    monkeypatch.setattr("time.monotonic", lambda: float(next(seconds)))
    with listen(directory, "talk") as listening:
        answering = threading.Thread(target=answer_once, args=(listening, b"x" * 100))
        answering.start()
        with pytest.raises(ConnectionResetError, match="no answer"):
            PresentationClient(directory, "talk")
        answering.join()
    assert next(seconds) < 20


def answer_once(listening: socket.socket, data: bytes) -> None:
    connection, _ = listening.accept()
    with connection, suppress(OSError):
        connection.recv(1 << 16)
        connection.sendall(data)


async def test_places_arrive_with_what_was_shown(directory: SocketDirectory) -> None:
    times = iter([1000.0, 1200.0, 1300.0])
    async with (
        presented(directory) as server,
        following(await joined(directory, lambda: next(times))) as bob,
    ):
        server.show(at("j2"), [showing(1)])
        await bob.wait_for_item("j2")
        assert bob.client.state is ConnectionState.CONNECTED
        assert bob.client.record.showings == (showing(1), Showing("j2", 1200.0, 1300.0))


async def test_a_presenter_who_drops_is_found_again(directory: SocketDirectory) -> None:
    async with presented(directory):
        client = await joined(directory)
    async with following(client) as bob:
        await bob.wait_for_state(ConnectionState.LOST)
        async with presented(directory) as server:
            await bob.wait_for_state(ConnectionState.CONNECTED)
            server.show(at("j9"), [showing(1), showing(2)])
            await bob.wait_for_item("j9")
            assert bob.client.record.ids[:2] == ("item-1", "item-2")


@asynccontextmanager
async def ended(directory: SocketDirectory) -> AsyncIterator[Watcher]:
    """A follower of a presenter who has ended the session."""
    async with presented(directory) as server:
        client = await joined(directory)
        stack = AsyncExitStack()
        bob = await stack.enter_async_context(following(client))
        server.show(at("j2"), [])
        await bob.wait_for_item("j2")
        server.end()
        await bob.wait_for_state(ConnectionState.ENDED)
    async with stack:
        yield bob


async def test_after_the_end_nobody_is_looked_for_until_the_reader_asks(
    directory: SocketDirectory,
) -> None:
    async with ended(directory) as bob, presented(directory) as server:
        assert server.follower_count == 0
        bob.client.reconnect()
        await bob.wait_for_state(ConnectionState.CONNECTED)
        assert server.follower_count == 1


async def test_a_presenter_who_is_not_there_when_the_reader_asks_is_waited_for(
    directory: SocketDirectory,
) -> None:
    async with ended(directory) as bob:
        bob.client.reconnect()
        await bob.wait_for_state(ConnectionState.LOST)


async def test_only_the_latest_showings_are_kept(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clients, "MAX_SHOWINGS", 5)
    async with presented(directory) as server, following(await joined(directory)) as bob:
        await bob.wait_for_item("j1")
        server.show(at("j2"), [showing(number) for number in range(1, 10)])
        await bob.wait_for_item("j2")
        *before, _ = bob.client.record.showings
        assert before == [*map(showing, (5, 6, 7, 8, 9))]


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        (b"hello\n", "invalid message"),
        (b"\xff\x00\n", "invalid message"),
        (b"x" * (MAX_MESSAGE + 1), "too long a message"),
        (b"x" * (MAX_MESSAGE + 1) + b"\n", "too long a message"),
        (FOLLOW, "invalid message"),
        (encode_end("there are too many followers"), "there are too many followers"),
        (b'{"format":"briefing-follow/2","video":1}\n', "another version"),
    ],
    ids=["text", "binary", "endless", "long", "hello", "full", "version"],
)
async def test_a_presenter_who_misbehaves_is_cut_off(
    directory: SocketDirectory, sent: bytes, error: str
) -> None:
    answer = sending(encode_place(at("j1")) + sent)
    async with answering(directory, answer), following(await joined(directory)) as bob:
        await bob.wait_for_state(ConnectionState.REFUSED)
        assert error in bob.client.error


async def test_a_flood_of_places_leads_to_the_last_with_few_changes(
    directory: SocketDirectory,
) -> None:
    flood = b"".join(encode_place(at(f"j{number}")) for number in range(5000))
    changes = 0

    def count() -> None:
        nonlocal changes
        changes += 1
        bob.note()

    async with answering(directory, sending(flood)):
        bob = Watcher(await joined(directory))
        task = asyncio.create_task(bob.client.run(count))
        await bob.wait_for_item("j4999")
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    assert changes < 500


async def test_a_presenter_who_is_no_longer_trusted_in_the_folder_is_refused(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with presented(directory):
        client = await joined(directory)
        monkeypatch.setattr(socket_directory, "peer_uid", lambda _: ME + 1)
        async with following(client) as bob:
            await bob.wait_for_state(ConnectionState.REFUSED)
            assert "who may not present here" in client.error


async def test_a_message_in_pieces_is_put_together(directory: SocketDirectory) -> None:
    async def send_slowly(writer: asyncio.StreamWriter) -> None:
        for byte in encode_place(at("j7")):
            writer.write(bytes([byte]))
            await writer.drain()

    async with answering(directory, send_slowly), following(await joined(directory)) as bob:
        await bob.wait_for_item("j7")
