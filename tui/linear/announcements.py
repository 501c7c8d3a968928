"""What there is to say after a command: only what is new."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.blocks import Block, Heading
from tui.linear.cursor import ItemCursor
from tui.linear.list_changes import ListChanges, ListPlace, paragraphs
from tui.model.document import Policy
from tui.places import Filter, View
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
_ROOM = {True: f"Room mode. {_STAYS}", False: "Room mode is off."}

_LISTED_ANSWERS = 7
"""Answers that are listed below the first: a listener cannot skip in a long list."""

_ROOM_FOR_CLOCK = 200
"""Columns: enough for the clock of a meeting in full."""


class Announcer:
    """The state of a session as it was said last."""

    def __init__(self, session: ReadingSession) -> None:
        self._session = session
        self._header: Sequence[Block] = ()
        self._tabs: Sequence[tuple[str, str]] = ()
        self._shown: tuple[Policy, Filter] | None = None
        """How the briefing was shown."""
        self._peers = ""
        self.found = ""
        """What is found or was asked, and which result this is."""
        self.lists = ListChanges()

    def news(self) -> Iterator[str]:
        """Return what is new, in paragraphs."""
        session = self._session
        if session.reader is not None:
            yield from self._frame(session.reader)
        peers = session.peer.status() if session.peer else ""
        if peers not in ("", self._peers):
            yield f"{peers}."
        self._peers = peers
        found, before = self._results(), self.found
        self.found = found
        if found not in ("", before):
            yield found
        if not session.is_typing:
            yield from self._list(is_found=found not in ("", before))

    def _frame(self, reader: OpenBriefing) -> Iterator[str]:
        """What holds for every place: how the briefing is shown, its header, its panes."""
        policy, show = reader.policy, reader.options.show
        if self._shown is not None:
            before, shown_before = self._shown
            if before.room is not policy.room:
                yield _ROOM[policy.room]
            if policy.clearance not in ("", before.clearance):
                yield _STAYS
            if shown_before is not show is Filter.ALL:
                yield "All items are listed again."
        for block in reader.header:
            if block not in self._header:
                yield from spoken(block)
        tabs = [(tab.key, tab.title) for tab in reader.tabs]
        if tabs != self._tabs:
            yield f"Panes: {', '.join(' '.join(filter(None, tab)) for tab in tabs)}."
        self._shown, self._header, self._tabs = (policy, show), reader.header, tabs

    def _results(self) -> str:
        """What is found and how often, or what was asked and which answer this is."""
        finder, results = self._session.finder, self._session.results
        if finder is None or not finder.find.matches:
            return f"{results.said}." if results else ""
        find = finder.find
        counts = ", ".join(f"{title} {count}" for title, count in find.counts().items())
        return f"{finder.query}: find {find.current + 1} of {len(find.matches)}. {counts}."

    def _list(self, *, is_found: bool) -> Iterator[str]:
        """The place if it is new, and the item under the cursor."""
        session, lists = self._session, self.lists
        if session.places is None and session.asking is not None:
            asking = session.asking
            card = paragraphs(asking.card)
            blocks = asking.listing.blocks
            yield from lists.changes_of_page(asking, blocks, _answers(asking), card)
        elif session.meeting is not None and session.is_at_agenda:
            slide = session.meeting.slide
            page = [*paragraphs(slide), *_after_slide(session.meeting)]
            yield from lists.changes_of_page(session.meeting, slide, page, page)
        else:
            cursor = ItemCursor(session)
            hit = session.finder.find.current_match if session.finder and is_found else None
            found = hit.block if hit else -1
            yield from lists.changes(self._where(), cursor.listing, cursor.index, found)

    def _where(self) -> ListPlace:
        """The list that the reader is in."""
        session, reader = self._session, self._session.reader
        if session.places is not None:
            return ListPlace(session.places, None, session.places.title)
        if reader is None:
            listed = session.briefings
            version = (listed.sought, listed.order) if listed else None
            title = ("Briefings", listed.said if listed else "")
            return ListPlace(session.library, version, ", ".join(filter(None, title)))
        here = reader.here
        pane = next(tab.title for tab in reader.tabs if tab.id == reader.trail[0].key)
        place = (reader.document.briefing.id, here.view, here.key)
        shown = (reader.policy, reader.options)
        return ListPlace(place, shown, _VIEWS.get(here.view, pane))


def _answers(asking: Asking) -> Iterator[str]:
    """The answer in full, and the first of the others by number."""
    yield f"{asking.title}."
    yield from paragraphs(asking.card)
    listed = [at for at, each in enumerate(asking.others) if not isinstance(each, Heading)]
    end = listed[_LISTED_ANSWERS] if len(listed) > _LISTED_ANSWERS else len(asking.others)
    yield from paragraphs(asking.others[:end])
    if len(listed) > _LISTED_ANSWERS:
        more = asking.count - 1 - _LISTED_ANSWERS
        yield f"{more} more. A number goes to an answer, an empty line to the next."


def _after_slide(meeting: "MeetingController") -> Iterator[str]:
    """What comes next in the agenda, and how much time is left."""
    following = meeting.following
    yield f"Next: {following}." if following else "This is the last of the agenda."
    time = "; ".join(meeting.status(_ROOM_FOR_CLOCK).split("   "))
    yield ". ".join(filter(None, (time, meeting.uncovered, "")))
