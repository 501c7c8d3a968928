"""Where a reader can be in a briefing, and how they look at it."""

from dataclasses import dataclass, replace
from enum import StrEnum


class View(StrEnum):
    """The kinds of place; `tui.panes` has one function for each."""

    PANE = "pane"
    """A pane by its id; `summary`, `sources` and `problems` are derived."""
    EVIDENCE = "evidence"
    """The excerpts that an item rests on, with who said them and how they are verified."""
    WORDS = "words"
    """The words of an item's excerpts, large and alone."""
    SOURCE = "source"
    """A source's local copy, with the excerpts marked in it."""
    CONNECTED = "connected"
    """All that is connected with an item."""


@dataclass(frozen=True, slots=True)
class Place:
    """A view of one thing, and the item in it that the cursor is on."""

    view: View
    key: str
    """The id of what is viewed: a pane's, an item's or a source's."""
    item: str = ""
    """The id of the block that the cursor is on; empty for the first."""

    def at(self, item: str) -> "Place":
        """The same view with the cursor elsewhere."""
        return replace(self, item=item)


class Filter(StrEnum):
    """Which items are shown by how they are verified."""

    ALL = "all"
    VERIFIED = "verified"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Options:
    """What the reader has chosen to see."""

    show: Filter = Filter.ALL
    notes: bool = True
    """The analyst's notes in full with each item of a list; else how many there are of them.

    It makes a list shorter or longer in lines, never in blocks.
    """
    room: bool = False
    """Safe to project: no judgments, stances, notes, nor counts of what is hidden."""
