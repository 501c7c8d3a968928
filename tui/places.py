"""The places of a briefing, and the reader's options for showing them."""

from enum import StrEnum

from tui.frozen import frozen, replace


class View(StrEnum):
    """The kinds of place; `tui.panes` has a function for each."""

    PANE = "pane"
    """A pane by its id; `summary`, `sources` and `problems` are derived."""
    EVIDENCE = "evidence"
    """The excerpts that an item cites, with their speakers and their verification."""
    WORDS = "words"
    """The words of an item's excerpts, large and alone."""
    SOURCE = "source"
    """A source's local copy, with the excerpts marked in it."""
    CONNECTED = "connected"
    """The items connected with an item or a sentence of a source."""
    TIMELINE = "timeline"
    """The dated items of all panes, in order; its key is the briefing's id."""
    MATRIX = "matrix"
    """Reactions by actor and subject; its key is the briefing's id."""


SENTENCE = "sentence:"
"""The prefix of a sentence's item id; the source's id, a colon and a 1-based number follow."""

WITHHELD = "withheld/"
"""The prefix of a placeholder's id; a number follows, since the item's own id could reveal it."""


def is_placeholder(id: str) -> bool:
    """Whether an id is that of a placeholder for a withheld item."""
    return id.startswith(WITHHELD)


@frozen
class Place:
    """A view of a pane, item, source or briefing, and the item that the cursor is on."""

    view: View
    key: str
    """The id of the pane, item, source or briefing that is viewed."""
    item: str = ""
    """The id of the block that the cursor is on; empty for the first."""

    def at(self, item: str) -> "Place":
        """The same view with the cursor elsewhere."""
        return replace(self, item=item)


class Filter(StrEnum):
    """The filter of items by their verification."""

    ALL = "all"
    VERIFIED = "verified"
    UNVERIFIED = "unverified"


OVERVIEWS = (View.TIMELINE, View.MATRIX)
"""The views that show the items of all panes in another order."""

FILTERED = frozenset({View.PANE, *OVERVIEWS})
"""The views that a filter applies to; the others show a single item in full."""


@frozen
class Options:
    """The reader's choices of what to show."""

    show: Filter = Filter.ALL
    notes: bool = True
    """Show the analyst's notes in full with each item of a list; else only their number.

    The number of blocks is the same either way.
    """
    is_restricted: bool = False
    """Name no command of the program: the reader has no command line."""
