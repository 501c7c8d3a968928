"""A session on a real socket: who is let in, what they are told, and who is let go."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import cast

import pytest

from tests.meeting.steps import showing, step
from tui.frozen import replace
from tui.meeting import session as sessions
from tui.meeting.access import AccessList, uid_of
from tui.meeting.message import (
    FORMAT,
    End,
    Hello,
    Message,
    PresenterPlace,
    Reason,
    Wish,
    decode,
    encode,
)
from tui.meeting.record import Showing
from tui.meeting.session import Session
from tui.meeting.socket_directory import SocketDirectory
from tui.meeting.sockets import listen

ME = os.geteuid()
MYSELF = AccessList(frozenset({ME}))
HELLO = encode(Hello(Wish.FOLLOW))
WITHIN = 30
"""Seconds in which what a test waits for has come, or never does."""


class Stage:
    """A session, and what its presenter hears of it."""

    def __init__(
        self, listening: socket.socket, circle: AccessList, uid_of: Callable[[socket.socket], int]
    ) -> None:
        self.news: asyncio.Queue[int] = asyncio.Queue()
        self.session = Session(
            listening,
            circle,
            self.news.put_nowait,
            lambda: self.news.put_nowait(-1),
            uid_of=uid_of,
        )

    def show(self, item: str, shown: Sequence[Showing] = ()) -> PresenterPlace:
        shows = step(item)
        self.session.show(shows, shown)
        return shows


class Guest:
    """A follower who does as a test says."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def hear(self) -> Message:
        return decode((await self.reader.readline())[:-1])

    async def is_let_go(self) -> bool:
        try:
            return await self.reader.read() == b""
        except ConnectionResetError:
            return True


@asynccontextmanager
async def staged(
    directory: SocketDirectory,
    circle: AccessList = MYSELF,
    uid_of: Callable[[socket.socket], int] = uid_of,
) -> AsyncIterator[Stage]:
    with listen(directory, "talk") as listening:
        stage = Stage(listening, circle, uid_of)
        await stage.session.begin()
        try:
            yield stage
        finally:
            stage.session.close()
            await asyncio.sleep(0)


@asynccontextmanager
async def guest(directory: SocketDirectory, says: bytes = HELLO) -> AsyncIterator[Guest]:
    path = str(directory.socket("talk"))
    reader, writer = await asyncio.open_unix_connection(path, limit=1 << 20)
    try:
        writer.write(says)
        yield Guest(reader, writer)
    finally:
        writer.transport.abort()


async def test_who_comes_is_told_at_once_and_then_of_every_step(directory: SocketDirectory) -> None:
    async with staged(directory) as stage:
        first = stage.show("j1", [showing(1)])
        async with guest(directory) as ann, guest(directory) as bob:
            for each in (ann, bob):
                assert await each.hear() == replace(first, shown=(showing(1),))
            assert [await stage.news.get() for _ in range(2)] == [ME, ME]
            assert stage.session.followers == 2
            for item in ("j2", "j3"):
                shows = stage.show(item, [showing(1)])
                assert [await ann.hear(), await bob.hear()] == [shows, shows]
        assert [await stage.news.get() for _ in range(2)] == [-1, -1]
        assert stage.session.followers == 0


async def test_of_many_steps_at_once_the_first_and_the_last_are_told(
    directory: SocketDirectory,
) -> None:
    async with staged(directory) as stage:
        stage.show("j0")
        async with guest(directory) as ann:
            await ann.hear()
            steps = [stage.show(f"j{number}") for number in range(1, 40)]
            told = [await ann.hear()]
            async with asyncio.timeout(WITHIN):
                while told[-1] != steps[-1]:
                    told.append(await ann.hear())
            assert len(told) <= 2


async def test_who_comes_before_there_is_a_place_is_told_when_there_is_one(
    directory: SocketDirectory,
) -> None:
    async with staged(directory) as stage, guest(directory) as ann:
        await stage.news.get()
        assert await said_after(stage, ann) == step("j1")


async def test_who_looks_is_told_the_place_alone_and_does_not_follow(
    directory: SocketDirectory,
) -> None:
    async with staged(directory) as stage:
        shows = stage.show("j1", [showing(number) for number in range(1000)])
        async with guest(directory, encode(Hello(Wish.LOOK))) as ann:
            assert await ann.hear() == shows
            assert await ann.is_let_go()
        assert stage.news.empty()


async def test_a_user_who_may_not_follow_is_told_nothing(directory: SocketDirectory) -> None:
    async with staged(directory, AccessList(frozenset({ME + 1}))) as stage:
        stage.show("j1")
        for wish in Wish:
            async with guest(directory, encode(Hello(wish))) as ann:
                assert await ann.hear() == End(Reason.UNINVITED)
                assert await ann.is_let_go()
        assert stage.news.empty()


async def test_it_is_the_kernel_and_not_the_message_that_says_who_it_is(
    directory: SocketDirectory,
) -> None:
    async with staged(directory, AccessList(frozenset({77})), lambda _: 77) as stage:
        stage.show("j1")
        async with guest(directory) as ann:
            await ann.hear()
            assert await stage.news.get() == 77


@pytest.mark.parametrize(
    "says",
    [
        b"\n",
        b"GET / HTTP/1.1\r\n",
        b"x" * 300,
        encode(step()),
        encode(End(Reason.OVER)),
        HELLO * 2,
    ],
)
async def test_whoever_says_anything_else_is_let_go(
    directory: SocketDirectory, says: bytes
) -> None:
    async with staged(directory) as stage:
        stage.show("j1")
        async with guest(directory, says) as ann:
            async with asyncio.timeout(WITHIN):
                while not ann.reader.at_eof():
                    try:
                        await ann.reader.readline()
                    except ConnectionResetError:
                        break
        assert stage.session.followers == 0


async def test_whoever_speaks_another_version_is_told_so(directory: SocketDirectory) -> None:
    async with staged(directory) as stage:
        stage.show("j1")
        async with guest(directory, b'{"format":"briefing-follow/9","wish":"dance"}\n') as ann:
            assert await ann.hear() == End(Reason.FORMAT)
            assert await ann.is_let_go()


async def test_whoever_says_nothing_is_let_go(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "GREETED_WITHIN", 0.01)
    async with staged(directory) as stage:
        stage.show("j1")
        async with guest(directory, b"") as ann:
            assert await ann.is_let_go()


async def test_more_than_may_follow_are_told_so(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "MOST_FOLLOWERS", 1)
    async with staged(directory) as stage:
        stage.show("j1")
        async with guest(directory) as ann:
            await ann.hear()
            async with guest(directory) as bob:
                assert await bob.hear() == End(Reason.FULL)
                assert await bob.is_let_go()


async def test_a_user_who_comes_too_often_is_let_go(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "_JOINING", (1, 0.0))
    async with staged(directory) as stage:
        stage.show("j1")
        async with guest(directory) as ann, guest(directory) as bob:
            await ann.hear()
            assert await bob.is_let_go()


async def test_one_who_takes_nothing_holds_nobody_up_and_is_let_go(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "EVERY", 0.0)
    monkeypatch.setattr(sessions, "PATIENCE", 0.01)
    async with staged(directory) as stage:
        stage.show("j0")
        async with guest(directory) as ann:
            await ann.hear()
            with socket.socket(socket.AF_UNIX) as stopped:
                stopped.setblocking(False)
                stopped.connect(str(directory.socket("talk")))
                stopped.send(HELLO)
                assert [await stage.news.get() for _ in range(2)] == [ME, ME]
                number = 0
                async with asyncio.timeout(WITHIN):
                    while stage.news.empty():
                        number += 1
                        assert await said_after(stage, ann, f"j{number}") == step(f"j{number}")
                assert await stage.news.get() == -1
                assert stage.session.followers == 1
                backlog = bytearray()
                while piece := stopped.recv(1 << 16):
                    backlog += piece
                assert len(backlog) < 1 << 17


async def test_one_who_was_slow_is_told_the_latest_place(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "EVERY", 0.0)
    async with staged(directory) as stage:
        stage.show("j0")
        async with guest(directory) as ann, guest(directory) as slow:
            line = cast(asyncio.ReadTransport, slow.writer.transport)
            line.pause_reading()
            await ann.hear()
            for number in range(1, 1500):
                assert await said_after(stage, ann, f"j{number}") == step(f"j{number}")
            line.resume_reading()
            told = 1
            async with asyncio.timeout(WITHIN):
                while await slow.hear() != step("j1499"):
                    told += 1
            assert told < 1500


async def test_the_end_is_told(directory: SocketDirectory) -> None:
    async with staged(directory) as stage:
        stage.show("j1")
        async with guest(directory) as ann:
            await ann.hear()
            await stage.news.get()
            stage.session.end()
            stage.session.close()
            assert await ann.hear() == End(Reason.OVER)
            assert await ann.is_let_go()
            await asyncio.sleep(0)
        assert stage.news.empty()


async def said_after(stage: Stage, ann: Guest, item: str = "j1") -> Message:
    stage.show(item)
    return await ann.hear()


def test_a_hello_names_the_version() -> None:
    assert FORMAT.encode() in HELLO
