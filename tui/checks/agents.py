"""The check for voices that a source does not name, and that a chain does not call unnamed."""

import re
from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.differences import named, shown
from tui.checks.language import is_english
from tui.checks.rule import WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.items import Actor
from tui.model.sources import Excerpt
from tui.text.expression import expression

UNNAMED_AGENT = Rule("unnamed-agent", "attribution", WARNING)

RULES = (UNNAMED_AGENT,)


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """Excerpts whose words are nobody's by name."""
    for excerpt in survey.briefing.excerpts:
        if excerpt.voice in _OWN_WORDS or any(hop.unnamed for hop in excerpt.chain):
            continue
        text = " \n".join((excerpt.exact, *(hop.cue for hop in excerpt.chain)))
        found = _unnamed(text) if is_english(survey.document, excerpt) else None
        if found and not _is_resolved(survey, excerpt):
            yield UNNAMED_AGENT.found(
                excerpt.origin.span("chain"),
                f"{named(excerpt)} is the word of somebody unnamed, {shown(found[0])}.",
                f"Add `{{unnamed: true, cue: {found[0]}}}` to its `chain`.",
                item=excerpt.id,
            )


_OWN_WORDS = frozenset({"direct", "heading"})
"""Voices of which it does not matter whom the words name: a speaker's own, and a headline's."""
_PEOPLE = "analysts|observers|experts|critics|commentators|pundits|insiders"


def _unnamed(text: str) -> re.Match[str] | None:
    """Where a text first puts words on somebody whom it does not name."""
    lowered = " ".join(text.casefold().split())
    found = (
        phrases.search(text)
        for hints, phrases in _PHRASES
        if any(hint in lowered for hint in hints)
    )
    return min(filter(None, found), key=re.Match.start, default=None)


def _phrases(pattern: str) -> re.Pattern[str]:
    return expression(rf"\b(?:{pattern})", re.IGNORECASE | re.VERBOSE)


_PHRASES = (
    (("many", "some"), _phrases(r"(?:many|some)\s+(?:say|believe|argue|warn|think|claim|fear)\b")),
    (
        (*_PEOPLE.split("|"), "sources"),
        _phrases(
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
        _phrases(
            r"""it\s+(?:is|was|has\s+been)\s+
            (?:also\s+|widely\s+|often\s+|generally\s+|further\s+)?
            (?:noted|reported|believed|understood|said|claimed|alleged|rumou?red|thought|argued
              |suggested|feared|hoped)\b(?!\s+(?:in|by)\b)"""
        ),
    ),
    (
        ("known",),
        _phrases(r"it\s+(?:also\s+|later\s+|recently\s+)?(?:became|has\s+become)\s+known\b"),
    ),
)
"""Phrases, each with what a text has that may hold it: most have nothing of the kind."""


def _is_resolved(survey: CheckContext, excerpt: Excerpt) -> bool:
    """Whether the last hop is a person, or is inferred for a reason that the author gives."""
    last = excerpt.chain[-1] if excerpt.chain else None
    if last is None or not last.agent:
        return False
    agent = survey.document.items.get(last.agent)
    is_person = isinstance(agent, Actor) and agent.kind == "person"
    return is_person or bool(last.inferred and last.basis)
