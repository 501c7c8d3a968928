"""Text folded for comparison: what an author types otherwise than a source prints it.

Two foldings: `fold` for proving a quotation, which touches typography alone, and `search_key`
for finding, which takes case and diacritics away as well. Both can tell where in the text as
it was something folded was found.
"""

import re
from collections.abc import Callable
from functools import cache
from unicodedata import normalize

from tui.frozen import frozen
from tui.text.composition import compose
from tui.text.offsets import Offsets

_QUOTES = {
    **dict.fromkeys(map(ord, "‘’‚‛‹›`´ʹʻʼʽˈ′‵＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»ʺ″‶〝〞〟＂"), '"'),
}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―⁃−﹘﹣－"), "-")

_UNSEEN = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen and spaces without width."""

_HYPHENS = re.compile(f"-(?:[{_UNSEEN}]*-)+")
_SPACES = re.compile(rf"[\s{_UNSEEN}]+")
_UNEVEN = re.compile(rf"-(?:[{_UNSEEN}]*-)+|(?! [^\s{_UNSEEN}])[\s{_UNSEEN}]+")
"""All of the two that is not a single space."""

_STRUCK = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters whose stroke or ligature is no diacritic to Unicode, but is one to who looks for them."""

_DIACRITICS = (
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
"""Marks of Latin, Greek, Cyrillic, Hebrew and Arabic; those of other scripts spell their words."""


@frozen
class Folded:
    """Folded text, and where it came from."""

    text: str
    offsets: Offsets
    """By offset in `text`, its end included: the offset in the text as it was."""


def fold(text: str) -> Folded:
    """The text with one kind of quotation mark, dash and space, in NFC.

    A run of white space, line breaks included, is one space; spaces without width and soft
    hyphens are nothing; two hyphens, as they are typed for a dash, are one.
    """
    composed, before = compose(text)
    plain = composed.translate(_QUOTES | _DASHES)
    offsets = Offsets()
    parts: list[str] = []
    read = written = 0
    for match in _UNEVEN.finditer(plain):
        even = _even(match)
        parts += plain[read : match.start()], even
        written += match.start() - read + len(even)
        read = match.end()
        offsets.step(written, read)
    offsets.end(written + len(plain) - read, len(plain))
    return Folded("".join([*parts, plain[read:]]), offsets.then(before))


def differences(one: str, other: str) -> tuple[str, ...]:
    """In what texts that fold to the same differ: of `composition`, `quotes`, `dashes`, `spaces`.

    Those are named without whose folding the texts would not be the same.
    """
    return tuple(kind for kind in _FOLDINGS if _folded_but(kind, one) != _folded_but(kind, other))


def search_key(text: str) -> Folded:
    """The text as it is found by whoever types it: folded, in one case, without diacritics.

    Compatibility forms are plain (`ＮＡＴＯ`, `ﬁ`), and syllables of Hangul are whole.
    """
    folded = fold(text)
    if folded.text.isascii():
        return Folded(folded.text.lower(), folded.offsets)
    parts = [_KEYS[character] for character in folded.text]
    offsets = Offsets()
    written = 0
    for read, part in enumerate(parts):
        offsets.step(written, read)
        written += len(part)
    offsets.end(written, len(parts))
    return Folded("".join(parts), offsets.then(folded.offsets))


@cache
def _diacritics() -> re.Pattern[str]:
    return re.compile(_DIACRITICS)


class _Keys(dict[str, str]):
    def __missing__(self, character: str) -> str:
        bare = _diacritics().sub("", normalize("NFKD", character))
        key = self[character] = normalize("NFC", bare).casefold().translate(_STRUCK)
        return key


_KEYS = _Keys()


def _even(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] == "-":
        return "-"
    return " " if any(map(str.isspace, found)) else ""


_FOLDINGS: dict[str, Callable[[str], str]] = {
    "composition": lambda text: normalize("NFC", text),
    "quotes": lambda text: text.translate(_QUOTES),
    "dashes": lambda text: _HYPHENS.sub(_even, text.translate(_DASHES)),
    "spaces": lambda text: _SPACES.sub(_even, text).strip(" "),
}


def _folded_but(kind: str, text: str) -> str:
    for each, folding in _FOLDINGS.items():
        if each != kind:
            text = folding(text)
    return text
