"""The meeting on the open briefing: its agenda, its clock, and what is kept of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tui.blocks import Block
from tui.meeting.agenda import MINUTE, Agenda, plan
from tui.meeting.clock import Clock
from tui.meeting.record import MeetingRecord
from tui.meeting.state import MeetingState
from tui.meeting.wording import (
    clock_line,
    hours_and_minutes,
    minutes,
    minutes_and_seconds,
    short_clock_line,
    shortest_clock_line,
    time_of_day,
)
from tui.model.document import Document
from tui.panes.presented import Presented
from tui.reading.history import Trail
from tui.reading.open_briefing import OpenBriefing
from tui.reading.ports import KeyNames, Memory

KEEP_AFTER = 1.0
"""Seconds from a change until it is written: a key is never answered later for it."""

FRESH = 12 * 3600.0
"""Seconds for which a meeting that has stopped may be resumed; after a night it is over."""


class MeetingController:
    """A meeting that is being held."""

    def __init__(
        self,
        reader: OpenBriefing,
        memory: Memory,
        keys: KeyNames,
        now: Callable[[], float],
        kept: Mapping[str, Any] | None = None,
    ) -> None:
        """Begin a meeting, or resume one.

        Args:
            reader: The open briefing.
            memory: Where the meeting is kept.
            keys: The keys of commands, for notices.
            now: Returns the time in seconds since the epoch.
            kept: The meeting to resume, as it was kept.

        Raises:
            ValueError: `kept` is no meeting.
        """
        self._reader = reader
        self._memory = memory
        self._keys = keys
        self._now = now
        self._presented = Presented(reader.document)
        self._known: Document = reader.document
        self._titles: dict[str, str] = {}
        self._trail: Trail = reader.trail
        self.is_away = False
        """The panes are on the screen instead of the agenda."""
        self.has_notes = False
        """The speaker's notes are shown."""
        self._notice = self._reason = ""
        self.is_changed = False
        """What is shown has changed since it was written: call `keep` within `KEEP_AFTER`."""
        self.why_not_kept = ""
        """Why nothing of the meeting is written to disk; empty if it is."""
        agenda, meeting = self._plan(), reader.document.briefing.meeting
        if kept is None:
            starts = meeting.starts if meeting else ""
            self._state = MeetingState.begin(agenda, now(), starts)
        else:
            self._state = MeetingState.resume(kept.get("proceedings"), agenda, now())
            titles = kept.get("titles")
            self._titles = {str(id): str(title) for id, title in dict(titles or {}).items()}
        self.return_to_agenda()

    @property
    def agenda(self) -> Agenda:
        """The agenda, as far as it may be shown."""
        return self._state.agenda

    @property
    def clock(self) -> Clock:
        """The clock at the time of the last look."""
        return self._state.clock

    @property
    def record(self) -> MeetingRecord:
        """What was shown so far."""
        return self._state.record

    @property
    def shown(self) -> tuple[str, bool]:
        """The id of the current slide, and whether the speaker's notes are on it."""
        return self._state.step.id, self.has_notes

    @property
    def slide(self) -> Sequence[Block]:
        """The blocks of the current slide."""
        step = self._state.step
        count = len(step.part.step_ids)
        place = f"{step.number} of {count}" if count > 1 else ""
        notes = self._presented.notes(step.id) if self.has_notes else ()
        return [*self._presented.blocks(step.id, place), *notes]

    @property
    def place(self) -> str:
        """The position in the agenda: `5 of 7`."""
        keys = [part.key for part in self.agenda.parts]
        return f"{keys.index(self._state.step.part.key) + 1} of {len(keys)}"

    @property
    def uncovered(self) -> str:
        """What must still be covered, in words; empty if nothing is left."""
        return f"not shown yet: {self._counted}" if self._state.uncovered else ""

    @property
    def has_speaker_notes(self) -> bool:
        """Whether the current slide has notes for its speaker."""
        return any(True for _ in self._presented.notes(self._state.step.id))

    @property
    def following(self) -> str:
        """What comes next in the agenda, in a line; empty at its end."""
        step = self._state.next_step
        return self._presented.title(step.id) if step else ""

    @property
    def time(self) -> str:
        """The time of day and how far the meeting is ahead or behind, for the header."""
        return time_of_day(self.clock, self.agenda)

    @property
    def sentence(self) -> str:
        """The clock as a sentence: `item 1:40 of 3:00, meeting 14 of 45, 2 ahead`."""
        left = f", {self._counted} left" if self.uncovered else ""
        return clock_line(self.clock, self.agenda).replace("   ", ", ") + left

    def status(self, room: int) -> str:
        """The clock for the footer, in at most `room` columns if possible."""
        clock, agenda = self.clock, self.agenda
        lengths = (clock_line, short_clock_line, shortest_clock_line)
        ways = [line(clock, agenda) for line in lengths]
        if self.is_away and self.uncovered:
            both = [f"{self.uncovered}   {way}" for way in ways]
            ways = [*both, self.uncovered, f"{self._counted} left"]
        return next((way for way in ways if len(way) <= room), ways[-1])

    def title(self, id: str) -> str:
        """Return a line for what was shown; empty for what may not be shown any more."""
        return self._presented.title(id)

    def turn(self, direction: int) -> str:
        """Go to the next (1) or previous (-1) slide; return a notice if there is none."""
        if self._state.turn(direction, self._now()):
            self.return_to_agenda()
            return ""
        return f"this is the {'last' if direction > 0 else 'first'} of the agenda"

    def turn_part(self, direction: int) -> str:
        """Go to the start of the next (1) or an earlier (-1) part; a notice if there is none."""
        if self._state.turn_part(direction, self._now()):
            self.return_to_agenda()
            return ""
        return f"this is the {'last' if direction > 0 else 'first'} part"

    def toggle_notes(self) -> str:
        """Show or hide the speaker's notes; return a notice."""
        if self._reader.policy.room:
            return "no notes in room mode"
        self.has_notes = not self.has_notes
        if not self.has_notes:
            return "notes: off"
        return "notes: on" if self.has_speaker_notes else "notes: on; there is none on this"

    def toggle_question(self) -> str:
        """Begin or end a question, while the clock of the item waits; return a notice."""
        is_asked = self._state.toggle_question(self._now())
        self.keep()
        if is_asked:
            key = self._keys.first("meeting.question")
            return f"a question: the clock of the item waits{f', {key} goes on' if key else ''}"
        took = minutes_and_seconds(self.record.questions[-1].seconds)
        return f"{took} for the question; the rest has {minutes(self.clock.left)}"

    def return_to_agenda(self) -> None:
        """Show the agenda, with the panes at the same item below it."""
        self._reader.go(self._reader.way_to(self._state.step.id))
        self._trail = self._reader.trail
        self.is_away = False

    def settle(self, shown: str) -> None:
        """Take note of what is on the screen after a key, and of what may be shown at all.

        Nothing is written yet, so that the key is answered at once; see `is_changed`.

        Args:
            shown: The id of what is on the screen; empty if that is nothing of the briefing.
        """
        if self._known is not self._reader.document:
            self._adopt()
        if self._reader.trail != self._trail:
            self.is_away = True
        last = self.record.showings[-1].id if self.record.is_open else ""
        if last != shown:
            self._state.show(shown, self._now())
            if shown:
                self._titles[shown] = self.title(shown) or self._titles.get(shown, shown)
            self.is_changed = True

    def look(self) -> None:
        """Look at the clock."""
        self._state.update(self._now())

    def tick(self) -> None:
        """Look at the clock, and write down the meeting."""
        self.look()
        self.keep()

    def fading(self, notice: str) -> str:
        """Return a notice, or nothing if it was there at the last look at the clock.

        That nothing is kept any more is said once.
        """
        if self.why_not_kept != self._reason:
            self._reason = self.why_not_kept
            return self._reason and f"the meeting is {self._reason}"
        self._notice = "" if notice == self._notice else notice
        return self._notice

    def wakes(self) -> float:
        """Return in how many seconds the clock shows something else."""
        return self.clock.next_update(self._now())

    def keep(self, *, is_ended: bool = False) -> None:
        """Write down the meeting, if it may be kept.

        This waits for the disk. It is done `KEEP_AFTER` a change, with questions, when the clock
        is looked at, and at the end; whoever is killed loses no more than that.
        """
        self.is_changed = False
        kept = {
            "title": self._reader.whole.briefing.title,
            "marking": self._reader.whole.briefing.marking,
            "is_ended": is_ended,
            "titles": {id: self._titles.get(id, id) for id in self.record.ids},
            "proceedings": self._state.to_dict(),
        }
        self.why_not_kept = self._memory.keep_meeting(self._reader.whole, kept)

    def end(self) -> None:
        """End the meeting."""
        self.look()
        if self.clock.asked is not None:
            self._state.toggle_question(self._now())
        self.keep(is_ended=True)

    @property
    def _counted(self) -> str:
        return f"{self._state.uncovered} must-cover"

    def _plan(self) -> Agenda:
        return plan(self._reader.document, self._presented.panes, self._presented.shows)

    def _adopt(self) -> None:
        """Take another version of the briefing, or other options; both may change the agenda."""
        self._known = self._reader.document
        self._presented = Presented(self._reader.document)
        self.has_notes = self.has_notes and not self._reader.policy.room
        self._state.adopt(self._plan(), self._now())
        if not self.is_away:
            self.return_to_agenda()


def begin_or_resume(
    reader: OpenBriefing, memory: Memory, keys: KeyNames, now: Callable[[], float]
) -> tuple[MeetingController, str]:
    """Return a meeting on a briefing and a notice; one that stopped lately is resumed."""
    kept = memory.meeting(reader.whole)
    clock = _stopped(kept, now())
    meeting = MeetingController(reader, memory, keys, now, kept if clock else None)
    meeting.keep()
    meeting.fading("")
    if clock is None:
        length, parts = minutes(meeting.clock.length), len(meeting.agenda.parts)
        said = f"the meeting begins: {length}, {parts} part{'' if parts == 1 else 's'}"
    else:
        away = meeting.clock.banked - clock.banked
        said = "the meeting goes on" + (f"; {minutes(away)} were banked" if away >= MINUTE else "")
    return meeting, said + (f"; {meeting.why_not_kept}" if meeting.why_not_kept else "")


def offer_to_resume(kept: Mapping[str, Any], now: float, key: str) -> str:
    """Say that a meeting has stopped and which key resumes it; empty if there is none."""
    clock = _stopped(kept, now)
    if clock is None:
        return ""
    when, since = hours_and_minutes(clock.seen), now - clock.seen
    ago = f", {minutes(since)} ago" if since >= MINUTE else ""
    goes_on = f"{key} goes on with the meeting that" if key else "a meeting on this briefing"
    return f"{goes_on} stopped at {when}{ago}"


def _stopped(kept: Mapping[str, Any] | None, now: float) -> Clock | None:
    """The clock of a meeting that has stopped and may be resumed."""
    try:
        if kept is None or kept.get("is_ended"):
            return None
        clock = Clock.from_dict(kept["proceedings"]["clock"])
        MeetingRecord.from_dict(kept["proceedings"]["record"])
        dict(kept.get("titles") or {})
    except (ValueError, KeyError, TypeError):
        return None
    return clock if 0 <= now - clock.seen <= FRESH else None
