"""Checks of quotation marks: in excerpts they are paired, in own prose they enclose quotations."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tui.checks.context import CheckContext
from tui.checks.messages import excerpt_label, in_quotes
from tui.checks.own_prose import Prose, declared_names, evidence, own_prose
from tui.checks.quoted_text import has_quotation_marks, quoted_spans, unpaired_mark
from tui.checks.rule import ERROR, WARNING, Rule
from tui.checks.text_match import contains_quotation, find_words, normalised
from tui.diagnostics import Diagnostic
from tui.model.items import Actor, Reaction
from tui.model.sources import Excerpt, Source
from tui.text.expression import expression

UNBALANCED = Rule("quote-unbalanced-marks", "quotes", WARNING)
UNVERIFIED = Rule("unverified-quotation-marks", "quotes", ERROR)
INDIRECT = Rule("indirect-words-in-quotation-marks", "quotes", ERROR)

RULES = (UNBALANCED, UNVERIFIED, INDIRECT)

SHOWN_QUOTATIONS = 3
"""Number of unverified quotations of one text that its diagnostic shows."""
SEARCHES = 20
"""Number of texts for which an uncited excerpt with the quoted words is searched."""
SEARCHED_EXCERPTS = 1000
"""Number of excerpts examined in each such search."""


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report unpaired marks in excerpts, and marks in own prose that enclose no quotation."""
    for excerpt in context.briefing.excerpts:
        yield from _check_pairs(excerpt)
    marked = [prose for prose in own_prose(context) if has_quotation_marks(prose.text)]
    names = {normalised(name) for name in declared_names(context)} if marked else set()
    searches = SEARCHES
    for prose in marked:
        unverified = []
        excerpts = evidence(context, prose)
        for start, end in quoted_spans(prose.text):
            words = prose.text[start:end]
            matching = [each for each in excerpts if contains_quotation(each.exact, words)]
            if matching:
                yield from _check_speaker(context, prose, words, matching)
            elif normalised(words) not in names:
                unverified.append(words)
        if unverified:
            uncited = _find_excerpt(context, unverified[0]) if searches > 0 else ""
            searches -= 1
            yield _unverified(prose, unverified, uncited)


def _check_pairs(excerpt: Excerpt) -> Iterator[Diagnostic]:
    mark, missing = unpaired_mark(excerpt.exact)
    declared = excerpt.quotation_marks
    if not missing or (declared and getattr(declared, missing) == "missing"):
        return
    if missing == "opening":
        what = f"closes with {mark} what it never opens"
    else:
        what = f"opens {mark} and never closes it"
    yield UNBALANCED.diagnostic(
        excerpt.origin.span("exact"),
        f"{excerpt_label(excerpt)} {what}.",
        "Take in the other mark or leave this one out; where the source has none, write "
        f"`quotation_marks: {{{missing}: missing}}`.",
        item=excerpt.id,
    )


def _find_excerpt(context: CheckContext, words: str) -> str:
    """The id of any excerpt that contains the words; empty if there is none."""
    excerpts = context.briefing.excerpts[:SEARCHED_EXCERPTS]
    with_id = (each for each in excerpts if "/" not in each.id)
    return next((each.id for each in with_id if contains_quotation(each.exact, words)), "")


def _unverified(prose: Prose, quotations: Sequence[str], uncited: str) -> Diagnostic:
    """Make the diagnostic for quotations that no cited excerpt contains.

    Args:
        uncited: The id of an excerpt that contains the first of them; may be empty.
    """
    if uncited:
        message = (
            f"{in_quotes(quotations[0])} is not in what is cited here; it stands in {uncited}."
        )
        help = f"Cite {uncited}, or remove the marks."
    else:
        words = " and ".join(map(in_quotes, quotations[:SHOWN_QUOTATIONS]))
        message = f"no excerpt that is cited here holds {words}."
        help = "Quote the words of an excerpt and cite it, or remove the marks."
    span = prose.record.origin.span(prose.field)
    return UNVERIFIED.diagnostic(span, message, help, item=prose.owner)


PARAPHRASING_VOICES = frozenset({"indirect", "mixed", "unclear"})


def _check_speaker(
    context: CheckContext, prose: Prose, words: str, excerpts: Sequence[Excerpt]
) -> Iterator[Diagnostic]:
    """Report a quotation that prose gives to a speaker whom its excerpts only paraphrase."""
    if not all(_is_paraphrase(excerpt, words) for excerpt in excerpts):
        return
    speaker = _attributed_speaker(context, prose, excerpts)
    if not speaker:
        return
    source = context.document.source(excerpts[0].source)
    noun = _source_noun(source) if source else "source"
    if _credits_source(noun).search(prose.text):
        return
    yield INDIRECT.diagnostic(
        prose.record.origin.span(prose.field),
        f"these are the {noun}'s words about {speaker}, not {speaker}'s. Remove the marks.",
        item=prose.owner,
    )


def _is_paraphrase(excerpt: Excerpt, words: str) -> bool:
    """Whether an excerpt paraphrases its speaker, and does not have the words in marks itself."""
    if excerpt.voice not in PARAPHRASING_VOICES:
        return False
    quotations = (excerpt.exact[start:end] for start, end in quoted_spans(excerpt.exact))
    return not any(contains_quotation(each, words) for each in quotations)


def _attributed_speaker(context: CheckContext, prose: Prose, excerpts: Sequence[Excerpt]) -> str:
    """The paraphrased speaker to whom the prose attributes its quotation; empty if none.

    An actor who reacts or is named in the prose, or an unnamed group that it mentions.
    """
    hops = [hop for excerpt in excerpts for hop in excerpt.chain]
    record = prose.record
    text = normalised(prose.text)
    for id in dict.fromkeys(hop.agent for hop in hops if hop.agent):
        actor = context.document.items.get(id)
        if not isinstance(actor, Actor):
            continue
        if isinstance(record, Reaction) and id in (record.actor, record.on_behalf_of):
            return actor.name
        names = (actor.name, *actor.also)
        if any(find_words(text, normalised(name)) >= 0 for name in names if name):
            return actor.name
    groups = [group for hop in hops if hop.unnamed for group in _GROUPS.findall(hop.cue.casefold())]
    mentioned = next((group for group in groups if find_words(text, group) >= 0), "")
    return f"the {mentioned}" if mentioned else ""


_GROUPS = expression(
    r"\b(?:analysts|observers|experts|critics|officials|commentators|diplomats|sources|reports|media"
    r"|scholars|researchers|journalists|politicians|lawmakers|residents|activists|sceptics|skeptics)\b"
)
"""Words by which sources mention groups of unnamed people."""


def _source_noun(source: Source) -> str:
    """The noun by which prose mentions a source: `article` for “an undated article”."""
    last = source.short.split()[-1:] if source.short.isascii() else []
    return last[0] if last and last[0].isalpha() and last[0].islower() else "source"


@lru_cache(maxsize=64)
def _credits_source(noun: str) -> re.Pattern[str]:
    """A statement that the words are the source's, such as “as the article puts it”."""
    nouns = rf"(?:{re.escape(noun)}|article|source|author|report|paper|text)"
    return re.compile(
        rf"\b{nouns}['’]s\s+(?:own\s+)?(?:words?|wording|phrase|term|expression|summary|paraphrase)\b"
        rf"|\b(?:words?|wording|phrase|term|expression|paraphrase)\s+of\s+the\s+{nouns}\b"
        rf"|\b{nouns}\s+(?:itself\s+)?(?:calls?|puts?|terms?|words|phrases|describes?|paraphrases?"
        rf"|summari[sz]es?|renders?|uses?|speaks?)\b"
        rf"|\b(?:words|words\s+of)\s+(?:here\s+)?are\s+the\s+{nouns}['’]s\b",
        re.IGNORECASE,
    )
