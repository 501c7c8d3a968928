"""Search for many texts in one long text."""

from collections import defaultdict
from functools import cached_property

MOST = 1_000
"""The number of occurrences returned, at most: a hostile text could have millions."""

_BLOCK = 12
"""The code points of a block: rare in prose, and no longer than a few words."""
_BLOCKS = 1 << 18
"""The number of blocks, at most: the index of the largest copy (16 MiB) takes some 80 MB."""
_SEARCHES = 16
"""The number of plain searches before an index is built."""
_SMALL = 50_000
"""The code points up to which a plain search is as fast as the index."""


class Occurrences:
    """Finds texts in a long text, after some searches in a time nearly independent of its length.

    The index has the blocks of the text at regular distances. A text at least as long as a block
    and the distance together contains one of them wherever it occurs, and is therefore found by
    the blocks at its own first offsets.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._distance = max(_BLOCK, len(text) // _BLOCKS)
        self._searches = _SEARCHES

    def of(self, sought: str) -> list[int]:
        """The offsets of a text in order, overlapping ones included: the first `MOST`."""
        if len(self._text) <= _SMALL or len(sought) < self._distance + _BLOCK - 1:
            return self._search(sought)
        if self._searches > 0:
            self._searches -= 1
            return self._search(sought)
        text, blocks = self._text, self._blocks
        found: list[int] = []
        for lead in range(self._distance):
            starts = blocks.get(sought[lead : lead + _BLOCK], ())
            if len(starts) > MOST:
                return self._search(sought)
            found += [
                start - lead
                for start in starts
                if start >= lead and text.startswith(sought, start - lead)
            ]
        return sorted(found)[:MOST]

    def _search(self, sought: str) -> list[int]:
        found: list[int] = []
        at = self._text.find(sought) if sought else -1
        while at >= 0 and len(found) < MOST:
            found.append(at)
            at = self._text.find(sought, at + 1)
        return found

    @cached_property
    def _blocks(self) -> dict[str, list[int]]:
        """The offsets of each block."""
        text = self._text
        blocks: dict[str, list[int]] = defaultdict(list)
        for start in range(0, len(text), self._distance):
            blocks[text[start : start + _BLOCK]].append(start)
        return blocks
