"""How long a library of 10,000 briefings takes: to be known and known again, listed and asked.

Run `python -m tests.bench.library`. Of the list, the entries that a screen shows are made, without
the screen. For comparison, `grep -ric`, and ripgrep if it is installed, are timed over the same
files in the same run, their start included. `briefing search` is the whole command.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import written
from tests.bench.usage import parse
from tui.library.library import Library
from tui.library.listing import ORDERS
from tui.library.state import ReaderState
from tui.load import load_document
from tui.reading.library_list import LibraryList
from tui.search.find import text_of
from tui.search.library_index import LibraryIndex
from tui.search.library_search import AT_ONCE, search

BRIEFINGS = 10_000
PRIVATE = 50
"""One in so many is for its readers alone, and lies in memory."""
RUNS = 5
LISTED = 30
SHOWN = 12
"""Entries that are seen at once."""
QUESTIONS = (
    *("wang yi", "china", "2019", "estonia", "dprk", "US", "북한", "中国", "korea", "wnag"),
    *(f"{written.VOCABULARY[rank]} {written.VOCABULARY[rank * 9]}" for rank in (70, 900)),
    *(f"china {written.VOCABULARY[40]}", "zzzzzz"),
)


def main() -> None:
    """Measure and print the table."""
    with TemporaryDirectory() as home:
        folder, cache = Path(home, "briefings"), Path(home, "cache")
        for number in range(BRIEFINGS):
            file = folder / f"{number // 100:03}" / f"b{number}.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            marking = "TLP:AMBER" if number % PRIVATE == 0 else "TLP:CLEAR"
            file.write_text(written.small(number, marking), "utf-8")
        cold = timed(lambda: known(folder, cache).close())
        warm = [timed(lambda: known(folder, cache).close()) for _ in range(RUNS)]
        stored = sum(file.stat().st_size for file in cache.iterdir())
        print(
            f"{BRIEFINGS:,} briefings: {cold:.1f} s cold, {median(warm):.0f} ms warm, "
            f"{stored / 1e6:.0f} MB on disk"
        )
        print_list(folder, cache)
        index = known(folder, cache)
        ask(index, "\u738b")  # the words are there once the first key has come
        peers = [name for name in ("grep", "rg") if shutil.which(name)]
        print(f"{'':24}{'a key':>12}{'the command':>14}" + "".join(f"{each:>12}" for each in peers))
        keys = [row(index, question, folder, cache, peers) for question in QUESTIONS]
        print(f"all keys: median {median(keys):.1f} ms, slowest {max(keys) * 1e3:.1f} ms")


def print_list(folder: Path, cache: Path) -> None:
    """Print how long the list takes, the first time and from key to key."""
    memory = ReaderState(cache.parent / "state")
    library = Library(folder, load_document, cache=cache, state=memory)
    begun = time.perf_counter()
    briefings = LibraryList(library)
    show(briefings)
    first = time.perf_counter() - begun
    library.begin()
    library.wait()
    briefings.look()
    orders = [timed(partial(turn_order, briefings)) for _ in range(2 * len(ORDERS))]
    words = f"china {written.VOCABULARY[40]}"
    letters = [
        timed(partial(filter_list, briefings, words[:upto])) for upto in range(1, len(words) + 1)
    ]
    library.close()
    print(
        f"the list: {first * 1e3:.0f} ms at first; another order {median(orders):.0f} ms, at most "
        f"{max(orders) * 1e3:.0f} ms; a letter of what is sought {median(letters):.0f} ms, at most "
        f"{max(letters) * 1e3:.0f} ms"
    )


def show(briefings: LibraryList) -> None:
    """Make the entries that a screen shows."""
    listed = briefings.listing.blocks
    for at in range(min(SHOWN, len(listed))):
        text_of(listed[at])


def turn_order(briefings: LibraryList) -> None:
    """Turn to the next order."""
    briefings.turn_order(1)
    show(briefings)


def filter_list(briefings: LibraryList, words: str) -> None:
    """List the briefings with some words."""
    briefings.seek(words)
    show(briefings)


def known(folder: Path, cache: Path) -> LibraryIndex:
    """An index that is up to date."""
    index = LibraryIndex(folder, load_document, cache=cache)
    index.update()
    return index


def row(
    index: LibraryIndex, question: str, folder: Path, cache: Path, peers: Sequence[str]
) -> float:
    """Print how long an answer takes; the seconds that a key waits for it."""
    key = statistics.median(timed(partial(ask, index, question)) for _ in range(RUNS))
    command = [sys.executable, "-m", "tui", "search", question, str(folder)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache.parent / "command")}
    run(command, environment)  # its index is made
    whole = [timed(partial(run, command, environment)) for _ in range(RUNS)]
    beside = [
        median(
            [timed(partial(run, [peer, *flags(peer), question, str(folder)])) for _ in range(RUNS)]
        )
        for peer in peers
    ]
    shown = [key * 1e3, median(whole), *beside]
    widths = (9, 11, *(9 for _ in beside))
    print(
        f"{question:24}"
        + "".join(f"{each:{at}.1f} ms" for each, at in zip(shown, widths, strict=True))
    )
    return key


def ask(index: LibraryIndex, question: str) -> None:
    """What the screen does with each key."""
    search(index, question, LISTED, AT_ONCE)


def flags(peer: str) -> Sequence[str]:
    """Count the lines of each file, without respect to case."""
    return ["-ric"] if peer == "grep" else ["-ic"]


def run(command: Sequence[str], environment: dict[str, str] | None = None) -> None:
    """Run a command to its end."""
    subprocess.run(command, capture_output=True, check=False, env=environment)


def median(seconds: Sequence[float]) -> float:
    """In milliseconds."""
    return statistics.median(seconds) * 1e3


def timed(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


if __name__ == "__main__":
    parse(__doc__)
    main()
