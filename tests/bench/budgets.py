"""What a key may cost at most, and whether it does."""

import statistics
import time
from collections.abc import Iterable
from typing import NamedTuple

from tests.terminal.sessions import session
from tui.terminal.capabilities import Capabilities, Depth
from tui.terminal.diff_renderer import DiffRenderer
from tui.terminal.screen_parser import ScreenParser

SIZE = (120, 40)


class Budget(NamedTuple):
    """Something measured, and the most that it may be."""

    what: str
    measured: float
    most: float
    unit: str


def print_budgets(budgets: Iterable[Budget]) -> None:
    """A table of them."""
    print(f"\n{'budget':44}{'measured':>12}{'at most':>12}")
    for what, measured, most, unit in budgets:
        verdict = "met" if measured <= most else "NOT MET"
        print(f"{what:44}{_number(measured):>12}{_number(most):>12} {unit:8}{verdict}")


def work_on_frames() -> float:
    """Milliseconds of the processor that the lean layer takes for each write of a session.

    The median of those that send anything; its work is done in this process, and its clock
    counts no other.
    """
    capabilities = Capabilities(depth=Depth.TRUE)
    source, renderer = ScreenParser(capabilities, SIZE), DiffRenderer(capabilities, SIZE)
    taken = []
    for data in session(size=SIZE):
        begun = time.process_time()
        source.feed(data)
        if not source.is_frame_open and renderer.render(source):
            taken.append(time.process_time() - begun)
    return statistics.median(taken) * 1e3


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) or value >= 100 else f"{value:.2f}"
