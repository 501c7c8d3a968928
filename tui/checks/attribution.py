"""Checks of attribution: who an excerpt says spoke, and the source's words that show it."""

import re
from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.languages import is_english
from tui.checks.messages import excerpt_label, in_quotes
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.items import Actor
from tui.model.passages import is_marked, sentences
from tui.model.sources import Excerpt
from tui.text.expression import expression

CUE_NOT_IN_SOURCE = Rule("cue-not-in-source", "attribution", ERROR)
DIRECT_VOICE_WITHOUT_SPEAKER = Rule("direct-voice-without-speaker", "attribution", ERROR)
DIRECT_WITHOUT_QUOTATION_MARKS = Rule("direct-without-quotation-marks", "attribution", WARNING)
HOP_WITHOUT_CUE = Rule("hop-without-cue", "attribution", WARNING)
UNNAMED_AGENT = Rule("unnamed-agent", "attribution", WARNING)

RULES = (
    CUE_NOT_IN_SOURCE,
    DIRECT_VOICE_WITHOUT_SPEAKER,
    DIRECT_WITHOUT_QUOTATION_MARKS,
    HOP_WITHOUT_CUE,
    UNNAMED_AGENT,
)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report cues that are not in the source, and chains that do not show who spoke."""
    for excerpt in context.briefing.excerpts:
        yield from _check_cues(context, excerpt)
        yield from _check_last_hop(excerpt)
        yield from _check_unnamed_agent(context, excerpt)
        if excerpt.voice == "direct" and not is_marked(context.document, excerpt):
            yield DIRECT_WITHOUT_QUOTATION_MARKS.diagnostic(
                excerpt.origin.span("voice"),
                f"the voice of {excerpt_label(excerpt)} is direct, and the source has no "
                "quotation marks there.",
                "Write `voice: indirect`; where the source leaves its marks out, add "
                "`quotation_marks: {opening: missing, closing: missing}`.",
                item=excerpt.id,
            )


def _check_cues(context: CheckContext, excerpt: Excerpt) -> Iterator[Diagnostic]:
    within = sentences(context.document, excerpt)
    for hop in excerpt.chain if within else ():
        if hop.cue and hop.cue not in within:
            yield CUE_NOT_IN_SOURCE.diagnostic(
                hop.origin.span("cue"),
                f"{in_quotes(hop.cue)} is not in the sentence of {excerpt_label(excerpt)}: "
                f"{in_quotes(within)}.",
                "Copy the cue from the sentence, or write `inferred: true` with a `basis` "
                "instead of it.",
                item=excerpt.id,
            )


def _check_last_hop(excerpt: Excerpt) -> Iterator[Diagnostic]:
    last = excerpt.chain[-1] if excerpt.chain else None
    if excerpt.voice == "direct" and (last is None or last.unnamed or not last.agent):
        yield DIRECT_VOICE_WITHOUT_SPEAKER.diagnostic(
            excerpt.origin.span("voice"),
            f"the voice of {excerpt_label(excerpt)} is direct, and its chain ends with no named "
            "speaker.",
            "Add the speaker as the last hop, `{agent: …, cue: …}`, or write another `voice`.",
            item=excerpt.id,
        )
    if last is not None and not last.cue and not (last.inferred and last.basis):
        yield HOP_WITHOUT_CUE.diagnostic(
            last.origin.span(),
            f"nothing in {excerpt_label(excerpt)} shows how it is known that the last hop spoke.",
            "Add a `cue` from the sentence, or `inferred: true` with a `basis`.",
            item=excerpt.id,
        )


def _check_unnamed_agent(context: CheckContext, excerpt: Excerpt) -> Iterator[Diagnostic]:
    if excerpt.voice in _EXEMPT_VOICES or any(hop.unnamed for hop in excerpt.chain):
        return
    if not is_english(context.document, excerpt) or _is_resolved(context, excerpt):
        return
    phrase = _unnamed_agent(" \n".join((excerpt.exact, *(hop.cue for hop in excerpt.chain))))
    if phrase:
        yield UNNAMED_AGENT.diagnostic(
            excerpt.origin.span("chain"),
            f"{excerpt_label(excerpt)} is the word of somebody unnamed, {in_quotes(phrase)}.",
            f"Add `{{unnamed: true, cue: {phrase}}}` to its `chain`.",
            item=excerpt.id,
        )


_EXEMPT_VOICES = frozenset({"direct", "heading"})
"""Voices for which a mention of unnamed people does not matter: the words are not theirs."""


def _is_resolved(context: CheckContext, excerpt: Excerpt) -> bool:
    """Whether the last hop of the chain is a person, or is inferred with a basis."""
    last = excerpt.chain[-1] if excerpt.chain else None
    if last is None or not last.agent:
        return False
    agent = context.document.items.get(last.agent)
    is_person = isinstance(agent, Actor) and agent.kind == "person"
    return is_person or bool(last.inferred and last.basis)


def _unnamed_agent(text: str) -> str:
    """The first phrase that attributes words to somebody unnamed; empty if there is none."""
    folded = " ".join(text.casefold().split())
    matches = (
        pattern.search(text)
        for hints, pattern in _UNNAMED_AGENTS
        if any(hint in folded for hint in hints)
    )
    first = min(filter(None, matches), key=re.Match.start, default=None)
    return first[0] if first else ""


def _pattern(phrases: str) -> re.Pattern[str]:
    return expression(rf"\b(?:{phrases})", re.IGNORECASE | re.VERBOSE)


_PEOPLE = "analysts|observers|experts|critics|commentators|pundits|insiders"
_UNNAMED_AGENTS = (
    (("many", "some"), _pattern(r"(?:many|some)\s+(?:say|believe|argue|warn|think|claim|fear)\b")),
    (
        (*_PEOPLE.split("|"), "sources"),
        _pattern(
            rf"""
            (?:{_PEOPLE}|(?:unnamed|anonymous|informed|well-placed|diplomatic)\s+sources)
            \b(?:(?!\b(?:such\s+as|including|among|like|led\s+by|who|whose|that)\b)[^.!?;,“”"]){{0,60}}?
            \s(?:say|said|believe|believed|argue|argued|warn|warned|think|claim|claimed|note|noted
              |fear|feared|suggest|suggested|predict|predicted|point\s+out)\b
            | according\s+to\s+(?:\w+\s+){{0,2}}?
            (?:{_PEOPLE}|(?:unnamed|anonymous|informed)\s+sources)\b
            (?!\s+(?:such\s+as|including|like)\b)"""
        ),
    ),
    (
        ("it is", "it was", "it has"),
        _pattern(
            r"""it\s+(?:is|was|has\s+been)\s+
            (?:also\s+|widely\s+|often\s+|generally\s+|further\s+)?
            (?:noted|reported|believed|understood|said|claimed|alleged|rumou?red|thought|argued
              |suggested|feared|hoped)\b(?!\s+(?:in|by)\b)"""
        ),
    ),
    (
        ("known",),
        _pattern(r"it\s+(?:also\s+|later\s+|recently\s+)?(?:became|has\s+become)\s+known\b"),
    ),
)
"""Patterns, each with hints: a folded text without any of them cannot match."""
