"""How soon fifty who follow are told of a step: at the socket, without screens.

Run `python -m tests.bench.following`. The followers are one process and the presenter is another.
The peer is a bare server of asyncio, in the same run: it writes the same lines to as many
connections, whose other ends look for the end of a line and do nothing else.
"""

import asyncio
import json
import os
import socket
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.meeting.access import AccessList
from tui.meeting.following import Connection, Following
from tui.meeting.message import PresenterPlace, decode, encode
from tui.meeting.session import Session
from tui.meeting.socket_directory import own_directory
from tui.meeting.sockets import listen
from tui.places import Place, View

FOLLOWERS = 50
STEPS = 40
EVERY = 0.1
"""Seconds between two steps: a presenter who leafs through."""
ROUNDS = 3

Arrived = list[tuple[int, float]]
"""The number of each step, and when it was there, by a clock that all processes have."""


def main() -> None:
    """Measure and print the table."""
    waits: dict[str, list[float]] = {"briefing": [], "bare": []}
    for _ in range(ROUNDS):
        for name in waits:
            waits[name] += asyncio.run(measure(name))
    peer = statistics.median(waits["bare"])
    print(f"{ROUNDS * STEPS} steps, each to {FOLLOWERS} followers")
    print(f"{'':10}{'median':>12}{'95 %':>12}{'slowest':>12}{'ratio':>8}")
    for name, taken in waits.items():
        median, late = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
        figures = "".join(f"{seconds * 1e3:9.2f} ms" for seconds in (median, late, max(taken)))
        print(f"{name:10}{figures}{median / peer:8.2f}")


async def measure(name: str) -> list[float]:
    """The seconds that each step took to each follower."""
    with TemporaryDirectory() as folder:
        directory = own_directory(Path(folder) / "sessions")
        with listen(directory, name) as listening:
            show = await PRESENTERS[name](listening)
            command = (sys.executable, "-m", "tests.bench.following", str(directory.folder), name)
            child = await asyncio.create_subprocess_exec(
                *command, stdout=asyncio.subprocess.PIPE, limit=1 << 24
            )
            assert child.stdout is not None
            await child.stdout.readline()  # all are there
            began = []
            for number in range(1, STEPS + 1):
                began.append(time.monotonic())
                show(step(number))
                await asyncio.sleep(EVERY)
            arrived: Arrived = json.loads(await child.stdout.readline())
            await child.wait()
    return [at - began[number - 1] for number, at in arrived if number]


async def present(listening: socket.socket) -> Callable[[PresenterPlace], None]:
    """Present as the program does."""
    circle = AccessList(frozenset({os.geteuid()}))
    session = Session(listening, circle, lambda uid: None, lambda: None)
    await session.begin()
    session.show(step(0), ())
    return lambda step: session.show(step, ())


async def write(listening: socket.socket) -> Callable[[PresenterPlace], None]:
    """Write to whoever connects."""
    writers: list[asyncio.StreamWriter] = []

    def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(encode(step(0)))
        writers.append(writer)

    await asyncio.start_unix_server(take, sock=listening)

    def show(step: PresenterPlace) -> None:
        line = encode(step)
        for writer in writers:
            writer.write(line)

    return show


async def follow(folder: Path, arrived: Arrived) -> None:
    """Follow as the program does, to the last step."""
    following = Following(await asyncio.to_thread(Connection, own_directory(folder), "briefing"))
    READY.release()
    is_over = asyncio.Event()

    def tell() -> None:
        number = int(following.step.place.item)
        arrived.append((number, time.monotonic()))
        if number == STEPS:
            is_over.set()

    task = asyncio.create_task(following.run(tell))
    await is_over.wait()
    task.cancel()


async def read(folder: Path, arrived: Arrived) -> None:
    """Read lines, to the last step."""
    reader, _ = await asyncio.open_unix_connection(own_directory(folder).socket("bare"))
    lines = [await reader.readline()]
    READY.release()
    while len(lines) <= STEPS:
        lines.append(await reader.readline())
        arrived.append((len(lines) - 1, time.monotonic()))
    assert decode(lines[-1][:-1]) == step(STEPS)


PRESENTERS: dict[str, Callable[[socket.socket], Awaitable[Callable[[PresenterPlace], None]]]] = {
    "briefing": present,
    "bare": write,
}
AUDIENCE = {"briefing": follow, "bare": read}
READY = asyncio.Semaphore(0)


async def attend(folder: Path, name: str) -> None:
    """Be the followers: say that all are there, and in the end what came when."""
    arrived: Arrived = []
    tasks = [asyncio.create_task(AUDIENCE[name](folder, arrived)) for _ in range(FOLLOWERS)]
    for _ in tasks:
        await READY.acquire()
    print("ready", flush=True)
    await asyncio.gather(*tasks)
    print(json.dumps(arrived))


def step(number: int) -> PresenterPlace:
    """The presenter is at the item of that number."""
    place = Place(View.PANE, "background", str(number))
    return PresenterPlace("nato-rok-china-2022", "0" * 64, "background", place)


if __name__ == "__main__":
    if sys.argv[1:]:
        asyncio.run(attend(Path(sys.argv[1]), sys.argv[2]))
    else:
        main()
