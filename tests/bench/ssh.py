"""What reading over SSH costs: bytes, lag on a poor line, and the memory of twenty readers.

Run `python -m tests.bench.ssh` where sshd and ssh are installed. `less` reads the text of the
same briefing over the same line in the same run. The memory is the proportional share (PSS).
"""

import statistics
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.usage import parse
from tests.pseudoterminal import Terminal
from tests.slow_line import SlowLine
from tests.sshd import Server

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "briefings" / "nato-rok-china-2022.yaml"
PROGRAM = f"{sys.executable} -m tui"
RATE = 10_000
"""Bytes a second of the poor line, each way."""
PRESSES = 60
EVERY = 1 / 30
"""Seconds between presses: a key that is held down."""
READERS = 20
CLAIMS = 80


def main() -> None:
    """Measure and print the tables."""
    with TemporaryDirectory() as folder:
        long = Path(folder, "long.yaml")
        long.write_text(many_claims(), "utf-8")
        text = Path(folder, "long.txt")
        text.write_text("".join(f"Claim {number} of many.\n" for number in range(400)), "utf-8")
        with Server(Path(folder, "server")) as server:
            line(server, f"{PROGRAM} {long}", "briefing", "2", f"1 of {CLAIMS}")
            line(server, f"less {text}", "less", "g", "Claim 0")
            memory(server)


def line(server: Server, command: str, name: str, first: str, shown: str) -> None:
    """Hold a key down over a poor line, and say how far the screen is behind."""
    last = f"{PRESSES + 1} of {CLAIMS}" if name == "briefing" else f"Claim {PRESSES + 38}"
    with (
        SlowLine(server.port, RATE) as poor,
        server.terminal(command, port=poor.port, columns=120, rows=40) as terminal,
    ):
        terminal.wait_for("? help" if name == "briefing" else "Claim 38")
        opened = poor.passed
        terminal.press(first)
        terminal.wait_for(shown)
        settle(terminal)
        before = poor.passed
        due = time.perf_counter()
        for _ in range(PRESSES):
            terminal.press("j")
            due += EVERY
            while time.perf_counter() < due:
                terminal.read(max(due - time.perf_counter(), 0))
        pressed = time.perf_counter()
        terminal.wait_for(last)
        lag = max(time.perf_counter() - pressed, 0)
        settle(terminal)
        each = (poor.passed - before) / PRESSES
        print(
            f"{name:12}{opened:8,} B until open, SSH's own included{each:8,.0f} B a key"
            f"{lag:8.2f} s behind after {PRESSES} keys at {RATE:,} B/s"
        )


def memory(server: Server) -> None:
    """Let twenty read at once, one after the other come, and say what each one more takes."""
    with ExitStack() as sessions:
        totals = []
        for _ in range(READERS):
            terminal = sessions.enter_context(
                server.terminal(f"{PROGRAM} --restricted {ROOT} {SEED}", columns=120, rows=40)
            )
            terminal.wait_for("? help")
            terminal.press("6")
            terminal.wait_for("CRITICAL")
            settle(terminal)
            totals.append(sum(share(pid) for pid in server.readers()))
        each = [share(pid) for pid in server.readers()]
    marginal = (totals[-1] - totals[0]) / (READERS - 1)
    print(
        f"{READERS} readers: PSS {statistics.median(each) / 1e6:.1f} MB each, the first alone "
        f"{totals[0] / 1e6:.1f} MB, each one more {marginal / 1e6:.1f} MB"
    )


def settle(terminal: Terminal) -> None:
    """Read until nothing has come for a while."""
    while terminal.read(0.5):
        continue


def share(pid: int) -> int:
    """Bytes of memory of a process, what it shares divided among all who share it."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    (pss,) = (row.split()[1] for row in rollup.splitlines() if row.startswith("Pss:"))
    return int(pss) * 1024


def many_claims() -> str:
    """A briefing with one long list."""
    claims = "".join(f"          - {{text: Claim {number} of many.}}\n" for number in range(CLAIMS))
    return (
        "format: briefing/1\nid: long\ntitle: Long\npanes:\n"
        f"  - role: background\n    sections:\n      - claims:\n{claims}"
    )


if __name__ == "__main__":
    parse(__doc__)
    main()
