"""The words view: an item's excerpts alone, with their speakers and their verification."""

from collections.abc import Iterator

from tui.blocks import Block, Entry, Notice, Run, Style, runs
from tui.frozen import replace
from tui.model.document import Document
from tui.panes import dependents, excerpts, names, sentence
from tui.panes.headings import nothing_called
from tui.places import Options, Place


def blocks(document: Document, place: Place, options: Options) -> Iterator[Block]:
    """An entry for each excerpt behind the item whose id is the place's key."""
    located = sentence.find(document, place.key)
    if located is not None:
        yield Entry(
            item=place.key,
            kind="words",
            name=runs(Run(names.source(document, located.source.id), Style.LABEL)),
            text=runs(Run(located.sentence.text, Style.QUOTE)),
            details=(runs(f"our copy, line {located.sentence.line}"),),
        )
        return
    if place.key not in document.items:
        yield nothing_called(place.key)
        return
    behind = dependents.excerpts_behind(document, place.key)
    if not behind:
        yield Notice(text=runs("No words of a source stand behind this."))
    for excerpt in behind:
        yield replace(excerpts.entry(document, excerpt), kind="words")
