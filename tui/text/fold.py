"""Text folded for comparison: what an author types otherwise than a source prints it.

Two foldings: `fold` for proving a quotation, which touches only typography and says which of
its kinds made a difference, and `search_key` for finding, which takes case and diacritics away
as well. Both can tell where in the text as it was something folded was found.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from tui.text.composition import compose
from tui.text.offsets import Offsets

_QUOTES = {
    **dict.fromkeys(map(ord, "‘’‚‛‹›`´ʹʻʼʽˈ′‵＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»ʺ″‶〝〞〟＂"), '"'),
}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―⁃−﹘﹣－"), "-")
_HYPHENS = re.compile("\u00ad|--+")
_SPACES = re.compile("[\\s\u200b\u2060\ufeff]+")
_ODD_SPACES = re.compile("(?! [^\\s\u200b\u2060\ufeff])[\\s\u200b\u2060\ufeff]+")
"""White space and characters without width, but for single spaces."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text, and where it came from."""

    text: str
    offsets: Offsets
    """By offset in `text`, its end included: the offset in the text as it was."""


def fold(text: str) -> Folded:
    """The text with one kind of quotation mark, dash and space, in NFC.

    Runs of white space, line breaks among them, become one space; a soft hyphen and spaces
    without width become nothing; two hyphens, as they are typed for a dash, become one.
    """
    composed, from_composed = compose(text)
    plain = composed.translate(_QUOTES).translate(_DASHES)
    return _through(*_substitute(plain, _UNEVEN, _even), from_composed)
