"""What one follower has still to be told: the latest place, and what was shown that is new to them.

A place that was left before it could be sent is never sent. So one who reads slowly is behind by
one message at most, and costs no memory.
"""

from collections.abc import Sequence

from tui.frozen import replace
from tui.meeting.message import MOST_SHOWN, PresenterPlace, encode
from tui.meeting.record import Showing


class Outbox:
    """The outgoing messages of one follower."""

    def __init__(self) -> None:
        self._step: PresenterPlace | None = None
        self._shown: Sequence[Showing] = ()
        self._told = 0
        """How many of these the follower has been told."""
        self._last: Showing | None = None
        """The last that they have been told: it may have gone on since."""
        self._is_stale = False

    def put(self, step: PresenterPlace, shown: Sequence[Showing]) -> None:
        """The presenter is there; `shown` is all that was shown before, in order."""
        self._is_stale = self._is_stale or step != self._step
        self._step, self._shown = step, shown

    def take(self) -> bytes | None:
        """The next message; `None` when all has been told."""
        if self._step is None:
            return None
        first = min(self._told, len(self._shown))
        if first and self._shown[first - 1] != self._last:
            first -= 1
        news = tuple(self._shown[first : first + MOST_SHOWN])
        if not (news or self._is_stale):
            return None
        self._is_stale = False
        self._told = first + len(news)
        self._last = news[-1] if news else self._last
        return encode(replace(self._step, shown=news))
