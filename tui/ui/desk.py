"""The whole program as a state machine: keys go in, and a frame can be drawn from it at any time.

It knows neither Textual nor a terminal. What the terminal must do beyond drawing, `press` says.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from tui.blocks import Paragraph, runs
from tui.library.watched import Watched
from tui.model.document import Document
from tui.places import View
from tui.terminal.ground import Ground
from tui.ui.copying import Copied
from tui.ui.geometry import Geometry, bare, divide, text_width
from tui.ui.key import Key, name
from tui.ui.key_table import WITHIN_WALLS
from tui.ui.keys import lookup
from tui.ui.modes import Help, Mode, Plain, listed
from tui.ui.personal import Personal
from tui.ui.ports import Clipboard, Library, Memory
from tui.ui.reader import Reader, Shown
from tui.ui.reply import Reply
from tui.ui.seeker import Seeker
from tui.ui.viewport import Viewport

FOLLOW_AFTER = 0.08
"""Seconds after the last key until the evidence beside the list follows: who holds a key down
does not want to see it flicker by."""

if TYPE_CHECKING:
    from tui.ui.corpus import Corpus

_ANYWHERE = ("list", "screen", "program")
_IN_LIBRARY = ("library", *_ANYWHERE)
_IN_DOCUMENT = ("evidence", "place", "pane", "own", "find", "view", *_ANYWHERE)
_IN_SOURCE = ("source", *_IN_DOCUMENT)
_IN_HELP = ("place", *_ANYWHERE)

_NONE = Paragraph(text=runs("No briefing has these words in its title or path."), kind="remark")

_WHILE_TYPING = ("screen.blank", "screen.repaint", "program.cancel", "program.quit")
"""Commands whose keys are no text."""


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
        load: Callable[[str], Document] | None = None,
        item: str = "",
    ) -> None:
        """`document` is opened at the item of that id, if one is given.

        `themes` are the names to choose from, the first one is on; `size` in cells.

        `load` reads a briefing afresh, by its name; without it none is read twice.

        With `is_walled` there are no commands but those of `key_table.WITHIN_WALLS`.
        """
        self.is_walled = is_walled
        self.library = library
        self.shelf = listed(library.blocks() if library else ())
        self.sought = ""
        """What is sought among the titles and paths of the library."""
        self._progress = ""
        self.reader: Reader | None = None
        self.seeker: Seeker | None = None
        self.personal: Personal | None = None
        """What is the reader's own in the briefing that is open."""
        self.corpus: Corpus | None = None
        """What has been asked, to be asked again."""
        self.mode: Mode | None = None
        self.notice = ""
        self.is_blank = False
        self.outgoing = ""
        """Escape sequences for the terminal itself, where a reply says that there are some."""
        self.has_mouse = False
        """The mouse is the program's; without it, the terminal's own selection works."""
        self._memory = memory
        self._clipboard = clipboard
        self._last: Key | None = None
        self.is_repeated = False
        """The command before this one was the same."""
        self._themes = list(themes)
        self._size = size
        self._load = load
        self._watched: Watched | None = None
        if document is not None:
            self.open(document, item)

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
            return _IN_HELP
        if self.mode is not None and self.mode.scopes:
            return self.mode.scopes
        if self.reader is None:
            return _IN_LIBRARY
        return _IN_SOURCE if self.reader.here.view is View.SOURCE else _IN_DOCUMENT

    @property
    def is_covered(self) -> bool:
        """A list of a mode lies over those of the briefing or the library."""
        return self.mode is not None and self.mode.view is not None

    @property
    def shown(self) -> Shown:
        """The lists on the screen, at their sizes."""
        if self.mode is not None and self.mode.view is not None:
            if self.mode.is_bare:
                self.mode.view.resize(self.geometry.width, max(self.geometry.body, 1))
                return Shown(self.mode.view)
            return Shown(fitted(self.mode.view, self.geometry))
        if self.reader is not None:
            self.reader.geometry = self.geometry
            return self.reader.shown
        return Shown(fitted(self.shelf, self.geometry))

    @property
    def is_from_file(self) -> bool:
        """What is open is in a file, which can be named and read again."""
        return self._load is not None

    @property
    def is_behind(self) -> bool:
        """`follow` has something to bring to where the cursor is."""
        return self.reader is not None and self.reader.is_behind

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
        if self.library is not None and self.reader is None:
            self.library.begin()
            before, self._progress = self._progress, self.library.progress
            return self._progress != before and not self.is_blank
        if self.reader is None or self._watched is None or self.mode or self.is_blank:
            return False
        if not self._watched.is_saved():
            return False
        from tui.ui.rereading import reread  # noqa: PLC0415 - the first screen is not changed yet

        self.notice = reread(self.reader, self._watched)
        if self.personal is not None:
            self.personal.adopt(self.reader.document)
            self.reader.take(self.personal.own)
        self.corpus = None
        if self.seeker is not None:
            self.seeker.refresh()
        return True

    def keep(self) -> bool:
        """Remember where the reader is, who is about to leave; whether that is remembered."""
        if self.reader is None:
            return False
        if self.personal is not None:
            self.personal.keep()
        return self._memory.keep(self.reader.document, self.reader.trail[0])

    def press(self, pressed: str, character: str | None = None) -> Reply:
        """Take a key, by its name, with the text that it types if it does."""
        if self.is_blank:
            self.is_blank = False
            return Reply.LEAVE if pressed == "ctrl+q" else Reply.REPAINT
        self.notice = ""
        key = lookup(_name(pressed, character), self.scopes)
        mode = self.mode
        if mode and mode.prompt and (key is None or key.id not in _WHILE_TYPING):
            return self._type(mode, pressed, character)
        return self.run(key, _name(pressed, character)) if key else Reply.DRAW

    def paste(self, text: str) -> None:
        """Take pasted text for what is being typed."""
        if self.mode and self.mode.prompt and not self.is_blank:
            self.mode.press("paste", " ".join(text.split()))

    def run(self, key: Key, pressed: str) -> Reply:
        """Carry out a command, with the key that gave it."""
        if self.is_walled and key.id not in WITHIN_WALLS:
            self.notice = f"{name(pressed)} does nothing here: briefings are only read"
            return Reply.DRAW
        self.is_repeated, self._last = key is self._last, key
        module = import_module(f"tui.ui.{key.module}")
        action: Callable[..., Reply | str | None] = getattr(module, key.action)
        if key.opposite:
            said = action(self, -1 if pressed in key.opposite else 1)
        else:
            said = action(self, pressed) if key.told else action(self)
        if isinstance(said, Reply):
            return said
        self.notice = said or ""
        return Reply.DRAW

    def open(self, document: Document, item: str = "") -> None:
        """Read a briefing, from where it was left, or at an item of it."""
        self.personal = Personal(document, self._memory)
        place, own = self._memory.recall(document), self.personal.own
        self.reader = Reader(document, self.geometry, place, own)
        self.reader.geometry = self.geometry
        self.seeker = Seeker(self.reader)
        self.notice = self.personal.told()
        self._watched = Watched(document, self._load) if self._load else None
        if item:
            self.reader.go(self.reader.way_to(item))

    def show_shelf(self, sought: str) -> None:
        """List the briefings that have those words in their titles or paths."""
        if self.library is not None and sought != self.sought:
            self.sought = sought
            self.shelf = fitted(listed(self.library.blocks(sought) or [_NONE]), self.geometry)

    def close(self) -> None:
        """Leave the briefing for the library."""
        self.keep()
        self.reader = self.seeker = self.corpus = self.personal = None

    def move(self, movement: Callable[[Viewport], object]) -> None:
        """Move the cursor of the list that has it."""
        active = self.shown.active
        if self.reader is not None and not self.is_covered:
            self.reader.move(movement)
        else:
            movement(active)

    def hand_on(self, copied: Copied) -> Reply | None:
        """Send a text to the clipboard; at the second time, or with none, show it plainly."""
        sent = (
            None
            if self.is_repeated or self._clipboard is None
            else self._clipboard.send(copied.text)
        )
        if sent is None:
            saved = "" if self.is_walled else self._memory.save(copied.text, copied.markings)
            self.mode = Plain(copied.text, saved)
            return None
        self.outgoing = sent.sequence
        self.notice = sent.said
        return Reply.SEND

    def learn_ground(self, ground: Ground) -> None:
        """Turn to the theme for that ground before the other one."""
        current, *others = self._themes
        self._themes = [current, *sorted(others, key=lambda name: name != ground)]

    def turn_theme(self) -> bool:
        """The next theme; whether there is more than one."""
        self._themes.append(self._themes.pop(0))
        return len(self._themes) > 1

    def _type(self, mode: Mode, pressed: str, character: str | None) -> Reply:
        """Give a key to what is being typed."""
        if pressed == "escape":
            mode.cancel()
            self.mode = None
        elif not mode.press(pressed, character):
            self.mode = None
        self.notice = mode.said
        return self.run(mode.chosen, mode.chosen.keys[0]) if mode.chosen else Reply.DRAW


def fitted(view: Viewport, geometry: Geometry) -> Viewport:
    """A list that covers the whole width, at its size."""
    view.resize(text_width(geometry.width), max(geometry.body, 1))
    return view


def _name(pressed: str, character: str | None) -> str:
    """A key as the table of keys names it: by its character, or by its name if it types none."""
    types = character is not None and len(character) == 1 and character.isprintable()
    return character if character and types and character != " " else pressed
