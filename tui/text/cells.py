"""Text in terminal cells: how wide it is, and where its lines break.

All functions take cleaned text (`tui.text.clean`). Latin, Greek and Cyrillic, Hangul, Han and
Kana are measured here; wcwidth, whose import costs more than the rest of this package, is
asked only about other scripts, combining marks and emoji.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from tui.text.breaks import SPACES, last_break

_NARROW = (
    "\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1"
    "\u03a3-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2100-\u214f"
    "\u2150-\u218b\u2190-\u21ff\u2200-\u22ff\u2500-\u25fc\u2713-\u2718"
)
"""Characters of one cell that never join with another; quotation marks and dashes are here."""

_WIDE = (
    "\u3000-\u3029\u3031-\u303e\u3041-\u3096\u309b-\u30ff\u3105-\u312f\u3131-\u3163\u3165-\u318e"
    "\u3190-\u31e3\u31f0-\u321e\u3220-\u3247\u3250-\u4dbf\u4e00-\ua48c\uac00-\ud7a3\uf900-\ufaff"
    "\uff01-\uff60\uffe0-\uffe6\U00020000-\U0002fffd\U00030000-\U0003fffd"
)
"""Characters of two cells that never join with another: all, and only these, from U+3000 on."""

_BEYOND_NARROW = re.compile(f"[^{_NARROW}]")

_SPACES = re.compile(f"[{SPACES}]*")

Span = tuple[int, int]


def width(text: str) -> int:
    """How many cells a text takes on one line."""
    if text.isascii() or not _BEYOND_NARROW.search(text):
        return len(text)
    return _measure(text).cells[-1]


def wrap(text: str, width: int, first: int | None = None) -> list[Span]:
    """The lines of a text that is wrapped at words, as spans of it.

    `width` is that of a line in cells, `first` that of the first line where it differs; a first
    line that has no room for the first word is empty. Spaces round a break belong to no line;
    leading spaces stay as an indentation. A newline ends a line. Han and Kana break between
    characters too (`tui.text.breaks`). A word too long for a line is broken between grapheme
    clusters, and a cluster too wide for one has a line of its own.
    """
    width = max(width, 1)
    room = width if first is None else min(first, width)
    if len(text) <= room // 2 and "\n" not in text:
        return [(0, len(text.rstrip(SPACES)))]
    measured = _measure(text)
    lines: list[Span] = []
    start = 0
    for paragraph in measured.letters.split("\n"):
        lines += _fill(measured, start, start + len(paragraph.rstrip(SPACES)), room, width)
        start += len(paragraph) + 1
        room = width
    if isinstance(measured.offsets, range):
        return lines
    return [(measured.offsets[start], measured.offsets[end]) for start, end in lines]


def truncate(text: str, width: int) -> str:
    """A text of one line cut to a width in cells, with an ellipsis where something is left out."""
    return _cut(text, width)[0]


def split(text: str) -> tuple[str, Sequence[str]]:
    """What stands in each cell of a text, after the marks that join what stands before it.

    A character stands in its first cell with the marks that join it; its other cells are empty.
    """
    if text.isascii() or not _BEYOND_NARROW.search(text):
        return "", text
    letters, offsets, cells = _measure(text)
    marks, divided = "", list[str]()
    for at in range(len(letters)):
        cluster, taken = text[offsets[at] : offsets[at + 1]], cells[at + 1] - cells[at]
        if taken:
            divided += [cluster] + [""] * (taken - 1)
        elif divided:
            last = max(place for place, cell in enumerate(divided) if cell)
            divided[last] += cluster
        else:
            marks += cluster
    return marks, divided


def is_certain(text: str) -> bool:
    """Whether all terminals agree on its width: not on that of joined marks, say, or emoji."""
    return text.isascii() or not _BEYOND_NARROW.search(text) or not _beyond_wide().search(text)


class _Measured(NamedTuple):
    """A text as grapheme clusters."""

    letters: str
    """One character for each cluster, which breaks a line as the cluster does."""
    offsets: Sequence[int]
    """By index of a cluster, the end included: its offset in the text; a `range` if the same."""
    cells: Sequence[int]
    """By index of a cluster, the end included: the cells before it."""


def _measure(text: str) -> _Measured:
    same = range(len(text) + 1)
    if text.isascii() or not _BEYOND_NARROW.search(text):
        return _Measured(text, same, same)
    if not _beyond_wide().search(text):
        widths = [2 if each >= "\u3000" else 1 for each in text]
        return _Measured(text, same, list(accumulate(widths, initial=0)))
    from wcwidth import iter_graphemes, wcswidth  # noqa: PLC0415 - 25 ms, for few texts

    clusters = list(iter_graphemes(text))
    letters = "".join("x" if each[0] in SPACES and len(each) > 1 else each[0] for each in clusters)
    widths = [max(wcswidth(each), 0) for each in clusters]
    offsets = list(accumulate(map(len, clusters), initial=0))
    return _Measured(letters, offsets, list(accumulate(widths, initial=0)))


def _fill(text: _Measured, start: int, end: int, room: int, width: int) -> list[Span]:
    """The lines of one paragraph, which does not end with a space, as spans of clusters."""
    letters, _, cells = text
    lines: list[Span] = []
    while True:
        reach = bisect_right(cells, cells[start] + room, start, end + 1) - 1
        if reach >= end:
            lines.append((start, end))
            return lines
        indented = _skip_spaces(letters, start, reach)
        if indented == reach > start:
            start = reach
            continue
        cut = _last_break(text, indented, reach)
        if cut is None and room < width:
            lines.append((start, start))
        else:
            cut = cut or max(reach, start + 1)
            lines.append((start, start + len(letters[start:cut].rstrip(SPACES))))
            start = _skip_spaces(letters, cut, end)
        room = width


def _last_break(text: _Measured, start: int, end: int) -> int | None:
    if text.cells is text.offsets:
        space = text.letters.rfind(" ", start, end + 1)
        return None if space < 0 else space
    return last_break(text.letters, start, end)


def _skip_spaces(letters: str, start: int, end: int) -> int:
    match = _SPACES.match(letters, start, end)
    return match.end() if match else start


def _cut(text: str, width: int) -> tuple[str, int]:
    """A text cut to a width, and its width then."""
    letters, offsets, cells = _measure(text)
    if cells[-1] <= width:
        return text, cells[-1]
    if width < 1:
        return "", 0
    fitting = letters[: bisect_right(cells, width - 1) - 1]
    kept = len(fitting.rstrip(SPACES))
    return text[: offsets[kept]] + "…", cells[kept] + 1


@cache
def _beyond_wide() -> re.Pattern[str]:
    """Compiled for the first text that needs it: it would take 3 ms of every start."""
    return re.compile(f"[^{_NARROW}{_WIDE}]")
