"""How long a reader waits: the first full screen, and the first line of a pipe.

Run `python -m tests.bench.start`. Each figure is the median of alternating runs, beside a
stock Textual app with header, five tabs and footer in the same run. Measure an installed
package whose modules are compiled: without them every start compiles the program.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.pseudoterminal import Terminal

HERE = Path(__file__).parent
SEED = HERE.parent.parent / "briefings" / "nato-rok-china-2022.yaml"
RUNS = 9


def main() -> None:
    """Measure and print the table."""
    command = [sys.executable, "-m", "tui"]
    measures: dict[str, Callable[[], float]] = {
        "stock app, full screen": lambda: paint(
            [sys.executable, str(HERE / "stock.py")], "palette"
        ),
        "briefing, full screen": lambda: paint([*command, str(SEED)], "? help"),
        "briefing show, first line": lambda: first_line([*command, "show", str(SEED)]),
        "briefing show, whole output": lambda: pipe([*command, "show", str(SEED)]),
        "briefing check, whole output": lambda: pipe([*command, "check", str(SEED)]),
    }
    times: dict[str, list[float]] = {name: [] for name in measures}
    for turn in range(RUNS + 1):
        for name, measure in measures.items():
            seconds = measure()
            if turn:  # the first turn warms the disk's cache
                times[name].append(seconds)
    peer = statistics.median(times["stock app, full screen"])
    print(f"{'':32}{'median':>10}{'lowest':>10}{'ratio':>8}")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:32}{median * 1e3:7.0f} ms{min(taken) * 1e3:7.0f} ms{median / peer:8.2f}")


def paint(command: list[str], last: str) -> float:
    """Seconds until the screen shows `last`, a word that the program paints at its foot."""
    with Terminal(command, columns=120, rows=40) as terminal:
        return terminal.wait_for(last)


def first_line(command: list[str]) -> float:
    """Seconds until a command has written a line into a pipe."""
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        taken = time.perf_counter() - begun
        running.stdout.read()
    return taken


def pipe(command: list[str]) -> float:
    """Seconds that a command takes with its output in a pipe."""
    begun = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
