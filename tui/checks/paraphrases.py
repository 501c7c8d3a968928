"""The check of whose words stand between quotation marks: a paraphrase is the source's alone."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tui.checks.comparison import find_words, holds, plain
from tui.checks.context import CheckContext
from tui.checks.marks import quoted
from tui.checks.prose import Prose
from tui.checks.rule import ERROR, Rule
from tui.diagnostics import Diagnostic
from tui.model.items import Actor, Reaction
from tui.model.sources import Excerpt, Source
from tui.text.expression import expression

INDIRECT = Rule("indirect-words-in-quotation-marks", "quotes", ERROR)


PARAPHRASING = frozenset({"indirect", "mixed", "unclear"})


def misattributed(
    survey: CheckContext, prose: Prose, words: str, holding: list[Excerpt]
) -> Iterator[Diagnostic]:
    """What is wrong if the words, which these excerpts hold, are given as somebody's own."""
    if not all(_is_paraphrase(excerpt, words) for excerpt in holding):
        return
    speaker = _speaker(survey, prose, holding)
    if not speaker:
        return
    source = survey.document.source(holding[0].source)
    noun = _noun(source) if source else "source"
    if _names_source_as_author(prose.text, noun):
        return
    yield INDIRECT.found(
        prose.record.origin.span(prose.field),
        f"these are the {noun}'s words about {speaker}, not {speaker}'s. Remove the marks.",
        item=prose.owner,
    )


def _is_paraphrase(excerpt: Excerpt, words: str) -> bool:
    """Whether the words are not a speaker's own in the excerpt, whole or between marks of it."""
    if excerpt.voice not in PARAPHRASING:
        return False
    inner = (excerpt.exact[start:end] for start, end in quoted(excerpt.exact))
    return not any(holds(each, words) for each in inner)


def _speaker(survey: CheckContext, prose: Prose, holding: list[Excerpt]) -> str:
    """Whose words the prose makes them: who reacts in it, or is named in it, and is paraphrased."""
    hops = [hop for excerpt in holding for hop in excerpt.chain]
    agents = dict.fromkeys(hop.agent for hop in hops if hop.agent)
    record = prose.record
    text = plain(prose.text)
    for id in agents:
        actor = survey.document.items.get(id)
        if not isinstance(actor, Actor):
            continue
        if isinstance(record, Reaction) and id in (record.actor, record.on_behalf_of):
            return actor.name
        names = (actor.name, *actor.also)
        if any(find_words(text, plain(name), 0) >= 0 for name in names if name):
            return actor.name
    for hop in hops:
        if hop.unnamed:
            groups = _GROUPS.findall(hop.cue.casefold())
            group = next((each for each in groups if find_words(text, each, 0) >= 0), "")
            if group:
                return f"the {group}"
    return ""


_GROUPS = expression(
    r"\b(?:analysts|observers|experts|critics|officials|commentators|diplomats|sources|reports|media"
    r"|scholars|researchers|journalists|politicians|lawmakers|residents|activists|sceptics|skeptics)\b"
)
"""How a source speaks of those whom it does not name."""


def _noun(source: Source) -> str:
    """How the source is called in speech, in one word: `article` for “an undated article”."""
    last = source.short.split()[-1:] if source.short.isascii() else []
    return last[0] if last and last[0].isalpha() and last[0].islower() else "source"


def _names_source_as_author(text: str, noun: str) -> bool:
    """Whether a text says that the words are the source's: “as the article puts it”."""
    return _source_as_author(noun).search(text) is not None


@lru_cache(maxsize=64)
def _source_as_author(noun: str) -> re.Pattern[str]:
    nouns = rf"(?:{re.escape(noun)}|article|source|author|report|paper|text)"
    return re.compile(
        rf"\b{nouns}['’]s\s+(?:own\s+)?(?:words?|wording|phrase|term|expression|summary|paraphrase)\b"
        rf"|\b(?:words?|wording|phrase|term|expression|paraphrase)\s+of\s+the\s+{nouns}\b"
        rf"|\b{nouns}\s+(?:itself\s+)?(?:calls?|puts?|terms?|words|phrases|describes?|paraphrases?"
        rf"|summari[sz]es?|renders?|uses?|speaks?)\b"
        rf"|\b(?:words|words\s+of)\s+(?:here\s+)?are\s+the\s+{nouns}['’]s\b",
        re.IGNORECASE,
    )
