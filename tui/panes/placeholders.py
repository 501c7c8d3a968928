"""Placeholders: one muted line in place of each withheld item."""

from collections.abc import Iterable

from tui.blocks import Block, Entry, Paragraph, Row, Run, Runs, Style, runs
from tui.frozen import replace
from tui.model.document import Document
from tui.places import Place, View, is_placeholder

KIND = "withheld"


def blocks(document: Document, at: Place, shown: Iterable[Block]) -> list[Block]:
    """The blocks of a place, with one muted line for each withheld item."""
    if is_placeholder(at.key) and at.view is not View.PANE and at.key in document.items:
        return [block(document, at.key)]
    return [_muted(document, each) for each in shown]


def block(document: Document, id: str) -> Entry:
    """The line of a withheld item."""
    return Entry(item=id, kind=KIND, text=_text(document, id))


def _muted(document: Document, shown: Block) -> Block:
    if not is_placeholder(shown.item) or isinstance(shown, Paragraph):
        return shown
    if isinstance(shown, Row):
        empty: tuple[Runs, ...] = ((),) * (len(shown.cells) - 1)
        return replace(shown, refs=(), marking="", cells=(_text(document, shown.item), *empty))
    return block(document, shown.item)


def _text(document: Document, id: str) -> Runs:
    record = document.items.get(id)
    names = ("exact", "title", "name", "short", "text")
    label = next((text for each in names if (text := getattr(record, each, ""))), KIND)
    return runs(Run(label, Style.MUTED))
