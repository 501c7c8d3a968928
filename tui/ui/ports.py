"""What the screen asks of whoever starts it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from tui.blocks import Block
from tui.model.document import Document
from tui.model.own import OwnNote, Reading
from tui.places import Place
from tui.terminal.clipboard import Sent

if TYPE_CHECKING:
    from tui.library.search import Found


class Library(Protocol):
    """Briefings to choose from."""

    def blocks(self, sought: str = "") -> Sequence[Block]:
        """The list, or what of it has the words that are sought; an item is what `open` takes."""

    def open(self, key: str) -> Document:
        """The briefing of an entry; raises `OSError` if it cannot be read."""

    def begin(self) -> None:
        """Read in the background what may be asked for."""

    @property
    def progress(self) -> str:
        """How far that has come, in words; empty when it is done."""

    def search(self, question: str, limit: int) -> "Found":
        """What the briefings answer, as far as they have been read."""

    def close(self) -> None:
        """Read no more in the background."""


class Noted(Protocol):
    """What became of a note."""

    @property
    def is_saved(self) -> bool:
        """Whether it is on the disk."""

    @property
    def said(self) -> str:
        """Where it is saved, or why it is not."""


class Memory(Protocol):
    """What is kept for the reader between two sessions; no method raises."""

    def recall(self, document: Document) -> Place | None:
        """The place where this briefing was left; `None` if that is not known."""

    def keep(self, document: Document, place: Place) -> bool:
        """Remember the place; whether it is remembered."""

    def has_read(self, document: Document) -> bool:
        """Whether this very briefing is what was read last."""

    def last_reading(self, document: Document) -> Reading | None:
        """The briefing as it was read last; `None` if that is not known."""

    def keep_reading(self, document: Document, reading: Reading) -> bool:
        """Remember what was read; whether it is remembered."""

    def marks(self, document: Document) -> Mapping[str, Place]:
        """The places that are marked, by letter."""

    def mark(self, document: Document, letter: str, place: Place) -> bool:
        """Mark a place; whether the mark is remembered."""

    def notes(self, document: Document) -> Sequence[OwnNote]:
        """The reader's own notes that stand."""

    def note(self, document: Document, note: OwnNote) -> Noted:
        """Write a note of the reader's own."""

    def save(self, text: str, markings: Sequence[str]) -> str:
        """Save a text that was copied; says where, or why not. `""` is no marking."""

    def report(self, text: str, markings: Sequence[str]) -> str:
        """Save the report of a failure of the program, likewise."""


class Clipboard(Protocol):
    """The clipboard of whoever sits at the terminal."""

    def send(self, text: str) -> Sent | None:
        """Send a text on its way; `None` where there is none for it. It does not raise."""
