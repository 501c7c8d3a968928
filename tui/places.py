"""The places of a briefing, and the reader's options for showing them."""

from enum import StrEnum

from tui.frozen import frozen, replace


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
    """Everything that is connected with an item or a sentence of a source."""
    TIMELINE = "timeline"
    """All that has a date, from all panes, in order; its key is the briefing's id."""
    MATRIX = "matrix"
    """Who reacted to what: actors by subject; its key is the briefing's id."""


SENTENCE = "sentence:"
"""Sentences of a source are items to stop at: this, the source's id, a colon, a number from 1."""

WITHHELD = "withheld/"
"""The placeholder of a withheld item is called this and a number: its own id could reveal it."""


def is_placeholder(id: str) -> bool:
    """Whether an id is that of a placeholder, which only says that something is withheld."""
    return id.startswith(WITHHELD)


@frozen
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


OVERVIEWS = (View.TIMELINE, View.MATRIX)
"""The views of a whole briefing: what its panes say, in another order."""

FILTERED = frozenset({View.PANE, *OVERVIEWS})
"""The views that a filter works on: the others show all that belongs to one item."""


@frozen
class Options:
    """The reader's choices of what to show."""

    show: Filter = Filter.ALL
    notes: bool = True
    """The analyst's notes in full with each item of a list; else how many there are of them.

    It makes a list shorter or longer in lines, never in blocks.
    """
    is_restricted: bool = False
    """The reader has no command line, so no command of the program is named."""
