"""The reader's filter over the items of a pane, and the number of items that it hides."""

from collections.abc import Iterable
from typing import TypeVar

from tui.blocks import Run, Runs, Style, runs
from tui.model.document import Document
from tui.model.items import Actor, Claim, Item
from tui.model.passages import cited
from tui.panes import names
from tui.panes.remarks import cited_by_actor, not_stated
from tui.panes.verification import is_verified, lacking
from tui.places import Filter, Options

_Item = TypeVar("_Item", bound=Item)


class Selection:
    """The filter over the items of one pane; counts shown and hidden items."""

    def __init__(self, document: Document, options: Options) -> None:
        self.shown = 0
        self.hidden = 0
        self._document = document
        self._options = options

    def of(self, items: Iterable[_Item]) -> list[_Item]:
        """The items that pass the filter."""
        every = list(items)
        kept = every if self._options.show is Filter.ALL else [*filter(self._passes, every)]
        self.shown += len(kept)
        self.hidden += len(every) - len(kept)
        return kept

    def aside(self) -> Runs:
        """The counts, as in `6 items, 2 hidden`; room mode does not show the hidden ones."""
        shown = names.count(self.shown, "item")
        hidden = f", {self.hidden} hidden" if self.hidden and not self._document.policy.room else ""
        return runs(Run(f"{shown}{hidden}", Style.MUTED))

    def _passes(self, item: Item) -> bool:
        wanted = self._options.show is Filter.VERIFIED
        return is_proved(self._document, item) is wanted


def is_proved(document: Document, item: Item) -> bool:
    """Whether all words that an item attributes to a source are verbatim in the local copies.

    These are the words of its excerpts (at least one), of those of an actor's relations and
    interests, and the source's words for a time and for a likelihood.
    """
    cites = [*cited_by_actor(item)] if isinstance(item, Actor) else item.cites
    if not is_verified(document, cites):
        return False
    likelihood = item.reported_likelihood if isinstance(item, Claim) else ""
    if likelihood and lacking(cited(document, item.cites), (likelihood,)):
        return False
    return not not_stated(document, item.cites, getattr(item, "when", None))
