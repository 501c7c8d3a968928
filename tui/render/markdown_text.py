"""Runs as inline text of CommonMark: bold for some styles, and no other markup.

Text of a briefing is escaped, so that it cannot become markup, HTML, an entity, a footnote or a
link in CommonMark 0.31 or in GitHub Flavored Markdown.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from unicodedata import category

from tui.blocks import Runs, Style

_MARKUP = re.compile(
    r"[\\`*_{}\[\]<>&~|$#]"
    r"|:(?=//|[\w+-]+:)"  # URLs; on GitHub, names of emoji
    r"|@(?=\w)|(?<=\w)\.(?=[^\W\d_]{2})"  # email addresses, and URLs without http://
)
_MARKUP_AT_START = re.compile(r"\A(?:\d{1,9}(?=[.)])|(?=[-+=:]))")
"""What would begin a list, an underlined heading or the delimiter row of a table."""

_BOLD = frozenset(
    {Style.STRONG, Style.LABEL, Style.HEADING, Style.EMPHASIS, Style.WRONG, Style.MARKING}
)


def inline(text: Runs, style: Style = Style.TEXT) -> list[str]:
    """Return the lines of a paragraph, plain runs in a style; empty lines are left out."""
    parts = [(run.text, style if run.style is Style.TEXT else run.style) for run in text]
    made = (_MARKUP_AT_START.sub(r"\g<0>\\", _line(line)) for line in _split(parts))
    return [line for line in made if line]


def escaped(text: str) -> str:
    """Escape text for use within a line of Markdown."""
    return _MARKUP.sub(r"\\\g<0>", text)


_Part = tuple[str, Style]


def _split(parts: list[_Part]) -> Iterator[list[_Part]]:
    """Split parts at line breaks."""
    line: list[_Part] = []
    for text, style in parts:
        first, *others = text.split("\n")
        line.append((first, style))
        for other in others:
            yield line
            line = [(other, style)]
    yield line


def _line(parts: list[_Part]) -> str:
    """Return one line, without spaces at its ends."""
    joined = (
        ("".join(text for text, _ in group), bold)
        for bold, group in groupby(parts, key=lambda part: part[1] in _BOLD)
    )
    pieces = [piece for text, bold in joined for piece in _pieces(text, bold)]
    shown = []
    for index, (text, bold) in enumerate(pieces):
        before = pieces[index - 1][0][-1] if index else " "
        after = pieces[index + 1][0][0] if index + 1 < len(pieces) else " "
        flanked = _can_delimit(text[0], before) and _can_delimit(text[-1], after)
        shown.append(f"**{escaped(text)}**" if bold and flanked else escaped(text))
    return "".join(shown).strip()


def _pieces(text: str, bold: bool) -> Iterator[tuple[str, bool]]:
    """Split off the spaces at the ends of bold text, which cannot be bold."""
    core = text.strip()
    if not bold or core == text:
        yield from ((text, bold),) if text else ()
        return
    start = text.index(core)
    pieces = ((text[:start], False), (core, True), (text[start + len(core) :], False))
    yield from (piece for piece in pieces if piece[0])


def _can_delimit(inner: str, outer: str) -> bool:
    """Whether asterisks between two characters are delimiters (CommonMark: flanking runs)."""
    return outer.isspace() or not _is_punctuation(inner) or _is_punctuation(outer)


def _is_punctuation(character: str) -> bool:
    return category(character)[0] in "PS"
