"""The checks of attribution: who is said to have said it, and what in the source says so."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.differences import named, shown
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.passages import is_marked, sentences
from tui.model.sources import Excerpt

CUE_NOT_IN_SOURCE = Rule(
    "cue-not-in-source",
    "attribution",
    ERROR,
    "A `cue` is text of the sentences that the excerpt touches, word for word: it is shown as what "
    "the source says of the speaker. What only follows from elsewhere is `inferred: true` with a "
    "`basis`, and has no cue.",
    wrong="""
        panes: [{role: actors}]
        actors:
          - {id: wang-yi, name: Wang Yi, kind: person}
        excerpts:
          - id: x-wang-yi
            voice: indirect
            chain: [{agent: wang-yi, cue: Wang Yi shouted that}]
            exact: Earlier, Chinese Foreign Minister Wang Yi has also stated that China is ready
        """,
    right="""
        panes: [{role: actors}]
        actors:
          - {id: wang-yi, name: Wang Yi, kind: person}
        excerpts:
          - id: x-wang-yi
            voice: indirect
            chain: [{agent: wang-yi, cue: Wang Yi has also stated that}]
            exact: Earlier, Chinese Foreign Minister Wang Yi has also stated that China is ready
        """,
)
DIRECT_VOICE_WITHOUT_SPEAKER = Rule(
    "direct-voice-without-speaker",
    "attribution",
    ERROR,
    "The voice is `direct`, and the last hop of the chain names no actor: words that are quoted "
    "are somebody's. Name the speaker as the last `agent`, or choose another voice.",
    wrong="""
        excerpts:
          - id: x-training
            voice: direct
            exact: expanding the scope of joint training,”
            quotation_marks: {opening: missing}
        """,
    right="""
        panes: [{role: actors}]
        actors:
          - {id: nis, name: National Intelligence Service, kind: organization}
        excerpts:
          - id: x-training
            voice: direct
            chain: [{agent: nis, inferred: true, basis: The sentence before names it.}]
            exact: expanding the scope of joint training,”
            quotation_marks: {opening: missing}
        """,
)
DIRECT_WITHOUT_QUOTATION_MARKS = Rule(
    "direct-without-quotation-marks",
    "attribution",
    WARNING,
    "The voice is `direct`, and the source has no quotation mark in the sentences that the excerpt "
    "touches, nor does a quotation that was opened before reach it: it may be a paraphrase. Where "
    "the source leaves the marks out, declare it in `quotation_marks`.",
    wrong="""
        panes: [{role: actors}]
        actors:
          - {id: wang-yi, name: Wang Yi, kind: person}
        excerpts:
          - id: x-wang-yi
            voice: direct
            chain: [{agent: wang-yi, cue: Wang Yi has also stated that}]
            exact: Earlier, Chinese Foreign Minister Wang Yi has also stated that China is ready
        """,
    right="""
        panes: [{role: actors}]
        actors:
          - {id: wang-yi, name: Wang Yi, kind: person}
        excerpts:
          - id: x-wang-yi
            voice: indirect
            chain: [{agent: wang-yi, cue: Wang Yi has also stated that}]
            exact: Earlier, Chinese Foreign Minister Wang Yi has also stated that China is ready
        """,
)
HOP_WITHOUT_CUE = Rule(
    "hop-without-cue",
    "attribution",
    WARNING,
    "The last hop of a chain says who spoke, and nothing says how that is known. It has a `cue`, "
    "text of the sentence, or `inferred: true` with a `basis`.",
    wrong="""
        panes: [{role: actors}]
        actors:
          - {id: wang-yi, name: Wang Yi, kind: person}
        excerpts:
          - id: x-wang-yi
            voice: indirect
            chain: [{agent: wang-yi}]
            exact: Earlier, Chinese Foreign Minister Wang Yi has also stated that China is ready
        """,
    right="""
        panes: [{role: actors}]
        actors:
          - {id: wang-yi, name: Wang Yi, kind: person}
        excerpts:
          - id: x-wang-yi
            voice: indirect
            chain: [{agent: wang-yi, inferred: true, basis: The sentence begins with him.}]
            exact: Earlier, Chinese Foreign Minister Wang Yi has also stated that China is ready
        """,
)

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
