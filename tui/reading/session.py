"""The whole program as a state machine: keys go in, and a frame can be drawn from it at any time.

It knows neither Textual nor a terminal. What the terminal must do beyond drawing, `press` says.
"""

from collections.abc import Callable, Sequence
from time import time
from typing import TYPE_CHECKING

from tui.app.geometry import Geometry, bare, divide, text_width
from tui.app.keyboard.bindings import USUAL, Bindings
from tui.app.keyboard.contexts import CONTEXTS
from tui.app.keyboard.key import Key
from tui.app.keyboard.table import RESTRICTED_COMMANDS
from tui.app.viewport import Viewport
from tui.library.watched_file import WatchedFile
from tui.model.document import Document, Policy
from tui.places import View
from tui.reading.annotations import BriefingAnnotations
from tui.reading.briefing_history import BriefingHistory
from tui.reading.finder import Finder
from tui.reading.open_briefing import OpenBriefing, Shown
from tui.reading.overlays import HelpOverlay, Overlay, PlainText, listed
from tui.reading.ports import Clipboard, Memory
from tui.reading.reply import Reply
from tui.terminal.background import Background

FOLLOW_AFTER = 0.08
"""Seconds after the last key until the evidence beside the list follows: who holds a key down
does not want to see it flicker by."""

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.reading.library_list import LibraryList
    from tui.reading.meeting_controller import MeetingController
    from tui.reading.peer import Peer
    from tui.reading.result_cursor import ResultCursor
    from tui.reading.search_scope import SearchScope


class ReadingSession:
    """What is open, what lies over it, and what has been said last."""

    def __init__(
        self,
        *,
        dispatch: "Callable[[ReadingSession, Key, str], Reply | str | None]",
        document: Document | None,
        library: "Library | None",
        memory: Memory,
        clipboard: Clipboard | None = None,
        themes: Sequence[str] = ("ansi",),
        size: tuple[int, int] = (80, 24),
        is_restricted: bool = False,
        root: str = "",
        load: Callable[[str], Document] | None = None,
        item: str = "",
        bindings: Bindings = USUAL,
        now: Callable[[], float] = time,
        is_meeting: bool = False,
        peer: "Peer | None" = None,
        clearance: str = "",
    ) -> None:
        """`dispatch` carries out a command, with the key that gave it: see `keyboard.dispatch`.

        `document` is opened at the item of that id, if one is given.

        `themes` are the names to choose from, the first one is on; `size` in cells.

        `load` reads a briefing afresh, by its name; without it none is read twice.

        With `is_restricted` there are no commands but those of `key_table.WITHIN_WALLS`, and paths
        are told from `root`, a folder. Under a `clearance`, what is marked above it is withheld.
        What is wrong with the file of `bindings` is the first thing said.
        `now` tells the time, in seconds since the epoch. With `is_meeting` a meeting on the
        document begins at once, or goes on.
        """
        self.is_restricted, self.root = is_restricted, root
        self.bindings = bindings
        """Which key gives which command."""
        self.clearance = clearance
        self.library = library
        self.briefings: LibraryList | None = None
        """The list of the library."""
        if library is not None:  # whose list is not imported for a file alone
            from tui.reading import library_list  # noqa: PLC0415 - likewise

            self.briefings = library_list.LibraryList(library)
        self.opened = ""
        """The path in the library of what is open, if it is of one."""
        self.briefing_history = BriefingHistory()
        """The briefings of the library that one has been in."""
        self.course: ResultCursor | None = None
        """What was asked or found last, to be gone through."""
        self.reader: OpenBriefing | None = None
        self.finder: Finder | None = None
        self.personal: BriefingAnnotations | None = None
        """What is the reader's own in the briefing that is open."""
        self.search_scope: SearchScope | None = None
        """What has been asked, to be asked again."""
        self.peer = peer
        """Those who follow the reader, or the one whom they follow."""
        self.meeting: MeetingController | None = None
        """The meeting that goes on."""
        self.mode: Overlay | None = None
        self.notice = ""
        self.is_blank = False
        self.outgoing = ""
        """Escape sequences for the terminal itself, where a reply says that there are some."""
        self.has_mouse = False
        """The mouse is the program's; without it, the terminal's own selection works."""
        self.memory = memory
        self.clipboard = clipboard
        self._last: tuple[Key, str] | None = None
        self.is_repeated = False
        """The key before this one was the same, and gave the same command."""
        self._themes, self._size = list(themes), size
        self._dispatch, self._load, self._now = dispatch, load, now
        self._watched: WatchedFile | None = None
        if document is not None:
            self.open(document, item)
            self.notice = self.meet() if is_meeting else self.notice
        if peer is not None:
            peer.arrive(self)
        self.notice = bindings.said or self.notice

    @property
    def theme(self) -> str:
        """The name of the theme that is on."""
        return self._themes[0]

    @property
    def geometry(self) -> Geometry:
        """How the screen is divided at this moment."""
        width, height = self._size
        if self.mode is not None and self.mode.is_bare:
            return bare(width, height)
        if self.reader is None:
            return divide(width, height, head=2, beside=False)
        beside = self.reader.has_beside and not self.is_covered
        return divide(width, height, head=2 + len(self.reader.header), beside=beside)

    @property
    def scopes(self) -> Sequence[str]:
        """Which commands work here, the nearest first."""
        if isinstance(self.mode, HelpOverlay | PlainText):
            return CONTEXTS["help"]
        if self.mode is not None and self.mode.scopes:
            return self.mode.scopes
        beside = self.peer.scopes if self.peer else ()
        if self.reader is None:
            return (*beside, *CONTEXTS["library"])
        if self.is_at_agenda:
            return (*beside, *CONTEXTS["agenda"])
        is_source = self.reader.here.view is View.SOURCE
        return (*beside, *CONTEXTS["source" if is_source else "document"])

    @property
    def is_covered(self) -> bool:
        """A list of a mode, or an agenda, lies over those of the briefing or the library."""
        return self.is_at_agenda or (self.mode is not None and self.mode.view is not None)

    @property
    def is_at_agenda(self) -> bool:
        """The agenda of a meeting is on the screen."""
        is_free = self.mode is None or self.mode.view is None
        return is_free and self.meeting is not None and not self.meeting.is_away

    @property
    def shown(self) -> Shown:
        """The lists on the screen, at their sizes."""
        if self.mode is not None and self.mode.view is not None:
            if self.mode.is_bare:
                self.mode.view.resize(self.geometry.width, max(self.geometry.body, 1))
                return Shown(self.mode.view)
            return Shown(fitted(self.mode.view, self.geometry))
        if self.meeting is not None and self.is_at_agenda:
            return Shown(self.meeting.page(self.geometry))
        if self.reader is not None:
            self.reader.geometry = self.geometry
            return self.reader.shown
        return Shown(fitted(self.briefings.view if self.briefings else listed(()), self.geometry))

    @property
    def words(self) -> Sequence[str]:
        """What is brought out wherever it is seen: what is sought, or was asked."""
        found = self.finder.find.words if self.finder and not self.is_covered else ()
        return found or (self.course.words if self.course and not self.is_covered else ())

    @property
    def is_held(self) -> bool:
        """A room or a meeting looks on: it is not left by accident, nor for another briefing."""
        is_room = self.reader is not None and self.reader.policy.room
        return is_room or self.meeting is not None

    @property
    def is_typing(self) -> bool:
        """Something is being typed, so that keys are no commands."""
        return self.mode is not None and self.mode.prompt is not None

    @property
    def is_from_file(self) -> bool:
        """What is open is in a file, which can be named and read again."""
        return self._load is not None

    @property
    def is_behind(self) -> bool:
        """`follow` has something to bring to where the cursor is."""
        return self.reader is not None and self.reader.is_behind and not self.is_at_agenda

    def key_label(self, id: str) -> str:
        """Return the key of a command as it is displayed; empty if it has none."""
        return self.bindings.told(id)

    def resize(self, width: int, height: int) -> None:
        """Take the size of the screen, in cells."""
        self._size = (width, height)
        if self.reader is not None:
            self.reader.geometry = self.geometry

    def follow(self) -> None:
        """Bring to where the cursor is what waits for it to rest."""
        if self.reader is not None:
            self.reader.follow()

    def look(self) -> bool:
        """Read the briefing afresh if its file has been saved; whether there is news to show.

        Not while something lies over it: whoever types or has blanked the screen is not disturbed.
        Of the library, how far it has been read in the background is news.
        """
        if self.briefings is not None and self.reader is None:
            return self.briefings.look() and not self.is_blank
        if self.reader is None or self._watched is None or self.mode or self.is_blank:
            return False
        if not self._watched.is_saved():
            return False
        from tui.reading.reloading import reread  # noqa: PLC0415 - the first screen is not changed yet

        problems = self.bindings.hint("pane.open", "!")
        self.notice = reread(self.reader, self._watched, self.personal, self.finder, problems)
        self.search_scope = None
        if self.meeting is not None:
            self.meeting.settle(self)
        return True

    def keep(self) -> bool:
        """Remember where the reader is, who is about to leave; whether that is remembered."""
        if self.reader is None:
            return False
        if self.personal is not None:
            self.personal.keep()
        if self.meeting is not None:
            self.meeting.tick()
        if self.library is not None:
            self.library.leave(self.reader.whole)
        pane = self.reader.meant_by(self.reader.trail[0])
        return self.memory.keep(self.reader.whole, pane)

    def tick(self) -> None:
        """Look at the clock of the meeting; what was said a while ago gives way to it."""
        if self.meeting is not None:
            self.meeting.tick()
            self.notice = self.meeting.fading(self.notice)

    def press(self, pressed: str, character: str | None = None) -> Reply:
        """Take a key, by its name, with the text that it types if it does."""
        reply = self._press(pressed, character)
        if self.meeting is not None:
            self.meeting.settle(self)
        return reply

    def meet(self) -> str:
        """Begin a meeting on the briefing, or go on with the one that has stopped; says so."""
        from tui.reading.meeting_controller import convene  # noqa: PLC0415 - the first screen is seen before

        if self.reader is None:
            return "a meeting is on one briefing: open it first"
        self.meeting, said = convene(self.reader, self.memory, self._now)
        self.meeting.settle(self)
        return said

    def paste(self, text: str) -> None:
        """Take pasted text for what is being typed."""
        if self.mode and self.is_typing and not self.is_blank:
            self.mode.press("paste", " ".join(text.split()))

    def run(self, key: Key, pressed: str) -> Reply:
        """Carry out a command, with the key that gave it."""
        if self.is_restricted and key.id not in RESTRICTED_COMMANDS:
            self.notice = (
                f"{self.bindings.name(pressed)} does nothing here: briefings are only read"
            )
            return Reply.DRAW
        self.is_repeated, self._last = (key, pressed) == self._last, (key, pressed)
        said = self._dispatch(self, key, pressed)
        if self.meeting is not None:
            self.meeting.ran(key)
        if isinstance(said, Reply):
            return said
        self.notice = said or ""
        return Reply.DRAW

    def open(self, document: Document, item: str = "", path: str = "") -> None:
        """Read a briefing, from where it was left, or at an item of it; a room stays one.

        `path` is the one by which the library has it, if it is of one.
        """
        if self.meeting is not None:
            self.meeting.tick()
        self.briefing_history.leave(self.opened, self.reader)
        self.briefing_history.arrive(path)
        is_room = self.reader is not None and self.reader.policy.room
        self.opened, self.course, self.search_scope, self.meeting = path, None, None, None
        self.personal = BriefingAnnotations(document, self.memory)
        place, own = self.memory.recall(document), self.personal.own
        policy = Policy(self.clearance, is_room)
        self.reader = OpenBriefing(
            document, self.geometry, place, own, policy, is_restricted=self.is_restricted
        )
        self.reader.geometry = self.geometry
        self.finder = Finder(self.reader)
        changed = self.personal.told()
        self.notice = changed and changed + self.bindings.hint("own.changes")
        kept = self.memory.meeting(document)
        if kept is not None:
            from tui.reading.meeting_controller import offer  # noqa: PLC0415 - for those who have held one

            goes_on = self.bindings.told("meeting.open")
            self.notice = offer(kept, self._now(), goes_on) or self.notice
        self._watched = WatchedFile(document, self._load) if self._load else None
        if item:
            self.reader.go(self.reader.way_to(item))
        elif not document.has_briefing:
            self.reader.open_pane("!")  # there is nothing else to be seen

    def close(self) -> None:
        """Leave the briefing for the library."""
        self.keep()
        self.briefing_history.leave(self.opened, self.reader)
        self.reader = self.finder = self.search_scope = self.personal = self.course = (
            self.meeting
        ) = None
        if self.briefings is not None:
            self.briefings.renew()

    def move(self, movement: Callable[[Viewport], object]) -> None:
        """Move the cursor of the list that has it."""
        active = self.shown.active
        if self.reader is not None and not self.is_covered:
            self.reader.move(movement)
        else:
            movement(active)

    def learn_ground(self, ground: Background) -> None:
        """Turn to the theme for that ground before the other one."""
        current, *others = self._themes
        self._themes = [current, *sorted(others, key=lambda name: name != ground)]

    def turn_theme(self) -> bool:
        """The next theme; whether there is more than one."""
        self._themes.append(self._themes.pop(0))
        return len(self._themes) > 1

    def _press(self, pressed: str, character: str | None) -> Reply:
        """Answer a key."""
        named = _name(pressed, character)
        if self.is_blank:
            self.is_blank = False
            key = self.bindings.lookup(named, ("program",))
            return Reply.LEAVE if key and key.id == "program.quit" else Reply.REPAINT
        self.notice = ""
        mode = self.mode
        if mode and self.is_typing:
            key = self.bindings.while_typing(named)
            return self.run(key, named) if key else self._type(mode, pressed, character)
        key = self.bindings.given(named, self.scopes)
        return self.run(key, named) if key else Reply.DRAW

    def _type(self, mode: Overlay, pressed: str, character: str | None) -> Reply:
        """Give a key to what is being typed."""
        if pressed == "escape":
            mode.cancel()
            self.mode = None
        elif not mode.press(pressed, character):
            self.mode = None
        self.notice = mode.said
        return self.run(mode.chosen, "") if mode.chosen else Reply.DRAW


def fitted(view: Viewport, geometry: Geometry) -> Viewport:
    """A list that covers the whole width, at its size."""
    view.resize(text_width(geometry.width), max(geometry.body, 1))
    return view


def _name(pressed: str, character: str | None) -> str:
    """A key as the table of keys names it: by its character, or by its name if it types none."""
    types = character is not None and len(character) == 1 and character.isprintable()
    return character if character and types and character != " " else pressed
