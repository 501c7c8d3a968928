"""A briefing put together for print: the parts that every format has, in their order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from tui.blocks import Block, Card
from tui.frozen import frozen
from tui.model.document import Document
from tui.model.sources import Excerpt


class PageSetup(NamedTuple):
    """The page that is printed on."""

    width: int
    """In cells."""
    color: bool
    """Whether it shows colours and bold letters (SGR of ECMA-48)."""


@frozen
class Printout:
    """A briefing, or some of its panes: then the excerpts that it cites, then the sources."""

    document: Document
    header: Iterable[Block]
    body: Iterable[Block]
    """The panes."""
    card: Callable[[Excerpt], Card]
    """Makes the card of an excerpt."""
    whole: bool
    """Whether excerpts that no block cites are printed too."""
    sources: Iterable[Block]
    """The pane of the sources; none where it is among the others."""

    def number(self, blocks: Iterable[Block], notes: dict[str, int]) -> Iterator[Block]:
        """The blocks; before each, the excerpts that it rests on get their numbers in `notes`."""
        for block in blocks:
            for id in block.refs:
                if id not in notes and self.document.excerpt(id) is not None:
                    notes[id] = len(notes) + 1
            yield block

    def footnotes(self, notes: Mapping[str, int]) -> Iterator[tuple[int, Card]]:
        """The excerpts that have a number."""
        for id, number in notes.items():
            excerpt = self.document.excerpt(id)
            if excerpt is not None:
                yield number, self.card(excerpt)

    def uncited(self, notes: Mapping[str, int]) -> list[Card]:
        """The excerpts that have no number; none of them where only some panes are printed."""
        others = (
            each
            for each in self.document.briefing.excerpts
            if each.id not in notes or self.document.excerpt(each.id) is not each
        )
        return [self.card(each) for each in others] if self.whole else []
