"""The checks of independence: what is confirmed comes from more than one origin."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.rule import ERROR, INFORMATION, Rule
from tui.diagnostics import Diagnostic
from tui.model.items import Claim, Judgment
from tui.model.origins import origins
from tui.model.sources import Excerpt

UNCONFIRMED_CREDIBILITY = Rule("unconfirmed-credibility", "sourcing", ERROR)
SINGLE_ORIGIN = Rule("single-origin", "sourcing", INFORMATION)

RULES = (UNCONFIRMED_CREDIBILITY, SINGLE_ORIGIN)


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """Claims, judgments and a file that rest on one origin alone."""
    document = survey.document
    for claim, _ in survey.of(Claim):
        if claim.credibility == 1:
            excerpts = [found for id in claim.cites if (found := document.excerpt(id))]
            count = len(origins(document, excerpts))
            if count < 2:
                yield UNCONFIRMED_CREDIBILITY.found(
                    claim.origin.span("credibility"),
                    f"credibility 1 is confirmed by independent sources; {_rests(count)}.",
                    "Cite an excerpt of a second origin, or write 2.",
                    item=claim.id,
                )
    cited = [each for each in document.briefing.excerpts if each.id in document.cited_by]
    all_origins = origins(document, cited)
    if len(all_origins) == 1:
        source = document.source(next(iter(all_origins.values())))
        if source is not None:
            yield SINGLE_ORIGIN.found(
                source.origin.span(),
                "all that is cited has one origin; nothing in this briefing confirms anything "
                "else in it.",
            )
    for judgment in document.briefing.key_judgments:
        if judgment.confidence == "high" and not survey.cut:
            count = len(origins(document, _behind(survey, judgment)))
            if count < 2:
                yield SINGLE_ORIGIN.found(
                    judgment.origin.span("confidence"),
                    f"confidence is high, and what the judgment rests on {_has(count)}.",
                    "Lower the confidence, or add support of a second origin.",
                    item=judgment.id,
                    severity=ERROR,
                )


def _behind(survey: CheckContext, judgment: Judgment) -> list[Excerpt]:
    """The excerpts that support a judgment."""
    document = survey.document
    return [each for id in judgment.supported_by for each in document.cited(id)]


def _rests(count: int) -> str:
    return "what this claim cites has one origin" if count else "this claim cites nothing"


def _has(count: int) -> str:
    return "has one origin" if count else "cites no source"
