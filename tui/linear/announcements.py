"""What there is to tell after a command of the dialogue: only what has not been told."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.blocks import Block
from tui.linear.list_changes import ListChanges
from tui.linear.overlays import answers, card
from tui.model.document import Policy
from tui.places import Filter, Options, View
from tui.reading.asking import Asking
from tui.reading.open_briefing import OpenBriefing
from tui.reading.session import ReadingSession
from tui.render.spoken import spoken

if TYPE_CHECKING:
    from tui.reading.meeting_controller import MeetingController

_VIEWS = {
    View.EVIDENCE: "Evidence",
    View.WORDS: "Words",
    View.SOURCE: "Source",
    View.CONNECTED: "Connected",
    View.TIMELINE: "Time line",
    View.MATRIX: "Who reacted to what",
}

_STAYS = "What stands above stays there."
_ROOM = {
    True: f"Room mode. {_STAYS}",
    False: "Room mode is off.",
}

_APART = "   "
"""Between two things that are said in a line of the screen."""

_ENOUGH = 200
"""Columns: how a meeting stands, in full."""


class Announcer:
    """The state of a desk as it was told last."""

    def __init__(self, session: ReadingSession) -> None:
        self._desk = session
        self._header: Sequence[Block] = ()
        self._tabs: Sequence[tuple[str, str]] = ()
        self._options: Options | None = None
        self._policy = Policy()
        self.found = ""
        """What is sought, how often it is found, and which find this is; or of what was asked."""
        self._with_whom = ""
        self._lists = ListChanges()

    def forget(self) -> None:
        """Tell the place and the item once more."""
        self._lists.forget()

    def rest(self) -> Iterator[str]:
        """What stands below the last item and has not been told, where the cursor is on that."""
        yield from self._lists.rest()

    def tell(self) -> Iterator[str]:
        """What is new, in paragraphs."""
        reader = self._desk.reader
        if reader is not None:
            yield from self._frame(reader)
        yield from self._company()
        found = self._finds()
        if found and found != self.found:
            yield found
        is_news = found != self.found
        self.found = found
        yield from self._list(is_found=bool(found) and is_news)

    def _frame(self, reader: OpenBriefing) -> Iterator[str]:
        """What stands over every place: the briefing, as of when, how it is shown, its panes."""
        options, before = reader.options, self._options
        policy = reader.policy
        if before is not None and self._policy.room is not policy.room:
            yield _ROOM[policy.room]
        if before is not None and policy.clearance not in ("", self._policy.clearance):
            yield _STAYS
        if before is not None and before.show is not options.show is Filter.ALL:
            yield "All items are listed again."
        for block in reader.header:
            if block not in self._header:
                yield from spoken(block)
        tabs = [(tab.key, tab.title) for tab in reader.tabs]
        if tabs != self._tabs:
            yield f"Panes: {', '.join(' '.join(filter(None, tab)) for tab in tabs)}."
        self._options, self._policy = options, policy
        self._header, self._tabs = reader.header, tabs

    def _company(self) -> Iterator[str]:
        """How things stand with those who follow, or with the one who is followed."""
        peer = self._desk.peer
        with_whom = peer.status() if peer else ""
        if with_whom and with_whom != self._with_whom:
            yield f"{with_whom}."
        self._with_whom = with_whom

    def _finds(self) -> str:
        """What is sought and how often it is found, or what was asked and which answer this is."""
        finder, course = self._desk.finder, self._desk.course
        if finder is None or not finder.find.hits:
            return f"{course.said}." if course else ""
        find = finder.find
        counts = ", ".join(f"{title} {count}" for title, count in find.counts().items())
        return f"{finder.query}: find {find.current + 1} of {len(find.hits)}. {counts}."

    def _list(self, *, is_found: bool) -> Iterator[str]:
        """The place where it is new, and the item under the cursor."""
        session, lists = self._desk, self._lists
        mode, blocks = session.mode, session.shown.active.blocks
        if session.is_typing:
            return
        if isinstance(mode, Asking):
            yield from lists.tell_whole(mode, blocks, answers(mode), card(mode))
        elif session.meeting is not None and session.is_at_agenda:
            page = [*self._agenda(session.meeting)]
            yield from lists.tell_whole(session.meeting, blocks, page, page)
        else:
            hit = session.finder.find.hit if session.finder and is_found else None
            found = hit.block if hit else -1
            yield from lists.tell(*self._where(), session.shown.active, found)

    def _agenda(self, meeting: "MeetingController") -> Iterator[Block | str]:
        """What the agenda shows, what comes next, and how the time stands."""
        yield from self._desk.shown.list.blocks
        following = meeting.following
        yield f"Next: {following}." if following else "This is the last of the agenda."
        time = "; ".join(meeting.told(_ENOUGH).split(_APART))
        yield ". ".join(filter(None, (time, meeting.uncovered, "")))

    def _where(self) -> tuple[object, object, str]:
        """What tells a list from another, and from itself at other times; what it is called."""
        session = self._desk
        if session.mode is not None and session.is_covered:
            return session.mode, None, session.mode.title
        reader = session.reader
        if reader is None:
            listed = session.briefings
            version = (listed.sought, listed.order) if listed else None
            title = ("Briefings", listed.said if listed else "")
            return session.library, version, ", ".join(filter(None, title))
        here = reader.here
        pane = next(tab.title for tab in reader.tabs if tab.id == reader.trail[0].key)
        place = (reader.document.briefing.id, here.view, here.key)
        return place, (reader.policy, reader.options), _VIEWS.get(here.view, pane)
