"""The clock of a meeting: how long each part has run, what questions took, what is left.

Time is handed in, in seconds since the epoch. Whatever becomes of the clock that it comes from,
no time is negative, and none is counted twice.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from tui.frozen import frozen, replace
from tui.meeting.agenda import MINUTE, MOST_PARTS, Agenda
from tui.meeting.checked import mapped, moment, word

KEPT = MINUTE
"""Seconds of its time that a must-cover part keeps as long as there is as much for all of them."""

TICK = 10.0
"""Seconds between two looks in the last minute of a part; before that a look a minute is enough."""

SOONEST = 0.1
"""Seconds: a timer that is early by a little does not look again before that."""


@frozen
class Clock:
    """How the time of a meeting has been spent until it was last looked at."""

    length: float
    """Seconds that the meeting is to take."""
    began: float
    """When it began, in seconds since the epoch."""
    seen: float
    """When the clock was last looked at, likewise."""
    at: str
    """The key of the part that runs."""
    allotted: Mapping[str, float]
    """By the key of a part: the seconds that it is to take in all."""
    ran: Mapping[str, float]
    """By the key of a part: the seconds that it took so far."""
    late: float = 0.0
    """Seconds by which it began after the time that the briefing states."""
    banked: float = 0.0
    """Seconds that went to no part: to questions, and to a line that had been dropped."""
    reserve: float = 0.0
    """Seconds that are planned for no part. Questions take these before the time of the parts."""
    asked: float | None = None
    """Since when a question is being answered; `None` where none is."""

    @classmethod
    def begin(cls, agenda: Agenda, now: float, starts: str = "") -> Self:
        """The clock of a meeting that begins; `starts` is when it should have, in ISO 8601.

        Who begins while the meeting should be under way has so much less time. Raises
        `IndexError` for an agenda without parts.
        """
        late = now - (_moment(starts) or now)
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
        return replace(clock, reserve=max(agenda.seconds - planned, 0.0)).balanced(agenda)

    @property
    def elapsed(self) -> float:
        """Seconds since it began: those of the parts, and those that were banked."""
        return sum(self.ran.values()) + self.banked

    @property
    def spent(self) -> float:
        """Seconds of the meeting that are over."""
        return self.late + self.elapsed

    @property
    def left(self) -> float:
        """Seconds of the meeting that are left."""
        return max(self.length - self.spent, 0.0)

    @property
    def run(self) -> float:
        """For how many seconds the part that runs has run."""
        return self.ran.get(self.at, 0.0)

    @property
    def remaining(self) -> float:
        """How many seconds it has left; negative where it has taken more than it should."""
        return self.allotted.get(self.at, 0.0) - self.run

    def ahead(self, agenda: Agenda) -> float:
        """By how many seconds the meeting is ahead of its plan; negative where it is behind."""
        return self.length - self.spent - self.reserve - sum(self.rest(agenda).values())

    def look(self, now: float) -> Self:
        """The clock at a later time.

        A clock that is put back counts nothing. Nor does one that is put forward by more than
        the length of the meeting: so long nobody waits for anything in it.
        """
        passed = now - self.seen
        if not 0 <= passed <= self.length:
            return replace(self, seen=now)
        if self.asked is not None:
            return replace(self, seen=now, banked=self.banked + passed)
        return replace(self, seen=now, ran={**self.ran, self.at: self.run + passed})

    def turn(self, key: str, now: float) -> Self:
        """The clock once another part runs."""
        return replace(self.look(now), at=key)

    def ask(self, now: float) -> Self:
        """The clock once a question is asked: its time goes to no part."""
        looked = self.look(now)
        return looked if looked.asked is not None else replace(looked, asked=now)

    def answered(self, agenda: Agenda, now: float) -> Self:
        """The clock once it is answered, with what is left shared out among the rest."""
        return replace(self.look(now), asked=None).balanced(agenda)

    def resumed(self, agenda: Agenda, now: float) -> Self:
        """The clock of a meeting that goes on after the line was dropped.

        The time between is banked; but if it is longer than what was left, the meeting stood
        still as well.
        """
        passed = now - self.seen
        banked = self.banked + (passed if 0 <= passed <= self.left else 0.0)
        return replace(self, banked=banked, seen=now, asked=None).fitted(agenda)

    def fitted(self, agenda: Agenda) -> Self:
        """The clock for another agenda of the same meeting: it takes as long as that one says.

        What parts took that are in it no longer stays spent.
        """
        keys = [part.key for part in agenda.parts]
        allotted = {**{part.key: part.seconds for part in agenda.parts}, **self.allotted}
        at = self.at if self.at in keys else keys[0]
        return replace(self, length=agenda.seconds, allotted=allotted, at=at).balanced(agenda)

    def balanced(self, agenda: Agenda) -> Self:
        """The clock with what is left shared out among the part that runs and those after it.

        Where there is enough for all, they keep what they have; where the reserve makes up for
        what is missing, likewise. Else each gives up the same share of its time, but a part that
        must be covered keeps `KEPT` as long as there is so much.
        """
        rest = self.rest(agenda)
        spare = self.left - sum(rest.values())
        if spare >= 0:
            return replace(self, reserve=min(self.reserve, spare))
        must = {part.key for part in agenda.parts if part.must_cover}
        least = {key: min(each, KEPT) if key in must else 0.0 for key, each in rest.items()}
        shares = _shared(self.left, rest, least)
        new = {key: self.ran.get(key, 0.0) + share for key, share in shares.items()}
        return replace(self, reserve=0.0, allotted={**self.allotted, **new})

    def rest(self, agenda: Agenda) -> Mapping[str, float]:
        """By key, the seconds that the part that runs and those after it have left."""
        return {
            part.key: max(
                self.allotted.get(part.key, part.seconds) - self.ran.get(part.key, 0.0), 0.0
            )
            for part in agenda.from_part(self.at)
        }

    def wakes(self, now: float) -> float:
        """In how many seconds the clock is to be looked at again.

        At the full minute; in the last minute of a part at every ten seconds of it.
        """
        minute = MINUTE - now % MINUTE
        remaining = self.remaining - max(now - self.seen, 0.0)
        if self.asked is None and 0 < remaining <= MINUTE:
            minute = remaining % TICK or TICK
        elif self.asked is None and remaining > MINUTE:
            minute = min(minute, remaining - MINUTE)
        return max(minute, SOONEST)

    def told(self) -> Mapping[str, Any]:
        """The clock as JSON can hold it."""
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
    def read(cls, told: object) -> Self:
        """A clock from what JSON held; `ValueError` for what is none."""
        given = mapped(told)
        asked = given.get("asked")
        return cls(
            at=word(given.get("at")),
            allotted=_seconds(given.get("allotted")),
            ran=_seconds(given.get("ran")),
            asked=None if asked is None else moment(asked),
            **{name: moment(given.get(name)) for name in _MOMENTS},
        )


_MOMENTS = ("length", "began", "seen", "late", "banked", "reserve")


def _shared(
    left: float, wanted: Mapping[str, float], least: Mapping[str, float]
) -> Mapping[str, float]:
    """What is left in shares: no more than is wanted, and no less than the least if that fits."""
    kept = sum(least.values())
    if kept >= left:
        return {key: each * left / kept if kept else 0.0 for key, each in least.items()}
    share = (left - kept) / (sum(wanted.values()) - kept)
    return {key: low + (wanted[key] - low) * share for key, low in least.items()}


def _seconds(told: object) -> dict[str, float]:
    given = mapped(told)
    if len(given) > MOST_PARTS:
        raise ValueError("more parts than a meeting has")
    return {word(key): moment(value) for key, value in given.items()}


def _moment(stated: str) -> float | None:
    """A time of ISO 8601 in seconds since the epoch, local where it names no zone."""
    try:
        return datetime.fromisoformat(stated).timestamp()
    except (ValueError, OverflowError, OSError):
        return None
