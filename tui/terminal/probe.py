"""Queries to a terminal, and its replies among the keys.

A terminal replies on the line on which keys come, so replies have to be taken out of the input.
"""

import contextlib
import os
import re
import select
import signal
import sys
import termios
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import FrameType
from typing import NamedTuple

PATIENCE = 1.0
"""Seconds for all queries together: a terminal that has not replied by then will not."""
_ROUND_TRIPS = 5
_MAX_LENGTH = 100
"""Bytes of the content of a reply."""


class Probe(NamedTuple):
    """A query, and the form of the reply."""

    request: str
    """The control sequence that is sent."""
    prefix: bytes
    """The beginning of a reply; no key sends this."""
    content: bytes
    """A character of the reply's content, as a class of a regular expression."""
    suffixes: tuple[bytes, ...]
    """The possible ends of a reply."""


BACKGROUND_COLOUR = Probe("\x1b]11;?\x07", b"\x1b]11;", rb"[\w:/]", (b"\x07", b"\x1b\\"))
"""The background colour (OSC 11)."""
NAME = Probe("\x1b[>0q", b"\x1bP>|", rb"[ -~]", (b"\x1b\\",))
"""Name and version (XTVERSION)."""
SYNCHRONIZED = Probe("\x1b[?2026$p", b"\x1b[?2026;", rb"[0-4]", (b"$y",))
"""Support for synchronized output (DECRQM of mode 2026); 0 means none."""
STATUS = Probe("\x1b[5n", b"\x1b[", rb"[03]", (b"n",))
"""The operating status (DSR 5), which all terminals report.

The reply to a query for the cursor position would be the same as shift+F3.
"""
ATTRIBUTES = Probe("\x1b[c", b"\x1b[?", rb"[\d;]", (b"c",))
"""The device attributes (DA1).

Nearly all terminals reply, and in order: queries without a reply by then will have none.
"""


class ReplyParser:
    """Takes the replies to some probes out of a terminal's input."""

    def __init__(self, probes: Iterable[Probe]) -> None:
        """Recognize replies to these probes; all else is passed on as keys."""
        self.replies: dict[Probe, str] = {}
        """The content of the last reply to each probe."""
        self.probes = tuple(probes)
        self._patterns = {probe: _patterns(probe) for probe in self.probes}
        self._pending = b""

    def feed(self, data: bytes) -> bytes:
        """Return the keys among the next bytes, in order.

        What may be the beginning of a reply is kept until more comes, or `settle` is called.
        """
        data, self._pending = self._pending + data, b""
        return b"".join(self._keys(data))

    def settle(self) -> bytes:
        """Return what was kept: nothing came after it for a while, so it was keys."""
        pending, self._pending = self._pending, b""
        return pending

    def _keys(self, data: bytes) -> Iterator[bytes]:
        position = 0
        while (start := data.find(b"\x1b", position)) >= 0:
            yield data[position:start]
            position = self._take_reply(data, start)
            if position == start:
                if self._may_begin(data, start):
                    self._pending = data[start:]
                    return
                position = start + 1
                yield b"\x1b"
        yield data[position:]

    def _take_reply(self, data: bytes, start: int) -> int:
        """Return the end of the reply that begins at `start`, or `start` if none does."""
        for probe, (whole, _) in self._patterns.items():
            if reply := whole.match(data, start):
                self.replies[probe] = reply[1].decode("ascii")
                return reply.end()
        return start

    def _may_begin(self, data: bytes, start: int) -> bool:
        """Return whether the rest of the data may be the beginning of a reply."""
        return any(
            probe.prefix.startswith(data[start:]) or begun.fullmatch(data, start)
            for probe, (_, begun) in self._patterns.items()
        )


def _patterns(probe: Probe) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """Return patterns of a complete reply, and of one that has its prefix but no end yet."""
    start = re.escape(probe.prefix) + b"(" + probe.content + b"{0,%d})" % _MAX_LENGTH
    begun = {suffix[:length] for suffix in probe.suffixes for length in range(len(suffix))}
    return (
        re.compile(start + b"(?:" + b"|".join(map(re.escape, probe.suffixes)) + b")", re.ASCII),
        re.compile(start + b"(?:" + b"|".join(map(re.escape, begun)) + b")", re.ASCII),
    )


class ProbeResult(NamedTuple):
    """The outcome of `run_probes`."""

    replies: Mapping[Probe, str]
    """The content of each reply; a probe without one is missing."""
    round_trip: float | None
    """The median of the seconds between a query and its reply; `None` without replies."""


def run_probes(terminal: int, probes: Sequence[Probe]) -> ProbeResult:
    """Query the terminal that is open as a file descriptor, and leave it as it was.

    A terminal may print a query that it does not know, so the cursor's line is erased after.
    Keys pressed meanwhile are lost.
    """
    deadline = time.monotonic() + PATIENCE
    parser = ReplyParser([*probes, ATTRIBUTES, STATUS])
    with _without_echo(terminal):
        os.write(terminal, "".join(probe.request for probe in (*probes, ATTRIBUTES)).encode())
        times = []
        if _await_reply(terminal, parser, ATTRIBUTES, deadline):
            times = sorted(_round_trips(terminal, parser, deadline))
        if probes:
            os.write(terminal, b"\r\x1b[K")
    return ProbeResult(dict(parser.replies), times[len(times) // 2] if times else None)


def _round_trips(terminal: int, parser: ReplyParser, deadline: float) -> Iterator[float]:
    for _ in range(_ROUND_TRIPS):
        parser.replies.pop(STATUS, None)
        asked = time.monotonic()
        os.write(terminal, STATUS.request.encode())
        if not _await_reply(terminal, parser, STATUS, deadline):
            return
        yield time.monotonic() - asked


def _await_reply(terminal: int, parser: ReplyParser, probe: Probe, deadline: float) -> bool:
    """Read until the terminal replies to a probe; return whether it did in time."""
    while probe not in parser.replies:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([terminal], [], [], left)[0]:
            return False
        data = os.read(terminal, 4096)
        if not data:
            return False
        parser.feed(data)
    return True


@contextlib.contextmanager
def _without_echo(terminal: int) -> Iterator[None]:
    """Turn echo and line editing off until the block ends, by SIGTERM or SIGHUP too."""
    before = termios.tcgetattr(terminal)
    inputs, outputs, controls, locals_, *rest = before
    silent = [inputs, outputs, controls, locals_ & ~(termios.ECHO | termios.ICANON), *rest]
    handlers = {number: signal.signal(number, _exit) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        termios.tcsetattr(terminal, termios.TCSANOW, silent)
        yield
    finally:
        with contextlib.suppress(termios.error):  # the terminal may be gone
            termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _exit(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
