"""Finding words in a text regardless of typographic signs, spaces and case."""

from collections.abc import Mapping
from functools import lru_cache

from tui.text.expression import expression

SIGNS: Mapping[str, str] = {
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‐‑–—", "-"),
}
_EDITED = expression(r"\[?(?:…|\.\.\.)\]?|\[[^\[\]]*\]")
"""Omissions and insertions in a quotation: `…`, `[…]`, `[sic]`."""


@lru_cache(maxsize=1024)
def normalised(text: str) -> str:
    """A text for comparison: typewriter signs, single spaces, case folded."""
    return " ".join(replaced(text, SIGNS).casefold().split())


def replaced(text: str, signs: Mapping[str, str]) -> str:
    """Replace each sign by another. `str.translate`, which looks up each character, is slower."""
    if text.isascii():
        return text
    for sign, replacement in signs.items():
        text = text.replace(sign, replacement)
    return text


def contains_quotation(excerpt: str, quotation: str) -> bool:
    """Whether an excerpt contains the words of a quotation, in their order."""
    text, position = normalised(excerpt), 0
    for part in _EDITED.split(normalised(quotation)):
        words = part.strip(" ,.;:!?")
        position = find_words(text, words, position)
        if position < 0:
            return False
        position += len(words)
    return True


def find_words(text: str, sought: str, start: int = 0) -> int:
    """The offset of the first match that begins and ends at word boundaries; -1 if none does."""
    at = text.find(sought, start)
    while at >= 0:
        end = at + len(sought)
        cuts_start = text[at - 1 : at].isalnum() and sought[:1].isalnum()
        cuts_end = text[end : end + 1].isalnum() and sought[-1:].isalnum()
        if not cuts_start and not cuts_end:
            return at
        at = text.find(sought, at + 1)
    return -1
