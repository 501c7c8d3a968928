"""Connected: all that an item has to do with, under headings that say how."""

from collections.abc import Iterable, Iterator, Mapping

from tui.blocks import Block, Heading, Notice, Paragraph, runs
from tui.model.document import Document
from tui.model.items import Judgment
from tui.model.sources import Excerpt
from tui.panes import dependents, entries, excerpts, headings, names, sentence
from tui.panes.connections import CONTRADICTION, SUPPORT, Group, connections, of_sentence
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
    absent = _absent(document.items[place.key])
    groups = connections(document, place.key, options)
    shown = [*_groups(document, groups, options, absent)]
    yield from shown or [Notice(text=runs("Nothing else is connected with it."))]


def _with_sentence(
    document: Document, within: sentence.LocatedSentence, options: Options
) -> Iterator[Block]:
    """What rests on the words of a sentence, or that nothing does."""
    yield Heading(text=runs(f"CONNECTED WITH: {sentence.title(document, within)}"), level=1)
    excerpts = within.sentence.excerpts
    if not any(dependents.citing(document, each, options) for each in excerpts):
        yield Notice(text=runs(sentence.unused(within)))
    groups = of_sentence(document, excerpts, within.source.id, options)
    yield from _groups(document, groups, options, {})


def _groups(
    document: Document, groups: Iterable[Group], options: Options, absent: Mapping[str, str]
) -> Iterator[Block]:
    for title, ids in groups:
        shown = dict.fromkeys(visible(document, ids, options))
        if shown or title in absent:
            yield headings.section(title)
        if shown:
            yield from _entries(document, shown)
        elif title in absent:
            yield Paragraph(text=runs(absent[title]), kind="remark")


def _absent(item: object) -> dict[str, str]:
    """By group: what is said where there is nothing in it."""
    if not isinstance(item, Judgment):
        return {}
    against = "not stated" if item.contradicted_by is None else "nothing"
    return {SUPPORT: "nothing", CONTRADICTION: against}


def _entries(document: Document, ids: Iterable[str]) -> Iterator[Block]:
    for id in ids:
        found = document.items.get(id)
        if isinstance(found, Excerpt):
            yield excerpts.entry(document, found)
        else:
            yield entries.reference(document, id)
