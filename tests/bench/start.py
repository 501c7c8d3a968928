"""How long a reader waits: the first full screen, the answer to a first key, the first line.

Run `python -m tests.bench.start`. Each figure is the median of alternating runs, beside the
least Textual app there is and a stock one in the same run. Measure an installed package whose
modules are compiled: without them every start compiles the program.
"""

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from tests.bench.usage import parse
from tests.pseudoterminal import ANSWERS, ENVIRONMENT, PRIVATE, Screen, Stream

HERE = Path(__file__).parent
SEED = HERE.parent.parent / "briefings" / "nato-rok-china-2022.yaml"
RUNS = 15
COLUMNS, ROWS = 120, 40
LIMIT = 20.0
"""Seconds."""
PAUSE = 0.05
"""Seconds without output after which a frame has come whole."""

OURS = [sys.executable, "-m", "tui"]
TEXTUAL_BEGINS = b"\x1b[?2026$p"
"""What it asks a terminal at its start."""


class Start(NamedTuple):
    """A program, and what its screen shows."""

    command: Sequence[str]
    last: str
    """A word that is painted last."""
    key: str = ""
    effect: str = ""
    """What is seen once that key has been answered."""


MINIMAL = Start([sys.executable, str(HERE / "minimal.py")], "all is here", "x", "a key has come")
STOCK = Start([sys.executable, str(HERE / "stock.py")], "palette")
BRIEFING = Start([*OURS, str(SEED)], "help", "6", "[6 Chinese reactions]")

MEASURES: dict[str, Callable[[], float]] = {
    "minimal app, full screen": lambda: full_screen(MINIMAL),
    "minimal app, first key answered": lambda: first_answer(MINIMAL),
    "stock app, full screen": lambda: full_screen(STOCK),
    "briefing, full screen": lambda: full_screen(BRIEFING),
    "briefing, first key answered": lambda: first_answer(BRIEFING),
    "briefing, key answered by Textual": lambda: first_answer(BRIEFING, TEXTUAL_BEGINS),
    "briefing show, first line": lambda: first_line([*OURS, "show", str(SEED)]),
    "briefing check, whole output": lambda: pipe([*OURS, "check", str(SEED)]),
}
PEER = "minimal app, full screen"


def main() -> None:
    """Measure and print the table."""
    times: dict[str, list[float]] = {name: [] for name in MEASURES}
    for turn in range(RUNS + 1):
        for name, measure in MEASURES.items():
            seconds = measure()
            if turn:  # the first turn warms the disk's cache
                times[name].append(seconds)
    peer = statistics.median(times[PEER])
    print(f"{'':36}{'median':>10}{'lowest':>10}{'ratio':>8}")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:36}{median * 1e3:7.0f} ms{min(taken) * 1e3:7.0f} ms{median / peer:8.2f}")


def full_screen(start: Start) -> float:
    """Seconds until the screen is full."""
    with Watched(start.command) as program:
        return program.time_of(start.last)


def first_answer(start: Start, moment: bytes = b"") -> float:
    """Seconds until a key is answered that is pressed at a moment, else when the screen is full."""
    with Watched(start.command) as program:
        program.read_until(lambda: (moment or start.last.encode()) in program.output)
        program.press(start.key)
        return program.time_of(start.effect)


class Watched:
    """A program on a terminal, every piece of whose output is kept with the time of its coming.

    What the screen showed when is found out afterwards: to play a terminal takes time.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self.output = b""
        self._pieces: list[tuple[float, bytes]] = []
        self._pid, self._handle = pty.fork()
        self._begun = time.perf_counter()
        if self._pid == 0:
            environment = {**os.environ, **ENVIRONMENT, "XDG_STATE_HOME": os.devnull}
            os.execvpe(command[0], list(command), environment)
        os.set_blocking(self._handle, False)
        _resize(self._handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        os.kill(self._pid, 9)
        os.waitpid(self._pid, 0)
        os.close(self._handle)

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._handle, keys.encode())

    def time_of(self, text: str) -> float:
        """Seconds from the start until the screen showed a text.

        The terminal is played in pauses of the program: the next piece of a frame would wait.
        """
        screen = Screen(COLUMNS, ROWS)
        stream = Stream(screen)
        played = 0
        while True:
            self.read_until(partial(self._has_more, played))
            self._read_on()
            while played < len(self._pieces):
                when, piece = self._pieces[played]
                stream.feed(PRIVATE.sub(b"", piece))
                played += 1
                if text in "\n".join(screen.display):
                    return when

    def read_until(self, is_enough: Callable[[], bool]) -> None:
        """Take what comes; raises `TimeoutError` if it is not enough for long."""
        end = time.perf_counter() + LIMIT
        while not is_enough():
            if time.perf_counter() > end:
                raise TimeoutError(self.output[-200:])
            self._read(1)

    def _has_more(self, played: int) -> bool:
        return len(self._pieces) > played

    def _read_on(self) -> None:
        """Take what else comes before a pause."""
        while self._read(PAUSE):
            pass

    def _read(self, wait: float) -> bool:
        """Take a piece, and answer what it asks of a terminal; whether one has come."""
        ready, _, _ = select.select([self._handle], [], [], wait)
        if not ready:
            return False
        piece = os.read(self._handle, 65536)
        self._pieces.append((time.perf_counter() - self._begun, piece))
        self.output += piece
        for asked, answer in ANSWERS.items():
            if asked in piece:
                os.write(self._handle, answer)
        return True


def first_line(command: Sequence[str]) -> float:
    """Seconds until a command has written a line into a pipe."""
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        taken = time.perf_counter() - begun
        running.stdout.read()
    return taken


def pipe(command: Sequence[str]) -> float:
    """Seconds that a command takes with its output in a pipe."""
    begun = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - begun


def _resize(handle: int) -> None:
    fcntl.ioctl(handle, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))


if __name__ == "__main__":
    parse(__doc__)
    main()
