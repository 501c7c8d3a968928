"""The whole program as a state machine: keys go in, and a frame can be drawn from it at any time.

It knows neither Textual nor a terminal. What the terminal must do beyond drawing, `press` says.
"""

from collections.abc import Callable, Sequence

from tui.model.document import Document
from tui.places import View
from tui.ui import commands
from tui.ui.geometry import Geometry, divide, text_width
from tui.ui.keys import Key, lookup
from tui.ui.modes import Help, Mode, listed
from tui.ui.ports import Library, Memory
from tui.ui.reader import Reader, Shown
from tui.ui.reply import Reply
from tui.ui.seeker import Seeker
from tui.ui.viewport import Viewport

_ANYWHERE = ("list", "screen", "program")
_IN_LIBRARY = ("library", *_ANYWHERE)
_IN_DOCUMENT = ("evidence", "place", "pane", "find", "view", *_ANYWHERE)
_IN_SOURCE = ("source", *_IN_DOCUMENT)
_IN_HELP = ("place", *_ANYWHERE)

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
        themes: Sequence[str] = ("ansi",),
        size: tuple[int, int] = (80, 24),
    ) -> None:
        """`themes` are the names to choose from, the first one is on; `size` in cells."""
        self.library = library
        self.shelf = listed(library.blocks() if library else ())
        self.reader: Reader | None = None
        self.seeker: Seeker | None = None
        self.mode: Mode | None = None
        self.notice = ""
        self.is_blank = False
        self._memory = memory
        self._themes = list(themes)
        self._size = size
        if document is not None:
            self.open(document)

    @property
    def theme(self) -> str:
        """The name of the theme that is on."""
        return self._themes[0]

    @property
    def geometry(self) -> Geometry:
        """How the screen is divided at this moment."""
        width, height = self._size
        if self.reader is None:
            return divide(width, height, head=2, beside=False)
        beside = self.reader.has_beside and not self.is_covered
        return divide(width, height, head=2 + len(self.reader.header), beside=beside)

    @property
    def scopes(self) -> Sequence[str]:
        """Which commands work here, the nearest first."""
        if isinstance(self.mode, Help):
            return _IN_HELP
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
            return Shown(fitted(self.mode.view, self.geometry))
        if self.reader is not None:
            self.reader.geometry = self.geometry
            return self.reader.shown
        return Shown(fitted(self.shelf, self.geometry))

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

    def keep(self) -> None:
        """Remember where the reader is: they are about to leave."""
        if self.reader is not None:
            self._memory.keep(self.reader.document, self.reader.trail[0])

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
        action: Callable[..., Reply | str | None] = getattr(commands, key.action)
        if key.opposite:
            said = action(self, -1 if pressed in key.opposite else 1)
        else:
            said = action(self, pressed) if key.told else action(self)
        if isinstance(said, Reply):
            return said
        self.notice = said or ""
        return Reply.DRAW

    def open(self, document: Document) -> None:
        """Read a briefing, from where it was left."""
        self.reader = Reader(document, self.geometry, self._memory.recall(document))
        self.reader.geometry = self.geometry
        self.seeker = Seeker(self.reader)

    def close(self) -> None:
        """Leave the briefing for the library."""
        self.keep()
        self.reader = self.seeker = None

    def move(self, movement: Callable[[Viewport], object]) -> None:
        """Move the cursor of the list that has it."""
        active = self.shown.active
        if self.reader is not None and not self.is_covered:
            self.reader.move(movement)
        else:
            movement(active)

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
        return self.run(mode.chosen, mode.chosen.keys[0]) if mode.chosen else Reply.DRAW


def fitted(view: Viewport, geometry: Geometry) -> Viewport:
    """A list that covers the whole width, at its size."""
    view.resize(text_width(geometry.width), max(geometry.body, 1))
    return view


def _name(pressed: str, character: str | None) -> str:
    """A key as the table of keys names it: by its character, or by its name if it types none."""
    types = character is not None and len(character) == 1 and character.isprintable()
    return character if character and types and character != " " else pressed
