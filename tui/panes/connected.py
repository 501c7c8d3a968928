"""Connected: all that an item has to do with, under headings that say how."""

from collections.abc import Iterable, Iterator

from tui.blocks import Block, Heading, Notice, runs
from tui.model.document import Document
from tui.model.sources import Excerpt
from tui.panes import dependents, entries, excerpts, headings, names, sentence
from tui.panes.connections import TOLD_IF_EMPTY, UNSTATED, Group, connections, of_sentence
from tui.panes.room import is_hidden, nothing_called, visible
from tui.places import Options, Place


def blocks(document: Document, place: Place, options: Options) -> Iterator[Block]:
    """A section for each kind of connection that there is."""
    within = sentence.find(document, place.key)
    if within is not None:
        yield from _with_sentence(document, within, options)
        return
    if place.key not in document.items or is_hidden(document, place.key, options):
        yield nothing_called(place.key)
        return
    yield Heading(text=runs(f"CONNECTED WITH: {names.title(document, place.key)}"), level=1)
    shown = [*_groups(document, connections(document, place.key, options), options)]
    yield from shown or [Notice(text=runs("Nothing else is connected with it."))]


def _with_sentence(document: Document, within: sentence.Found, options: Options) -> Iterator[Block]:
    """What rests on the words of a sentence, or that nothing does."""
    yield Heading(text=runs(f"CONNECTED WITH: {sentence.title(document, within)}"), level=1)
    excerpts = within.sentence.excerpts
    if not any(dependents.citing(document, each, options) for each in excerpts):
        yield Notice(text=runs(sentence.unused(within)))
    groups = of_sentence(document, excerpts, within.source.id, options)
    yield from _groups(document, groups, options)


def _groups(document: Document, groups: Iterable[Group], options: Options) -> Iterator[Block]:
    for title, ids in groups:
        shown = dict.fromkeys(visible(document, ids, options))
        if shown or title in TOLD_IF_EMPTY:
            yield headings.section(title, "" if shown or title == UNSTATED else "nothing")
            yield from _entries(document, shown)


def _entries(document: Document, ids: Iterable[str]) -> Iterator[Block]:
    for id in ids:
        found = document.items.get(id)
        if isinstance(found, Excerpt):
            yield excerpts.entry(document, found)
        else:
            yield entries.reference(document, id)
