"""The proceedings of a meeting: its agenda, where one is in it, its clock and its record."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from tui.meeting.agenda import Agenda, AgendaStep
from tui.meeting.checked import mapped
from tui.meeting.clock import Clock
from tui.meeting.record import MeetingRecord


class MeetingState:
    """A meeting that goes on; the agenda has at least one part."""

    def __init__(self, agenda: Agenda, clock: Clock, record: MeetingRecord, at: int = 0) -> None:
        """`at` is the number of the step that one is at, from 0."""
        self.agenda = agenda
        self.clock = clock
        self.record = record
        self.steps: Sequence[AgendaStep] = agenda.steps
        self.at = at

    @classmethod
    def begin(cls, agenda: Agenda, now: float, starts: str = "") -> Self:
        """A meeting at its beginning; for `starts` see `Clock.begin`.

        Raises `IndexError` for an agenda without parts.
        """
        return cls(agenda, Clock.begin(agenda, now, starts), MeetingRecord())

    @property
    def step(self) -> AgendaStep:
        """Where one is in the agenda."""
        return self.steps[self.at]

    @property
    def following(self) -> AgendaStep | None:
        """What comes next; `None` at the end."""
        return self.steps[self.at + 1] if self.at + 1 < len(self.steps) else None

    @property
    def uncovered(self) -> int:
        """How many of those that the meeting must not end without have not been shown."""
        return self.agenda.uncovered(self.record.ids)

    def turn(self, direction: int, now: float) -> bool:
        """To the next step (1) or the one before (-1); whether there is one."""
        return self._go(self.at + direction, now)

    def turn_part(self, direction: int, now: float) -> bool:
        """To the head of the next part (1), of this one, or of the one before (-1)."""
        heads = [at for at, step in enumerate(self.steps) if step.number == 1]
        ahead = [head for head in heads if head > self.at]
        behind = [head for head in heads if head < self.at]
        found = ahead[:1] if direction > 0 else behind[-1:]
        return bool(found) and self._go(found[0], now)

    def show(self, id: str, now: float) -> None:
        """Take note of what is on the screen; with `""` it is nothing."""
        self.record = self.record.show(id, now)

    def look(self, now: float) -> None:
        """Let the time pass until now."""
        self.clock = self.clock.look(now)
        self.record = self.record.look(now)

    def toggle_question(self, now: float) -> bool:
        """A question is asked, or has been answered; whether one is being answered."""
        if self.clock.asked is None:
            self.clock = self.clock.ask(now)
            return True
        self.record = self._answered(now)
        self.clock = self.clock.answered(self.agenda, now)
        return False

    def adopt(self, agenda: Agenda, now: float) -> None:
        """Take another agenda: what may be seen has changed, or the briefing has been saved.

        One stays at the same step, or where that is gone at the next of the old ones that is not.
        """
        before = [step.id for step in (*self.steps[self.at :], *reversed(self.steps[: self.at]))]
        self.look(now)
        self.agenda, self.steps = agenda, agenda.steps
        first = {step.id: at for at, step in reversed([*enumerate(self.steps)])}
        self.at = next((first[id] for id in before if id in first), 0)
        self.clock = self.clock.turn(self.step.part.key, now).fitted(agenda)

    def told(self) -> Mapping[str, Any]:
        """The proceedings as JSON can hold it."""
        return {
            "step": self.step.id,
            "part": self.step.part.key,
            "clock": self.clock.told(),
            "record": self.record.told(),
        }

    @classmethod
    def resume(cls, told: object, agenda: Agenda, now: float) -> Self:
        """A meeting that goes on, from what JSON held; `ValueError` for what is none.

        Where the step at which it stopped is gone, it goes on at the head of its part.
        """
        given = mapped(told)
        clock, record = Clock.read(given.get("clock")), MeetingRecord.read(given.get("record"))
        wanted = (given.get("part"), given.get("step"))
        steps = agenda.steps
        same = (at for at, step in enumerate(steps) if (step.part.key, step.id) == wanted)
        head = (at for at, step in enumerate(steps) if step.part.key == clock.at)
        at = next(same, next(head, 0))
        resumed = cls(agenda, clock, record, at)
        resumed.record = resumed._answered(clock.seen)
        resumed.clock = clock.resumed(agenda, now)
        resumed.clock = resumed.clock.turn(resumed.step.part.key, now)
        return resumed

    def _answered(self, now: float) -> MeetingRecord:
        """The record with the question that is being answered, if there is one."""
        asked = self.clock.asked
        if asked is None:
            return self.record
        on = self.record.showings[-1].id if self.record.showings else self.step.id
        return self.record.ask(on, asked, max(now, asked))

    def _go(self, at: int, now: float) -> bool:
        if not 0 <= at < len(self.steps):
            return False
        self.at = at
        key = self.step.part.key
        self.clock = self.clock.turn(key, now) if key != self.clock.at else self.clock.look(now)
        return True
