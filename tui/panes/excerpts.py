"""Excerpts as cards and list entries, with their speakers and their verification."""

from collections.abc import Iterator

from tui.blocks import Block, Card, Entry, Field, Run, Runs, Style, runs
from tui.model.document import Document
from tui.model.sources import Excerpt, Translation
from tui.panes import attribution, names, verification
from tui.panes.remarks import filled, note_text
from tui.places import is_placeholder


def blocks(document: Document) -> Iterator[Block]:
    """A card for every excerpt of the file, in its order: the footnotes of a printed form."""
    for excerpt in document.briefing.excerpts:
        yield card(document, excerpt)


def card(document: Document, shown: Excerpt) -> Card:
    """An excerpt by itself, without the items that cite it."""
    if is_placeholder(shown.id):
        return Card(item=shown.id, title=runs(Run(shown.exact, Style.MUTED)), fields=())
    return Card(
        item=shown.id,
        title=runs(Run(shown.id, Style.LABEL)),
        aside=runs(Run(names.source(document, shown.source), Style.MUTED)),
        fields=(
            *word_fields(shown),
            Field("WHO", tuple(attribution.who(document, shown))),
            Field("QUOTABLE?", tuple(attribution.quotable(document, shown))),
            Field("CHECKED", tuple(verification.checked(verification.found(document, shown.id)))),
            *note_fields(document, shown.id),
        ),
    )


def entry(document: Document, shown: Excerpt) -> Entry:
    """An excerpt in a list: its words, and their verification in one line."""
    return Entry(
        item=shown.id,
        refs=(shown.id,),
        kind="excerpt",
        name=runs(Run(credit(document, shown), Style.LABEL)),
        text=words(shown),
        details=(runs(verification.one_line(verification.found(document, shown.id))),),
    )


def credit(document: Document, shown: Excerpt) -> str:
    """The speaker and the source: `the ministry, paraphrase in an article`."""
    source = names.source(document, shown.source)
    speaker = attribution.last_speaker(document, shown)
    return f"{speaker}, {attribution.manner(shown)} in {source}" if speaker else source


def words(shown: Excerpt) -> Runs:
    """The words of an excerpt, its emphasised parts in their own style."""
    parts: list[Run] = []
    written = 0
    for start, end in _emphasised(shown):
        parts.append(Run(shown.exact[written:start], Style.QUOTE))
        parts.append(Run(shown.exact[start:end], Style.EMPHASIS))
        written = end
    return runs(*parts, Run(shown.exact[written:], Style.QUOTE))


def word_fields(shown: Excerpt) -> Iterator[Field]:
    """Fields for the words, remarks on their form, and a translation."""
    yield Field("WORDS", (words(shown),), kind="quote")
    printed = filled(*(runs(remark) for remark in _as_printed(shown)))
    if printed:
        yield Field("AS PRINTED", printed)
    if shown.translation is not None:
        yield Field("TRANSLATION", tuple(_translation(shown.translation)))


def note_fields(document: Document, *ids: str) -> Iterator[Field]:
    """The field of the analyst's notes on the items, each note once; none without notes."""
    notes = dict.fromkeys(note for id in ids for note in document.notes_on.get(id, ()))
    if notes:
        yield Field("NOTES", tuple(note_text(document, note) for note in notes))


def _emphasised(shown: Excerpt) -> Iterator[tuple[int, int]]:
    """The emphasised stretches, in order and without overlaps."""
    found = ((shown.exact.find(part), len(part)) for part in shown.emphasis if part)
    reached = 0
    for start, length in sorted(each for each in found if each[0] >= 0):
        if start + length > reached:
            yield max(start, reached), start + length
            reached = start + length


def _as_printed(shown: Excerpt) -> Iterator[str]:
    if shown.lang:
        yield f"language: {shown.lang}"
    if shown.prefix:
        yield f"the one that stands after “{shown.prefix}”"
    if shown.suffix:
        yield f"the one that stands before “{shown.suffix}”"
    marks = shown.quotation_marks
    if marks is not None and marks.opening:
        yield f"opening quotation mark {marks.opening} in the source"
    if marks is not None and marks.closing:
        yield f"closing quotation mark {marks.closing} in the source"


def _translation(shown: Translation) -> Iterator[Runs]:
    yield runs(shown.text)
    made = f"into {shown.lang}" if shown.lang else "a translation"
    how = f" by a {shown.method}" if shown.method else ""
    by = f" ({shown.by})" if shown.by else ""
    yield runs(Run(f"{made}{how.replace('by a human', 'by a person')}{by}", Style.MUTED))
