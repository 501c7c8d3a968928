"""Quotation marks in a text, of the usual kinds of several languages."""

import re
from collections.abc import Iterator

from tui.text.expression import expression

_QUOTED = expression(
    r"“([^“”]+)”"
    r"|„([^„“”]+)[“”]"
    r"|«([^«»]+)»"
    r"|»([^«»]+)«"
    r"|「([^「」]+)」"
    r"|『([^『』]+)』"
    r'|"([^"]+)"'
    # An apostrophe is no closing mark: ‘the ministers’ meeting’ is cut short rather than run on.
    r"|(?<!\w)‘([^‘“”]+?)’(?!\w)"
)
_TYPED = expression(r"(?P<opening>(?<![\w'])'(?=[^\W\d]))|(?<=[^\W\ds])'(?!\w)|\n")
"""Typewritten single marks, but no clipped word ('90s) and no plural possessive (states')."""


def has_marks(text: str) -> bool:
    """Whether a text may hold quotation marks at all: a quick test for most texts, which do not."""
    if '"' in text or " '" in text or text[:1] == "'":
        return True
    return not text.isascii() and any(mark in text for mark in "“„«»「『‘")


def quoted(text: str) -> list[tuple[int, int]]:
    """The stretches of a text that stand between quotation marks, the marks left out."""
    spans = [each.span(each.lastindex or 0) for each in _QUOTED.finditer(text)]
    if "'" not in text:
        return spans
    covered = 0
    outside: list[tuple[int, int]] = []
    for start, end in (*spans, (len(text), len(text))):
        outside += _typed(text, covered, start)
        covered = end
    return sorted([*spans, *outside])


def _typed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between typewritten single marks in a part of a text."""
    opened = 0
    for mark in _TYPED.finditer(text, start, end):
        if mark["opening"]:
            opened = mark.end()
        elif opened and mark[0] == "'":
            yield opened, mark.start()
        if not mark["opening"]:
            opened = 0


_DOUBLE = expression('[“”„«»「」『』"]')
_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』"}


def unpartnered(text: str) -> tuple[str, str]:
    """The first quotation mark without its partner, and which one is missing.

    `opening`, `closing`, or empty where all are in pairs. Apostrophes and single marks are left
    aside. A mark that only opens a further paragraph of one quotation is in order.
    """
    if text.isascii() and '"' not in text:
        return "", ""
    open_marks: list[str] = []
    for found in _DOUBLE.finditer(text):
        mark = found[0]
        if open_marks and mark in _closers(open_marks[-1]):
            open_marks.pop()
        elif open_marks and mark == open_marks[-1] and _begins_line(text, found.start()):
            continue
        elif mark == '"' and text[found.start() - 1 : found.start()].isdigit():
            continue  # inches, seconds of arc
        elif mark in _CLOSED_BY or _opens(text, found):
            open_marks.append(mark)
        else:
            return mark, "opening"
    return (open_marks[0], "closing") if open_marks else ("", "")


def _closers(mark: str) -> str:
    """What closes an open mark: itself where it does both, as " and, in Swedish, ” do."""
    return _CLOSED_BY.get(mark, mark)


INDENTATION = 16
"""Code points, at most, before what begins a line."""


def _begins_line(text: str, at: int) -> bool:
    before = text[max(at - INDENTATION, 0) : at]
    return not before.rpartition("\n")[2].strip() and ("\n" in before or at <= INDENTATION)


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark that may open or close stands where one opens: before a word."""
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return (not before or before.isspace() or before in "([–—") and bool(after.strip())
