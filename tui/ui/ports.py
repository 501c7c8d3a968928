"""What the screen asks of whoever starts it."""

from collections.abc import Sequence
from typing import Protocol

from tui.blocks import Block
from tui.model.document import Document
from tui.places import Place


class Library(Protocol):
    """Briefings to choose from."""

    def blocks(self) -> Sequence[Block]:
        """The list; an entry's item is the key that `open` takes."""

    def open(self, key: str) -> Document:
        """The briefing of an entry; raises `OSError` if it cannot be read."""


class Memory(Protocol):
    """Where the reader left each briefing; neither method raises."""

    def recall(self, document: Document) -> Place | None:
        """The place where this briefing was left; `None` if that is not known."""

    def keep(self, document: Document, place: Place) -> None:
        """Remember the place."""
