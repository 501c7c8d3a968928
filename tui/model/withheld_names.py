"""What the items of a briefing are called where some of them are withheld."""

from collections.abc import Collection, Iterator, Mapping

from tui.model.briefing import Pane
from tui.model.document import Document
from tui.model.fields import Record
from tui.model.items import Reaction
from tui.model.sources import Excerpt
from tui.places import WITHHELD

_RENAMED = "item/"
"""What may be seen is called this and a number where its own id is made of one that may not; and
what must leave no trace, where something of it is needed."""


class Names:
    """The names that are given instead of ids which may tell what is withheld."""

    def __init__(
        self,
        document: Document,
        above: Collection[Record],
        left_out: Collection[Record] = (),
        *,
        is_traceless: bool,
    ) -> None:
        """`above` is what is withheld; without a trace, what cannot be told without it is gone.

        So is what is `left_out`.
        """
        self._document = document
        self._above = above
        self._new = _RENAMED if is_traceless else WITHHELD
        hidden = {*above, *left_out}
        gone = (*self._vanishing(hidden), *left_out) if is_traceless else ()
        self.gone: frozenset[Record] = frozenset(gone)
        """What is not there at all."""
        self.given: Mapping[str, str] = dict(self._renamed())
        """By id: the name, where it is another."""

    def is_above(self, id: str) -> bool:
        """Whether the item of that id is withheld."""
        return self._document.items.get(id) in self._above

    def cites(self, id: str) -> tuple[str, ...]:
        """The excerpts that the item of that id cites."""
        cites: tuple[str, ...] = getattr(self._document.items.get(id), "cites", ())
        return cites

    def name(self, record: Record, id: str) -> str:
        """What a record is called; one of an id that stands twice is not found by it."""
        if self._document.items.get(id) is not record and record in self._above:
            return f"{self._new}0"
        return self.given.get(id, id)

    def refer(self, id: str) -> str:
        """What is called in a reference by that id; empty where it must not be spoken of."""
        return "" if self._document.items.get(id) in self.gone else self.given.get(id, id)

    def _vanishing(self, hidden: Collection[Record]) -> Iterator[Record]:
        """What is not there where nothing tells of it.

        What was said cannot be told without who said it, nor a note without what it is on.
        """
        items = self._document.items
        yield from (each for each in self._above if not isinstance(each, Pane))
        for each in items.values():
            speakers = [each.actor] if isinstance(each, Reaction) else []
            if isinstance(each, Excerpt):
                speakers = [hop.agent for hop in each.chain]
            if any(items.get(id) in hidden for id in speakers):
                yield each

    def _renamed(self) -> Iterator[tuple[str, str]]:
        """New names for what is withheld, and for what is called after it."""
        renamed: set[str] = set()
        for number, (id, record) in enumerate(self._document.items.items(), 1):
            if record in self._above:
                yield id, f"{self._new}{number}"
            elif id.rpartition("/")[0] in renamed:
                yield id, f"{_RENAMED}{number}"
            else:
                continue
            renamed.add(id)
