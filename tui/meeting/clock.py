"""The clock of a meeting: time used by each part, time for questions, and time left.

Times are passed in by the caller, in seconds since the epoch. The system clock may jump; no
duration becomes negative, and no time is counted twice.
"""

from collections.abc import Mapping
from typing import Any, Self

from tui.frozen import frozen, replace
from tui.meeting.agenda import MAX_PARTS, MINUTE, Agenda
from tui.meeting.json_values import as_id, as_object, as_seconds

MIN_MUST_COVER = MINUTE
"""Seconds that each must-cover part keeps, as long as there is that much for all of them."""

LAST_MINUTE_INTERVAL = 10.0
"""Seconds between updates in the last minute of a part; before that, one a minute is enough."""

MIN_INTERVAL = 0.1
"""Seconds until the next update at least, so that a timer that fires early does not spin."""


@frozen
class Clock:
    """How the time of a meeting was spent until the last update; methods return a new clock."""

    length: float
    """Planned length of the meeting in seconds."""
    began: float
    """Start of the meeting, in seconds since the epoch."""
    seen: float
    """Time of the last update, in seconds since the epoch."""
    at: str
    """Key of the current part."""
    allotted: Mapping[str, float]
    """Planned seconds of each part, by key."""
    ran: Mapping[str, float]
    """Seconds used by each part so far, by key."""
    late: float = 0.0
    """Seconds by which the meeting began after the time stated in the briefing."""
    banked: float = 0.0
    """Seconds that belong to no part: questions, and time while disconnected."""
    reserve: float = 0.0
    """Seconds planned for no part, which questions use up before the time of the parts."""
    asked: float | None = None
    """When the open question was asked, in seconds since the epoch; `None` without one."""

    @classmethod
    def begin(cls, agenda: Agenda, now: float, starts: str = "") -> Self:
        """Start the clock.

        Args:
            agenda: The agenda, with at least one part.
            now: The time, in seconds since the epoch.
            starts: The stated start in ISO 8601. A meeting that begins after it, but before its
                planned end, has that much less time.

        Raises:
            IndexError: The agenda has no parts.
        """
        late = now - (_timestamp(starts) or now)
        clock = cls(
            length=agenda.seconds,
            began=now,
            seen=now,
            at=agenda.parts[0].key,
            allotted={part.key: part.seconds for part in agenda.parts},
            ran={},
            late=late if 0 <= late < agenda.seconds else 0.0,
        )
        planned = sum(part.seconds for part in agenda.parts)
        return replace(clock, reserve=max(agenda.seconds - planned, 0.0)).rebalance(agenda)

    @property
    def elapsed(self) -> float:
        """Seconds since the start, of all parts and banked."""
        return sum(self.ran.values()) + self.banked

    @property
    def spent(self) -> float:
        """Seconds of the planned length that are used up, a late start included."""
        return self.late + self.elapsed

    @property
    def left(self) -> float:
        """Seconds of the planned length that are left."""
        return max(self.length - self.spent, 0.0)

    @property
    def run(self) -> float:
        """Seconds that the current part has run."""
        return self.ran.get(self.at, 0.0)

    @property
    def remaining(self) -> float:
        """Seconds that the current part has left; negative if it has overrun."""
        return self.allotted.get(self.at, 0.0) - self.run

    def ahead(self, agenda: Agenda) -> float:
        """Return the seconds by which the meeting is ahead of its plan; negative if behind."""
        remaining = sum(self.remaining_by_part(agenda).values())
        return self.length - self.spent - self.reserve - remaining

    def update(self, now: float) -> Self:
        """Count the time since the last update.

        A jump of the system clock, backwards or forwards by more than the length of the
        meeting, counts nothing.
        """
        passed = now - self.seen
        if not 0 <= passed <= self.length:
            return replace(self, seen=now)
        if self.asked is not None:
            return replace(self, seen=now, banked=self.banked + passed)
        return replace(self, seen=now, ran={**self.ran, self.at: self.run + passed})

    def switch(self, key: str, now: float) -> Self:
        """Make another part the current one."""
        return replace(self.update(now), at=key)

    def ask(self, now: float) -> Self:
        """Open a question, whose time belongs to no part."""
        updated = self.update(now)
        return updated if updated.asked is not None else replace(updated, asked=now)

    def answer(self, agenda: Agenda, now: float) -> Self:
        """Close the question and share the time that is left among the remaining parts."""
        return replace(self.update(now), asked=None).rebalance(agenda)

    def resume(self, agenda: Agenda, now: float) -> Self:
        """Go on after the connection was lost.

        The time between is banked, unless it is longer than what was left: then the meeting
        was interrupted too, and nothing is counted.
        """
        passed = now - self.seen
        banked = self.banked + (passed if 0 <= passed <= self.left else 0.0)
        return replace(self, banked=banked, seen=now, asked=None).fit(agenda)

    def fit(self, agenda: Agenda) -> Self:
        """Adapt to a changed agenda; time used by parts that were removed stays used."""
        keys = [part.key for part in agenda.parts]
        allotted = {**{part.key: part.seconds for part in agenda.parts}, **self.allotted}
        at = self.at if self.at in keys else keys[0]
        return replace(self, length=agenda.seconds, allotted=allotted, at=at).rebalance(agenda)

    def rebalance(self, agenda: Agenda) -> Self:
        """Share the time that is left among the current part and those after it.

        If there is enough for all, or the reserve makes up the difference, they keep their
        time. Otherwise each gives up the same share of it, but a must-cover part keeps
        `MIN_MUST_COVER` as long as there is enough for that.
        """
        remaining = self.remaining_by_part(agenda)
        spare = self.left - sum(remaining.values())
        if spare >= 0:
            return replace(self, reserve=min(self.reserve, spare))
        must = {part.key for part in agenda.parts if part.must_cover}
        least = {
            key: min(each, MIN_MUST_COVER) if key in must else 0.0
            for key, each in remaining.items()
        }
        shares = _divided(self.left, remaining, least)
        new = {key: self.ran.get(key, 0.0) + share for key, share in shares.items()}
        return replace(self, reserve=0.0, allotted={**self.allotted, **new})

    def remaining_by_part(self, agenda: Agenda) -> Mapping[str, float]:
        """Return the seconds left for the current part and those after it, by key."""
        return {
            part.key: max(
                self.allotted.get(part.key, part.seconds) - self.ran.get(part.key, 0.0), 0.0
            )
            for part in agenda.from_part(self.at)
        }

    def next_update(self, now: float) -> float:
        """Return the seconds until the display changes.

        That is at the full minute, and in the last minute of a part every ten seconds.
        """
        wait = MINUTE - now % MINUTE
        remaining = self.remaining - max(now - self.seen, 0.0)
        if self.asked is None and 0 < remaining <= MINUTE:
            wait = remaining % LAST_MINUTE_INTERVAL or LAST_MINUTE_INTERVAL
        elif self.asked is None and remaining > MINUTE:
            wait = min(wait, remaining - MINUTE)
        return max(wait, MIN_INTERVAL)

    def to_dict(self) -> Mapping[str, Any]:
        """Return the clock as JSON values."""
        return {
            "length": self.length,
            "began": self.began,
            "seen": self.seen,
            "at": self.at,
            "allotted": dict(self.allotted),
            "ran": dict(self.ran),
            "late": self.late,
            "banked": self.banked,
            "reserve": self.reserve,
            "asked": self.asked,
        }

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """Return the clock of JSON values.

        Raises:
            ValueError: The values are not those of a clock.
        """
        fields = as_object(data)
        asked = fields.get("asked")
        return cls(
            at=as_id(fields.get("at")),
            allotted=_seconds_by_part(fields.get("allotted")),
            ran=_seconds_by_part(fields.get("ran")),
            asked=None if asked is None else as_seconds(asked),
            **{name: as_seconds(fields.get(name)) for name in _NUMBERS},
        )


_NUMBERS = ("length", "began", "seen", "late", "banked", "reserve")


def _divided(
    left: float, wanted: Mapping[str, float], least: Mapping[str, float]
) -> Mapping[str, float]:
    """Divide a time that is less than all that is wanted.

    Args:
        left: Seconds to divide.
        wanted: The most that each gets, by key.
        least: What each gets before the rest is divided, if there is enough for that.
    """
    kept = sum(least.values())
    if kept >= left:
        return {key: each * left / kept if kept else 0.0 for key, each in least.items()}
    share = (left - kept) / (sum(wanted.values()) - kept)
    return {key: low + (wanted[key] - low) * share for key, low in least.items()}


def _seconds_by_part(value: object) -> dict[str, float]:
    parts = as_object(value)
    if len(parts) > MAX_PARTS:
        raise ValueError("more parts than a meeting has")
    return {as_id(key): as_seconds(seconds) for key, seconds in parts.items()}


def _timestamp(text: str) -> float | None:
    """Convert an ISO 8601 time, local unless it names a zone, to seconds since the epoch."""
    try:
        from datetime import datetime  # noqa: PLC0415 - the first frame needs no dates

        return datetime.fromisoformat(text).timestamp()
    except (ValueError, OverflowError, OSError):
        return None
