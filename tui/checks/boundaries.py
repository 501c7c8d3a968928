"""Checks of where an excerpt begins and ends in its sentence.

The words that these checks look for are English; in excerpts of other languages, a list that is
not that language's own would report honest text. Patterns are compiled on first use: most
briefings need none, and compiling all of them takes as long as loading a briefing.
"""

import re
from collections.abc import Iterator

from tui.checks.context import CheckContext, LocatedExcerpt
from tui.checks.messages import excerpt_label, in_quotes
from tui.checks.rule import WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.text.expression import expression

SPLITS_WORD = Rule("quote-splits-word", "quotes", WARNING)
CLIPS_QUALIFIER = Rule("quote-clips-qualifier", "quotes", WARNING)
ATTRIBUTION_LEFT_OUT = Rule("attribution-left-out", "quotes", WARNING)

RULES = (SPLITS_WORD, CLIPS_QUALIFIER, ATTRIBUTION_LEFT_OUT)

NEARBY = 1000
"""Code points of a sentence around an excerpt that are searched; real sentences are shorter."""
CONTINUATIONS = 8
"""Number of excerpts beginning at one place that are considered as a continuation."""

_IdsByStart = dict[tuple[str, int], list[str]]
"""Ids of excerpts by source and offset of their beginning."""


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report excerpts that cut off part of a word, a qualifier or an attribution."""
    starts: _IdsByStart = {}
    for located in context.located():
        ids = starts.setdefault((located.excerpt.source, located.start), [])
        if len(ids) < CONTINUATIONS:
            ids.append(located.excerpt.id)
    for located in context.located():
        split = _check_words(located)
        if split:
            yield split
        else:
            yield from _check_qualifier(context, located, starts)
        yield from _check_attribution(located)


_UNSPACED = (
    *(("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u2e80", "\ua4cf")),
    *(("\uac00", "\ud7af"), ("\uf900", "\ufaff"), ("\uff66", "\uff9f")),
    ("\U00020000", "\U0003ffff"),
)
"""Ranges of scripts that do not separate words by spaces, and of Hangul.

Thai, Lao, Burmese, Khmer, Han and Kana; Hangul because particles are attached to a quoted word.
"""
_JOINERS = "-\u2010\u2011'’"
"""Hyphens and apostrophes: between letters they are part of a word."""
_POSSESSIVE = expression(r"['’]s?(?!\w)", re.IGNORECASE)


def _check_words(located: LocatedExcerpt) -> Diagnostic | None:
    text, start, end = located.text, located.start, located.end
    if _is_within_word(text, start):
        what = f"begins in the middle of “{_word_around(text, start)}”"
    elif _is_within_word(text, end) and not _POSSESSIVE.match(text, end):
        what = f"ends in the middle of “{_word_around(text, end)}”"
    else:
        return None
    excerpt = located.excerpt
    return SPLITS_WORD.diagnostic(
        excerpt.origin.span("exact"),
        f"{excerpt_label(excerpt)} {what}.",
        "Take in the whole word, or leave it out.",
        item=excerpt.id,
    )


def _is_within_word(text: str, at: int) -> bool:
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


def _word_around(text: str, at: int) -> str:
    """The word around an offset with its hyphens and apostrophes, at most 40 characters a side."""
    start = end = at
    while start > max(at - 40, 0) and (text[start - 1].isalnum() or text[start - 1] in _JOINERS):
        start -= 1
    while end < min(at + 40, len(text)) and (text[end].isalnum() or text[end] in _JOINERS):
        end += 1
    return text[start:end]


def _check_qualifier(
    context: CheckContext, located: LocatedExcerpt, starts: _IdsByStart
) -> Iterator[Diagnostic]:
    after = located.after[:NEARBY]
    if not after or after.isspace():
        return
    qualifier = _QUALIFIER.match(after)
    if qualifier is None or _is_continued(context, located, starts, qualifier.end()):
        return
    excerpt = located.excerpt
    yield CLIPS_QUALIFIER.diagnostic(
        excerpt.origin.span("exact"),
        f"the sentence goes on with “{qualifier['word']}” where {excerpt_label(excerpt)} ends.",
        "Include what follows.",
        item=excerpt.id,
    )


def _is_continued(
    context: CheckContext, located: LocatedExcerpt, starts: _IdsByStart, length: int
) -> bool:
    """Whether another excerpt goes on from here and is cited wherever this one is.

    Args:
        length: Code points after this excerpt in which the other may begin.
    """
    cited_by = context.document.cited_by
    users = set(cited_by.get(located.excerpt.id, ()))
    return bool(users) and any(
        users <= set(cited_by.get(other, ()))
        for at in range(located.end, located.end + length)
        for other in starts.get((located.excerpt.source, at), ())
    )


def _check_attribution(located: LocatedExcerpt) -> Iterator[Diagnostic]:
    before, excerpt = located.before, located.excerpt
    if not before or len(before) > NEARBY:
        return
    attribution = _LEADING_ATTRIBUTION.match(before)
    if attribution is None or _COORDINATION.search(before, attribution.end()):
        return
    word = str(attribution[attribution.lastgroup or 0]).casefold()
    if any(word in hop.cue.casefold() for hop in excerpt.chain):
        return
    yield ATTRIBUTION_LEFT_OUT.diagnostic(
        excerpt.origin.span("exact"),
        f"{excerpt_label(excerpt)} begins after {in_quotes(attribution[0])}.",
        "Include it, or make it a cue.",
        item=excerpt.id,
    )


_QUALIFIER = expression(
    r"""[\s,;:()–—”"’-]*(?:(?:and|or|even)\s+)?(?P<word>
    if | unless | but | although | though | except | excepting | excluding | barring | only
    | not | provided | providing
    | (?:as|so)\s+long\s+as | in\s+case | on\s+condition | subject\s+to
    | rather\s+than | other\s+than | however | hardly
    | likely | unlikely | possibly | perhaps | probably | presumably | potentially
    | reportedly | allegedly | apparently | supposedly | purportedly
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A word at the start of a text that limits what was said before it."""


_SAYING = r"""
    say|says|said|state|states|stated|note|notes|noted|write|writes|wrote|report|reports|reported
    |claim|claims|claimed|argue|argues|argued|stress|stresses|stressed|add|adds|added|warn|warns
    |warned|suggest|suggests|suggested|believe|believes|believed|think|thinks|thought|expect
    |expects|expected|fear|fears|feared|hope|hopes|hoped|assume|assumes|assumed|estimate|estimates
    |estimated|predict|predicts|predicted|assert|asserts|asserted|maintain|maintains|maintained
    |contend|contends|contended|insist|insists|insisted|announce|announces|announced|declare
    |declares|declared|observe|observes|observed|explain|explains|explained|indicate|indicates
    |indicated|conclude|concludes|concluded|allege|alleges|alleged|suspect|suspects|suspected
    |propose|proposes|proposed|acknowledge|acknowledges|acknowledged|deny|denies|denied|admit
    |admits|admitted|emphasi[sz]es?|emphasi[sz]ed|underlines?|underlined|reiterates?|reiterated
    |agree|agrees|agreed|became\s+known|rumou?red|understood
"""
_TELLING = r"""
    tells?|told|informs?|informed|reminds?|reminded|assures?|assured|advises?|advised|warns?|warned
"""
_CIRCUMSTANCE = r"""
    (?:to|in|on|at|during|by|with|via|earlier|later|yesterday|today|again|also|repeatedly|last|this)
"""


_LEADING_ATTRIBUTION = expression(
    rf"""\W*(?:(?:but|and|yet|so|thus|hence|however|still|meanwhile|moreover|indeed)\b,?\s+)*(?:
    # “But analysts believe that”, “It is noted that”; not “it should be noted that”, which are
    # the author's own words, nor “one of the states that”
      [^.!?;]{{1,240}}?(?<!\bto)(?<!\bbe)(?<!\bthe)(?<!\bmember)(?<!\bthese)(?<!\bthose)\s
      (?P<key1>{_SAYING})(?:\s+{_CIRCUMSTANCE}\b[^.,;!?]{{0,60}}?)?,?\s+that\b
    # “told the newspaper that”
    | [^.!?;]{{1,240}}?\s(?P<key2>{_TELLING})(?:\s+\S+){{1,6}}?\s+that\b
    # “Analysts at the Korean Times say” just before the excerpt
    | [^.!?;]{{1,240}}?\s
      (?P<key3>say|says|said|believes?|believed|argues?|argued|claimed|stated|insists?|insisted)
      [,:]?\s*[“"‘']?\Z
    | (?P<key4>according\s+to)\s[^.!?;]{{1,120}}?,
    | (?P<key5>in)\s[^.!?;,]{{1,80}}?\s(?:view|opinion)\b[^.!?;,]{{0,60}}?,
    | (?P<key6>reportedly|allegedly|apparently|supposedly|purportedly|perhaps|possibly|probably
      |presumably|maybe)\b,?
    | (?P<key7>it\s+(?:seems|appears|is\s+(?:likely|possible|probable|unlikely|doubtful|unclear)))
      \s+(?:that|whether)\b
    | (?P<key8>if|unless)\s[^.!?;]{{1,160}}?,
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""An attribution or a hedge at the start of a sentence.

The named group that matched is its key word, such as `believe` or `according to`.
"""


_COORDINATION = expression(
    r";|,\s+(?:and|but|yet|so|while|whereas|although|though)\s", re.IGNORECASE
)
"""A break after which the attribution at the start of the sentence may no longer apply."""
