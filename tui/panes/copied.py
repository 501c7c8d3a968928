"""An item for the clipboard: its evidence and sources, under the marking of the briefing."""

from collections.abc import Iterator, Sequence

from tui.blocks import Block, Card, Field, Run, Runs, Style, plain, runs
from tui.frozen import replace
from tui.model.document import Document
from tui.panes import dates, names
from tui.panes.dependents import excerpts_behind
from tui.panes.header import header
from tui.panes.remarks import joined
from tui.places import SENTENCE, Filter, Options, is_placeholder
from tui.text.clean import clean

_NOT_COPIED = frozenset({"BEFORE", "AFTER", "CARRIES", "NOTES"})
"""Fields for the reader of the briefing that are not copied to others."""


def blocks(document: Document, evidence: Sequence[Block], options: Options) -> Iterator[Block]:
    """The briefing's header, the evidence, and the sources of the excerpts in it."""
    yield from header(document, replace(options, show=Filter.ALL))
    shown: dict[str, None] = {}
    count = sum(isinstance(block, Card) for block in evidence)
    for block in evidence:
        yield _for_others(block, count) if isinstance(block, Card) else block
        for excerpt in map(document.excerpt, block.refs):
            if excerpt is not None and isinstance(block, Card):
                shown.setdefault(excerpt.source)
    for source in shown:
        yield Card(fields=(Field("SOURCE", tuple(_described(document, source))),))


def words(document: Document, item: str) -> str:
    """The words of an item's excerpts, a paragraph each; empty if it has none."""
    if is_placeholder(item):
        from tui.panes import placeholders  # noqa: PLC0415 - only under a clearance

        return plain(placeholders.block(document, item).text)
    if item.startswith(SENTENCE):
        from tui.panes import sentence  # noqa: PLC0415 - the first screen shows no source

        found = sentence.find(document, item)
        return clean(found.sentence.text) if found else ""
    return "\n\n".join(clean(each.exact) for each in excerpts_behind(document, item))


def _for_others(card: Card, count: int) -> Card:
    """A card without the reader's fields; the card of a single excerpt has no title."""
    fields = tuple(field for field in card.fields if field.label not in _NOT_COPIED)
    if not card.refs:
        return replace(card, fields=fields)
    return replace(card, fields=fields, title=(), aside=card.aside if count > 1 else ())


def _described(document: Document, id: str) -> Iterator[Runs]:
    source = document.source(id)
    if source is None:
        yield runs(names.source(document, id))
        return
    issued = dates.prose(source.issued) if source.issued else dates.UNDATED
    title = source.title or names.source(document, id)
    author = ", ".join(source.author) or "author unknown"
    yield (*joined([title, author, source.container_title, issued]), names.marking(source))
    if source.url:
        yield runs(Run(source.url, Style.LINK))
