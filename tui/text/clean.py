"""Text made harmless: nothing that is shown can act on a terminal or reorder what is read.

Characters that a terminal obeys, that reverse or hide text, or that are no text at all become
visible: the controls of ASCII as their pictures (`␛`, U+2400 and after), all others by number
(`<U+202E>`). The joiners U+200C and U+200D stay, since Persian, Indic scripts and emoji are
spelt with them; U+200B stays where scripts of South-East Asia separate words by it.
"""

import re
from functools import cache

from tui.frozen import frozen
from tui.text.offsets import Offsets

_TAB = "    "
"""A width that does not depend on the column, so that text may be cut before it is cleaned."""

_SPACED_BY_ZERO_WIDTH = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese, Khmer."""

_HARMFUL = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"
    # soft hyphen, Arabic letter mark, Mongolian vowel separator, zero width space, bidi marks
    "\u00ad\u061c\u180e\u200b\u200e\u200f"
    # line and paragraph separators, bidi embeddings and overrides
    "\u2028-\u202e"
    # word joiner, invisible operators, bidi isolates, deprecated format characters
    "\u2060-\u206f"
    # surrogates, noncharacters, byte order mark, interlinear annotation
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    # format controls of hieroglyphs, of shorthand and of music
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    # tags, and the rest of the plane but its variation selectors
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(f"{chr(end - 1)}{chr(end)}" for end in range(0x1FFFF, 0x110000, 0x10000))
    + "]"
)


@frozen
class Cleaned:
    """Cleaned text, and where the offsets of the raw text are in it."""

    text: str
    offsets: Offsets
    """By offset in the raw text, its end included: the offset in `text`."""


def clean(text: str) -> str:
    """The text, harmless to a terminal; newlines stay, CRLF is one, and a tab is four spaces."""
    if text.isprintable():
        return text
    return _harmful().sub(_visible, text)


def clean_with_map(text: str) -> Cleaned:
    """The text as `clean` makes it, for drawing there what was found in the raw text."""
    offsets = Offsets()
    parts: list[str] = []
    read = written = 0
    for match in () if text.isprintable() else _harmful().finditer(text):
        shown = _visible(match)
        parts += text[read : match.start()], shown
        written += match.start() - read + len(shown)
        read = match.end()
        offsets.step(read, written)
    offsets.end(len(text), written + len(text) - read)
    return Cleaned("".join([*parts, text[read:]]), offsets)


@cache
def _harmful() -> re.Pattern[str]:
    return re.compile(_HARMFUL)


def _visible(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character == "\t":
        return _TAB
    if character == "\r" and match.string.startswith("\n", match.end()):
        return ""
    if character == "\u200b" and _separates_words(match.string, match.start()):
        return character
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"<U+{code:04X}>"


def _separates_words(text: str, offset: int) -> bool:
    beside = text[max(offset - 1, 0) : offset + 2]
    return _SPACED_BY_ZERO_WIDTH.search(beside) is not None
