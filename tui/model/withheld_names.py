"""The ids of the items of a projected briefing."""

from collections.abc import Collection, Iterator, Mapping

from tui.model.briefing import Pane
from tui.model.document import Document
from tui.model.fields import Record
from tui.model.items import Reaction
from tui.model.sources import Excerpt
from tui.places import WITHHELD

_RENAMED = "item/"
"""The prefix of new ids for visible items whose own id is derived from a withheld one, and for
withheld panes that must leave no trace."""


class Names:
    """Replacements for ids that could reveal what is withheld."""

    def __init__(
        self,
        document: Document,
        above: Collection[Record],
        left_out: Collection[Record] = (),
        *,
        is_traceless: bool,
    ) -> None:
        """Name the items.

        Args:
            document: The briefing as it was loaded.
            above: The records whose marking is above the clearance.
            left_out: Further records that must leave no trace.
            is_traceless: Nothing may reveal that records are withheld, so there are no
                placeholders, and records that depend on withheld ones are gone too.
        """
        self._document = document
        self._above = above
        self._new = _RENAMED if is_traceless else WITHHELD
        hidden = {*above, *left_out}
        gone = (*self._vanishing(hidden), *left_out) if is_traceless else ()
        self.gone: frozenset[Record] = frozenset(gone)
        """The records without a placeholder."""
        self.given: Mapping[str, str] = dict(self._renamed())
        """The new ids, by original id."""

    def is_above(self, id: str) -> bool:
        """Whether the item of that id is withheld."""
        return self._document.items.get(id) in self._above

    def cites(self, id: str) -> tuple[str, ...]:
        """The excerpts that the item of that id cites."""
        cites: tuple[str, ...] = getattr(self._document.items.get(id), "cites", ())
        return cites

    def name(self, record: Record, id: str) -> str:
        """The new id of a record, which may share its original id with another record."""
        if self._document.items.get(id) is not record and record in self._above:
            return f"{self._new}0"
        return self.given.get(id, id)

    def refer(self, id: str) -> str:
        """The new id for a reference; empty where the item is gone."""
        return "" if self._document.items.get(id) in self.gone else self.given.get(id, id)

    def _vanishing(self, hidden: Collection[Record]) -> Iterator[Record]:
        """The withheld records, and the words of withheld speakers."""
        items = self._document.items
        yield from (each for each in self._above if not isinstance(each, Pane))
        for each in items.values():
            speakers = [each.actor] if isinstance(each, Reaction) else []
            if isinstance(each, Excerpt):
                speakers = [hop.agent for hop in each.chain]
            if any(items.get(id) in hidden for id in speakers):
                yield each

    def _renamed(self) -> Iterator[tuple[str, str]]:
        """New ids for withheld items and for items whose id is derived from theirs."""
        renamed: set[str] = set()
        for number, (id, record) in enumerate(self._document.items.items(), 1):
            if record in self._above:
                yield id, f"{self._new}{number}"
            elif id.rpartition("/")[0] in renamed:
                yield id, f"{_RENAMED}{number}"
            else:
                continue
            renamed.add(id)
