"""Actors panes: a card for each actor."""

from collections.abc import Iterator

from tui.blocks import Block, Card, Field, Run, Runs, Style, filled_fields, runs
from tui.model.briefing import ActorsPane
from tui.model.document import Document
from tui.model.items import Actor, Relation
from tui.panes import headings, names, verification
from tui.panes.excerpts import note_fields
from tui.panes.remarks import SEPARATOR, cited_by_actor, filled, joined, must_cover, points
from tui.panes.selection import Selection
from tui.places import Options


def blocks(document: Document, pane: ActorsPane, options: Options) -> Iterator[Block]:
    """The actors that the pane lists, in its order; all actors if it lists none."""
    selection = Selection(document, options)
    named = (document.items.get(id) for id in pane.show)
    chosen = [each for each in named if isinstance(each, Actor)] if pane.show else None
    kept = selection.of(document.briefing.actors if chosen is None else chosen)
    yield from headings.pane(document, pane, selection.aside(), options)
    for actor in kept:
        yield card(document, actor, options)


def card(document: Document, shown: Actor, options: Options) -> Card:
    """The card of an actor."""
    role = Run(f", {shown.role}" if shown.role else "")
    return Card(
        item=shown.id,
        refs=tuple(dict.fromkeys(cited_by_actor(shown))),
        marking=shown.marking,
        title=runs(Run(shown.name, Style.STRONG), role),
        aside=runs(Run(shown.kind, Style.MUTED)),
        fields=tuple(_fields(document, shown, options)),
    )


def _fields(document: Document, shown: Actor, options: Options) -> Iterator[Field]:
    parts = {
        "WHO": filled(runs(shown.text)),
        "ALSO": filled(runs(", ".join(shown.also))),
        "OF": filled(runs(names.actor(document, shown.of))),
        "RELATIONS": tuple(_relation(document, each) for each in shown.relations),
        "POSITIONS": tuple(runs(names.title(document, id)) for id in shown.positions),
        "INTERESTS": tuple(points(document, "", shown.interests, options)),
        "CODES": filled(joined(_codes(shown))),
        "CHECKED": filled(
            joined([*verification.remark(document, shown.cites), must_cover(document, shown)])
        ),
    }
    yield from filled_fields(parts)
    yield from note_fields(document, shown.id)


def _relation(document: Document, shown: Relation) -> Runs:
    said = f": {shown.text}" if shown.text else ""
    line = runs(f"{shown.type} ", Run(names.actor(document, shown.to), Style.STRONG), said)
    how = verification.states(document, shown.cites)
    return (*line, SEPARATOR, *joined(how)) if how else line


def _codes(shown: Actor) -> Iterator[str]:
    if shown.iso3166:
        yield f"ISO 3166-1 {shown.iso3166}"
    if shown.wikidata:
        yield f"Wikidata {shown.wikidata}"
