"""The meeting that goes on in the reader: its agenda on the screen, and what is kept of it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from tui.app.flow import LinePosition
from tui.app.geometry import Geometry
from tui.app.keyboard.contexts import CONTEXTS
from tui.app.keyboard.key import Key
from tui.app.viewport import Viewport
from tui.meeting.agenda import MINUTE, Agenda, plan
from tui.meeting.clock import Clock
from tui.meeting.record import MeetingRecord
from tui.meeting.state import MeetingState
from tui.meeting.wording import (
    clock_line,
    hours_and_minutes,
    minutes,
    short_clock_line,
    shortest_clock_line,
    time_of_day,
)
from tui.model.document import Document
from tui.panes.presented import Presented
from tui.places import Options, View
from tui.reading import movement
from tui.reading.history import Trail
from tui.reading.meeting_page import below, page
from tui.reading.open_briefing import OpenBriefing
from tui.reading.ports import Memory

if TYPE_CHECKING:
    from tui.app.lines import Drawn
    from tui.reading.ports import ScreenState

KEEP_AFTER = 1.0
"""Seconds after a change until it is written down, which may take as long as a key is answered."""

FRESH = 12 * 3600.0
"""Seconds for which a meeting that has stopped may go on; after a night it is another one."""

_LEADS_AWAY = frozenset({"pane.open", "listed.go", "answer.go", "answer.open"})
"""Commands that lead to the panes even where one comes to the very item that is shown."""

_BY_THEIR_KEY = frozenset({View.EVIDENCE, View.WORDS, View.CONNECTED, View.SOURCE})
"""Views that show what their key names, wherever the cursor is in them."""


class MeetingController:
    """The meeting that goes on."""

    def __init__(
        self,
        reader: OpenBriefing,
        memory: Memory,
        now: Callable[[], float],
        kept: Mapping[str, Any] | None = None,
    ) -> None:
        """`now` tells the time, in seconds since the epoch; `kept` is a meeting that goes on.

        Raises `ValueError` where that is none.
        """
        self._reader = reader
        self._memory = memory
        self._now = now
        self._presented = Presented(reader.document)
        self._known: tuple[Document, Options] = (reader.document, reader.options)
        self._titles: dict[str, str] = {}
        self._page: Viewport | None = None
        self._page_of: tuple[str, int, int, bool] = ("", 0, 0, False)
        self._trail: Trail = reader.trail
        self.is_away = False
        """The panes are on the screen, and not the agenda."""
        self.has_notes = False
        """The speaker's notes are shown."""
        self._said = self._why_not = ""
        self.is_changed = False
        """What is on the screen has changed since the meeting was written down last: whoever shows
        it calls `keep` within `KEEP_AFTER`."""
        self.why_not_kept = ""
        """Why nothing of the meeting is written to disk; empty where it is."""
        agenda, meeting = self._plan(), reader.document.briefing.meeting
        if kept is None:
            starts = meeting.starts if meeting else ""
            self._proceedings = MeetingState.begin(agenda, now(), starts)
        else:
            self._proceedings = MeetingState.resume(kept.get("proceedings"), agenda, now())
            titles = kept.get("titles")
            self._titles = {str(id): str(title) for id, title in dict(titles or {}).items()}
        self.return_to_agenda()

    @property
    def agenda(self) -> Agenda:
        """What is shown in it, as far as may be seen."""
        return self._proceedings.agenda

    @property
    def clock(self) -> Clock:
        """How its time has been spent, at the time of the last look."""
        return self._proceedings.clock

    @property
    def record(self) -> MeetingRecord:
        """What was shown in it so far."""
        return self._proceedings.record

    @property
    def place(self) -> str:
        """Where one is in the agenda: `5 of 7`."""
        keys = [part.key for part in self.agenda.parts]
        return f"{keys.index(self._proceedings.step.part.key) + 1} of {len(keys)}"

    @property
    def uncovered(self) -> str:
        """What is still to be shown, in words; empty where all has been that must be."""
        return f"not shown yet: {self._counted}" if self._proceedings.uncovered else ""

    @property
    def is_of_note(self) -> bool:
        """What is shown has notes for its speaker."""
        return any(True for _ in self._presented.notes(self._proceedings.step.id))

    @property
    def time(self) -> str:
        """The time of the day and how the meeting stands to its plan, for the head: `10:14 +2`."""
        return time_of_day(self.clock, self.agenda)

    @property
    def sentence(self) -> str:
        """How it stands, read out: `item 1:40 of 3:00, meeting 14 of 45, 2 ahead`."""
        left = f", {self._counted} left" if self.uncovered else ""
        return clock_line(self.clock, self.agenda).replace("   ", ", ") + left

    def told(self, room: int) -> str:
        """How the meeting stands, for the footer, in at most so many columns if that goes."""
        clock, agenda = self.clock, self.agenda
        lengths = (clock_line, short_clock_line, shortest_clock_line)
        ways = [line(clock, agenda) for line in lengths]
        if self.is_away and self.uncovered:
            both = [f"{self.uncovered}   {way}" for way in ways]
            ways = [*both, self.uncovered, f"{self._counted} left"]
        return next((way for way in ways if len(way) <= room), ways[-1])

    def title(self, id: str) -> str:
        """A line for what was shown; empty for what may not be seen any more."""
        return self._presented.title(id)

    def page(self, geometry: Geometry) -> Viewport:
        """What the agenda shows, for a screen that is divided so."""
        step = self._proceedings.step
        wanted = (step.id, geometry.width, geometry.body, self.has_notes)
        if self._page is None or self._page_of != wanted:
            count = len(step.part.step_ids)
            place = f"{step.number} of {count}" if count > 1 else ""
            notes = self._presented.notes(step.id) if self.has_notes else ()
            blocks = [*self._presented.blocks(step.id, place), *notes]
            self._page, self._page_of = page(blocks, geometry.width, geometry.body), wanted
        return self._page

    @property
    def following(self) -> str:
        """What comes next in the agenda, in a line; empty at its end."""
        step = self._proceedings.next_step
        return self._presented.title(step.id) if step else ""

    def below(self, geometry: Geometry) -> "list[Drawn]":
        """What stands under it: what comes next, and what is still to be shown."""
        return below(self.following, self.uncovered, geometry.width, geometry.body)

    def turn(self, direction: int, geometry: Geometry) -> bool:
        """The next step (1) or the one before (-1); first the rest of a page that is longer.

        Whether there is one.
        """
        view = self.page(geometry)
        ends = view.flow.fits(view.top, view.flow.last(), view.height)
        if not (ends if direction > 0 else view.top == LinePosition(0, 0)):
            movement.page(view, direction)
            return True
        return self._moved(self._proceedings.turn(direction, self._now()))

    def turn_part(self, direction: int) -> bool:
        """To the head of the next part of the agenda (1) or of one before (-1)."""
        return self._moved(self._proceedings.turn_part(direction, self._now()))

    def toggle_question(self) -> bool:
        """A question is asked, or has been answered; whether one is being answered."""
        is_asked = self._proceedings.toggle_question(self._now())
        self.keep()
        return is_asked

    def return_to_agenda(self) -> None:
        """Show the agenda, with the reader at the same item below it."""
        self._reader.go(self._reader.way_to(self._proceedings.step.id))
        self._trail = self._reader.trail
        self.is_away = False

    def ran(self, key: Key) -> None:
        """Take note of a command that was given."""
        self.is_away = self.is_away or key.id in _LEADS_AWAY

    def settle(self, screen: "ScreenState") -> None:
        """Take note of what is on the screen after a key, and of what may be seen of all.

        Nothing is written down yet, since the key is not answered: see `is_changed`.
        """
        if self._known != (self._reader.document, self._reader.options):
            self._adopt()
        if self._reader.trail != self._trail:
            self.is_away = True
        id = self._shown(screen)
        seen = self.record.showings[-1].id if self.record.is_open else ""
        if seen != id:
            self._proceedings.show(id, self._now())
            if id:
                self._titles[id] = self.title(id) or self._titles.get(id, id)
            self.is_changed = True

    def look(self) -> None:
        """Look at the clock."""
        self._proceedings.update(self._now())

    def tick(self) -> None:
        """Look at the clock, and write down how the meeting stands."""
        self.look()
        self.keep()

    def fading(self, notice: str) -> str:
        """What was said, or nothing where it stood there at the last look at the clock.

        That nothing is kept any more is said once.
        """
        if self.why_not_kept != self._why_not:
            self._why_not = self.why_not_kept
            return self._why_not and f"the meeting is {self._why_not}"
        self._said = "" if notice == self._said else notice
        return self._said

    def wakes(self) -> float:
        """In how many seconds the clock is to be looked at again."""
        return self.clock.next_update(self._now())

    def keep(self, *, is_ended: bool = False) -> None:
        """Write down how the meeting stands, if that may be written.

        It waits for the disk. That is done when the clock is looked at, with a question, at the
        end and on leaving, and `KEEP_AFTER` a change of what is shown: so who is killed or loses
        power loses that much of the meeting at most, and the time since the last look at the clock.
        """
        self.is_changed = False
        told = {
            "title": self._reader.whole.briefing.title,
            "marking": self._reader.whole.briefing.marking,
            "is_ended": is_ended,
            "titles": {id: self._titles.get(id, id) for id in self.record.ids},
            "proceedings": self._proceedings.to_dict(),
        }
        self.why_not_kept = self._memory.keep_meeting(self._reader.whole, told)

    def end(self) -> None:
        """The meeting is over."""
        self.look()
        if self.clock.asked is not None:
            self._proceedings.toggle_question(self._now())
        self.keep(is_ended=True)

    @property
    def _counted(self) -> str:
        return f"{self._proceedings.uncovered} must-cover"

    def _plan(self) -> Agenda:
        return plan(self._reader.document, self._presented.panes, self._presented.shows)

    def _adopt(self) -> None:
        """Take another reading of the briefing, or other options: the agenda may be another."""
        self._known = (self._reader.document, self._reader.options)
        self._presented = Presented(self._reader.document)
        self._page = None
        self.has_notes = self.has_notes and not self._reader.policy.room
        self._proceedings.adopt(self._plan(), self._now())
        if not self.is_away:
            self.return_to_agenda()

    def _moved(self, is_moved: bool) -> bool:
        if is_moved:
            self.return_to_agenda()
        return is_moved

    def _shown(self, screen: "ScreenState") -> str:
        """The id of what is on the screen, or of its pane; empty where neither has a name."""
        if screen.is_blank:
            return ""
        id = "" if self.is_away else self._proceedings.step.id
        mode = screen.mode
        if mode is not None and mode.scopes == CONTEXTS["answer"]:
            from tui.reading.asking import Asking  # noqa: PLC0415 - loaded, where something is asked

            if isinstance(mode, Asking) and mode.prompt is None:
                id = mode.item
        if not id:
            here = self._reader.here
            id = here.key if here.view in _BY_THEIR_KEY else here.item
        return next(filter(self.title, (id, self._reader.trail[0].key)), "")


def convene(
    reader: OpenBriefing, memory: Memory, now: Callable[[], float]
) -> tuple[MeetingController, str]:
    """A meeting on a briefing, and what is to be said of it.

    It is the one that has stopped there not long ago, or another where there is none.
    """
    kept = memory.meeting(reader.whole)
    clock = _stopped(kept, now())
    controller = MeetingController(reader, memory, now, kept if clock else None)
    controller.keep()
    controller.fading("")
    if clock is None:
        length, parts = minutes(controller.clock.length), len(controller.agenda.parts)
        said = f"the meeting begins: {length}, {parts} part{'' if parts == 1 else 's'}"
    else:
        away = controller.clock.banked - clock.banked
        said = "the meeting goes on" + (f"; {minutes(away)} were banked" if away >= MINUTE else "")
    return controller, said + (f"; {controller.why_not_kept}" if controller.why_not_kept else "")


def offer(kept: Mapping[str, Any], now: float, key: str) -> str:
    """That a meeting has stopped and goes on with a key; empty where it does not."""
    clock = _stopped(kept, now)
    if clock is None:
        return ""
    when, since = hours_and_minutes(clock.seen), now - clock.seen
    ago = f", {minutes(since)} ago" if since >= MINUTE else ""
    goes_on = f"{key} goes on with the meeting that" if key else "a meeting on this briefing"
    return f"{goes_on} stopped at {when}{ago}"


def _stopped(kept: Mapping[str, Any] | None, now: float) -> Clock | None:
    """The clock of a meeting that has stopped and may go on; `None` where there is none."""
    try:
        if kept is None or kept.get("is_ended"):
            return None
        clock = Clock.from_dict(kept["proceedings"]["clock"])
        MeetingRecord.from_dict(kept["proceedings"]["record"])
        dict(kept.get("titles") or {})
    except (ValueError, KeyError, TypeError):
        return None
    return clock if 0 <= now - clock.seen <= FRESH else None
