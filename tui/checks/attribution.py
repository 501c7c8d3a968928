"""The checks of attribution: who is said to have said it, and what in the source says so."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.differences import named, shown
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.passages import is_marked, sentences
from tui.model.sources import Excerpt

CUE_NOT_IN_SOURCE = Rule("cue-not-in-source", "attribution", ERROR)
DIRECT_VOICE_WITHOUT_SPEAKER = Rule("direct-voice-without-speaker", "attribution", ERROR)
DIRECT_WITHOUT_QUOTATION_MARKS = Rule("direct-without-quotation-marks", "attribution", WARNING)
HOP_WITHOUT_CUE = Rule("hop-without-cue", "attribution", WARNING)

RULES = (
    CUE_NOT_IN_SOURCE,
    DIRECT_VOICE_WITHOUT_SPEAKER,
    DIRECT_WITHOUT_QUOTATION_MARKS,
    HOP_WITHOUT_CUE,
)


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """Cues that the source does not have, and chains that leave open who spoke."""
    for excerpt in survey.briefing.excerpts:
        yield from _cues(survey, excerpt)
        yield from _speaker(excerpt)
        if excerpt.voice == "direct" and not is_marked(survey.document, excerpt):
            yield _unmarked(excerpt)


def _cues(survey: CheckContext, excerpt: Excerpt) -> Iterator[Diagnostic]:
    within = sentences(survey.document, excerpt)
    for hop in excerpt.chain if within else ():
        if hop.cue and hop.cue not in within:
            yield CUE_NOT_IN_SOURCE.found(
                hop.origin.span("cue"),
                f"{shown(hop.cue)} is not in the sentence of {named(excerpt)}: {shown(within)}.",
                "Copy the cue from the sentence, or write `inferred: true` with a `basis` "
                "instead of it.",
                item=excerpt.id,
            )


def _speaker(excerpt: Excerpt) -> Iterator[Diagnostic]:
    last = excerpt.chain[-1] if excerpt.chain else None
    if excerpt.voice == "direct" and (last is None or last.unnamed or not last.agent):
        yield DIRECT_VOICE_WITHOUT_SPEAKER.found(
            excerpt.origin.span("voice"),
            f"the voice of {named(excerpt)} is direct, and its chain ends with no named speaker.",
            "Add the speaker as the last hop, `{agent: …, cue: …}`, or write another `voice`.",
            item=excerpt.id,
        )
    if last is not None and not last.cue and not (last.inferred and last.basis):
        yield HOP_WITHOUT_CUE.found(
            last.origin.span(),
            f"nothing in {named(excerpt)} shows how it is known that the last hop spoke.",
            "Add a `cue` from the sentence, or `inferred: true` with a `basis`.",
            item=excerpt.id,
        )


def _unmarked(excerpt: Excerpt) -> Diagnostic:
    return DIRECT_WITHOUT_QUOTATION_MARKS.found(
        excerpt.origin.span("voice"),
        f"the voice of {named(excerpt)} is direct, and the source has no quotation marks there.",
        "Write `voice: indirect`; where the source leaves its marks out, add "
        "`quotation_marks: {opening: missing, closing: missing}`.",
        item=excerpt.id,
    )
