"""What a reading session needs from the program that runs it."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from tui.model.annotations import ReaderNote, ReadSnapshot
from tui.model.document import Document
from tui.places import Place


class KeyNames(Protocol):
    """The keys of commands, for sentences that name them."""

    def first(self, id: str) -> str:
        """The first key of a command as it is printed on a keyboard; empty if it has none."""


class NoteOutcome(Protocol):
    """Whether a note was saved."""

    @property
    def is_saved(self) -> bool:
        """Whether the note is on disk."""

    @property
    def said(self) -> str:
        """Where it was saved, or why it was not."""


class Memory(Protocol):
    """What is remembered for the reader between sessions; no method raises."""

    def recall(self, document: Document) -> Place | None:
        """Return the place where the briefing was left, if it is known."""

    def keep(self, document: Document, place: Place) -> bool:
        """Remember the place; return whether it was written."""

    def has_read(self, document: Document) -> bool:
        """Return whether this version of the briefing is the one read last."""

    def last_reading(self, document: Document) -> ReadSnapshot | None:
        """Return the version of the briefing that was read last, if it is known."""

    def keep_reading(self, document: Document, reading: ReadSnapshot) -> bool:
        """Remember the version that was read; return whether it was written."""

    def marks(self, document: Document) -> Mapping[str, Place]:
        """Return the marked places by letter."""

    def mark(self, document: Document, letter: str, place: Place) -> bool:
        """Mark a place; return whether it was written."""

    def meeting(self, document: Document) -> Mapping[str, Any] | None:
        """Return the last meeting on the briefing as it was kept, if there was one."""

    def keep_meeting(self, document: Document, told: Mapping[str, Any]) -> str:
        """Keep the state of a meeting; return why it was not kept, or an empty string."""

    def notes(self, document: Document) -> Sequence[ReaderNote]:
        """Return the reader's current notes."""

    def note(self, document: Document, note: ReaderNote) -> NoteOutcome:
        """Write a note of the reader's."""

    def save(self, text: str, markings: Sequence[str]) -> str:
        """Save a copied text; return where, or why not. An empty marking means none."""

    def report(self, text: str, markings: Sequence[str]) -> str:
        """Save a report of a failure of the program; return where, or why not."""
