"""A briefing prepared for printing: the parts that every format prints, in order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from tui.blocks import Block, Card
from tui.frozen import frozen
from tui.model.document import Document
from tui.model.sources import Excerpt


class PageSetup(NamedTuple):
    """The page to print on."""

    width: int
    """Width in cells."""
    color: bool
    """Whether to use colours and bold letters (SGR, ECMA-48)."""


@frozen
class Printout:
    """A briefing or some of its panes, with the excerpts that they cite and the sources."""

    document: Document
    header: Iterable[Block]
    body: Iterable[Block]
    """The panes."""
    card: Callable[[Excerpt], Card]
    """Makes the card of an excerpt."""
    whole: bool
    """Whether to print the excerpts that no block cites, too."""
    sources: Iterable[Block]
    """The pane of sources; empty if it is in `body`."""

    def number(self, blocks: Iterable[Block], notes: dict[str, int]) -> Iterator[Block]:
        """Yield the blocks, after numbering the excerpts that each rests on in `notes`."""
        for block in blocks:
            for id in block.refs:
                if id not in notes and self.document.excerpt(id) is not None:
                    notes[id] = len(notes) + 1
            yield block

    def footnotes(self, notes: Mapping[str, int]) -> Iterator[tuple[int, Card]]:
        """Yield the numbers and cards of the excerpts that have a number."""
        for id, number in notes.items():
            excerpt = self.document.excerpt(id)
            if excerpt is not None:
                yield number, self.card(excerpt)

    def uncited(self, notes: Mapping[str, int]) -> list[Card]:
        """Return cards of the excerpts without a number, or none if only some panes are printed."""
        others = (
            each
            for each in self.document.briefing.excerpts
            if each.id not in notes or self.document.excerpt(each.id) is not each
        )
        return [self.card(each) for each in others] if self.whole else []
