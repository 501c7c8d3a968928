"""The checks of what a briefing rests on: what is cited, described, graded, and used at all."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.differences import named
from tui.checks.draft import in_one_line
from tui.checks.rule import ERROR, INFORMATION, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.items import Claim, Event, Item, Reaction
from tui.model.sources import Source

UNCITED_CLAIM = Rule(
    "uncited-claim", "sourcing", ERROR, draft=WARNING, unwritten="not written yet, `cites` of"
)
NO_SOURCE_SUMMARY = Rule("no-source-summary", "sourcing", ERROR, draft=WARNING)
NO_SOURCE_DESCRIPTOR = Rule(
    "no-source-descriptor", "sourcing", WARNING, unwritten="not written yet, `descriptor` of"
)
GRADE_WITHOUT_BASIS = Rule("grade-without-basis", "sourcing", ERROR)
UNUSED_SOURCE = Rule("unused-source", "sourcing", INFORMATION)
UNUSED_EXCERPT = Rule("unused-excerpt", "sourcing", WARNING, unwritten="not cited yet")

RULES = (
    UNCITED_CLAIM,
    NO_SOURCE_SUMMARY,
    NO_SOURCE_DESCRIPTOR,
    GRADE_WITHOUT_BASIS,
    UNUSED_SOURCE,
    UNUSED_EXCERPT,
)


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """What nothing supports, what nobody describes, and what nothing uses."""
    yield from _grades(survey)
    if survey.cut:
        return
    sources = survey.briefing.sources
    yield from _uncited(survey)
    if sources and not survey.briefing.source_summary.strip():
        yield NO_SOURCE_SUMMARY.found(
            survey.briefing.origin.span("source_summary"),
            "there is no source summary.",
            "Write `source_summary:` with what the sources are worth together.",
            draft=survey.draft,
        )
    yield from _undescribed(survey, sources)
    yield from _unused(survey, sources)


def _uncited(survey: CheckContext) -> Iterator[Diagnostic]:
    found = [(item, what) for item, what in _facts(survey) if not item.cites]
    if survey.draft and len(found) > 1:
        places = [(item.origin.span("cites"), item.id) for item, _ in found]
        yield in_one_line(UNCITED_CLAIM, places)
        return
    for item, what in found:
        yield UNCITED_CLAIM.found(
            item.origin.span("cites"),
            f"this {what} cites nothing.",
            "Write `cites:` with the excerpt that says so"
            + (", or `kind: assumption`." if what == "claim" else "."),
            item=item.id,
            draft=survey.draft,
        )


def _facts(survey: CheckContext) -> Iterator[tuple[Item, str]]:
    """What is said to be so, and what to call it."""
    for claim, _ in survey.of(Claim):
        if claim.kind == "information":
            yield claim, "claim"
    for reaction, _ in survey.of(Reaction):
        if reaction.form != "no-statement":
            yield reaction, "reaction"
    for event, _ in survey.of(Event):
        if event.status == "occurred":
            yield event, "past event"


def _undescribed(survey: CheckContext, sources: tuple[Source, ...]) -> Iterator[Diagnostic]:
    found = [source for source in sources if not source.descriptor.strip()]
    if survey.draft and len(found) > 1:
        places = [(source.origin.span("descriptor"), source.id) for source in found]
        yield in_one_line(NO_SOURCE_DESCRIPTOR, places)
        return
    for source in found:
        yield NO_SOURCE_DESCRIPTOR.found(
            source.origin.span("descriptor"),
            f"source {source.id} has no descriptor.",
            "Write `descriptor:` with who wrote it, with what access and what aim.",
            item=source.id,
        )


def _grades(survey: CheckContext) -> Iterator[Diagnostic]:
    for source in survey.briefing.sources:
        if source.reliability and not source.basis.strip():
            yield GRADE_WITHOUT_BASIS.found(
                source.origin.span("reliability"),
                f"nothing says why source {source.id} has reliability {source.reliability}.",
                "Write `basis:` with the reason, or leave the grade out.",
                item=source.id,
            )
    for claim, _ in survey.of(Claim):
        if claim.credibility is not None and not claim.basis.strip():
            yield GRADE_WITHOUT_BASIS.found(
                claim.origin.span("credibility"),
                f"nothing says why this claim has credibility {claim.credibility}.",
                "Write `basis:` with the reason, or leave the grade out.",
                item=claim.id,
            )


def _unused(survey: CheckContext, sources: tuple[Source, ...]) -> Iterator[Diagnostic]:
    excerpts = survey.briefing.excerpts
    excerpted = {excerpt.source for excerpt in excerpts}
    for source in sources:
        if source.id not in excerpted:
            yield UNUSED_SOURCE.found(
                source.origin.span(),
                f"nothing is excerpted from {source.id}.",
                item=source.id,
            )
    cited_by = survey.document.cited_by
    unused = [excerpt for excerpt in excerpts if excerpt.id not in cited_by]
    if survey.draft and len(unused) > 1:
        places = [(excerpt.origin.span(), excerpt.id) for excerpt in unused]
        yield in_one_line(UNUSED_EXCERPT, places)
        return
    for excerpt in unused:
        yield UNUSED_EXCERPT.found(
            excerpt.origin.span(),
            f"nothing cites {named(excerpt)}.",
            "Cite it where it belongs, or delete it.",
            item=excerpt.id,
        )
