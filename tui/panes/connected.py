"""Connected: all that an item has to do with, under headings that say how."""

from collections.abc import Iterable, Iterator

from tui.blocks import Block, Heading, Notice, runs
from tui.model.document import Document
from tui.model.sources import Excerpt
from tui.panes import entries, excerpts, headings, names
from tui.panes.connections import connections
from tui.panes.room import is_hidden, nothing_called, visible
from tui.places import Options, Place


def blocks(document: Document, place: Place, options: Options) -> Iterator[Block]:
    """A section for each kind of connection that there is."""
    if place.key not in document.items or is_hidden(document, place.key, options):
        yield nothing_called(place.key)
        return
    yield Heading(text=runs(f"CONNECTED WITH: {names.title(document, place.key)}"), level=1)
    found = False
    for title, ids in connections(document, place.key, options):
        shown = dict.fromkeys(visible(document, ids, options))
        if shown:
            found = True
            yield headings.section(title)
            yield from _entries(document, shown)
    if not found:
        yield Notice(text=runs("Nothing else is connected with it."))


def _entries(document: Document, ids: Iterable[str]) -> Iterator[Block]:
    for id in ids:
        found = document.items.get(id)
        if isinstance(found, Excerpt):
            yield excerpts.entry(document, found)
        else:
            yield entries.reference(document, id)
