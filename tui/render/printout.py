"""A briefing put together for print: what stands in every format, and in which order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tui.blocks import Block, Card
from tui.model.document import Document


class Page(NamedTuple):
    """What is printed on."""

    width: int
    """In cells."""
    color: bool
    """Whether it shows colours and bold letters (SGR of ECMA-48)."""


@dataclass(frozen=True, slots=True)
class Printout:
    """A briefing, or some of its panes: then the excerpts that it cites, then the sources."""

    document: Document
    header: Iterable[Block]
    body: Iterable[Block]
    """The panes."""
    excerpt: Callable[[str], Card]
    """The card of an excerpt of the document, by its id."""
    uncited: tuple[str, ...]
    """The excerpts that are printed although no block cites them, by id."""
    sources: Iterable[Block]
    """The pane of the sources; none where it is among the others."""

    def number(self, blocks: Iterable[Block], notes: dict[str, int]) -> Iterator[Block]:
        """The blocks; before each, the excerpts that it rests on get their numbers in `notes`."""
        for block in blocks:
            for id in block.refs:
                if id not in notes and self.document.excerpt(id) is not None:
                    notes[id] = len(notes) + 1
            yield block
