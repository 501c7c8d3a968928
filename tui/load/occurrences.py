"""Where texts occur in a long one, when many are looked for."""

from collections import defaultdict
from functools import cached_property

MOST = 1_000
"""So many occurrences of one text are told; nobody reads on, and hostile text has millions."""

_BLOCK = 12
"""Code points: long enough to be rare in prose, short enough for a few words to hold one."""
_BLOCKS = 1 << 18
"""So many at most: an index of the largest copy (16 MiB) takes some 80 MB."""
_SEARCHES = 16
"""So many texts are searched for plainly before an index is worth making."""
_SMALL = 50_000
"""Code points; up to there a plain search takes no longer than looking up."""


class Occurrences:
    """A text in which others are found, many of them in a time that hardly depends on its length.

    The index has a block of the text at regular distances. What is at least as long as a block
    and the distance together holds one of these blocks wherever it stands, so that it is found
    by the blocks that begin at its own first offsets.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._distance = max(_BLOCK, len(text) // _BLOCKS)
        self._searches = _SEARCHES

    def of(self, sought: str) -> list[int]:
        """The offsets at which a text stands, overlapping ones too, in order: the first `MOST`."""
        if len(self._text) <= _SMALL or len(sought) < self._distance + _BLOCK - 1:
            return self._searched(sought)
        if self._searches > 0:
            self._searches -= 1
            return self._searched(sought)
        text, blocks = self._text, self._blocks
        found: list[int] = []
        for lead in range(self._distance):
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

    @cached_property
    def _blocks(self) -> dict[str, list[int]]:
        """By block: where it stands."""
        text = self._text
        blocks: dict[str, list[int]] = defaultdict(list)
        for start in range(0, len(text), self._distance):
            blocks[text[start : start + _BLOCK]].append(start)
        return blocks
