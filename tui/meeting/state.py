"""The state of a meeting: its agenda, the current step, its clock and its record."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from tui.meeting.agenda import Agenda, AgendaStep
from tui.meeting.clock import Clock
from tui.meeting.json_values import as_object
from tui.meeting.record import MeetingRecord


class MeetingState:
    """A meeting in progress.

    Times are in seconds since the epoch.
    """

    def __init__(self, agenda: Agenda, clock: Clock, record: MeetingRecord, at: int = 0) -> None:
        """Initialise the meeting.

        Args:
            agenda: The agenda, with at least one part.
            clock: The clock.
            record: What was shown so far.
            at: The index of the current step.
        """
        self.agenda = agenda
        self.clock = clock
        self.record = record
        self.steps: Sequence[AgendaStep] = agenda.steps
        self.at = at

    @classmethod
    def begin(cls, agenda: Agenda, now: float, starts: str = "") -> Self:
        """Begin a meeting; see `Clock.begin`.

        Raises:
            IndexError: The agenda has no parts.
        """
        return cls(agenda, Clock.begin(agenda, now, starts), MeetingRecord())

    @property
    def step(self) -> AgendaStep:
        """The current step."""
        return self.steps[self.at]

    @property
    def next_step(self) -> AgendaStep | None:
        """The step after the current one; `None` at the end."""
        return self.steps[self.at + 1] if self.at + 1 < len(self.steps) else None

    @property
    def uncovered(self) -> int:
        """The number of must-cover items that have not been shown."""
        return self.agenda.uncovered(self.record.ids)

    def turn(self, direction: int, now: float) -> bool:
        """Go to the next step (1) or the previous one (-1), if there is one; say whether."""
        return self._go(self.at + direction, now)

    def turn_part(self, direction: int, now: float) -> bool:
        """Go to the start of the next part (1), or of this part or the previous one (-1).

        Returns:
            Whether there is one.
        """
        starts = [at for at, step in enumerate(self.steps) if step.number == 1]
        later = [start for start in starts if start > self.at]
        earlier = [start for start in starts if start < self.at]
        found = later[:1] if direction > 0 else earlier[-1:]
        return bool(found) and self._go(found[0], now)

    def show(self, id: str, now: float) -> None:
        """Record what is on the screen; an empty id stands for a blank screen."""
        self.record = self.record.show(id, now)

    def update(self, now: float) -> None:
        """Count the time since the last update."""
        self.clock = self.clock.update(now)
        self.record = self.record.update(now)

    def toggle_question(self, now: float) -> bool:
        """Open a question, or close the open one; return whether one is open now."""
        if self.clock.asked is None:
            self.clock = self.clock.ask(now)
            return True
        self.record = self._with_question(now)
        self.clock = self.clock.answer(self.agenda, now)
        return False

    def adopt(self, agenda: Agenda, now: float) -> None:
        """Replace the agenda, after the briefing or the reader's clearance has changed.

        The current step stays, or else the next step of the old agenda that is still there.
        """
        before = [step.id for step in (*self.steps[self.at :], *reversed(self.steps[: self.at]))]
        self.update(now)
        self.agenda, self.steps = agenda, agenda.steps
        first = {step.id: at for at, step in reversed([*enumerate(self.steps)])}
        self.at = next((first[id] for id in before if id in first), 0)
        self.clock = self.clock.switch(self.step.part.key, now).fit(agenda)

    def to_dict(self) -> Mapping[str, Any]:
        """Return the meeting as JSON values, without its agenda."""
        return {
            "step": self.step.id,
            "part": self.step.part.key,
            "clock": self.clock.to_dict(),
            "record": self.record.to_dict(),
        }

    @classmethod
    def resume(cls, data: object, agenda: Agenda, now: float) -> Self:
        """Resume a meeting at its last step, or if that is gone, at the start of its part.

        Args:
            data: What `to_dict` returned.
            agenda: The agenda, which may have changed since.
            now: The time.

        Raises:
            ValueError: The data are not those of a meeting.
        """
        fields = as_object(data)
        clock = Clock.from_dict(fields.get("clock"))
        record = MeetingRecord.from_dict(fields.get("record"))
        last = (fields.get("part"), fields.get("step"))
        steps = agenda.steps
        same = (at for at, step in enumerate(steps) if (step.part.key, step.id) == last)
        start = (at for at, step in enumerate(steps) if step.part.key == clock.at)
        resumed = cls(agenda, clock, record, next(same, next(start, 0)))
        resumed.record = resumed._with_question(clock.seen)
        resumed.clock = clock.resume(agenda, now).switch(resumed.step.part.key, now)
        return resumed

    def _with_question(self, now: float) -> MeetingRecord:
        """Return the record with the open question, if there is one, closed now."""
        asked = self.clock.asked
        if asked is None:
            return self.record
        shown = self.record.showings[-1].id if self.record.showings else self.step.id
        return self.record.ask(shown, asked, max(now, asked))

    def _go(self, at: int, now: float) -> bool:
        if not 0 <= at < len(self.steps):
            return False
        self.at = at
        key = self.step.part.key
        self.clock = self.clock.switch(key, now) if key != self.clock.at else self.clock.update(now)
        return True
