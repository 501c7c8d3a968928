"""What is seen of an item that is withheld: that it is, and how it is marked."""

from collections.abc import Iterable

from tui.blocks import Block, Entry, Paragraph, Row, Run, Runs, Style, runs
from tui.frozen import replace
from tui.model.document import Document
from tui.places import Place, View, is_placeholder

KIND = "withheld"


def blocks(document: Document, at: Place, made: Iterable[Block]) -> list[Block]:
    """The blocks of a place, each that shows what is withheld as a calm line in its place."""
    if is_placeholder(at.key) and at.view is not View.PANE and at.key in document.items:
        return [block(document, at.key)]
    return [_calm(document, each) for each in made]


def block(document: Document, id: str) -> Entry:
    """The line for an item that is withheld."""
    return Entry(item=id, kind=KIND, text=_said(document, id))


def _calm(document: Document, made: Block) -> Block:
    if not is_placeholder(made.item) or isinstance(made, Paragraph):
        return made
    if isinstance(made, Row):
        empty: tuple[Runs, ...] = ((),) * (len(made.cells) - 1)
        return replace(made, refs=(), marking="", cells=(_said(document, made.item), *empty))
    return block(document, made.item)


def _said(document: Document, id: str) -> Runs:
    record = document.items.get(id)
    names = ("exact", "title", "name", "short", "text")
    said = next((text for each in names if (text := getattr(record, each, ""))), KIND)
    return runs(Run(said, Style.MUTED))
