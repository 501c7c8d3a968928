"""Where texts occur in a long one, when many are looked for."""

from collections import Counter
from itertools import accumulate

MOST = 1_000
"""So many occurrences of one text are told; nobody reads on, and hostile text has millions."""

_WORTH_AN_INDEX = 50_000
"""Code points; up to there a plain search takes no longer than looking up."""
_SAMPLE = 20_000
_GAP = 16
"""The mean distance, in code points, of the character that a text is cut at: a phrase of some
words holds two of them, and what stands between two is rare."""
_TOO_COMMON = 200
"""Occurrences of a piece from which on a plain search is faster than trying each."""


class Occurrences:
    """A text in which others are found, each in a time that hardly depends on its length.

    It is cut at a character that is neither rare nor frequent. Whatever holds two of these
    holds a whole piece, and can only be where that piece is.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._cut = ""
        self._pieces: dict[str, list[int]] = {}
        if len(text) > _WORTH_AN_INDEX:
            self._cut = _cut(text)
            pieces = text.split(self._cut)
            starts = accumulate((len(piece) + 1 for piece in pieces), initial=0)
            for piece, start in zip(pieces, starts, strict=False):
                if piece in self._pieces:
                    self._pieces[piece].append(start)
                else:
                    self._pieces[piece] = [start]

    def of(self, sought: str) -> list[int]:
        """The offsets at which a text stands, overlapping ones too, in order: the first `MOST`."""
        if not sought:
            return []
        anchor = self._anchor(sought)
        if anchor is None:
            return self._searched(sought)
        piece, starts = anchor
        before = sought.index(f"{self._cut}{piece}{self._cut}") + 1 if starts else 0
        text = self._text
        return [
            start - before
            for start in starts
            if start >= before and text.startswith(sought, start - before)
        ][:MOST]

    def _anchor(self, sought: str) -> tuple[str, list[int]] | None:
        """The rarest whole piece in a text, and where it is; none if there is none that is rare."""
        whole = sought.split(self._cut)[1:-1] if self._cut else []
        found = [(piece, self._pieces.get(piece, [])) for piece in whole]
        rarest = min(found, key=lambda each: len(each[1]), default=None)
        return rarest if rarest is not None and len(rarest[1]) <= _TOO_COMMON else None

    def _searched(self, sought: str) -> list[int]:
        found: list[int] = []
        at = self._text.find(sought)
        while at >= 0 and len(found) < MOST:
            found.append(at)
            at = self._text.find(sought, at + 1)
        return found


def _cut(text: str) -> str:
    """The character whose mean distance in a sample of the text is nearest to the one wanted."""
    middle = max(len(text) - _SAMPLE, 0) // 2
    sample = text[middle : middle + _SAMPLE]
    wanted = len(sample) / _GAP
    return min(Counter(sample).items(), key=lambda each: abs(each[1] - wanted))[0]
