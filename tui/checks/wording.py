"""English words that say how sure a statement is, or whose it is.

Sources in other languages are not looked at for them: a word list that is not that language's
own would fire on honest text. The patterns are compiled when they are first needed, since most
briefings need none, and all of them together cost as much as reading a briefing.
"""

import re
from functools import cache


@cache
def qualifier() -> re.Pattern[str]:
    """A word that limits what was said before it, at the head of what follows."""
    return re.compile(
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


@cache
def leading_attribution() -> re.Pattern[str]:
    """An attribution or a hedge at the head of a sentence."""
    return re.compile(
        rf"""\W*(?:(?:but|and|yet|so|thus|hence|however|still|meanwhile|moreover|indeed)\b,?\s+)*(?:
        # “But analysts believe that”, “It is noted that”; not “it should be noted that”, which is
        # the author's own turn, nor “one of the states that”
          [^.!?;]{{1,240}}?(?<!\bto)(?<!\bbe)(?<!\bthe)(?<!\bmember)(?<!\bthese)(?<!\bthose)\s
          (?P<s1>{_SAYING})(?:\s+{_CIRCUMSTANCE}\b[^.,;!?]{{0,60}}?)?,?\s+that\b
        # “told the newspaper that”
        | [^.!?;]{{1,240}}?\s(?P<s2>{_TELLING})(?:\s+\S+){{1,6}}?\s+that\b
        # “Analysts at the Korean Times say”, where the excerpt begins
        | [^.!?;]{{1,240}}?\s
          (?P<s3>say|says|said|believes?|believed|argues?|argued|claimed|stated|insists?|insisted)
          [,:]?\s*[“"‘']?\Z
        | (?P<s4>according\s+to)\s[^.!?;]{{1,120}}?,
        | (?P<s5>in)\s[^.!?;,]{{1,80}}?\s(?:view|opinion)\b[^.!?;,]{{0,60}}?,
        | (?P<s6>reportedly|allegedly|apparently|supposedly|purportedly|perhaps|possibly|probably
          |presumably|maybe)\b,?
        | (?P<s7>it\s+(?:seems|appears|is\s+(?:likely|possible|probable|unlikely|doubtful|unclear)))
          \s+(?:that|whether)\b
        | (?P<s8>if|unless)\s[^.!?;]{{1,160}}?,
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def coordination() -> re.Pattern[str]:
    """Where a sentence may leave behind what its beginning attributes."""
    return re.compile(r";|,\s+(?:and|but|yet|so|while|whereas|although|though)\s", re.IGNORECASE)


def said(attribution: re.Match[str]) -> str:
    """The word of a leading attribution that says it: `believe`, `according to`."""
    return str(attribution[attribution.lastgroup or 0])
