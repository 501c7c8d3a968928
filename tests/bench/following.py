"""How long a step of a presenter takes to reach fifty followers, without screens.

Run `python -m tests.bench.following`. The followers are one process and the presenter is another.
The comparison, in the same run, is a bare asyncio server: it writes the same lines to as many
connections, which only read lines.
"""

import argparse
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

from tests.bench.usage import parser
from tui.meeting.access import AccessList
from tui.meeting.client import PresentationClient
from tui.meeting.message import PresenterPlace, decode, encode_place
from tui.meeting.server import PresentationServer
from tui.meeting.socket_directory import listen, own_directory
from tui.places import Place, View

FOLLOWERS = 50
STEPS = 40
EVERY = 0.1
"""Seconds between two steps."""
ROUNDS = 3

Arrived = list[tuple[int, float]]
"""The number of each step, and when it arrived, by the monotonic clock of the system."""


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
    """Return the seconds that each step took to each follower."""
    with TemporaryDirectory() as folder:
        directory = own_directory(Path(folder) / "sessions")
        with listen(directory, name) as listening:
            show = await PRESENTERS[name](listening)
            module = ("-m", "tests.bench.following", "--attend")
            command = (sys.executable, *module, str(directory.path), name)
            child = await asyncio.create_subprocess_exec(
                *command, stdout=asyncio.subprocess.PIPE, limit=1 << 24
            )
            assert child.stdout is not None
            await child.stdout.readline()  # all have connected
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
    access = AccessList(frozenset({os.geteuid()}))
    server = PresentationServer(listening, access, lambda uid: None, lambda: None)
    TASKS.add(asyncio.create_task(server.run()))
    server.show(step(0), ())
    return lambda step: server.show(step, ())


async def write(listening: socket.socket) -> Callable[[PresenterPlace], None]:
    """Write to every connection."""
    writers: list[asyncio.StreamWriter] = []

    def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(encode_place(step(0)))
        writers.append(writer)

    await asyncio.start_unix_server(take, sock=listening)

    def show(step: PresenterPlace) -> None:
        line = encode_place(step)
        for writer in writers:
            writer.write(line)

    return show


async def follow(folder: Path, arrived: Arrived) -> None:
    """Follow as the program does, to the last step."""
    client = await asyncio.to_thread(PresentationClient, own_directory(folder), "briefing")
    is_over = asyncio.Event()

    def note() -> None:
        number = int(client.place.place.item)
        if number == 0:
            READY.release()
        arrived.append((number, time.monotonic()))
        if number == STEPS:
            is_over.set()

    task = asyncio.create_task(client.run(note))
    await is_over.wait()
    task.cancel()


async def read(folder: Path, arrived: Arrived) -> None:
    """Read lines, to the last step."""
    reader, _ = await asyncio.open_unix_connection(own_directory(folder).socket_path("bare"))
    lines = [await reader.readline()]
    READY.release()
    while len(lines) <= STEPS:
        lines.append(await reader.readline())
        arrived.append((len(lines) - 1, time.monotonic()))
    assert decode(lines[-1]) == step(STEPS)


PRESENTERS: dict[str, Callable[[socket.socket], Awaitable[Callable[[PresenterPlace], None]]]] = {
    "briefing": present,
    "bare": write,
}
AUDIENCE = {"briefing": follow, "bare": read}
READY = asyncio.Semaphore(0)
TASKS = set[asyncio.Task[None]]()


async def attend(folder: Path, name: str) -> None:
    """Run the followers; print when all have connected, and in the end what arrived when."""
    arrived: Arrived = []
    tasks = [asyncio.create_task(AUDIENCE[name](folder, arrived)) for _ in range(FOLLOWERS)]
    for _ in tasks:
        await READY.acquire()
    print("ready", flush=True)
    await asyncio.gather(*tasks)
    print(json.dumps(arrived))


def step(number: int) -> PresenterPlace:
    """Return a place, the item of that number."""
    place = Place(View.PANE, "background", str(number))
    return PresenterPlace("nato-rok-china-2022", "0" * 64, "background", place)


if __name__ == "__main__":
    arguments = parser(__doc__)
    arguments.add_argument("--attend", nargs=2, metavar=("FOLDER", "NAME"), help=argparse.SUPPRESS)
    attended = arguments.parse_args().attend
    if attended:
        asyncio.run(attend(Path(attended[0]), attended[1]))
    else:
        main()
