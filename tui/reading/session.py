"""A reading session: what is open and where the reader is, without any screen.

The Textual app and the linear mode both drive it. A method that a key leads to returns a notice
for the reader, or an empty string.
"""

from collections.abc import Callable
from time import time
from typing import TYPE_CHECKING

from tui.diagnostics import reason
from tui.library.watched_file import WatchedFile
from tui.model.document import Document, Policy
from tui.places import View
from tui.reading.briefing_history import BriefingHistory
from tui.reading.finder import Finder
from tui.reading.open_briefing import OpenBriefing
from tui.reading.ports import KeyNames, Memory
from tui.text.clean import clean

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.reading.annotations import BriefingAnnotations
    from tui.reading.asking import Asking
    from tui.reading.library_list import LibraryList
    from tui.reading.meeting_controller import MeetingController
    from tui.reading.peer import Peer
    from tui.reading.place_list import PlaceList
    from tui.reading.result_cursor import ResultCursor
    from tui.reading.search_scope import SearchScope

_OF_THEIR_KEY = frozenset({View.EVIDENCE, View.WORDS, View.CONNECTED, View.SOURCE})
"""Views that show what their key names, wherever the cursor is in them."""


class ReadingSession:
    """Where a reader is: in a library, in a briefing, in a meeting on it."""

    def __init__(
        self,
        *,
        document: Document | None,
        memory: Memory,
        keys: KeyNames,
        library: "Library | None" = None,
        load: Callable[[str], Document] | None = None,
        item: str = "",
        clearance: str = "",
        is_restricted: bool = False,
        root: str = "",
        peer: "Peer | None" = None,
        now: Callable[[], float] = time,
    ) -> None:
        """Begin with a briefing, or with the list of a library.

        Args:
            document: The briefing to open.
            memory: What is remembered for the reader.
            keys: The keys of commands, for notices.
            library: The library to choose from.
            load: Reads a briefing again by its name; `None` if it was read from no file.
            item: The item to begin at.
            clearance: The strictest marking that may be shown; empty for no limit.
            is_restricted: The reader may do nothing but read.
            root: The folder from which paths are shown; empty for absolute paths.
            peer: Who reads along, or whom the reader follows.
            now: Returns the time in seconds since the epoch.
        """
        self.memory = memory
        self.keys = keys
        self.library = library
        self.is_restricted = is_restricted
        self.root = root
        self.clearance = clearance
        self.peer = peer
        self.briefings: LibraryList | None = None
        """The list of the library."""
        self.reader: OpenBriefing | None = None
        """The open briefing; `None` in the list of the library."""
        self.path = ""
        """The path of the open briefing in the library; empty if it is not from there."""
        self.finder: Finder | None = None
        self.annotations: BriefingAnnotations | None = None
        self.asking: Asking | None = None
        """The question on the screen."""
        self.places: PlaceList | None = None
        """The list of places on the screen."""
        self.results: ResultCursor | None = None
        """The results of the last question or library search."""
        self.meeting: MeetingController | None = None
        self.notice = ""
        """What the reader is told after the last key."""
        self.is_blank = False
        """The screen is blanked."""
        self.is_typing = False
        """The reader is typing, so that nothing may change under their hands."""
        self.scope: SearchScope | None = None
        """The open briefing as something to be asked, once it is being indexed."""
        self._briefing_history = BriefingHistory()
        self._load = load
        self._now = now
        self._watched: WatchedFile | None = None
        if library is not None:
            from tui.reading import library_list  # noqa: PLC0415 - not for one file

            self.briefings = library_list.LibraryList(library)
        if document is not None:
            self.open(document, item)
        if peer is not None:
            peer.arrive(self)

    @property
    def is_from_file(self) -> bool:
        """Whether the briefing was read from a file, which can be named and read again."""
        return self._load is not None

    @property
    def is_held(self) -> bool:
        """Whether others look on, so that nothing may be left by accident."""
        return self.meeting is not None or (self.reader is not None and self.reader.policy.room)

    @property
    def is_at_agenda(self) -> bool:
        """Whether the agenda of a meeting is on the screen."""
        is_free = self.asking is None and self.places is None
        return is_free and self.meeting is not None and not self.meeting.is_away

    @property
    def highlighted_words(self) -> tuple[str, ...]:
        """The words that are highlighted wherever they stand: those found, or asked for."""
        found = self.finder.find.words if self.finder else ()
        return found or (self.results.words if self.results else ())

    @property
    def shown_item(self) -> str:
        """The id of what is on the screen, for the record of a meeting; empty if it has none."""
        meeting, reader = self.meeting, self.reader
        if self.is_blank or meeting is None or reader is None:
            return ""
        here = reader.here
        id = "" if meeting.is_away else meeting.shown[0]
        if self.asking is not None and self.asking.is_held:
            id = self.asking.item
        id = id or (here.key if here.view in _OF_THEIR_KEY else here.item)
        return next(filter(meeting.title, (id, reader.trail[0].key)), "")

    def open(self, document: Document, item: str = "", path: str = "") -> None:
        """Open a briefing where it was left, or at an item.

        Args:
            document: The briefing.
            item: The item to begin at.
            path: Its path in the library, if it is from there.
        """
        if self.reader is not None and self.path != path:
            self._briefing_history.leave(self.path, self.reader.history)
        self._briefing_history.arrive(path)
        self._show(document, path)
        if self.reader is None:
            return
        if item:
            self.reader.go(self.reader.way_to(item))
        elif not document.has_briefing:
            self.reader.open_pane("!")

    def close(self) -> None:
        """Leave the briefing for the list of the library."""
        self.keep()
        if self.reader is not None:
            self._briefing_history.leave(self.path, self.reader.history)
        self._leave()
        self.reader = self.finder = self.annotations = self.scope = None
        if self.briefings is not None:
            self.briefings.renew()

    def keep(self) -> bool:
        """Remember where the reader is; return whether that was written."""
        if self.reader is None:
            return False
        if self.annotations is not None:
            self.annotations.keep()
        if self.meeting is not None:
            self.meeting.tick()
        if self.library is not None:
            self.library.leave(self.reader.whole)
        pane = self.reader.whole_place(self.reader.trail[0])
        return self.memory.keep(self.reader.whole, pane)

    def end(self) -> bool:
        """Remember where the reader is and close the library; return whether that was written."""
        is_kept = self.keep()
        if self.library is not None:
            self.library.close()
        return is_kept

    def travel(self, direction: int) -> str:
        """Go back (1) or forward (-1), from briefing to briefing too."""
        if self.reader is None:
            return "no briefing is open"
        if self.reader.travel(direction):
            return ""
        path = self._briefing_history.target(direction)
        if self.library is None or not path:
            return "this is where you began" if direction > 0 else "nothing lies ahead"
        if self.is_held:
            return self.how_to_leave()
        try:
            document = self.library.open(path)
        except OSError as error:
            return unreadable(path, error)
        history = self._briefing_history.turn(direction, self.path, self.reader.history)
        self.keep()
        self._show(document, path)
        self.reader.restore(history)
        return self.notice

    def leave_level(self) -> None:
        """Go one level back, never out; at the outermost one, stop the search."""
        if self.asking is not None or self.places is not None:
            self.asking = self.places = None
            return
        if self.reader is None or self.reader.leave_level() or self.finder is None:
            return
        if not self.finder.is_active:
            self.results = None
        self.finder.stop()

    def key_label(self, id: str) -> str:
        """Return the first key of a command; empty if it has none."""
        return self.keys.first(id)

    def how_to_leave(self) -> str:
        """Say what leaves while others look on."""
        where = "in room mode" if self.meeting is None else "in a meeting"
        return f"{where} only {self.keys.first('app.quit')} leaves"

    def toggle_room(self) -> str:
        """Turn room mode on or off."""
        if self.reader is None:
            return "there is no briefing open that could be made safe for a room"
        self._close_lists()
        self.reader.toggle_room()
        self._search_again()
        return ""

    def turn_clearance(self) -> str:
        """Withhold what is above the next marking, the least strict first; last, nothing."""
        from tui.model.vocabularies import MARKINGS  # noqa: PLC0415 - not for the first frame

        clearances = ("", *MARKINGS[:-1])
        at = clearances.index(self.clearance) if self.clearance in clearances else -1
        self.clearance = clearances[(at + 1) % len(clearances)]
        self._close_lists()
        if self.reader is not None:
            self.reader.clear_for(self.clearance)
        if self.library is not None and self.briefings is not None:
            self.library.clear_for(self.clearance)
            self.briefings.renew()
        self._search_again()
        if self.reader is not None and self.reader.policy.room:
            return ""
        withheld = f"what is above {self.clearance}" if self.clearance else "nothing"
        return f"{withheld} is withheld"

    def meet(self) -> str:
        """Begin a meeting, resume one, or return to its agenda; there, say how it stands."""
        from tui.reading.meeting_controller import begin_or_resume  # noqa: PLC0415 - not for the first frame

        if self.reader is None:
            return "a meeting is on one briefing: open it first"
        if self.meeting is None:
            self.meeting, notice = begin_or_resume(self.reader, self.memory, self.keys, self._now)
            return notice
        if self.meeting.is_away:
            self.meeting.return_to_agenda()
            return ""
        self.meeting.look()
        return self.meeting.sentence

    def end_meeting(self, *, is_repeated: bool) -> str:
        """End the meeting if the command is repeated; else say that this ends it."""
        meeting = self.meeting
        if meeting is None:
            return self.no_meeting()
        if not is_repeated:
            return f"{self.keys.first('meeting.end') or 'this'} once more ends the meeting"
        meeting.end()
        self.meeting = None
        printed = "it is kept" if self.is_restricted else "briefing minutes prints it"
        return f"the meeting is over; {meeting.why_not_kept or printed}"

    def reload(self) -> bool:
        """Read the briefing again if its file was saved; of a library, look how far it is read.

        Returns whether there is anything new to show.
        """
        if self.reader is None:
            return self.briefings is not None and self.briefings.look()
        if self._watched is None or not self._watched.is_saved():
            return False
        from tui.reading.reloading import reload  # noqa: PLC0415 - not for the first frame

        problems = self.hint("pane.problems")
        self.notice = reload(self.reader, self._watched, problems)
        if self.annotations is not None:
            self.annotations.adopt(self.reader.whole)
            self.reader.annotate(self.annotations.shown)
        self.scope = None
        if self.finder is not None:
            self.finder.refresh()
        return True

    def settle(self) -> None:
        """Take note of what is on the screen after a command, and let a peer know."""
        if self.meeting is not None:
            self.meeting.settle(self.shown_item)
        if self.peer is not None:
            self.peer.moved()

    def tick(self) -> None:
        """Look at the clock of the meeting; an old notice gives way to it."""
        if self.meeting is not None:
            self.meeting.tick()
            self.notice = self.meeting.fading(self.notice)

    def open_from_library(self, path: str) -> str:
        """Open a briefing of the library by its path."""
        if self.library is None:
            return ""
        try:
            document = self.library.open(path)
        except OSError as error:
            return unreadable(path, error)
        self.keep()
        self.open(document, path=path)
        return self.notice

    def go_to_item(self, item: str) -> str:
        """Go to an item that was found, if it may be shown."""
        reader = self.reader
        if reader is None or item not in reader.document.items:
            return "it has been changed, and no longer says this"
        reader.go(reader.way_to(item))
        return self.notice

    def hint(self, id: str) -> str:
        """The key of a command after what it is about: ` (D)`."""
        key = self.keys.first(id)
        return f" ({key})" if key else ""

    def no_meeting(self) -> str:
        """Say that there is no meeting."""
        key = self.keys.first("meeting.open")
        return f"there is no meeting{f'; {key} begins one' if key else ''}"

    def _show(self, document: Document, path: str) -> None:
        from tui.reading.annotations import BriefingAnnotations  # noqa: PLC0415 - not for a library

        self._leave()
        is_room = self.reader is not None and self.reader.policy.room
        own = BriefingAnnotations(document, self.memory)
        place = self.memory.recall(document)
        self.path, self.annotations = path, own
        self.reader = reader = OpenBriefing(
            document,
            place,
            own.shown,
            Policy(self.clearance, is_room),
            is_restricted=self.is_restricted,
        )
        self.finder = Finder(reader)
        self._watched = WatchedFile(document, self._load) if self._load else None
        changes = own.summary()
        self.notice = changes and changes + self.hint("annotations.changes")
        kept = self.memory.meeting(document)
        if kept is not None:
            from tui.reading.meeting_controller import offer_to_resume  # noqa: PLC0415 - seldom

            key = self.keys.first("meeting.open")
            self.notice = offer_to_resume(kept, self._now(), key) or self.notice

    def _leave(self) -> None:
        """Close what belongs to the open briefing."""
        if self.meeting is not None:
            self.meeting.tick()
        self.asking = self.places = self.results = self.meeting = None

    def _close_lists(self) -> None:
        """Close what was made of what was shown before."""
        self.asking = self.places = None

    def _search_again(self) -> None:
        self.results = self.scope = None
        if self.finder is not None:
            self.finder.refresh()


def unreadable(path: str, error: OSError) -> str:
    """Say that a briefing cannot be read, and why."""
    return clean(f"{path}: {reason(error)}")
