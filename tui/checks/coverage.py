"""Checks of coverage: every sentence of an excerpted source is used or explicitly skipped."""

from collections.abc import Iterator, Sequence

from tui.checks.context import CheckContext
from tui.checks.messages import in_quotes
from tui.checks.rule import INFORMATION, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.coverage import Sentence, SentenceUse, SourceCoverage, coverage
from tui.model.sources import Source

UNCOVERED = Rule("uncovered-sentence", "coverage", WARNING, draft=INFORMATION)
PARTLY_COVERED = Rule("partly-covered-sentence", "coverage", INFORMATION)
SKIPPED_NOT_IN_SOURCE = Rule("skipped-not-in-source", "coverage", WARNING)

RULES = (UNCOVERED, PARTLY_COVERED, SKIPPED_NOT_IN_SOURCE)

LISTED = 3
"""Number of sentences that a message lists; the rest are counted."""


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report sentences without coverage, and skipped sentences that the copy does not have."""
    excerpted = {excerpt.source for excerpt in context.briefing.excerpts}
    declared = context.briefing.coverage
    for source in context.briefing.sources:
        if source.id not in context.document.copies:
            continue
        if source.id not in excerpted and source.id not in declared:
            continue
        found = coverage(context.document, source)
        yield from _check_skipped(context, source, found)
        if source.id in excerpted and not context.truncated:
            yield from _check_sentences(context, source, found)


def _check_skipped(
    context: CheckContext, source: Source, found: SourceCoverage
) -> Iterator[Diagnostic]:
    for at in found.absent:
        entry = context.briefing.coverage[source.id].skipped[at]
        yield SKIPPED_NOT_IN_SOURCE.diagnostic(
            entry.origin.span("exact"),
            f"{in_quotes(entry.exact)} is not in our copy of {source.id}.",
            "Copy the sentence from the file itself.",
            item=source.id,
        )


def _check_sentences(
    context: CheckContext, source: Source, found: SourceCoverage
) -> Iterator[Diagnostic]:
    uncovered = [each for each in found.sentences if each.state is SentenceUse.UNCOVERED]
    if uncovered:
        many = "sentences" if len(uncovered) > 1 else "sentence"
        yield UNCOVERED.diagnostic(
            source.origin.span("file"),
            f"{len(uncovered)} {many} of {source.id} not spoken of: {_list(uncovered)}.",
            f"Excerpt what matters; list the rest under `coverage: {source.id}: skipped:`.",
            item=source.id,
            draft=context.draft,
        )
    partly = [each for each in found.sentences if each.state is SentenceUse.PARTLY]
    if partly:
        what = f"{len(partly)} sentences" if len(partly) > 1 else "one sentence"
        yield PARTLY_COVERED.diagnostic(
            source.origin.span("file"),
            f"excerpts hold less than half of {what} of {source.id}: {_list(partly)}.",
            item=source.id,
        )


def _list(found: Sequence[Sentence]) -> str:
    listed = "; ".join(f"line {each.line}, {in_quotes(each.text)}" for each in found[:LISTED])
    return f"{listed} and {len(found) - LISTED} more" if len(found) > LISTED else listed
