"""The checks of judgments: what each has to say beside its text."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.draft import in_one_line
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic

CONFIDENCE_WITHOUT_BASIS = Rule("confidence-without-basis", "estimative language", ERROR)
NO_CONTRARY_EVIDENCE = Rule(
    "no-contrary-evidence",
    "estimative language",
    WARNING,
    unwritten="not written yet, `contradicted_by` of",
)
JUDGMENT_ON_JUDGMENTS = Rule("judgment-on-judgments", "estimative language", ERROR)

RULES = (CONFIDENCE_WITHOUT_BASIS, NO_CONTRARY_EVIDENCE, JUDGMENT_ON_JUDGMENTS)


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """Judgments without a basis or a contrary side, and judgments that rest on judgments."""
    judgments = survey.briefing.key_judgments
    for each in judgments:
        if each.confidence and not each.basis.strip():
            yield CONFIDENCE_WITHOUT_BASIS.found(
                each.origin.span("confidence"),
                f"nothing says why the confidence is {each.confidence}.",
                "Write `basis:` with what the judgment rests on and what that lacks.",
                item=each.id,
            )
        for field in ("supported_by", "contradicted_by"):
            for at, id in enumerate(getattr(each, field) or ()):
                if survey.document.kinds.get(id) == "judgment":
                    yield JUDGMENT_ON_JUDGMENTS.found(
                        each.origin.span(field, at),
                        f"{id} is a judgment; a judgment rests on claims, events and reactions.",
                        f"Name what {id} itself rests on.",
                        item=each.id,
                    )
    if survey.cut:
        return
    silent = [each for each in judgments if each.contradicted_by is None]
    if survey.draft and len(silent) > 1:
        yield in_one_line(NO_CONTRARY_EVIDENCE, [(each.origin.span(), each.id) for each in silent])
        return
    for each in silent:
        yield NO_CONTRARY_EVIDENCE.found(
            each.origin.span(),
            "the judgment does not say what speaks against it.",
            "Write `contradicted_by:`, with `[]` where nothing was found.",
            item=each.id,
        )
