"""Check of texts other than excerpts that are given as a source's words: dates, notes, emphasis."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.messages import in_quotes
from tui.checks.rule import ERROR, Rule
from tui.diagnostics import Diagnostic
from tui.model.fields import Record
from tui.model.items import Claim, Note, When
from tui.model.passages import Texts, cited, noted
from tui.model.sources import Excerpt
from tui.text.quotation import contains_words

WORDS_NOT_IN_SOURCE = Rule("words-not-in-source", "quotes", ERROR)

RULES = (WORDS_NOT_IN_SOURCE,)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report texts given as a source's words that are not in the source."""
    document = context.document
    if document.copies:  # otherwise the cited sentences are not known
        yield from _check_cited_words(context)
    for excerpt, owner in context.of(Excerpt):
        for index, words in enumerate(excerpt.emphasis):
            yield from _check_words(excerpt, ("emphasis", index), words, (excerpt.exact,), owner)
    for note, owner in context.of(Note):
        texts = noted(document, note) if note.at or note.reads else None
        yield from _check_words(note, ("at",), note.at, texts, owner)
        if note.reads != note.at:
            yield from _check_words(note, ("reads",), note.reads, texts, owner)


def _check_cited_words(context: CheckContext) -> Iterator[Diagnostic]:
    document = context.document
    for when, owner in context.of(When):
        cites = getattr(document.items.get(owner), "cites", ())
        texts = cited(document, cites) if when.stated else None
        for index, words in enumerate(when.stated):
            yield from _check_words(when, ("stated", index), words, texts, owner)
    for claim, owner in context.of(Claim):
        if words := claim.reported_likelihood:
            texts = cited(document, claim.cites)
            yield from _check_words(claim, ("reported_likelihood",), words, texts, owner)


def _check_words(
    record: Record, path: tuple[str | int, ...], words: str, texts: Texts, owner: str
) -> Iterator[Diagnostic]:
    """Report words that none of the texts contains; `None` means that the texts are not known."""
    if words and texts is not None and not contains_words(texts, words):
        field = str(path[0])
        problem, help = _MESSAGES[field]
        yield WORDS_NOT_IN_SOURCE.diagnostic(
            record.origin.span(*path),
            f"`{field}` gives {in_quotes(words)} as the source's words; {problem}.",
            help,
            item=owner,
        )


_NOT_CITED = "no sentence that is cited here has them"
_NOT_NOTED = (
    "no excerpt or source that the note is on has them",
    "Copy the words from the excerpt, or add the excerpt that has them to `on`.",
)
_MESSAGES = {
    "stated": (
        _NOT_CITED,
        "Copy the source's words for the time, cite the excerpt that has them, or leave `stated` "
        "out.",
    ),
    "reported_likelihood": (
        _NOT_CITED,
        "Copy the source's word, cite the excerpt that has it, or leave it out.",
    ),
    "emphasis": ("`exact` does not have them", "Copy a part of `exact`."),
    "at": _NOT_NOTED,
    "reads": _NOT_NOTED,
}
"""What is wrong and the help, by field."""
