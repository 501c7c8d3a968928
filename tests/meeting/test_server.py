"""The presenter's end of a session: who may connect, what is sent, who is disconnected."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import cast

import pytest

from tests.meeting.places import at, showing
from tui.frozen import replace
from tui.meeting import server as servers
from tui.meeting.access import AccessList, SharingError
from tui.meeting.message import (
    FOLLOW,
    LOOK,
    SHOWINGS_PER_MESSAGE,
    PresenterPlace,
    decode,
    encode_end,
    encode_place,
)
from tui.meeting.record import MeetingRecord, Showing
from tui.meeting.server import PresentationServer
from tui.meeting.socket_directory import SocketDirectory, listen

ME = os.geteuid()
MYSELF = AccessList(frozenset({ME}))
LEFT = -1
"""What `Presentation.news` has for a follower who has left."""

TIMEOUT = 30.0
"""Seconds after which an event that a test waits for is given up."""


class Presentation:
    """A server, and the users who have joined it or left."""

    def __init__(self, listening: socket.socket, access: AccessList) -> None:
        self.news: asyncio.Queue[int] = asyncio.Queue()
        self.server = PresentationServer(
            listening, access, self.news.put_nowait, lambda: self.news.put_nowait(LEFT)
        )

    def show(self, item: str, shown: Sequence[Showing] = ()) -> PresenterPlace:
        place = at(item)
        self.server.show(place, shown)
        return place


class Guest:
    """A connection that does what a test says."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def hear(self) -> PresenterPlace | None:
        """The place of the presenter, or `None` at the end; raises `SharingError` if refused."""
        async with asyncio.timeout(TIMEOUT):
            return decode(await self.reader.readline())

    async def hear_refusal(self) -> str:
        with pytest.raises(SharingError) as refused:
            await self.hear()
        return str(refused.value)

    async def hear_until(self, item: str) -> list[PresenterPlace]:
        """All messages up to the one with the presenter at an item."""
        heard: list[PresenterPlace] = []
        while not heard or heard[-1].place.item != item:
            message = await self.hear()
            assert isinstance(message, PresenterPlace)
            heard.append(message)
        return heard

    async def is_disconnected(self) -> bool:
        async with asyncio.timeout(TIMEOUT):
            with suppress(ConnectionResetError):
                while await self.reader.read(1 << 16):
                    continue
        return True


@asynccontextmanager
async def presented(
    directory: SocketDirectory, access: AccessList = MYSELF
) -> AsyncIterator[Presentation]:
    with listen(directory, "talk") as listening:
        presentation = Presentation(listening, access)
        task = asyncio.create_task(presentation.server.run())
        try:
            yield presentation
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


@asynccontextmanager
async def guest(directory: SocketDirectory, says: bytes = FOLLOW) -> AsyncIterator[Guest]:
    path = str(directory.socket_path("talk"))
    reader, writer = await asyncio.open_unix_connection(path, limit=1 << 20)
    try:
        writer.write(says)
        yield Guest(reader, writer)
    finally:
        writer.transport.abort()


async def test_followers_are_told_the_place_at_once_and_then_every_new_one(
    directory: SocketDirectory,
) -> None:
    async with presented(directory) as talk:
        first = talk.show("j1", [showing(1)])
        async with guest(directory) as ann, guest(directory) as bob:
            for each in (ann, bob):
                assert await each.hear() == replace(first, shown=(showing(1),))
            assert [await talk.news.get() for _ in range(2)] == [ME, ME]
            assert talk.server.follower_count == 2
            for item in ("j2", "j3"):
                talk.show(item, [showing(1)])
                for each in (ann, bob):
                    await each.hear_until(item)
        assert [await talk.news.get() for _ in range(2)] == [LEFT, LEFT]
        assert talk.server.follower_count == 0


async def test_places_that_were_left_at_once_are_skipped(directory: SocketDirectory) -> None:
    async with presented(directory) as talk:
        talk.show("j0")
        async with guest(directory) as ann:
            await ann.hear()
            for number in range(1, 40):
                talk.show(f"j{number}")
            assert len(await ann.hear_until("j39")) <= 2


async def test_one_who_joins_before_there_is_a_place_is_told_the_first(
    directory: SocketDirectory,
) -> None:
    async with presented(directory) as talk, guest(directory) as ann:
        await talk.news.get()
        place = talk.show("j1")
        assert await ann.hear() == place


async def test_a_late_follower_is_told_the_latest_showings(
    directory: SocketDirectory,
) -> None:
    shown = [showing(number) for number in range(10 * SHOWINGS_PER_MESSAGE)]
    async with presented(directory) as talk:
        talk.show("j1", shown)
        async with guest(directory) as ann:
            heard = [await ann.hear() for _ in range(4)]
    showings = [
        each for place in heard if isinstance(place, PresenterPlace) for each in place.shown
    ]
    assert showings == shown[-4 * SHOWINGS_PER_MESSAGE :]


async def test_followers_learn_every_showing_with_its_final_end(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "MIN_INTERVAL", 0.0)
    visits = [("a", 5), ("b", 5), ("c", 1), ("b", 5), ("d", 1), ("e", 1), ("a", 9), ("z", 0)]
    async with presented(directory) as talk:
        talk.show("start")
        record, now, known = MeetingRecord(), 0.0, dict[tuple[str, float], Showing]()
        async with guest(directory) as ann:
            await ann.hear()
            for number, (item, seconds) in enumerate(visits):
                record = record.show(item, now)
                now += seconds
                talk.show(f"j{number}", record.finished)
                for place in await ann.hear_until(f"j{number}"):
                    known |= {(each.id, each.began): each for each in place.shown}
    assert sorted(known.values(), key=lambda each: each.began) == list(record.finished)


async def test_a_look_tells_the_place_only_and_does_not_follow(
    directory: SocketDirectory,
) -> None:
    async with presented(directory) as talk:
        place = talk.show("j1", [showing(number) for number in range(1000)])
        async with guest(directory, LOOK) as ann:
            assert await ann.hear() == place
            assert await ann.is_disconnected()
        assert talk.news.empty()


@pytest.mark.parametrize("hello", [FOLLOW, LOOK])
async def test_a_user_without_access_is_told_nothing(
    directory: SocketDirectory, hello: bytes
) -> None:
    async with presented(directory, AccessList(frozenset({ME + 1}))) as talk:
        talk.show("j1")
        async with guest(directory, hello) as ann:
            assert await ann.hear_refusal() == "you are not among those who may follow"
            assert await ann.is_disconnected()
        assert talk.news.empty()


async def test_the_kernel_and_not_the_message_says_who_follows(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "peer_uid", lambda _: 77)
    async with presented(directory, AccessList(frozenset({77}))) as talk:
        talk.show("j1")
        async with guest(directory) as ann:
            await ann.hear()
            assert await talk.news.get() == 77


@pytest.mark.parametrize(
    "says",
    [
        b"\n",
        b"GET / HTTP/1.1\r\n",
        b"x" * 300,
        b"x" * 100_000,
        encode_place(at()),
        encode_end(),
        FOLLOW * 2,
        FOLLOW + b"x" * 100_000,
    ],
    ids=["nothing", "http", "long", "very-long", "place", "end", "twice", "flood"],
)
async def test_anything_else_that_is_said_disconnects(
    directory: SocketDirectory, says: bytes
) -> None:
    async with presented(directory) as talk:
        talk.show("j1")
        async with guest(directory, says) as mallory:
            assert await mallory.is_disconnected()
        async with guest(directory) as ann:
            await ann.hear_until("j1")


async def test_another_version_is_told_so(directory: SocketDirectory) -> None:
    async with presented(directory) as talk:
        talk.show("j1")
        async with guest(directory, b'{"format":"briefing-follow/9","wish":"dance"}\n') as ann:
            assert "another version" in await ann.hear_refusal()
            assert await ann.is_disconnected()


async def test_a_connection_that_stays_silent_is_closed(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "HELLO_TIMEOUT", 0.01)
    async with presented(directory) as talk:
        talk.show("j1")
        async with guest(directory, b'{"format":') as mallory:
            assert await mallory.is_disconnected()


async def test_more_followers_than_allowed_are_told_so(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "MAX_FOLLOWERS", 1)
    async with presented(directory) as talk:
        talk.show("j1")
        async with guest(directory) as ann:
            await ann.hear()
            async with guest(directory) as bob:
                assert await bob.hear_refusal() == "there are too many followers"
                assert await bob.is_disconnected()


async def test_a_connection_too_many_of_one_user_is_closed_and_the_others_stay(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "MAX_CONNECTIONS_PER_USER", 1)
    async with presented(directory) as talk:
        talk.show("j1")
        async with guest(directory) as ann, guest(directory) as bob:
            await ann.hear()
            assert await bob.is_disconnected()
            talk.show("j2")
            await ann.hear_until("j2")


async def test_a_user_who_connects_again_and_again_is_slowed_down(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "MAX_CONNECTIONS_PER_USER", 3)
    async with presented(directory) as talk:
        talk.show("j1")
        for _ in range(3):
            async with guest(directory) as mallory:
                await mallory.hear()
        assert [await talk.news.get() for _ in range(6)] == [ME, LEFT] * 3
        async with guest(directory) as mallory:
            assert await mallory.is_disconnected()
        assert talk.news.empty()


async def test_one_user_who_takes_all_connections_keeps_nobody_else_out(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "MAX_CONNECTIONS_PER_USER", 2)
    uids = iter([7, 7, 7, 8])
    monkeypatch.setattr(servers, "peer_uid", lambda _: next(uids))
    async with presented(directory, AccessList(frozenset({7, 8}))) as talk:
        talk.show("j1")
        async with guest(directory) as one, guest(directory) as two:
            await one.hear()
            await two.hear()
            async with guest(directory) as three:
                assert await three.is_disconnected()
            async with guest(directory) as ann:
                await ann.hear_until("j1")


async def test_a_follower_who_does_not_read_is_disconnected_and_delays_nobody(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "MIN_INTERVAL", 0.0)
    monkeypatch.setattr(servers, "MAX_BACKLOG", 1 << 10)
    async with presented(directory) as talk:
        talk.show("j0")
        async with guest(directory) as ann, guest(directory) as slow:
            cast(asyncio.ReadTransport, slow.writer.transport).pause_reading()
            assert [await talk.news.get() for _ in range(2)] == [ME, ME]
            number = 0
            while talk.news.empty():
                number += 1
                talk.show(f"j{number}")
                await ann.hear_until(f"j{number}")
            assert await talk.news.get() == LEFT
            assert talk.server.follower_count == 1
            talk.show("last")
            await ann.hear_until("last")


async def test_the_end_is_told_and_nobody_is_said_to_have_left(directory: SocketDirectory) -> None:
    async with presented(directory) as talk:
        talk.show("j1")
        async with guest(directory) as ann:
            await ann.hear()
            await talk.news.get()
            talk.server.end()
            assert await ann.hear() is None
    assert talk.news.empty()


def test_a_program_that_ends_with_followers_reports_no_error(
    directory: SocketDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    async def present(listening: socket.socket) -> None:
        talk = Presentation(listening, MYSELF)
        task = asyncio.create_task(talk.server.run())
        talk.show("j1")
        async with guest(directory) as ann:
            await ann.hear()
            assert not task.done()

    with listen(directory, "talk") as listening:
        asyncio.run(present(listening))
    assert caplog.records == []
