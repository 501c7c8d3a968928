"""Language tags of BCP 47 (RFC 5646, September 2009), and which texts are in English."""

import re
from functools import lru_cache

from tui.model.document import Document
from tui.model.sources import Excerpt
from tui.text.expression import expression


def language_of(document: Document, excerpt: Excerpt) -> str:
    """The declared language of an excerpt, of its source or of the briefing; may be empty."""
    source = document.source(excerpt.source)
    return excerpt.lang or (source.lang if source else "") or document.briefing.lang


def is_english(document: Document, excerpt: Excerpt) -> bool:
    """Whether an excerpt is in English or its language is not declared.

    Rules that look for English words apply to no other text.
    """
    return _is_english_tag(language_of(document, excerpt))


def is_written_in_english(document: Document) -> bool:
    """Whether the briefing's own prose is in English or its language is not declared."""
    return _is_english_tag(document.briefing.lang)


def _is_english_tag(tag: str) -> bool:
    return not tag or tag.casefold().replace("_", "-").split("-")[0] in {"en", "eng"}


_GRAMMAR = expression(
    r"""(?:
      (?:[a-z]{2,3}|(?:ar|kok|ms|sgn|sw|uz|zh)-[a-z]{3})  # language; extended language
      (?:-[a-z]{4})?                           # script
      (?:-(?:[a-z]{2}|\d{3}))?                 # region
      (?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*    # variants
      (?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*     # extensions
      (?:-x(?:-[a-z0-9]{1,8})+)?
    | x(?:-[a-z0-9]{1,8})+
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""The grammar of RFC 5646, section 2.1.

It leaves out what no registered tag uses: languages of four and more letters, extended languages
under other languages, and the irregular tags from before 2006.
"""


_TWO_LETTERS = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz
    ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la
    lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj
    om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv
    sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
"""ISO 639-1 codes in the IANA registry of subtags (2024), deprecated ones included.

Nearly all tags are one of these and need no library to be recognised.
"""

_MISTAKEN = {"jp": "ja", "cn": "zh", "dk": "da", "cz": "cs", "gr": "el", "ua": "uk", "gb": "en-GB"}
"""Country codes mistaken for language codes, which no language has."""


@lru_cache(maxsize=256)
def is_language_tag(tag: str) -> bool:
    """Whether a tag is well-formed and its subtags are registered."""
    if len(tag) == 2:
        return tag.casefold() in _TWO_LETTERS.split()
    if not _GRAMMAR.fullmatch(tag):
        return False
    from langcodes import tag_is_valid  # noqa: PLC0415 - slower than a whole check without it

    return tag_is_valid(tag)


def probable_tag(tag: str) -> str:
    """The valid tag that an invalid one probably stands for; empty if that is not clear."""
    corrected = tag.strip().replace("_", "-")
    if is_language_tag(corrected):
        return corrected
    return _MISTAKEN.get(corrected.casefold(), "")
