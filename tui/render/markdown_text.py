"""Runs as inline text of CommonMark: bold where a style asks for it, and no other markup.

Whatever a briefing says stands for itself: no character of it makes markup, HTML, an entity,
a footnote or a link, neither in CommonMark 0.31 nor in GitHub's dialect.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from unicodedata import category

from tui.blocks import Runs, Style

_MARKUP = re.compile(
    r"[\\`*_{}\[\]<>&~|$#]"
    r"|:(?=//|[\w+-]+:)"  # addresses; on GitHub, names of emoji
    r"|@(?=\w)|(?<=\w)\.(?=[^\W\d_]{2})"  # addresses of mail, and of sites that lack http://
)
_MARKUP_AT_START = re.compile(r"\A(?:\d{1,9}(?=[.)])|(?=[-+=:]))")
"""What would begin a list, an underlined heading or the rule of a table."""

_BOLD = frozenset(
    {Style.STRONG, Style.LABEL, Style.HEADING, Style.EMPHASIS, Style.WRONG, Style.MARKING}
)


def inline(text: Runs, style: Style = Style.TEXT) -> list[str]:
    """The lines of a paragraph, plain runs in a style; empty lines are left out."""
    parts = [(run.text, style if run.style is Style.TEXT else run.style) for run in text]
    made = (_MARKUP_AT_START.sub(r"\g<0>\\", _line(line)) for line in _split(parts))
    return [line for line in made if line]


def escaped(text: str) -> str:
    """Text that says the same within a line of Markdown."""
    return _MARKUP.sub(r"\\\g<0>", text)


_Part = tuple[str, Style]


def _split(parts: list[_Part]) -> Iterator[list[_Part]]:
    """The parts of each line."""
    line: list[_Part] = []
    for text, style in parts:
        first, *others = text.split("\n")
        line.append((first, style))
        for other in others:
            yield line
            line = [(other, style)]
    yield line


def _line(parts: list[_Part]) -> str:
    """One line, with neither spaces nor empty boldness at its ends."""
    joined = (
        ("".join(text for text, _ in group), bold)
        for bold, group in groupby(parts, key=lambda part: part[1] in _BOLD)
    )
    pieces = [piece for text, bold in joined for piece in _pieces(text, bold)]
    shown = []
    for index, (text, bold) in enumerate(pieces):
        before = pieces[index - 1][0][-1] if index else " "
        after = pieces[index + 1][0][0] if index + 1 < len(pieces) else " "
        flanked = _may_meet(text[0], before) and _may_meet(text[-1], after)
        shown.append(f"**{escaped(text)}**" if bold and flanked else escaped(text))
    return "".join(shown).strip()


def _pieces(text: str, bold: bool) -> Iterator[tuple[str, bool]]:
    """A text that is bold with the spaces at its ends apart, which cannot be."""
    core = text.strip()
    if not bold or core == text:
        yield from ((text, bold),) if text else ()
        return
    start = text.index(core)
    for piece, its in (
        (text[:start], False),
        (core, True),
        (text[start + len(core) :], False),
    ):
        if piece:
            yield piece, its


def _may_meet(inner: str, outer: str) -> bool:
    """Whether asterisks between the two are delimiters (CommonMark: left- and right-flanking)."""
    return outer.isspace() or not _is_punctuation(inner) or _is_punctuation(outer)


def _is_punctuation(character: str) -> bool:
    return category(character)[0] in "PS"
