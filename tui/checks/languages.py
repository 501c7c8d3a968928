"""Language tags, BCP 47 (RFC 5646, September 2009)."""

import re
from functools import cache, lru_cache


@cache
def _grammar() -> re.Pattern[str]:
    """The grammar of section 2.1, less what no registered tag uses: languages of four letters and
    more, extended languages of other languages, and the tags of before 2006."""
    return re.compile(
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


_TWO_LETTERS = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz
    ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la
    lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj
    om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv
    sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
"""ISO 639-1 as the IANA registry of subtags lists it (2024), deprecated ones included: nearly all
tags are one of these, and need no library to be known."""

_MEANT = {"jp": "ja", "cn": "zh", "dk": "da", "cz": "cs", "gr": "el", "ua": "uk", "gb": "en-GB"}
"""Countries' codes that are taken for languages', where no language has them."""


@lru_cache(maxsize=256)
def is_language_tag(tag: str) -> bool:
    """Whether a tag is well-formed and its subtags are registered."""
    if len(tag) == 2:
        return tag.casefold() in _TWO_LETTERS.split()
    if not _grammar().fullmatch(tag):
        return False
    from langcodes import tag_is_valid  # noqa: PLC0415 - costs more than all of a usual check

    return tag_is_valid(tag)


def meant_by(tag: str) -> str:
    """The tag that is probably meant by one that is none; empty if that is not clear."""
    written = tag.strip().replace("_", "-")
    if is_language_tag(written):
        return written
    return _MEANT.get(written.casefold(), "")
