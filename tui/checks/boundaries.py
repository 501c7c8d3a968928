"""The checks of where an excerpt begins and ends in its sentence."""

import re
from collections.abc import Iterator

from tui.checks.context import CheckContext, Located
from tui.checks.differences import named, shown
from tui.checks.rule import WARNING, Rule
from tui.checks.wording import coordination, leading_attribution, qualifier, said
from tui.diagnostics import Diagnostic
from tui.text.expression import expression

SPLITS_WORD = Rule("quote-splits-word", "quotes", WARNING)
CLIPS_QUALIFIER = Rule("quote-clips-qualifier", "quotes", WARNING)
ATTRIBUTION_LEFT_OUT = Rule("attribution-left-out", "quotes", WARNING)

RULES = (SPLITS_WORD, CLIPS_QUALIFIER, ATTRIBUTION_LEFT_OUT)


BESIDE = 1000
"""Code points of a sentence beside an excerpt that are looked at; an honest one has fewer."""
STARTING = 8
"""So many excerpts that begin at one place are looked at for a continuation."""


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """What the edges of the excerpts cut off."""
    starts: dict[tuple[str, int], list[str]] = {}
    for each in survey.located():
        same = starts.setdefault((each.excerpt.source, each.start), [])
        if len(same) < STARTING:
            same.append(each.excerpt.id)
    for each in survey.located():
        split = list(_split_words(each))
        yield from split or _clipped(survey, each, starts)
        yield from _unattributed(each)


_UNSPACED = (
    *(("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u2e80", "\ua4cf")),
    *(("\uac00", "\ud7af"), ("\uf900", "\ufaff"), ("\uff66", "\uff9f")),
    ("\U00020000", "\U0003ffff"),
)
"""First and last of Thai and Lao, Burmese, Khmer, Han and Kana, which have no spaces between
words, and of Hangul, whose particles are written on to the word that is quoted."""
_JOINERS = "-\u2010\u2011'’"
"""Hyphens and apostrophes: between letters they are part of a word."""
_POSSESSIVE = expression(r"['’]s?(?!\w)", re.IGNORECASE)


def _split_words(each: Located) -> Iterator[Diagnostic]:
    text, start, end = each.text, each.start, each.end
    if _within_word(text, start):
        whole = _word(text, start)
        yield _splits(each, f"begins in the middle of “{whole}”")
    elif _within_word(text, end) and not _POSSESSIVE.match(text, end):
        whole = _word(text, end)
        yield _splits(each, f"ends in the middle of “{whole}”")


def _splits(each: Located, what: str) -> Diagnostic:
    return SPLITS_WORD.found(
        each.excerpt.origin.span("exact"),
        f"{named(each.excerpt)} {what}.",
        "Take in the whole word, or leave it out.",
        item=each.excerpt.id,
    )


def _within_word(text: str, at: int) -> bool:
    """Whether an offset lies between two characters of one word."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if left.isalnum() and right.isalnum():
        return not any(first <= each <= last for each in (left, right) for first, last in _UNSPACED)
    if right in _JOINERS:
        return left.isalnum() and at + 1 < len(text) and text[at + 1].isalnum()
    if left in _JOINERS:
        return right.isalnum() and at > 1 and text[at - 2].isalnum()
    return False


def _word(text: str, at: int) -> str:
    """The word round an offset, hyphens and apostrophes included, at most 40 to each side."""
    start = end = at
    while start > max(at - 40, 0) and (text[start - 1].isalnum() or text[start - 1] in _JOINERS):
        start -= 1
    while end < min(at + 40, len(text)) and (text[end].isalnum() or text[end] in _JOINERS):
        end += 1
    return text[start:end]


def _clipped(
    survey: CheckContext, each: Located, starts: dict[tuple[str, int], list[str]]
) -> Iterator[Diagnostic]:
    following = each.following[:BESIDE]
    if not following or following.isspace():
        return
    found = qualifier().match(following)
    if found is None or _continued(survey, each, starts, found.end()):
        return
    yield CLIPS_QUALIFIER.found(
        each.excerpt.origin.span("exact"),
        f"the sentence goes on with “{found['word']}” where {named(each.excerpt)} ends.",
        "Include what follows.",
        item=each.excerpt.id,
    )


def _continued(
    survey: CheckContext, each: Located, starts: dict[tuple[str, int], list[str]], reach: int
) -> bool:
    """Whether another excerpt takes up just there, and is cited wherever this one is."""
    cited_by = survey.document.cited_by
    users = set(cited_by.get(each.excerpt.id, ()))
    return bool(users) and any(
        users <= set(cited_by.get(other, ()))
        for at in range(each.end, each.end + reach)
        for other in starts.get((each.excerpt.source, at), ())
    )


def _unattributed(each: Located) -> Iterator[Diagnostic]:
    near = 0 < len(each.lead) <= BESIDE
    found = leading_attribution().match(each.lead) if near else None
    if found is None or coordination().search(each.lead, found.end()):
        return
    verb = said(found).casefold()
    if any(verb in hop.cue.casefold() for hop in each.excerpt.chain):
        return
    yield ATTRIBUTION_LEFT_OUT.found(
        each.excerpt.origin.span("exact"),
        f"{named(each.excerpt)} begins after {shown(found[0])}.",
        "Include it, or make it a cue.",
        item=each.excerpt.id,
    )
