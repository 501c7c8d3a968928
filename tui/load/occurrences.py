"""Where texts occur in a long one, when many are looked for."""

from collections import defaultdict

MOST = 1_000
"""So many occurrences of one text are told; nobody reads on, and hostile text has millions."""

_BLOCK = 16
"""Code points: long enough to be rare in prose, short enough for a few words to hold one."""
_WORTH_AN_INDEX = 50_000
"""Code points; up to there a plain search takes no longer than looking up."""


class Occurrences:
    """A text in which others are found, each in a time that hardly depends on its length.

    It is cut into blocks. What is nearly two blocks long holds a whole one wherever it stands,
    so it can only be where one of its own first sixteen stretches of that length is a block.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._blocks: dict[str, list[int]] = defaultdict(list)
        if len(text) > _WORTH_AN_INDEX:
            for start in range(0, len(text), _BLOCK):
                self._blocks[text[start : start + _BLOCK]].append(start)

    def of(self, sought: str) -> list[int]:
        """The offsets at which a text stands, overlapping ones too, in order: the first `MOST`."""
        if not self._blocks or len(sought) < 2 * _BLOCK - 1:
            return self._searched(sought)
        text, blocks = self._text, self._blocks
        found: list[int] = []
        for lead in range(_BLOCK):
            starts = blocks.get(sought[lead : lead + _BLOCK], ())
            if len(starts) > MOST:
                return self._searched(sought)
            found += [
                start - lead
                for start in starts
                if start >= lead and text.startswith(sought, start - lead)
            ]
        return sorted(found)[:MOST]

    def _searched(self, sought: str) -> list[int]:
        found: list[int] = []
        at = self._text.find(sought) if sought else -1
        while at >= 0 and len(found) < MOST:
            found.append(at)
            at = self._text.find(sought, at + 1)
        return found
