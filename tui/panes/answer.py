"""The answer to a question: a card for the best answer, and a list of the others."""

from collections.abc import Iterator, Sequence

from tui.blocks import Block, Card, Field, Heading, Run, Runs, Style, runs
from tui.frozen import replace
from tui.model.document import Document, VerificationState
from tui.model.items import Event, Judgment, Point, Reaction
from tui.model.sources import Excerpt
from tui.panes import attribution, dates, entries, evidence, names, reactions
from tui.panes.dependents import excerpts_behind
from tui.panes.verification import found
from tui.places import Options, Place, View

_FIELDS = ("SAY", "QUOTABLE?", "WORDS", "WHO", "WHEN", "CHECKED", "NOT CHECKED")
"""The fields of an answer's card; the evidence view shows the others."""

Group = tuple[str, Sequence[tuple[int, str]]]
"""A heading, and the number and id of each item below it."""


def card(document: Document, id: str, options: Options) -> Iterator[Block]:
    """An item as an answer: its title, best quotation, speaker, time and verification."""
    if id not in document.items:
        return
    home = names.title(document, document.homes.get(id, "")) or "Sources"
    yield Heading(text=_title(document, id), aside=runs(Run(home, Style.MUTED)))
    shown = evidence.blocks(document, Place(View.EVIDENCE, id), options)
    if isinstance(document.items.get(id), Judgment):
        yield replace(next(shown), item=id)  # what follows is the evidence of other items
        return
    by_excerpt = {block.refs or (block.item,): block for block in shown}
    best = best_excerpt(document, id)
    chosen = by_excerpt.get((best.id,)) if best else None
    block = chosen or next(iter(by_excerpt.values()), None)
    if isinstance(block, Card):
        kept = tuple(
            _brief(document, best, field) for field in block.fields if field.label in _FIELDS
        )
        yield replace(block, item=id, title=(), aside=(), fields=kept or block.fields)
    elif block is not None:
        yield replace(block, item=id)


def others(document: Document, groups: Sequence[Group]) -> Iterator[Block]:
    """The other answers, one line each, in groups."""
    called = names.list_names(document)
    for title, listed in groups:
        if listed:
            yield Heading(text=runs(title), level=3)
        for number, id in listed:
            entry = entries.reference(document, id)
            label = runs(Run(f"{number} ", Style.LABEL), *entry.label)
            is_point = isinstance(document.items.get(id), Point) and id in called
            # Without the name of its list a point would read as a fact.
            text = (Run(f"{called[id]}: ", Style.LABEL), *entry.text) if is_point else entry.text
            yield replace(entry, item="", label=label, text=text, aside=_manner(document, id))


def _brief(document: Document, best: Excerpt | None, field: Field) -> Field:
    """Shorten a field for the card: no reasons for a date or an attribution."""
    if field.label == "WHEN":
        return Field(field.label, field.lines[:1])
    if field.label == "WHO" and best is not None:
        return Field(field.label, tuple(attribution.who(document, best, reasons=False)))
    return Field(field.label, field.lines)


def _title(document: Document, id: str) -> Runs:
    item = document.items.get(id)
    match item:
        case Reaction():
            kind = "no official statement" if item.form == reactions.SILENCE else item.form
            about = names.title(document, reactions.subject(document, item))
            on = f", on: {about}" if about else ""
            return runs(
                f"{kind.replace('-', ' ').upper()}  {names.actor(document, item.actor)}{on}"
            )
        case Event():
            return runs(f"{item.status.upper()}  {item.title}")
        case Excerpt():
            return runs("EXCERPT")
        case Point():
            return runs(names.list_names(document).get(id, "point").upper())
    return runs(f"{names.kind(document, id).upper()}  {getattr(item, 'name', '')}".rstrip())


def best_excerpt(document: Document, id: str) -> Excerpt | None:
    """The excerpt of an item that is best quoted.

    Verbatim excerpts come before others, and the speaker's own words before a paraphrase.
    """

    def rank(excerpt: Excerpt) -> tuple[bool, bool]:
        proved = found(document, excerpt.id).state is VerificationState.VERBATIM
        return not proved, excerpt.voice != "direct"

    return min(excerpts_behind(document, id), key=rank, default=None)


def _manner(document: Document, id: str) -> Runs:
    """The time of an item, and how its source renders the words."""
    best = best_excerpt(document, id)
    when = dates.short(getattr(document.items.get(id), "when", None))
    said = [when, attribution.manner(best) if best else ""]
    return runs(Run(" · ".join(filter(None, said)), Style.MUTED))
