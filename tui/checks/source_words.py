"""The check of words beside the excerpts that are given as a source's: dates, notes, emphasis."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.differences import shown
from tui.checks.rule import ERROR, Rule
from tui.diagnostics import Diagnostic
from tui.model.fields import Record
from tui.model.items import Claim, Note, When
from tui.model.passages import Texts, cited, noted
from tui.model.sources import Excerpt
from tui.text.held import holds

WORDS_NOT_IN_SOURCE = Rule("words-not-in-source", "quotes", ERROR)

RULES = (WORDS_NOT_IN_SOURCE,)


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """What is given as a source's words and is not in the texts concerned."""
    document = survey.document
    if document.copies:  # without any, it is not known what words the cited sentences have
        yield from _cited_words(survey)
    for excerpt, owner in survey.of(Excerpt):
        for index, words in enumerate(excerpt.emphasis):
            yield from _lacking(excerpt, ("emphasis", index), words, (excerpt.exact,), owner)
    for note, owner in survey.of(Note):
        texts = noted(document, note) if note.at or note.reads else None
        for field in ("at", "reads") if note.at != note.reads else ("at",):
            yield from _lacking(note, (field,), getattr(note, field), texts, owner)


def _cited_words(survey: CheckContext) -> Iterator[Diagnostic]:
    document = survey.document
    for when, owner in survey.of(When):
        cites = getattr(document.items.get(owner), "cites", ())
        texts = cited(document, cites) if when.stated else None
        for index, words in enumerate(when.stated):
            yield from _lacking(when, ("stated", index), words, texts, owner)
    for claim, owner in survey.of(Claim):
        if claim.reported_likelihood:
            texts = cited(document, claim.cites)
            word = claim.reported_likelihood
            yield from _lacking(claim, ("reported_likelihood",), word, texts, owner)


def _lacking(
    record: Record, path: tuple[str | int, ...], words: str, texts: Texts, owner: str
) -> Iterator[Diagnostic]:
    if words and texts is not None and not holds(texts, words):
        yield WORDS_NOT_IN_SOURCE.found(
            record.origin.span(*path),
            f"`{path[0]}` gives {shown(words)} as the source's words; {_WHERE[str(path[0])]}.",
            _HELP[str(path[0])],
            item=owner,
        )


_WHERE = {
    "stated": "no sentence that is cited here has them",
    "reported_likelihood": "no sentence that is cited here has them",
    "emphasis": "`exact` does not have them",
    "at": "no excerpt or source that the note is on has them",
    "reads": "no excerpt or source that the note is on has them",
}
_HELP = {
    "stated": "Copy the source's words for the time, cite the excerpt that has them, or leave "
    "`stated` out.",
    "reported_likelihood": "Copy the source's word, cite the excerpt that has it, or leave it out.",
    "emphasis": "Copy a part of `exact`.",
    "at": "Copy the words from the excerpt, or add the excerpt that has them to `on`.",
    "reads": "Copy the words from the excerpt, or add the excerpt that has them to `on`.",
}
