"""Sentences of a source as items, with the items that cite them."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.blocks import Card, Field, Run, Runs, Style, runs
from tui.model.coverage import Sentence, SentenceUse, SourceCoverage, coverage
from tui.model.document import Document, OneOfItsOwn
from tui.model.sources import Source
from tui.panes import names
from tui.places import SENTENCE

_UNUSED = {
    SentenceUse.SKIPPED: "It is left out: {reason}",
    SentenceUse.BOILERPLATE: "It is boilerplate, not what the source says.",
}
_FORGOTTEN = "No reason for leaving it out is given."


class LocatedSentence(NamedTuple):
    """A sentence with its source and its number."""

    source: Source
    sentence: Sentence
    number: int
    """1-based, in the copy."""
    total: int
    """Of sentences in the copy."""


def item(source: str, number: int) -> str:
    """The item id of a sentence of a source."""
    return f"{SENTENCE}{source}:{number}"


def find(document: Document, item: str) -> LocatedSentence | None:
    """The sentence with an item id; `None` if the id is not that of a sentence."""
    id, _, written = item.removeprefix(SENTENCE).partition(":")
    source = document.source(id)
    if not item.startswith(SENTENCE) or source is None or not written.isdecimal():
        return None
    every = covered(document, source).sentences
    number = int(written)
    within = 1 <= number <= len(every)
    return LocatedSentence(source, every[number - 1], number, len(every)) if within else None


def covered(document: Document, source: Source) -> SourceCoverage:
    """The coverage of a source; cached for the latest documents."""
    return _covered(OneOfItsOwn(document), source.id)


def title(document: Document, found: LocatedSentence) -> str:
    """The source, line and beginning of a sentence, in one line."""
    source = names.source(document, found.source.id)
    return f"{source}, line {found.sentence.line}: “{names.shorten(found.sentence.text)}”"


def unused(found: LocatedSentence) -> str:
    """The remark that no item cites a sentence, with the reason."""
    if found.sentence.excerpts:
        return "Excerpts hold words of it, but no item cites them."
    why = _UNUSED.get(found.sentence.state, _FORGOTTEN).format(reason=found.sentence.reason)
    return f"Nothing rests on this sentence. {why}"


def card(document: Document, item: str, found: LocatedSentence) -> Card:
    """The card of a sentence: its words, its place, and the items that cite it."""
    excerpts = found.sentence.excerpts
    carried = dict.fromkeys(id for each in excerpts for id in document.cited_by.get(each, ()))
    where = f"{names.source(document, found.source.id)}, line {found.sentence.line}"
    fields = (
        Field("WORDS", (runs(Run(_one_line(found), Style.QUOTE)),), kind="quote"),
        Field("WHERE", (runs(where),)),
        Field("EXCERPTS", (runs(", ".join(excerpts) or "none holds words of it"),)),
        Field("CARRIES", tuple(_carried(document, carried)) or (runs(unused(found)),)),
    )
    return Card(
        item=item,
        refs=excerpts,
        title=runs(Run("SENTENCE", Style.HEADING)),
        aside=runs(Run(f"{found.number} of {found.total}", Style.MUTED)),
        fields=fields,
    )


def shares(document: Document, source: Source) -> str:
    """The shares of a copy's words that are used, skipped and not covered; without boilerplate."""
    return _shares(OneOfItsOwn(document), source.id)


def counts(shown: SourceCoverage) -> str:
    """The number of sentences in each state of use."""
    words = {
        SentenceUse.USED: "used",
        SentenceUse.PARTLY: "covered in part",
        SentenceUse.SKIPPED: "skipped with a reason",
        SentenceUse.BOILERPLATE: "boilerplate",
        SentenceUse.UNCOVERED: "not covered",
    }
    counted = ", ".join(f"{shown.count(use) or 'none'} {said}" for use, said in words.items())
    return f"{len(shown.sentences)} sentences: {counted}. Shares are of words, boilerplate aside."


@lru_cache(maxsize=2)
def _covered(of: OneOfItsOwn, source: str) -> SourceCoverage:
    found = of.document.source(source)
    return coverage(of.document, found) if found else SourceCoverage(())


@lru_cache(maxsize=2)
def _shares(of: OneOfItsOwn, source: str) -> str:
    shown = _covered(of, source)
    used, accounted_for = shown.percent, shown.percent_accounted_for
    skipped, rest = accounted_for - used, 100 - accounted_for
    return f"{used} % used · {skipped} % skipped · {rest} % not covered"


def _carried(document: Document, ids: dict[str, None]) -> Iterator[Runs]:
    for id in ids:
        yield runs(Run(f"{names.kind(document, id)}: ", Style.LABEL), names.title(document, id))


def _one_line(found: LocatedSentence) -> str:
    return " ".join(found.sentence.text.split())
