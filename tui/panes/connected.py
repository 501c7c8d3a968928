"""Connected: all that an item has to do with, under headings that say how."""

from collections.abc import Iterable, Iterator, Mapping

from tui.blocks import Block, Heading, Notice, Paragraph, runs
from tui.model.document import Document
from tui.model.items import Judgment
from tui.model.sources import Excerpt
from tui.panes import entries, excerpts, headings, names, sentence
from tui.panes.connections import CONTRADICTION, SUPPORT, Group, connections, of_sentence
from tui.panes.headings import nothing_called
from tui.places import Options, Place


def blocks(document: Document, place: Place, options: Options) -> Iterator[Block]:
    """A section for each kind of connection that there is."""
    within = sentence.find(document, place.key)
    if within is not None:
        yield from _with_sentence(document, within)
        return
    if place.key not in document.items:
        yield nothing_called(place.key)
        return
    yield Heading(text=runs(f"CONNECTED WITH: {names.title(document, place.key)}"), level=1)
    absent = _absent(document.items[place.key])
    groups = connections(document, place.key)
    shown = [*_groups(document, groups, absent)]
    yield from shown or [Notice(text=runs("Nothing else is connected with it."))]


def _with_sentence(document: Document, within: sentence.LocatedSentence) -> Iterator[Block]:
    """What rests on the words of a sentence, or that nothing does."""
    yield Heading(text=runs(f"CONNECTED WITH: {sentence.title(document, within)}"), level=1)
    excerpts = within.sentence.excerpts
    if not any(document.cited_by.get(each) for each in excerpts):
        yield Notice(text=runs(sentence.unused(within)))
    groups = of_sentence(document, excerpts, within.source.id)
    yield from _groups(document, groups, {})


def _groups(
    document: Document, groups: Iterable[Group], absent: Mapping[str, str]
) -> Iterator[Block]:
    for title, ids in groups:
        shown = dict.fromkeys(ids)
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
