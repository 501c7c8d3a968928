"""Checks of what a judgment states besides its text: its basis, support and contrary evidence."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic

CONFIDENCE_WITHOUT_BASIS = Rule("confidence-without-basis", "estimative language", ERROR)
NO_CONTRARY_EVIDENCE = Rule(
    "no-contrary-evidence",
    "estimative language",
    WARNING,
    draft_summary="not written yet, `contradicted_by` of",
)
JUDGMENT_ON_JUDGMENTS = Rule("judgment-on-judgments", "estimative language", ERROR)

RULES = (CONFIDENCE_WITHOUT_BASIS, NO_CONTRARY_EVIDENCE, JUDGMENT_ON_JUDGMENTS)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report judgments without a basis or contrary evidence, and those that rest on judgments."""
    judgments = context.briefing.key_judgments
    for judgment in judgments:
        if judgment.confidence and not judgment.basis.strip():
            yield CONFIDENCE_WITHOUT_BASIS.diagnostic(
                judgment.origin.span("confidence"),
                f"nothing says why the confidence is {judgment.confidence}.",
                "Write `basis:` with what the judgment rests on and what that lacks.",
                item=judgment.id,
            )
        for field in ("supported_by", "contradicted_by"):
            for index, id in enumerate(getattr(judgment, field) or ()):
                if context.document.kinds.get(id) == "judgment":
                    yield JUDGMENT_ON_JUDGMENTS.diagnostic(
                        judgment.origin.span(field, index),
                        f"{id} is a judgment; a judgment rests on claims, events and reactions.",
                        f"Name what {id} itself rests on.",
                        item=judgment.id,
                    )
    if context.truncated:
        return
    one_sided = [
        NO_CONTRARY_EVIDENCE.diagnostic(
            each.origin.span(),
            "the judgment does not say what speaks against it.",
            "Write `contradicted_by:`, with `[]` where nothing was found.",
            item=each.id,
        )
        for each in judgments
        if each.contradicted_by is None
    ]
    yield from NO_CONTRARY_EVIDENCE.summarised(one_sided, draft=context.draft)
