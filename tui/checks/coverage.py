"""The checks of coverage: no sentence of a source is passed over in silence."""

from collections.abc import Iterator, Sequence

from tui.checks.context import CheckContext
from tui.checks.differences import shown
from tui.checks.rule import INFORMATION, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.coverage import Sentence, SentenceUse, SourceCoverage, coverage
from tui.model.sources import Source

UNCOVERED = Rule("uncovered-sentence", "coverage", WARNING, draft=INFORMATION)
PARTLY_COVERED = Rule("partly-covered-sentence", "coverage", INFORMATION)
SKIPPED_NOT_IN_SOURCE = Rule("skipped-not-in-source", "coverage", WARNING)

RULES = (UNCOVERED, PARTLY_COVERED, SKIPPED_NOT_IN_SOURCE)

TOLD = 3
"""So many sentences are quoted in one line; the others are counted."""


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """Sentences that nothing speaks of, and sentences that are left out and are not there."""
    excerpted = {excerpt.source for excerpt in survey.briefing.excerpts}
    declared = survey.briefing.coverage
    for source in survey.briefing.sources:
        if source.id not in survey.document.copies:
            continue
        if source.id not in excerpted and source.id not in declared:
            continue
        found = coverage(survey.document, source)
        yield from _absent(survey, source, found)
        if source.id in excerpted and not survey.cut:
            yield from _passed_over(survey, source, found)


def _absent(survey: CheckContext, source: Source, found: SourceCoverage) -> Iterator[Diagnostic]:
    for at in found.absent:
        entry = survey.briefing.coverage[source.id].skipped[at]
        yield SKIPPED_NOT_IN_SOURCE.found(
            entry.origin.span("exact"),
            f"{shown(entry.exact)} is not in our copy of {source.id}.",
            "Copy the sentence from the file itself.",
            item=source.id,
        )


def _passed_over(
    survey: CheckContext, source: Source, found: SourceCoverage
) -> Iterator[Diagnostic]:
    uncovered = [each for each in found.sentences if each.state is SentenceUse.UNCOVERED]
    if uncovered:
        many = "sentences" if len(uncovered) > 1 else "sentence"
        yield UNCOVERED.found(
            source.origin.span("file"),
            f"{len(uncovered)} {many} of {source.id} not spoken of: {_listed(uncovered)}.",
            f"Excerpt what matters; list the rest under `coverage: {source.id}: skipped:`.",
            item=source.id,
            draft=survey.draft,
        )
    partly = [each for each in found.sentences if each.state is SentenceUse.PARTLY]
    if partly:
        what = f"{len(partly)} sentences" if len(partly) > 1 else "one sentence"
        yield PARTLY_COVERED.found(
            source.origin.span("file"),
            f"excerpts hold less than half of {what} of {source.id}: {_listed(partly)}.",
            item=source.id,
        )


def _listed(found: Sequence[Sentence]) -> str:
    named = "; ".join(f"line {each.line}, {shown(each.text)}" for each in found[:TOLD])
    return f"{named} and {len(found) - TOLD} more" if len(found) > TOLD else named
