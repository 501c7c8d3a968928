"""Quotation marks in a text, in the usual forms of several languages."""

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
    # Any apostrophe at the end of a word closes: ‘the ministers’ meeting’ ends at “ministers”.
    r"|(?<!\w)‘([^‘“”]+?)’(?!\w)"
)
_TYPEWRITER = expression(r"(?P<opening>(?<![\w'])'(?=[^\W\d]))|(?<=[^\W\ds])'(?!\w)|\n")
"""Typewriter single marks, except those of clipped words ('90s) and possessives (states')."""


def has_quotation_marks(text: str) -> bool:
    """Whether a text may contain quotations: a quick test that rules out most texts."""
    if '"' in text or " '" in text or text[:1] == "'":
        return True
    return not text.isascii() and any(mark in text for mark in "“„«»「『‘")


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The start and end of each quotation in a text, without its marks."""
    spans = [match.span(match.lastindex or 0) for match in _QUOTED.finditer(text)]
    if "'" not in text:
        return spans
    position = 0
    outside: list[tuple[int, int]] = []
    for start, end in (*spans, (len(text), len(text))):
        outside += _typewriter_spans(text, position, start)
        position = end
    return sorted([*spans, *outside])


def replace_quotations(text: str, replacement: str) -> str:
    """Replace the words of each quotation in a text; the marks stay."""
    if has_quotation_marks(text):
        for start, end in reversed(quoted_spans(text)):
            text = f"{text[:start]}{replacement}{text[end:]}"
    return text


def _typewriter_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The quotations in typewriter single marks in a part of a text."""
    opened = 0
    for mark in _TYPEWRITER.finditer(text, start, end):
        if mark["opening"]:
            opened = mark.end()
        elif opened and mark[0] == "'":
            yield opened, mark.start()
        if not mark["opening"]:
            opened = 0


_DOUBLE = expression('[“”„«»「」『』"]')
_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』"}


def unpaired_mark(text: str) -> tuple[str, str]:
    """The first quotation mark without a partner, and which partner is missing.

    Single marks and apostrophes are ignored. A mark that reopens a quotation at the start of a
    further paragraph needs no partner.

    Returns:
        The mark and `opening` or `closing`; two empty strings where all marks are paired.
    """
    if text.isascii() and '"' not in text:
        return "", ""
    open_marks: list[str] = []
    for match in _DOUBLE.finditer(text):
        mark = match[0]
        if open_marks and mark in _closers(open_marks[-1]):
            open_marks.pop()
        elif open_marks and mark == open_marks[-1] and _begins_line(text, match.start()):
            continue
        elif mark == '"' and text[match.start() - 1 : match.start()].isdigit():
            continue  # inches, seconds of arc
        elif mark in _CLOSED_BY or _opens(text, match):
            open_marks.append(mark)
        else:
            return mark, "opening"
    return (open_marks[0], "closing") if open_marks else ("", "")


def _closers(mark: str) -> str:
    """The marks that close `mark`; itself if it both opens and closes, as " and Swedish ” do."""
    return _CLOSED_BY.get(mark, mark)


INDENTATION = 16
"""Longest indentation of a line that a mark begins, in code points."""


def _begins_line(text: str, at: int) -> bool:
    before = text[max(at - INDENTATION, 0) : at]
    return not before.rpartition("\n")[2].strip() and ("\n" in before or at <= INDENTATION)


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark that may open or close stands before a word, where it opens."""
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return (not before or before.isspace() or before in "([–—") and bool(after.strip())
