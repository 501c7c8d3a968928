"""The checks of independence: what is confirmed comes from more than one origin."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.rule import ERROR, INFORMATION, Rule
from tui.diagnostics import Diagnostic
from tui.model.items import Claim, Judgment
from tui.model.origins import origins
from tui.model.sources import Excerpt

_TWO_REPORTS = """
        sources:
          - {id: agency, descriptor: A news agency., origin_group: agency}
          - {id: daily, descriptor: A newspaper., origin_group: GROUP}
        excerpts:
          - {id: x1, source: agency, voice: narrator, exact: The summit begins on June 29.}
          - {id: x2, source: daily, voice: narrator, exact: It begins on June 29.}
        """

UNCONFIRMED_CREDIBILITY = Rule(
    "unconfirmed-credibility",
    "sourcing",
    ERROR,
    "Credibility 1 of the Admiralty code says that other, independent sources confirm it, and the "
    "claim's excerpts have only one origin. Sources of one `origin_group` are one, and so are "
    "those that are `derived_from` one text. Cite a second origin, or write 2.",
    wrong="""
        panes:
          - role: issue
            sections:
              - claims:
                  - text: The summit is to begin at the end of June.
                    credibility: 1
                    basis: Two sources have it.
                    cites: [x1, x2]"""
    + _TWO_REPORTS.replace("GROUP", "agency"),
    right="""
        panes:
          - role: issue
            sections:
              - claims:
                  - text: The summit is to begin at the end of June.
                    credibility: 1
                    basis: Two sources have it.
                    cites: [x1, x2]"""
    + _TWO_REPORTS.replace("GROUP", "own-reporting"),
)
SINGLE_ORIGIN = Rule(
    "single-origin",
    "sourcing",
    INFORMATION,
    "All excerpts come from one origin, so nothing in the briefing confirms anything else in it; "
    "said once for a file. It is an error for a judgment of high confidence, which rests on more "
    "than one origin (ICD 203).",
    wrong="""
        key_judgments:
          - id: j1
            text: South Korea will likely stay a partner.
            likelihood: likely
            confidence: high
            basis: It is a partner.
            supported_by: [c1]
            contradicted_by: []
        panes:
          - role: issue
            sections:
              - claims:
                  - id: c1
                    text: South Korea is a partner of NATO.
                    cites: [{exact: South Korea is a NATO global partner, voice: narrator}]
        """,
    right="""
        key_judgments:
          - id: j1
            text: South Korea will likely stay a partner.
            likelihood: likely
            confidence: high
            basis: Two newspapers report independently that it is a partner.
            supported_by: [c1]
            contradicted_by: []
        panes:
          - role: issue
            sections:
              - claims:
                  - id: c1
                    text: South Korea is a partner of NATO.
                    cites:
                      - {source: times, exact: Seoul is a partner, voice: narrator}
                      - {source: post, exact: NATO’s partner in Seoul, voice: narrator}
        sources:
          - {id: times, descriptor: A newspaper., origin_group: times}
          - {id: post, descriptor: Another newspaper., origin_group: post}
        """,
)

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
