"""Whether the words of one text stand in another, whatever their marks, spaces and case."""

from collections.abc import Mapping
from functools import lru_cache

from tui.text.expression import expression

SIGNS: Mapping[str, str] = {
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‐‑–—", "-"),
}
_LEFT_OUT = expression(r"\[?(?:…|\.\.\.)\]?|\[[^\[\]]*\]")
"""Where a quotation leaves words out, or puts some in, as it is marked in print."""


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """A text for comparison: whatever the marks, the spaces and the case."""
    return " ".join(replaced(text, SIGNS).casefold().split())


def replaced(text: str, signs: Mapping[str, str]) -> str:
    """A text with other signs; to look up each character, as `str.translate` does, takes longer."""
    if text.isascii():
        return text
    for sign, other in signs.items():
        text = text.replace(sign, other)
    return text


def holds(exact: str, words: str) -> bool:
    """Whether an excerpt has all the words that are quoted, in their order."""
    text, at = plain(exact), 0
    for part in _LEFT_OUT.split(plain(words)):
        sought = part.strip(" ,.;:!?")
        at = find_words(text, sought, at)
        if at < 0:
            return False
        at += len(sought)
    return True


def find_words(text: str, sought: str, start: int) -> int:
    """Where whole words stand in a text; -1 if nowhere."""
    at = text.find(sought, start)
    while at >= 0:
        end = at + len(sought)
        if not (text[at - 1 : at].isalnum() and sought[:1].isalnum()) and not (
            text[end : end + 1].isalnum() and sought[-1:].isalnum()
        ):
            return at
        at = text.find(sought, at + 1)
    return -1
