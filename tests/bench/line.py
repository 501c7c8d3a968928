"""What the reader sends over the line, key by key, beside `less` and other readers.

Run `python -m tests.bench.line [NAME=COMMAND …]`. A further reader is named with its command, in
which `{}` stands for a Markdown file: `frogmouth=/opt/frogmouth/bin/frogmouth {}`. All get the
seed's briefing, ours as it is and the others as printed, on a terminal of 120 columns, 40 rows
and 24-bit colour. Bytes are exact; times are medians of one run and to be compared, not quoted.
"""

import os
import re
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.pseudoterminal import Terminal

HERE = Path(__file__).parent
SEED = HERE.parent.parent / "briefings" / "nato-rok-china-2022.yaml"
SOURCE = HERE.parent.parent / "seeds" / "nato-south-korea-relations-and-china.txt"
OURS = (sys.executable, "-m", "tui")
COLUMNS, ROWS = 120, 40
RUNS = 5
LONG = 340
"""Claims of the long briefing: more than a thousand rows."""

QUIET = 0.35
"""Seconds without a byte after which a program has answered."""

PAUSE = 0.05
"""Seconds without a byte after which what still comes is no part of the first answer."""

RATE = 10_000
"""Bytes a second of the poor line."""

PRESSES, PER_SECOND = 60, 30
"""A key held down."""


@dataclass(frozen=True)
class Reader:
    """A program, and the keys that do with it what is measured."""

    command: Sequence[str]
    keys: tuple[tuple[str, str], ...]
    """What is done, and the key for it, one after the other."""
    line: str = "j"
    """The key that is held down."""


@dataclass
class Measured:
    """What one reader sent."""

    bytes: dict[str, list[int]] = field(default_factory=dict)
    milliseconds: dict[str, list[float]] = field(default_factory=dict)

    def add(self, what: str, sent: int, taken: float | None = None) -> None:
        """Note a measure."""
        self.bytes.setdefault(what, []).append(sent)
        if taken is not None:
            self.milliseconds.setdefault(what, []).append(taken * 1e3)


def main(others: Sequence[str]) -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        readers = {**_readers(Path(folder)), **_others(Path(folder), others)}
        measured = {name: Measured() for name in readers}
        for _ in range(RUNS):
            for name, reader in readers.items():
                _use(reader, measured[name], folder)
        held = {name: _hold(reader, folder) for name, reader in readers.items()}
    _print(measured, held)


def _readers(folder: Path) -> dict[str, Reader]:
    text, long = folder / "seed.txt", folder / "long.yaml"
    printed = folder / "long.txt"
    long.write_text(_long_briefing(), encoding="utf-8")
    _show(SEED, text)
    _show(long, printed)
    scroll = (("line", "j"), ("page", " "))
    return {
        "less, seed": Reader(("less", str(text)), scroll),
        "briefing, seed": Reader(
            (*OURS, str(SEED)),
            (
                ("line", "j"),
                ("pane", "6"),
                ("line", "j"),
                ("line", "j"),
                ("evidence", "\r"),
                ("back", "\x1b"),
                ("pane", "2"),
                ("find", "/"),
                ("letter", "m"),
                ("back", "\x1b"),
                ("ask", "f"),
                ("letter", "x"),
                ("letter", "i"),
                ("back", "\x1b"),
            ),
        ),
        "less, 1,000 rows": Reader(("less", str(printed)), (("page", " "), ("page", " "))),
        "briefing, 1,000 rows": Reader(
            (*OURS, str(long)), (("pane", "2"), ("off", "e"), ("page", " "), ("page", " "))
        ),
    }


def _others(folder: Path, named: Sequence[str]) -> dict[str, Reader]:
    printed = folder / "seed.md"
    _show(SEED, printed, "--format", "markdown")
    made = {}
    for each in named:
        name, _, command = each.partition("=")
        words = [word.replace("{}", str(printed)) for word in shlex.split(command)]
        keys = (("line", "\x1b[B"), ("line", "\x1b[B"), ("page", "\x1b[6~"), ("page", "\x1b[6~"))
        made[name] = Reader(words, keys, line="\x1b[B")
    return made


def _show(briefing: Path, output: Path, *options: str) -> None:
    command = [*OURS, "show", "--width", str(COLUMNS), *options, str(briefing)]
    output.write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)


def _long_briefing() -> str:
    """A briefing whose claims have nothing in common but the words of the seed's source."""
    words = re.findall(r"[A-Za-z’-]+", SOURCE.read_text("utf-8"))
    chance = Random(1)
    claims = "\n".join(
        f'      - "{" ".join(chance.choices(words, k=chance.randint(20, 40)))}."'
        for _ in range(LONG)
    )
    return (
        "format: briefing/1\nid: long\ntitle: A long briefing\nlang: en\nstatus: draft\n"
        "marking: TLP:CLEAR\nissued: 2026-01-01\ninformation_cutoff: 2026-01-01\n"
        "panes:\n- role: background\n  id: all\n  sections:\n  - heading: All\n    claims:\n"
        f"{claims}\n"
    )


def _terminal(reader: Reader, home: str) -> Terminal:
    environment = {"HOME": home, "XDG_STATE_HOME": home, "COLORTERM": "truecolor", "LESS": ""}
    return Terminal(reader.command, columns=COLUMNS, rows=ROWS, environment=environment)


def _use(reader: Reader, measured: Measured, home: str) -> None:
    with tempfile.TemporaryDirectory(dir=home) as own, _terminal(reader, own) as terminal:
        begun = time.perf_counter()
        _settle(terminal, wait=15.0)
        measured.add("first paint", len(terminal.output), None)
        for what, key in reader.keys:
            before, begun = len(terminal.output), time.perf_counter()
            terminal.press(key)
            last = _settle(terminal, wait=3.0, quiet=PAUSE)
            first = len(terminal.output) - before
            measured.add(what, first, last - begun if last else None)
            if _settle(terminal, wait=QUIET) is not None:
                measured.add(f"{what}, then", len(terminal.output) - before - first)
        before = len(terminal.output)
        _read_for(terminal, 1.0)
        measured.add("idle, a second", len(terminal.output) - before)


def _settle(terminal: Terminal, wait: float, quiet: float = QUIET) -> float | None:
    """Read until it is quiet; the moment of the last byte, `None` if there was none."""
    last: float | None = None
    end = time.perf_counter() + wait
    while time.perf_counter() < end:
        if terminal.read(quiet):
            last = time.perf_counter()
        elif last is not None:
            break
    return last


def _read_for(terminal: Terminal, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while (rest := end - time.perf_counter()) > 0:
        terminal.read(rest)


def _hold(reader: Reader, home: str) -> float:
    """Seconds from the last of many presses to the last byte, over a line of `RATE`."""
    with tempfile.TemporaryDirectory(dir=home) as own, _terminal(reader, own) as terminal:
        _settle(terminal, wait=15.0)
        pressed, begun = 0, time.perf_counter()
        taken, last = 0, begun
        last_press = begun
        while pressed < PRESSES or time.perf_counter() - last < 1.0:
            now = time.perf_counter()
            if pressed < PRESSES and now >= begun + pressed / PER_SECOND:
                terminal.press(reader.line)
                pressed, last_press = pressed + 1, now
            allowed = (now - begun) * RATE - taken
            if allowed >= 1 and (got := terminal.read(0.005, int(min(allowed, 256)))):
                taken, last = taken + got, time.perf_counter()
            else:
                time.sleep(0.002)
            if now - begun > 60:
                break
        return last - last_press


def _print(measured: dict[str, Measured], held: dict[str, float]) -> None:
    for name, each in measured.items():
        print(f"\n{name}")
        for what, sent in each.bytes.items():
            times = each.milliseconds.get(what)
            taken = f"{statistics.median(times):8.1f} ms to the last byte" if times else ""
            print(f"  {what:16}{statistics.median(sent):10,.0f} B{taken}")
        print(f"  {'held over 10 kB/s':16}{held[name]:9.2f} s behind after the last press")
    for ours, theirs in (("seed", "first paint"), ("1,000 rows", "page")):
        pair = [measured[f"{who}, {ours}"].bytes[theirs] for who in ("briefing", "less")]
        ratio = statistics.median(pair[0]) / statistics.median(pair[1])
        print(f"\n{theirs}: {ratio:.2f} x less")


if __name__ == "__main__":
    os.environ.pop("LESS", None)
    main(sys.argv[1:])
