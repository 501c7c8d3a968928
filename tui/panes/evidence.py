"""The evidence view: for most items, a card for each excerpt that the item cites.

The fields of a card are in the order in which a speaker needs them, SAY first.
"""

from collections.abc import Iterable, Iterator

from tui.blocks import Block, Card, Field, Paragraph, Run, Runs, Style, runs
from tui.model.briefing import Pane
from tui.model.document import Document
from tui.model.fields import Record
from tui.model.items import Actor, Claim, Judgment, Note, Reaction
from tui.model.sources import Excerpt, Source
from tui.panes import (
    actors,
    entries,
    evidence_card,
    headings,
    judgments,
    problems,
    reactions,
    source_card,
)
from tui.panes.excerpts import note_fields
from tui.panes.headings import nothing_called
from tui.panes.remarks import filled, note_text
from tui.places import SENTENCE, Options, Place


def blocks(document: Document, place: Place, options: Options) -> Iterator[Block]:
    """The evidence for the item whose id is the place's key."""
    problem = problems.find(document, place.key)
    if problem is not None:
        yield problems.card(document, place.key, problem, options)
        return
    if place.key.startswith(SENTENCE):
        yield _sentence(document, place.key)
        return
    item = document.items.get(place.key)
    if item is None:
        yield nothing_called(place.key)
        return
    match item:
        case Judgment():
            yield from _judgment(document, item, options)
        case Source():
            taken = [each for each in document.briefing.excerpts if each.source == item.id]
            yield source_card.card(document, item, taken)
        case Note():
            yield from _note(document, item)
        case Excerpt():
            yield evidence_card.card(document, item, item, (1, 1))
        case Actor():
            yield actors.card(document, item, options)
            yield from _cards(document, item, item.cites)
        case Pane():
            yield Paragraph(text=runs("A pane rests on its items; each has its own evidence."))
        case _:
            yield from _cited(document, item)


def _sentence(document: Document, item: str) -> Block:
    from tui.panes import sentence  # noqa: PLC0415 - the first screen shows no source

    found = sentence.find(document, item)
    return sentence.card(document, item, found) if found else nothing_called(item)


def _cited(document: Document, item: Record) -> Iterator[Block]:
    cites: tuple[str, ...] = getattr(item, "cites", ())
    if cites:
        yield from _cards(document, item, cites)
    else:
        yield _without_excerpt(document, item)


def _cards(document: Document, item: Record, cites: tuple[str, ...]) -> Iterator[Block]:
    for number, id in enumerate(cites, 1):
        excerpt = document.excerpt(id)
        if excerpt is None:
            yield _missing(item, id)
        else:
            yield evidence_card.card(document, item, excerpt, (number, len(cites)))


def _missing(item: Record, excerpt: str) -> Card:
    said = runs(Run(f"✗ no excerpt is called “{excerpt}”", Style.WRONG))
    return Card(
        title=runs(Run("EVIDENCE", Style.HEADING)),
        fields=(Field("SAY", (runs(evidence_card.statement(item)),)), Field("WORDS", (said,))),
    )


def _without_excerpt(document: Document, item: Record) -> Card:
    id = getattr(item, "id", "")
    fields = [
        Field("SAY", (runs(evidence_card.statement(item)),)),
        Field("QUOTABLE?", (runs("No. No words of a source stand behind it."),)),
        Field("WHEN", tuple(evidence_card.when_lines(document, item))),
        Field("CHECKED", tuple(_unsourced(item))),
    ]
    if document.policy.is_traceless:  # where excerpts may be gone, that there are none is not said
        fields = [each for each in fields if each.label in {"SAY", "WHEN"}]
    return Card(
        item=id,
        marking=getattr(item, "marking", ""),
        title=runs(Run("EVIDENCE", Style.HEADING)),
        aside=runs(Run("" if document.policy.is_traceless else "no excerpt", Style.MUTED)),
        fields=(*fields, *note_fields(document, id)),
    )


def _unsourced(item: Record) -> Iterator[Runs]:
    if isinstance(item, Claim) and item.kind == "assumption":
        yield runs(Run("an assumption: it rests on no source", Style.OURS))
        yield from filled(runs(item.basis))
    elif isinstance(item, Reaction) and item.form == reactions.SILENCE:
        yield runs(reactions.search(item) or "not stated where a statement was looked for")
    else:
        yield runs(Run("nothing: no source is cited", Style.CAUTION))


def _judgment(document: Document, item: Judgment, options: Options) -> Iterator[Block]:
    yield judgments.entry(document, item, options)
    yield from _list(document, "supported by", item.supported_by)
    if item.contradicted_by is None:
        yield headings.section("contradicted by", "not stated")
    else:
        yield from _list(document, "contradicted by", item.contradicted_by)
    for each in (item, *item.indicators, *item.gaps):
        yield from _cards(document, each, each.cites)


def _list(document: Document, title: str, ids: Iterable[str]) -> Iterator[Block]:
    named = list(ids)
    yield headings.section(title, "" if named else "nothing")
    for id in named:
        yield entries.reference(document, id)


def _note(document: Document, item: Note) -> Iterator[Block]:
    yield Card(
        item=item.id,
        marking=item.marking,
        title=runs(Run("OUR NOTE", Style.HEADING)),
        fields=(Field("NOTE", (note_text(document, item),)),),
    )
    yield from _list(document, "on", item.on)
