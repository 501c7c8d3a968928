"""The placeholder of a withheld item: a line that says so, with its marking."""

from collections.abc import Iterable

from tui.blocks import Block, Entry, Paragraph, Row, Run, Runs, Style, runs
from tui.frozen import replace
from tui.model.document import Document
from tui.places import Place, View, is_placeholder

KIND = "withheld"


def blocks(document: Document, at: Place, made: Iterable[Block]) -> list[Block]:
    """The blocks of a place, with one muted line for each withheld item."""
    if is_placeholder(at.key) and at.view is not View.PANE and at.key in document.items:
        return [block(document, at.key)]
    return [_muted(document, each) for each in made]


def block(document: Document, id: str) -> Entry:
    """The line of a withheld item."""
    return Entry(item=id, kind=KIND, text=_text(document, id))


def _muted(document: Document, made: Block) -> Block:
    if not is_placeholder(made.item) or isinstance(made, Paragraph):
        return made
    if isinstance(made, Row):
        empty: tuple[Runs, ...] = ((),) * (len(made.cells) - 1)
        return replace(made, refs=(), marking="", cells=(_text(document, made.item), *empty))
    return block(document, made.item)


def _text(document: Document, id: str) -> Runs:
    record = document.items.get(id)
    names = ("exact", "title", "name", "short", "text")
    said = next((text for each in names if (text := getattr(record, each, ""))), KIND)
    return runs(Run(said, Style.MUTED))
