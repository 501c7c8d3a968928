"""Words looked up in texts, and quotation marks."""

import re
from collections.abc import Iterable

from tui.text.fold import fold

LONGEST_FOLDED = 100_000
"""Code points up to which a text is folded; a longer one is searched as it is."""


def contains_words(texts: Iterable[str], words: str) -> bool:
    """Whether a text contains the words; quotation marks, dashes and spaces may differ."""
    known = tuple(texts)
    if any(words in text for text in known):
        return True
    sought = fold(words).text.strip()
    return any(sought in fold(text).text for text in known if len(text) <= LONGEST_FOLDED)


_MARK = re.compile("[“”„‟«»‹›‘‚‛\"「」『』〝〞〟＂]|(?<!\\w)'(?=\\w)|(?<=[.,!?…])['’]")


def has_quotation_mark(text: str) -> bool:
    """Whether a text has an opening or closing quotation mark; an apostrophe is neither."""
    return _MARK.search(text) is not None


_DASHED = re.compile(r"\s*[–—―]")
_OPENING = re.compile(r"[“„‟«»‹›‘‚「『〝]|(?<!\S)[\"'](?=\w)")


def is_within_quotation(before: str) -> bool:
    """Whether a passage is inside a quotation that its paragraph opened before it.

    A paragraph that begins with a dash is speech, as French, Spanish and Russian print it.

    Args:
        before: The text before the passage.
    """
    paragraph = before.rpartition("\n\n")[2]
    if _DASHED.match(paragraph.rpartition("\n")[2]):
        return True
    marks = list(_MARK.finditer(paragraph))
    return bool(marks) and _OPENING.match(paragraph, marks[-1].start()) is not None
