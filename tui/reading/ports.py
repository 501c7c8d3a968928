"""What the screen asks of whoever starts it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from tui.model.annotations import ReaderNote, ReadSnapshot
from tui.model.document import Document
from tui.places import Place
from tui.terminal.clipboard import Sent

if TYPE_CHECKING:
    from tui.reading.overlays import Overlay


class NoteOutcome(Protocol):
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

    def last_reading(self, document: Document) -> ReadSnapshot | None:
        """The briefing as it was read last; `None` if that is not known."""

    def keep_reading(self, document: Document, reading: ReadSnapshot) -> bool:
        """Remember what was read; whether it is remembered."""

    def marks(self, document: Document) -> Mapping[str, Place]:
        """The places that are marked, by letter."""

    def mark(self, document: Document, letter: str, place: Place) -> bool:
        """Mark a place; whether the mark is remembered."""

    def meeting(self, document: Document) -> Mapping[str, Any] | None:
        """The last meeting on this briefing, as it was kept; `None` if there was none."""

    def keep_meeting(self, document: Document, told: Mapping[str, Any]) -> str:
        """Keep how a meeting stands, as JSON can hold it; says why not where it is not kept."""

    def notes(self, document: Document) -> Sequence[ReaderNote]:
        """The reader's own notes that stand."""

    def note(self, document: Document, note: ReaderNote) -> NoteOutcome:
        """Write a note of the reader's own."""

    def save(self, text: str, markings: Sequence[str]) -> str:
        """Save a text that was copied; says where, or why not. `""` is no marking."""

    def report(self, text: str, markings: Sequence[str]) -> str:
        """Save the report of a failure of the program, likewise."""


class Clipboard(Protocol):
    """The clipboard of whoever sits at the terminal."""

    def send(self, text: str) -> Sent | None:
        """Send a text on its way; `None` where there is none for it. It does not raise."""


class ScreenState(Protocol):
    """What is on the screen besides the briefing."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all is shown."""

    @property
    def mode(self) -> "Overlay | None":
        """What lies over the lists."""
