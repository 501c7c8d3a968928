"""A terminal is asked what it can do, and how long its answers take."""

import contextlib
import os
import select
import signal
import sys
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from types import FrameType
from typing import NamedTuple

from tui.terminal.probe_replies import ATTRIBUTES, STATUS, Query, ReplyParser

PATIENCE = 1.0
"""Seconds for all questions together: a terminal that has not answered by then will not."""

_TRIPS = 5


class Probe(NamedTuple):
    """What came out of it."""

    told: Mapping[Query, str]
    """The answers; what was asked and is not here has none."""
    round_trip: float | None
    """Seconds from a question to its answer, the median; `None` if there was none."""


def interview(handle: int, questions: Sequence[Query]) -> Probe:
    """Ask the terminal that is open as `handle`, and leave it as it was, interrupted or not.

    One that does not know the questions may print them, so the line of the cursor is erased.
    What is typed meanwhile is lost.
    """
    end = time.monotonic() + PATIENCE
    answers = ReplyParser([*questions, ATTRIBUTES, STATUS])
    with _silent(handle):
        os.write(handle, "".join(each.asked for each in (*questions, ATTRIBUTES)).encode())
        trips = []
        if _await(handle, answers, ATTRIBUTES, end):
            trips = list(_round_trips(handle, answers, end))
        if questions:
            os.write(handle, b"\r\x1b[K")
    return Probe(dict(answers.told), median(trips) if trips else None)


def _round_trips(handle: int, answers: ReplyParser, end: float) -> Iterator[float]:
    for _ in range(_TRIPS):
        answers.told.pop(STATUS, None)
        asked = time.monotonic()
        os.write(handle, STATUS.asked.encode())
        if not _await(handle, answers, STATUS, end):
            return
        yield time.monotonic() - asked


def _await(handle: int, answers: ReplyParser, question: Query, end: float) -> bool:
    """Read until a question is answered, or it is too late for that."""
    while question not in answers.told:
        left = end - time.monotonic()
        if left <= 0 or not select.select([handle], [], [], left)[0]:
            return False
        data = os.read(handle, 4096)
        if not data:
            return False
        answers.feed(data)
    return True


@contextlib.contextmanager
def _silent(handle: int) -> Iterator[None]:
    """Nothing is echoed, and what comes is read at once, until the block ends by whatever end."""
    before = termios.tcgetattr(handle)
    inputs, outputs, controls, locals_, *rest = before
    silent = [inputs, outputs, controls, locals_ & ~(termios.ECHO | termios.ICANON), *rest]
    handlers = {number: signal.signal(number, _end) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        termios.tcsetattr(handle, termios.TCSANOW, silent)
        yield
    finally:
        with contextlib.suppress(termios.error):  # the terminal may be gone
            termios.tcsetattr(handle, termios.TCSAFLUSH, before)
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
