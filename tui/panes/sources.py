"""The pane of the sources, and of everything that no other pane shows."""

from collections.abc import Iterator

from tui.blocks import Block, Entry, Paragraph, Run, Style, runs
from tui.model.briefing import ActorsPane, Pane
from tui.model.document import Document
from tui.model.items import Actor, Note
from tui.panes import actors, headings, names, source_card
from tui.panes.dependents import excerpts_by_source
from tui.panes.remarks import note_text
from tui.places import Options

_WITH_NOTES = frozenset(
    {"claim", "event", "point", "actor", "reaction", "judgment", "source", "excerpt", "pane"}
)
"""The kinds of item whose own block shows the notes on them."""


def blocks(document: Document, pane: Pane, options: Options) -> Iterator[Block]:
    """The sources, then actors, overruled checks and notes that no other pane shows."""
    sources = document.briefing.sources
    count = names.count(len(sources), "source")
    yield from headings.pane(document, pane, runs(Run(count, Style.MUTED)), options)
    taken = excerpts_by_source(document)
    for source in sources:
        yield source_card.card(document, source, taken.get(source.id, ()))
    yield from _left_out(document)
    unlisted = [*_unlisted(document)]
    if unlisted:
        yield headings.section("actors that no pane lists")
    for actor in unlisted:
        yield actors.card(document, actor, options)
    yield from _allowed(document)
    yield from _further_notes(document)


def _left_out(document: Document) -> Iterator[Block]:
    """Coverage of sources that the file does not declare."""
    for id, coverage in document.briefing.coverage.items():
        if document.source(id) is None:
            yield headings.section("left out of a source that is not declared", id)
            for line in source_card.skipped(coverage.skipped):
                yield Paragraph(text=line)


def _unlisted(document: Document) -> Iterator[Actor]:
    panes = [pane for pane in document.briefing.panes if isinstance(pane, ActorsPane)]
    if any(not pane.show for pane in panes):
        return
    listed = {id for pane in panes for id in pane.show}
    for actor in document.briefing.actors:
        if actor.id not in listed or document.items.get(actor.id) is not actor:
            yield actor


def _allowed(document: Document) -> Iterator[Block]:
    if document.briefing.allow:
        yield headings.section("checks overruled", "by the author, with reasons")
    for each in document.briefing.allow:
        yield Entry(
            kind="allow",
            name=runs(Run(each.rule, Style.LABEL)),
            aside=runs(Run(", ".join(each.on), Style.MUTED)),
            text=runs(each.reason),
        )


def _further_notes(document: Document) -> Iterator[Block]:
    """Notes on notes, and on items that do not exist."""
    notes = [each for each in document.briefing.notes if not _shown_elsewhere(document, each)]
    if notes:
        yield headings.section("further notes")
    for note in notes:
        yield Entry(
            item=note.id,
            kind="note",
            marking=note.marking,
            aside=runs(Run(", ".join(note.on), Style.MUTED)),
            text=note_text(document, note),
        )


def _shown_elsewhere(document: Document, note: Note) -> bool:
    return any(document.kinds.get(id) in _WITH_NOTES for id in note.on)
