"""The reader's annotations: own notes, and the changes since the last reading of an item."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.blocks import Block, Card, Entry, Field, Paragraph, Run, Runs, Style, TimelineRow, runs
from tui.frozen import field, frozen, replace
from tui.model.annotations import ReaderNote, ReadSnapshot
from tui.model.changes import BRIEFING, Changes
from tui.model.document import Document, Policy
from tui.model.items import Actor
from tui.panes import dates, headings, names
from tui.panes.dependents import excerpts_behind
from tui.panes.evidence_card import statement
from tui.places import Options, Place, View, is_placeholder

NEW = "NEW"
CHANGED = "CHANGED"
OTHER_PROOF = "PROOF CHANGED"
OTHER_WORDS = "WORDS CHANGED"
"""An excerpt that the item cites has changed."""

_YOURS = Run("Your own note: ", Style.LABEL)
_YOUR_NOTE = runs(Run("your note", Style.LABEL))
_WITHHELD = runs(Run("withheld, as what it is on", Style.MUTED))


@frozen(eq=False)
class Annotations:
    """The reader's annotations, by item."""

    news: Mapping[str, str] = field(factory=dict)
    """How each item has changed since the last reading, in a word or two."""
    notes: Mapping[str, Sequence[ReaderNote]] = field(factory=dict)


def projected(document: Document, own: Annotations) -> Annotations:
    """The annotations that may be shown beside a projected document, by the ids of its items."""
    policy = document.policy
    if policy.room:
        return Annotations()
    if not policy.clearance:
        return own
    ids = {id: document.projected_id(id) for id in (*own.news, *own.notes)}
    shown = {id: here for id, here in ids.items() if here and not is_placeholder(here)}
    return Annotations(
        {shown[id]: word for id, word in own.news.items() if id in shown},
        {
            shown[id]: [note for note in notes if may_be_shown(note, shown[id], policy)]
            for id, notes in own.notes.items()
            if id in shown
        },
    )


def annotated(
    blocks: Sequence[Block], place: Place, options: Options, own: Annotations
) -> list[Block]:
    """The blocks of a place with the reader's annotations."""
    made = list(blocks)
    if not (own.news or own.notes):
        return made
    made = [_annotated(block, options, own) for block in made]
    if place.view is View.EVIDENCE:
        on = dict.fromkeys((place.key, *(block.item for block in made)))
        found = [note for id in on for note in own.notes.get(id, ())]
        if found:
            made.append(_card(found))
    return made


def news(document: Document, found: Changes) -> dict[str, str]:
    """How items have changed, in a word or two; a changed excerpt also marks its citing items."""
    words = _words(found)
    behind = {
        item: OTHER_WORDS if word == CHANGED else word
        for id, word in words.items()
        for item in document.cited_by.get(id, ())
    }
    return {**behind, **words}


def since(document: Document, reading: ReadSnapshot, found: Changes) -> Iterator[Block]:
    """The changes since a reading, an entry for each changed item."""
    yield headings.section(f"since {dates.prose(reading.date)}")
    words = _words(found)
    names = {id: document.projected_id(id) for id in words if id != BRIEFING}
    listed = {name: words[id] for id, name in names.items() if name}
    for id in sorted(listed, key=list(document.items).index):
        yield _named(document, id, Run(listed[id], Style.CAUTION))
    if words.get(BRIEFING):
        yield Paragraph(text=runs("What the briefing says of itself has changed."))
    for id in found.withdrawn:
        title = reading.titles.get(id) or id
        if document.policy.clearance:  # the marking of a withdrawn item is unknown
            title = "withheld: it is not known how it was marked"
        yield Entry(kind="withdrawn", label=runs(Run("WITHDRAWN", Style.WRONG)), text=runs(title))
    if not found:
        yield Paragraph(text=runs("Nothing has changed."))


def listed(whole: Document, shown: Document, notes: Iterable[ReaderNote]) -> Iterator[Block]:
    """List notes, each with the title of its item.

    A note on a withheld item is withheld too. The entry of a note whose item is gone has no item.

    Args:
        whole: The document as loaded, in which the items of the notes are looked up.
        shown: Its projection.
        notes: The notes to list.
    """
    for note in notes:
        at = shown.projected_id(found(whole, note))
        if may_be_shown(note, at, shown.policy):
            yield _note_entry(shown, note, at)
        else:
            yield Entry(item=at, kind="own-note", label=_YOUR_NOTE, text=_WITHHELD)


def may_be_shown(note: ReaderNote, at: str, policy: Policy) -> bool:
    """Whether a note on the item `at` of a projection may be shown.

    The marking that the item had when the note was written counts too.
    """
    return not (is_placeholder(at) or policy.withholds(note.marking))


def _note_entry(document: Document, note: ReaderNote, at: str) -> Entry:
    return Entry(
        item=at,
        kind="own-note",
        label=_YOUR_NOTE,
        name=runs(names.title(document, at) if at else names.shorten(note.statement)),
        aside=runs(Run("" if at else "withdrawn", Style.CAUTION)),
        text=runs(Run(note.text, Style.OURS)),
    )


def found(document: Document, note: ReaderNote) -> str:
    """The id of the item that a note is on; empty if the briefing has no such item.

    A derived id may mean another item in a later version, so the item's statement decides.
    """
    if "/" not in note.item:
        return note.item if note.item in document.items else ""
    if note.item in document.items and full_statement(document, note.item) == note.statement:
        return note.item
    unnamed = (id for id in document.items if "/" in id)
    return next((id for id in unnamed if full_statement(document, id) == note.statement), "")


def full_statement(document: Document, item: str) -> str:
    """The full statement of an item."""
    record = document.items[item]
    if isinstance(record, Actor):
        return record.name
    return statement(record) or str(getattr(record, "exact", "")) or names.title(document, item)


def quotation(document: Document, item: str) -> str:
    """The words of the first excerpt that supports an item; empty if there is none."""
    return next((each.exact for each in excerpts_behind(document, item)), "")


def _words(found: Changes) -> dict[str, str]:
    """How each item itself has changed, by id."""
    return {
        **{pair.after: OTHER_PROOF for pair in found.standing},
        **{pair.after: CHANGED for pair in found.changed},
        **dict.fromkeys(found.added, NEW),
    }


def _annotated(block: Block, options: Options, own: Annotations) -> Block:
    word, notes = own.news.get(block.item, ""), own.notes.get(block.item, ())
    if not block.item or not isinstance(block, Entry | TimelineRow) or not (word or notes):
        return block
    aside = (*block.aside, Run("  " if block.aside and word else ""), Run(word, Style.CAUTION))
    return replace(
        block,
        aside=tuple(run for run in aside if run.text),
        details=(*block.details, *_lines(notes, options)),
    )


def _lines(notes: Sequence[ReaderNote], options: Options) -> Iterator[Runs]:
    """The notes in full, or their number."""
    if options.notes:
        yield from (_line(note) for note in notes)
    elif notes:
        yield runs(Run(f"{names.count(len(notes), 'note')} of your own", Style.MUTED))


def _line(note: ReaderNote) -> Runs:
    return (_YOURS, Run(note.text, Style.OURS))


def _card(notes: Iterable[ReaderNote]) -> Card:
    lines = tuple(
        runs(Run(note.text, Style.OURS), Run(f" ({note.written[:10]})", Style.MUTED))
        for note in notes
    )
    return Card(
        title=runs(Run("YOUR OWN NOTES", Style.HEADING)),
        aside=runs(Run("seen by you alone", Style.MUTED)),
        fields=(Field("NOTE", lines),),
    )


def _named(document: Document, id: str, word: Run) -> Entry:
    kind = names.kind(document, id)
    return Entry(
        item=id,
        kind=kind,
        label=(word,),
        name=runs(names.title(document, id)),
        aside=runs(Run(kind, Style.MUTED)),
    )
