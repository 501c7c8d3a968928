"""Checks of sourcing: what is cited, described, graded, used, and independently confirmed."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.messages import excerpt_label
from tui.checks.rule import ERROR, INFORMATION, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.items import Claim, Event, Item, Judgment, Reaction
from tui.model.origins import origins
from tui.model.sources import Excerpt

UNCITED_CLAIM = Rule(
    "uncited-claim", "sourcing", ERROR, draft=WARNING, draft_summary="not written yet, `cites` of"
)
NO_SOURCE_SUMMARY = Rule("no-source-summary", "sourcing", ERROR, draft=WARNING)
NO_SOURCE_DESCRIPTOR = Rule(
    "no-source-descriptor", "sourcing", WARNING, draft_summary="not written yet, `descriptor` of"
)
GRADE_WITHOUT_BASIS = Rule("grade-without-basis", "sourcing", ERROR)
UNUSED_SOURCE = Rule("unused-source", "sourcing", INFORMATION)
UNUSED_EXCERPT = Rule("unused-excerpt", "sourcing", WARNING, draft_summary="not cited yet")
UNCONFIRMED_CREDIBILITY = Rule("unconfirmed-credibility", "sourcing", ERROR)
SINGLE_ORIGIN = Rule("single-origin", "sourcing", INFORMATION)

RULES = (
    UNCITED_CLAIM,
    NO_SOURCE_SUMMARY,
    NO_SOURCE_DESCRIPTOR,
    GRADE_WITHOUT_BASIS,
    UNUSED_SOURCE,
    UNUSED_EXCERPT,
    UNCONFIRMED_CREDIBILITY,
    SINGLE_ORIGIN,
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report what has no source, and sources that are undescribed, unused or all of one origin."""
    yield from _check_grades(context)
    yield from _check_credibility(context)
    yield from _check_origins(context)
    if context.truncated:
        return
    yield from UNCITED_CLAIM.summarised(list(_uncited(context)), draft=context.draft)
    briefing = context.briefing
    if briefing.sources and not briefing.source_summary.strip():
        yield NO_SOURCE_SUMMARY.diagnostic(
            briefing.origin.span("source_summary"),
            "there is no source summary.",
            "Write `source_summary:` with what the sources are worth together.",
            draft=context.draft,
        )
    yield from NO_SOURCE_DESCRIPTOR.summarised(list(_undescribed(context)), draft=context.draft)
    yield from _check_use_of_sources(context)
    yield from UNUSED_EXCERPT.summarised(list(_unused_excerpts(context)), draft=context.draft)
    yield from _check_high_confidence(context)


def _uncited(context: CheckContext) -> Iterator[Diagnostic]:
    for item, noun in _facts(context):
        if not item.cites:
            assumption = ", or `kind: assumption`" if noun == "claim" else ""
            yield UNCITED_CLAIM.diagnostic(
                item.origin.span("cites"),
                f"this {noun} cites nothing.",
                f"Write `cites:` with the excerpt that says so{assumption}.",
                item=item.id,
                draft=context.draft,
            )


def _facts(context: CheckContext) -> Iterator[tuple[Item, str]]:
    """The items that state a fact, each with the noun for it."""
    for claim, _ in context.of(Claim):
        if claim.kind == "information":
            yield claim, "claim"
    for reaction, _ in context.of(Reaction):
        if reaction.form != "no-statement":
            yield reaction, "reaction"
    for event, _ in context.of(Event):
        if event.status == "occurred":
            yield event, "past event"


def _undescribed(context: CheckContext) -> Iterator[Diagnostic]:
    for source in context.briefing.sources:
        if not source.descriptor.strip():
            yield NO_SOURCE_DESCRIPTOR.diagnostic(
                source.origin.span("descriptor"),
                f"source {source.id} has no descriptor.",
                "Write `descriptor:` with who wrote it, with what access and what aim.",
                item=source.id,
            )


def _check_grades(context: CheckContext) -> Iterator[Diagnostic]:
    help = "Write `basis:` with the reason, or leave the grade out."
    for source in context.briefing.sources:
        if source.reliability and not source.basis.strip():
            yield GRADE_WITHOUT_BASIS.diagnostic(
                source.origin.span("reliability"),
                f"nothing says why source {source.id} has reliability {source.reliability}.",
                help,
                item=source.id,
            )
    for claim, _ in context.of(Claim):
        if claim.credibility is not None and not claim.basis.strip():
            yield GRADE_WITHOUT_BASIS.diagnostic(
                claim.origin.span("credibility"),
                f"nothing says why this claim has credibility {claim.credibility}.",
                help,
                item=claim.id,
            )


def _check_use_of_sources(context: CheckContext) -> Iterator[Diagnostic]:
    excerpted = {excerpt.source for excerpt in context.briefing.excerpts}
    for source in context.briefing.sources:
        if source.id not in excerpted:
            yield UNUSED_SOURCE.diagnostic(
                source.origin.span(),
                f"nothing is excerpted from {source.id}.",
                item=source.id,
            )


def _unused_excerpts(context: CheckContext) -> Iterator[Diagnostic]:
    for excerpt in context.briefing.excerpts:
        if excerpt.id not in context.document.cited_by:
            yield UNUSED_EXCERPT.diagnostic(
                excerpt.origin.span(),
                f"nothing cites {excerpt_label(excerpt)}.",
                "Cite it where it belongs, or delete it.",
                item=excerpt.id,
            )


def _check_credibility(context: CheckContext) -> Iterator[Diagnostic]:
    """Report claims of credibility 1 that rest on fewer than two origins."""
    document = context.document
    for claim, _ in context.of(Claim):
        if claim.credibility != 1:
            continue
        excerpts = [found for id in claim.cites if (found := document.excerpt(id))]
        count = len(origins(document, excerpts))
        if count < 2:
            rests = "what this claim cites has one origin" if count else "this claim cites nothing"
            yield UNCONFIRMED_CREDIBILITY.diagnostic(
                claim.origin.span("credibility"),
                f"credibility 1 is confirmed by independent sources; {rests}.",
                "Cite an excerpt of a second origin, or write 2.",
                item=claim.id,
            )


def _check_origins(context: CheckContext) -> Iterator[Diagnostic]:
    """Report a briefing whose excerpts all have one origin."""
    document = context.document
    cited = [each for each in document.briefing.excerpts if each.id in document.cited_by]
    sources = list(origins(document, cited).values())
    source = document.source(sources[0]) if len(sources) == 1 else None
    if source is not None:
        yield SINGLE_ORIGIN.diagnostic(
            source.origin.span(),
            "all that is cited has one origin; nothing in this briefing confirms anything else in "
            "it.",
        )


def _check_high_confidence(context: CheckContext) -> Iterator[Diagnostic]:
    """Report judgments of high confidence that rest on fewer than two origins."""
    for judgment in context.briefing.key_judgments:
        if judgment.confidence != "high":
            continue
        count = len(origins(context.document, _support(context, judgment)))
        if count < 2:
            rests = "has one origin" if count else "cites no source"
            yield SINGLE_ORIGIN.diagnostic(
                judgment.origin.span("confidence"),
                f"confidence is high, and what the judgment rests on {rests}.",
                "Lower the confidence, or add support of a second origin.",
                item=judgment.id,
                severity=ERROR,
            )


def _support(context: CheckContext, judgment: Judgment) -> list[Excerpt]:
    """The excerpts cited by the items that support a judgment."""
    document = context.document
    return [excerpt for id in judgment.supported_by for excerpt in document.cited(id)]
