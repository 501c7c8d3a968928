"""The follower's end: what is told arrives, a lost presenter is found again, a wrong one is not."""

import asyncio
import os
import socket
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import pytest

from tests.meeting.steps import showing, step
from tui.meeting import following as followings
from tui.meeting.access import AccessList
from tui.meeting.following import Bond, Connection, Following
from tui.meeting.message import (
    LONGEST,
    End,
    Hello,
    OtherFormatError,
    Reason,
    UnreadError,
    Wish,
    encode,
)
from tui.meeting.record import Showing
from tui.meeting.session import Session
from tui.meeting.socket_directory import SocketDirectory
from tui.meeting.sockets import NobodyError, listen

ME = os.geteuid()


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A presenter who is lost is looked for without waiting."""
    monkeypatch.setattr(followings, "SOONEST", 0.001)
    monkeypatch.setattr(followings, "LATEST", 0.002)


class Ear:
    """A follower who is listening, and waits for what comes."""

    def __init__(self, following: Following) -> None:
        self.following = following
        self._news = asyncio.Event()

    async def wait_for(self, has: Callable[[Following], bool]) -> None:
        async with asyncio.timeout(30):
            while not has(self.following):
                self._news.clear()
                await self._news.wait()

    def hear(self) -> None:
        self._news.set()


@asynccontextmanager
async def listening(
    connection: Connection, now: Callable[[], float] = lambda: 0.0
) -> AsyncIterator[Ear]:
    ear = Ear(Following(connection, now))
    task = asyncio.create_task(ear.following.run(ear.hear))
    try:
        yield ear
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@asynccontextmanager
async def presented(directory: SocketDirectory) -> AsyncIterator[Session]:
    with listen(directory, "talk") as door:
        session = Session(door, AccessList(frozenset({ME})), lambda uid: None, lambda: None)
        await session.begin()
        session.show(step("j1"), [showing(1)])
        try:
            yield session
        finally:
            session.close()
            await asyncio.sleep(0)


async def joined(directory: SocketDirectory, wish: Wish = Wish.FOLLOW) -> Connection:
    """A connection, which is made as before there is a loop."""
    return await asyncio.to_thread(Connection, directory, "talk", wish)


async def test_the_first_step_is_there_when_one_has_joined(directory: SocketDirectory) -> None:
    async with presented(directory):
        connection = await joined(directory)
        with connection.socket:
            assert connection.step.place == step("j1").place
            assert connection.uid == ME


async def test_the_steps_come_and_what_was_shown_with_them(directory: SocketDirectory) -> None:
    times = iter([1100.0, 1200.0, 1300.0, 1400.0])
    async with (
        presented(directory) as session,
        listening(await joined(directory), lambda: next(times)) as ear,
    ):
        session.show(step("j2"), [showing(1)])
        await ear.wait_for(lambda told: told.step.place.item == "j2")
        assert ear.following.bond is Bond.HELD
        assert ear.following.record.showings == (showing(1), Showing("j2", 1200.0, 1300.0))


async def test_a_presenter_who_drops_is_lost_and_found_again(directory: SocketDirectory) -> None:
    async with presented(directory):
        connection = await joined(directory)
    async with listening(connection) as ear:
        await ear.wait_for(lambda told: told.bond is Bond.LOST)
        async with presented(directory) as session:
            await ear.wait_for(lambda told: told.bond is Bond.HELD)
            session.show(step("j9"), [showing(1), showing(2)])
            await ear.wait_for(lambda told: told.step.place.item == "j9")
            assert ear.following.record.ids[:2] == ("item-1", "item-2")


async def test_one_who_has_ended_it_is_not_looked_for_until_that_is_asked(
    directory: SocketDirectory,
) -> None:
    async with presented(directory) as session:
        connection = await joined(directory)
        session.end()
    async with listening(connection) as ear:
        await ear.wait_for(lambda told: told.bond is Bond.OVER)
        async with presented(directory) as session:
            assert session.followers == 0
            ear.following.resume()
            await ear.wait_for(lambda told: told.bond is Bond.HELD)
            assert session.followers == 1


async def test_one_who_is_not_there_when_that_is_asked_is_awaited(
    directory: SocketDirectory,
) -> None:
    async with presented(directory) as session:
        connection = await joined(directory)
        session.end()
    async with listening(connection) as ear:
        await ear.wait_for(lambda told: told.bond is Bond.OVER)
        ear.following.resume()
        await ear.wait_for(lambda told: told.bond is Bond.LOST)


async def test_a_presenter_who_is_lost_again_at_once_leaves_nothing_open(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with presented(directory):
        connection = await joined(directory)
    found: list[socket.socket] = []
    has_looked_again = asyncio.Event()

    def lost(*_: object) -> tuple[socket.socket, int]:
        here, there = socket.socketpair()
        there.close()
        if found:
            has_looked_again.set()
        found.append(here)
        return here, ME

    monkeypatch.setattr(followings, "connect", lost)
    async with listening(connection), asyncio.timeout(30):
        await has_looked_again.wait()
    assert found[0].fileno() == -1


async def test_of_all_too_much_that_was_shown_the_latest_is_kept_in_order(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(followings, "MAX_SHOWINGS", 5)
    async with presented(directory) as session, listening(await joined(directory)) as ear:
        session.show(step("j2"), [showing(number) for number in range(1, 10)])
        await ear.wait_for(lambda told: told.step.place.item == "j2")
        session.show(step("j3"), [*map(showing, range(1, 9)), showing(9, 30.0), showing(10)])
        await ear.wait_for(lambda told: told.step.place.item == "j3")
        *before, _ = ear.following.record.showings
        assert before == [*map(showing, (6, 7, 8)), showing(9, 30.0), showing(10)]


@pytest.mark.parametrize(
    ("says", "wrong"),
    [
        (b"hello\n", "not a message"),
        (b"x" * (LONGEST + 1), "more than"),
        (encode(step("j1")) * 1000, "too fast"),
        (encode(Hello(Wish.LOOK)), "not what a presenter says"),
        (encode(End(Reason.FULL)), "as many follow as may"),
        (encode(End(Reason.UNINVITED)), "you are not among those who may follow"),
        (b'{"format":"briefing-follow/2","video":1}\n', "it speaks briefing-follow/2"),
    ],
    ids=["other", "long", "fast", "hello", "full", "uninvited", "later"],
)
async def test_an_end_that_misbehaves_is_cut_off_and_says_why(
    directory: SocketDirectory, says: bytes, wrong: str
) -> None:
    with listen(directory, "talk") as door:
        has_joined = threading.Event()
        answering = threading.Thread(target=answer, args=(door, has_joined, says))
        answering.start()
        async with listening(await joined(directory)) as ear:
            has_joined.set()
            await ear.wait_for(lambda told: told.bond is Bond.REFUSED)
            assert wrong in ear.following.wrong
        answering.join()


@pytest.mark.parametrize(
    ("says", "error"),
    [
        (b'{"format":"briefing-follow/2"}\n', OtherFormatError),
        (encode(End(Reason.FORMAT)), UnreadError),
        (b"", NobodyError),
    ],
)
def test_whoever_cannot_join_is_told_why(
    directory: SocketDirectory, says: bytes, error: type[Exception]
) -> None:
    with listen(directory, "talk") as door:
        answering = threading.Thread(target=refuse, args=(door, says))
        answering.start()
        with pytest.raises(error):
            Connection(directory, "talk")
        answering.join()


async def test_what_was_said_with_the_first_step_is_not_lost(directory: SocketDirectory) -> None:
    with listen(directory, "talk") as door:
        answering = threading.Thread(
            target=refuse, args=(door, encode(step("j1")) + encode(step("j2")))
        )
        answering.start()
        async with listening(await joined(directory)) as ear:
            await ear.wait_for(lambda told: told.step == step("j2"))
        answering.join()


def answer(door: socket.socket, has_joined: threading.Event, says: bytes) -> None:
    """Be a presenter who says a step, and then that, whatever comes of it."""
    connection, _ = door.accept()
    with connection, suppress(OSError):
        connection.sendall(encode(step("j1")))
        has_joined.wait()
        connection.sendall(says)
        while connection.recv(1 << 16):
            continue


def refuse(door: socket.socket, says: bytes) -> None:
    """Be a presenter who says that and leaves."""
    connection, _ = door.accept()
    with connection, suppress(OSError):
        connection.recv(1 << 16)
        connection.sendall(says)
