"""The whole program as a state machine: keys go in, and a frame can be drawn from it at any time.

It knows neither Textual nor a terminal. What the terminal must do beyond drawing, `press` says.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from time import time
from typing import TYPE_CHECKING

from tui.library.watched import Watched
from tui.model.document import Document
from tui.places import View
from tui.terminal.ground import Ground
from tui.ui.geometry import Geometry, bare, divide, text_width
from tui.ui.keyboard.bindings import USUAL, Bindings, meant
from tui.ui.keyboard.contexts import CONTEXTS
from tui.ui.keyboard.key import Key
from tui.ui.keyboard.table import WITHIN_WALLS
from tui.ui.modes import Help, Mode, Plain, listed
from tui.ui.personal import Personal
from tui.ui.ports import Clipboard, Library, Memory
from tui.ui.reader import Reader, Shown
from tui.ui.reply import Reply
from tui.ui.seeker import Seeker
from tui.ui.travels import Travels
from tui.ui.viewport import Viewport

FOLLOW_AFTER = 0.08
"""Seconds after the last key until the evidence beside the list follows: who holds a key down
does not want to see it flicker by."""

if TYPE_CHECKING:
    from tui.ui.corpus import Corpus
    from tui.ui.course import Course
    from tui.ui.library_list import LibraryList
    from tui.ui.meetings.sitting import Sitting
    from tui.ui.together.companion import Companion


class Desk:
    """What is open, what lies over it, and what has been said last."""

    def __init__(
        self,
        *,
        document: Document | None,
        library: Library | None,
        memory: Memory,
        clipboard: Clipboard | None = None,
        themes: Sequence[str] = ("ansi",),
        size: tuple[int, int] = (80, 24),
        is_walled: bool = False,
        root: str = "",
        load: Callable[[str], Document] | None = None,
        item: str = "",
        bindings: Bindings = USUAL,
        now: Callable[[], float] = time,
        is_meeting: bool = False,
        companion: "Companion | None" = None,
        clearance: str = "",
    ) -> None:
        """`document` is opened at the item of that id, if one is given.

        `themes` are the names to choose from, the first one is on; `size` in cells.

        `load` reads a briefing afresh, by its name; without it none is read twice.

        With `is_walled` there are no commands but those of `key_table.WITHIN_WALLS`, and paths
        are told from `root`, a folder.

        Under a `clearance`, a marking, what is above that is withheld.

        What is wrong with the file of `bindings` is the first thing said.

        `now` tells the time, in seconds since the epoch. With `is_meeting` a meeting on the
        document begins at once, or goes on.
        """
        self.is_walled, self.root = is_walled, root
        self.bindings = bindings
        """Which key gives which command."""
        self.clearance = clearance
        self.library = library
        self.briefings: LibraryList | None = None
        """The list of the library."""
        if library is not None:  # whose list is not imported for a file alone
            self.briefings = import_module("tui.ui.library_list").LibraryList(library)
        self.opened = ""
        """The path in the library of what is open, if it is of one."""
        self.travels = Travels()
        """The briefings of the library that one has been in."""
        self.course: Course | None = None
        """What was asked or found last, to be gone through."""
        self.reader: Reader | None = None
        self.seeker: Seeker | None = None
        self.personal: Personal | None = None
        """What is the reader's own in the briefing that is open."""
        self.corpus: Corpus | None = None
        """What has been asked, to be asked again."""
        self.companion = companion
        """Those who follow the reader, or the one whom they follow."""
        self.meeting: Sitting | None = None
        """The meeting that goes on."""
        self.mode: Mode | None = None
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
        self._themes = list(themes)
        self._size = size
        self._load = load
        self._now = now
        self._watched: Watched | None = None
        if document is not None:
            self.open(document, item)
            self.notice = self.meet() if is_meeting else self.notice
        if companion is not None:
            companion.arrive(self)
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
        if isinstance(self.mode, Help | Plain):
            return CONTEXTS["help"]
        if self.mode is not None and self.mode.scopes:
            return self.mode.scopes
        beside = self.companion.scopes if self.companion else ()
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
        found = self.seeker.find.words if self.seeker and not self.is_covered else ()
        return found or (self.course.words if self.course and not self.is_covered else ())

    @property
    def is_held(self) -> bool:
        """A room or a meeting looks on: it is not left by accident, nor for another briefing."""
        is_room = self.reader is not None and self.reader.options.room
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
        from tui.ui.rereading import reread  # noqa: PLC0415 - the first screen is not changed yet

        self.notice = reread(self, self.reader, self._watched)
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
        from tui.ui.meetings.sitting import convene  # noqa: PLC0415 - the first screen is seen before

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
        if self.is_walled and key.id not in WITHIN_WALLS:
            self.notice = (
                f"{self.bindings.name(pressed)} does nothing here: briefings are only read"
            )
            return Reply.DRAW
        self.is_repeated, self._last = (key, pressed) == self._last, (key, pressed)
        module = import_module(f"tui.ui.{key.module}")
        action: Callable[..., Reply | str | None] = getattr(module, key.action)
        if USUAL.of(key.id).opposite:  # it goes both ways, though a reader may have taken one
            said = action(self, -1 if pressed in key.opposite else 1)
        else:
            said = action(self, meant(key, pressed)) if key.told else action(self)
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
        self.travels.leave(self)
        self.travels.arrive(path)
        is_room = self.reader is not None and self.reader.options.room
        self.opened, self.course, self.corpus, self.meeting = path, None, None, None
        self.personal = Personal(document, self.memory)
        place, own = self.memory.recall(document), self.personal.own
        self.reader = Reader(document, self.geometry, place, own, self.clearance)
        self.reader.geometry = self.geometry
        if is_room:
            self.reader.toggle_room()
        self.seeker = Seeker(self.reader)
        changed = self.personal.told()
        self.notice = changed and changed + self.bindings.hint("own.changes")
        kept = self.memory.meeting(document)
        if kept is not None:
            from tui.ui.meetings.sitting import offer  # noqa: PLC0415 - for those who have held one

            goes_on = self.bindings.told("meeting.open")
            self.notice = offer(kept, self._now(), goes_on) or self.notice
        self._watched = Watched(document, self._load) if self._load else None
        if item:
            self.reader.go(self.reader.way_to(item))
        elif not document.has_briefing:
            self.reader.open_pane("!")  # there is nothing else to be seen

    def close(self) -> None:
        """Leave the briefing for the library."""
        self.keep()
        self.travels.leave(self)
        self.reader = self.seeker = self.corpus = self.personal = self.course = self.meeting = None
        if self.briefings is not None:
            self.briefings.renew()

    def move(self, movement: Callable[[Viewport], object]) -> None:
        """Move the cursor of the list that has it."""
        active = self.shown.active
        if self.reader is not None and not self.is_covered:
            self.reader.move(movement)
        else:
            movement(active)

    def learn_ground(self, ground: Ground) -> None:
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

    def _type(self, mode: Mode, pressed: str, character: str | None) -> Reply:
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
