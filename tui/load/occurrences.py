"""Where texts occur in a long one, when many are looked for."""

from collections import Counter, defaultdict

MOST = 1_000
"""So many occurrences of one text are told; nobody reads on, and hostile text has millions."""

_WORTH_AN_INDEX = 50_000
"""Code points; up to there a plain search takes no longer than looking up."""
_SAMPLE = 20_000
_PIECES = 40
"""So many pieces of what is sought are looked up."""
_RARE = 4
"""Occurrences of a piece with which looking for a rarer one costs more than it saves."""
_COMMON = 1_000
"""Occurrences of a piece from which on a plain search is as fast as trying each."""


class Occurrences:
    """A text in which others are found, each in a time that hardly depends on its length.

    It is cut at its most frequent character, which is the space in most scripts. Whatever holds
    two of these holds a whole piece, and can only be where that piece is.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._cut = ""
        self._pieces: dict[str, list[int]] = defaultdict(list)
        if len(text) > _WORTH_AN_INDEX:
            middle = (len(text) - _SAMPLE) // 2
            self._cut = Counter(text[middle : middle + _SAMPLE]).most_common(1)[0][0]
            start = 0
            for piece in text.split(self._cut):
                self._pieces[piece].append(start)
                start += len(piece) + 1

    def of(self, sought: str) -> list[int]:
        """The offsets at which a text stands, overlapping ones too, in order: the first `MOST`."""
        cut, text = self._cut, self._text
        piece = self._rarest(sought.split(cut, _PIECES)[1:-1]) if cut else None
        if piece is None:
            return self._searched(sought)
        before = sought.index(f"{cut}{piece}{cut}") + 1
        found = (start - before for start in self._pieces.get(piece, ()) if start >= before)
        return [start for start in found if text.startswith(sought, start)][:MOST]

    def _rarest(self, pieces: list[str]) -> str | None:
        """The piece that stands in the text least often; none if all of them are common."""
        rarest, fewest = None, _COMMON
        for piece in pieces:
            count = len(self._pieces.get(piece, ()))
            if count < fewest:
                rarest, fewest = piece, count
                if count <= _RARE:
                    break
        return rarest

    def _searched(self, sought: str) -> list[int]:
        found: list[int] = []
        at = self._text.find(sought) if sought else -1
        while at >= 0 and len(found) < MOST:
            found.append(at)
            at = self._text.find(sought, at + 1)
        return found
