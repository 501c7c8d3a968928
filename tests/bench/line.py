"""What the reader sends over the line, key by key, beside `less` and other readers.

Run `python -m tests.bench.line [NAME=COMMAND …]`. A further reader is named with its command, in
which `{}` stands for a Markdown file: `frogmouth=/opt/frogmouth/bin/frogmouth {}`. All get the
seed's briefing, ours as it is and the others as printed, on a terminal of 120 columns, 40 rows
and 24-bit colour. Bytes are exact; times are medians of one run and to be compared, not quoted.
At the end stands each budget, what was measured, and whether it is met.
"""

import os
import re
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.bench.budgets import Budget, print_budgets, work_on_frames
from tests.bench.usage import parser
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

TICK = 0.005
"""Seconds between two looks at the line; what it could have passed on before is lost to it."""

PRESSES, PER_SECOND = range(55, 65), 30
"""A key held down, and let go after so many presses in one run and another: the last may cost
little or much."""

THERE = 20
"""Presses after which the key for the way back is held down, so that no end is reached."""

WALK = 30
"""Presses of the key for the next item, in each list."""

MANY = 20
"""Keys that moved something in a list, from which on it is a long one."""

LISTS = "1234560"
"""The keys of the seed's lists."""

POINTED = "".join(f"\x1b[<35;{column};20M" for column in range(20, 60))
"""A pointer that is moved over the screen, as a terminal tells it to whoever asked (SGR 1006)."""


@dataclass(frozen=True)
class Reader:
    """A program, and the keys that do with it what is measured."""

    command: Sequence[str]
    keys: tuple[tuple[str, str], ...]
    """What is done, and the key for it, one after the other."""
    line: str = "j"
    """The key that is held down."""
    back: str = "k"
    """The one for the way back."""
    pane: str = ""
    """The keys for a list long enough for that."""
    columns: int = COLUMNS
    """Of what these keys move; what stands beside follows when they rest."""


class Behind(NamedTuple):
    """How far a reader is behind after the last press of a key that was held down, in seconds."""

    moved: float | None
    """Until what the key moves is as it stays; `None` if the last press changes nothing there."""
    all: float
    """Until the last byte."""


class Walk(NamedTuple):
    """The bytes on the way through a list, for the keys that moved something."""

    opened: int
    """For the list itself."""
    lines: Sequence[int]
    then: Sequence[int]
    """For what stands beside it, once no key has come."""


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
        held = {
            name: [_hold(reader, folder, presses) for presses in PRESSES]
            for name, reader in readers.items()
        }
        walks = {key: _walk(readers["briefing, seed"], key, folder) for key in LISTS}
        pointed = _point(readers["briefing, seed"], folder)
    _print(measured, held, walks)
    print_budgets(_budgets(measured, held, walks, pointed))


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
            pane="2",
            columns=COLUMNS * 58 // 120,
        ),
        "less, 1,000 rows": Reader(("less", str(printed)), (("page", " "), ("page", " "))),
        "briefing, 1,000 rows": Reader(
            (*OURS, str(long)),
            (("pane", "2"), ("off", "e"), ("page", " "), ("page", " ")),
            pane="2e",
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
        made[name] = Reader(words, keys, line="\x1b[B", back="\x1b[A")
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


def _walk(reader: Reader, key: str, home: str) -> Walk:
    """Go to a list, and through it beside the evidence."""
    with tempfile.TemporaryDirectory(dir=home) as own, _terminal(reader, own) as terminal:
        _settle(terminal, wait=15.0)
        if key == LISTS[0]:
            _press(terminal, LISTS[1])
        opened = _press(terminal, key)
        pressed = [_press(terminal, reader.line) for _ in range(WALK)]
    lines, then = zip(*(sent for sent in pressed if sent[0]), strict=True)
    return Walk(sum(opened), lines, then)


def _point(reader: Reader, home: str) -> int:
    """The bytes that are sent while a pointer moves, of one who has asked for clicks."""
    with tempfile.TemporaryDirectory(dir=home) as own, _terminal(reader, own) as terminal:
        _settle(terminal, wait=15.0)
        _press(terminal, "\x14")
        if b"\x1b[?1000h" not in terminal.output:
            raise RuntimeError("ctrl+t has not turned the mouse on")
        return sum(_press(terminal, POINTED))


def _press(terminal: Terminal, key: str) -> tuple[int, int]:
    """Press a key; the bytes of the answer, and of what comes when no key has come since."""
    before = len(terminal.output)
    terminal.press(key)
    _settle(terminal, wait=1.0, quiet=PAUSE)
    first = len(terminal.output)
    _settle(terminal, wait=QUIET)
    return first - before, len(terminal.output) - first


def _open(terminal: Terminal, reader: Reader) -> None:
    for key in reader.pane:
        terminal.press(key)
        _settle(terminal, wait=3.0)


def _hold(reader: Reader, home: str, presses: int) -> Behind:
    """How far it is behind over a line of `RATE`."""
    with tempfile.TemporaryDirectory(dir=home) as own, _terminal(reader, own) as terminal:
        _settle(terminal, wait=15.0)
        _open(terminal, reader)
        pressed, begun = 0, time.perf_counter()
        last = last_press = looked = begun
        free = 0.0
        seen, moved = _moved(terminal, reader), begun
        while pressed < presses or time.perf_counter() - max(last, last_press) < 1.0:
            now = time.perf_counter()
            if pressed < presses and now >= begun + pressed / PER_SECOND:
                terminal.press(reader.back if pressed // THERE % 2 else reader.line)
                pressed, last_press = pressed + 1, now
            free, looked = min(free, TICK * RATE) + (now - looked) * RATE, now
            if free >= 1 and (got := terminal.read(0, int(free))):
                free, last = free - got, time.perf_counter()
                shown = _moved(terminal, reader)
                seen, moved = (shown, last) if shown != seen else (seen, moved)
            time.sleep(max(now + TICK - time.perf_counter(), 0))
            if now - begun > 60:
                break
        return Behind(moved - last_press if moved > last_press else None, last - last_press)


def _moved(terminal: Terminal, reader: Reader) -> list[str]:
    """What the key moves, as it is seen."""
    return [row[: reader.columns] for row in terminal.screen.display]


def _print(
    measured: Mapping[str, Measured],
    held: Mapping[str, Sequence[Behind]],
    walks: Mapping[str, Walk],
) -> None:
    for name, each in measured.items():
        print(f"\n{name}")
        for what, sent in each.bytes.items():
            times = each.milliseconds.get(what)
            taken = f"{statistics.median(times):8.1f} ms to the last byte" if times else ""
            print(f"  {what:16}{statistics.median(sent):10,.0f} B{taken}")
        print(f"  {'held over 10 kB/s':18}{_behind(held[name])}")
    print("\na line in each list of the seed, beside the evidence; only keys that moved something")
    for key, walk in walks.items():
        print(
            f"  {key:16}{statistics.median(walk.lines):10,.0f} B median"
            f"{statistics.mean(walk.lines):8,.0f} B mean{max(walk.lines):8,.0f} B most,"
            f"{len(walk.lines):4} keys;{max(walk.then):8,.0f} B most for the evidence, then"
        )


def _budgets(
    measured: Mapping[str, Measured],
    held: Mapping[str, Sequence[Behind]],
    walks: Mapping[str, Walk],
    pointed: int,
) -> Iterator[Budget]:
    """What was set as the most that a reading may cost, beside what it did."""
    ours = {name: each for name, each in measured.items() if name.startswith("briefing")}

    def sent(what: str, name: str = "briefing, seed") -> float:
        return statistics.median(measured[name].bytes[what])

    for what, text, most in (("first paint", "seed", 2.5), ("page", "1,000 rows", 1.6)):
        ratio = sent(what, f"briefing, {text}") / sent(what, f"less, {text}")
        yield Budget(f"{what}, {text}", ratio, most, "x less")
    lines = [line for walk in walks.values() for line in walk.lines]
    yield Budget("a line or item, in all lists", statistics.median(lines), 500, "B")
    medians = [statistics.median(walk.lines) for walk in walks.values() if len(walk.lines) >= MANY]
    yield Budget("the same, in the worst of the long lists", max(medians), 500, "B")
    beside = max(most for walk in walks.values() for most in walk.then)
    yield Budget("evidence beside it, at most", beside, 3_000, "B")
    yield Budget("another pane, at most", max(walk.opened for walk in walks.values()), 5_000, "B")
    yield Budget("evidence opened", sent("evidence"), 3_000, "B")
    yield Budget("idle", max(sent("idle, a second", name) for name in ours), 0, "B/s")
    yield Budget("a moving pointer, mouse on", pointed, 0, "B")
    taken = [ms for each in ours.values() for times in each.milliseconds.values() for ms in times]
    yield Budget("key to last byte", statistics.median(taken), 20, "ms")
    for name in ours:
        behind = statistics.median(run.moved or 0.0 for run in held[name])
        yield Budget(f"behind a held key, {name.partition(', ')[2]}", behind, 0.1, "s")
    yield Budget("the driver's work on a frame", work_on_frames(), 5, "ms")


def _behind(runs: Sequence[Behind]) -> str:
    """The median, and the range, of how far a reader is behind."""
    moved = [run.moved for run in runs if run.moved is not None]
    if len(moved) < len(runs):
        return "not measured: the last press changes nothing"
    return (
        f"{statistics.median(moved):8.2f} s behind after the last press "
        f"({min(moved):.2f} to {max(moved):.2f}), "
        f"{statistics.median(run.all for run in runs):.2f} until the last byte"
    )


if __name__ == "__main__":
    os.environ.pop("LESS", None)
    arguments = parser(__doc__)
    arguments.add_argument("others", nargs="*", metavar="NAME=COMMAND", help="a further reader")
    main(arguments.parse_args().others)
