"""Whether texts hold words that are given as theirs, and whether a text quotes somebody."""

import re
from collections.abc import Iterable

from tui.text.fold import fold

FOLDED = 100_000
"""Code points of a text, at most, that it is folded for; a longer one is searched as it is."""


def holds(texts: Iterable[str], words: str) -> bool:
    """Whether words stand in one of the texts, be it with other quotation marks or spaces."""
    known = tuple(texts)
    if any(words in text for text in known):
        return True
    sought = fold(words).text.strip()
    return any(sought in fold(text).text for text in known if len(text) <= FOLDED)


_MARK = re.compile("[“”„‟«»‹›‘‚‛\"「」『』〝〞〟＂]|(?<!\\w)'(?=\\w)|(?<=[.,!?…])['’]")


def has_quotation_mark(text: str) -> bool:
    """Whether a text has a mark that opens or closes a quotation; an apostrophe does neither."""
    return _MARK.search(text) is not None


_DASHED = re.compile(r"\s*[–—―]")
_OPENING = re.compile(r"[“„‟«»‹›‘‚「『〝]|(?<!\S)[\"'](?=\w)")


def is_within_quotation(before: str) -> bool:
    """Whether a passage lies in a quotation that was opened earlier in its paragraph.

    `before` is what stands before the passage in the copy. A paragraph that begins with a dash is
    speech, as French, Spanish and Russian print it.
    """
    paragraph = before.rpartition("\n\n")[2]
    if _DASHED.match(paragraph.rpartition("\n")[2]):
        return True
    marks = list(_MARK.finditer(paragraph))
    return bool(marks) and _OPENING.match(paragraph, marks[-1].start()) is not None
