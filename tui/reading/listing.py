"""Lists of blocks, and the items in them at which a cursor can stop."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from tui.blocks import Block, Heading


class Listing:
    """The blocks of one list; a block that shows an item is a place for the cursor.

    Blocks may be made one by one as they are asked for, so `next_item` and `previous_item` ask
    for no more of them than they pass.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks

    @cached_property
    def items(self) -> Sequence[int]:
        """The indices of all blocks that show an item."""
        return [at for at, block in enumerate(self.blocks) if block.item]

    @cached_property
    def sections(self) -> Sequence[int]:
        """The indices at which sections begin: headings with items below them.

        In a list without items every heading begins a section, and in one without headings
        every item does.
        """
        heads = [at for at, block in enumerate(self.blocks) if isinstance(block, Heading)]
        if not self.items:
            return heads
        ends = [*heads[1:], len(self.blocks)]
        return [
            head
            for head, end in zip(heads, ends, strict=False)
            if bisect_left(self.items, head) < bisect_left(self.items, end)
        ] or self.items

    def index(self, item: str) -> int:
        """The index of the block that shows an item; -1 if there is none."""
        return self._indices.get(item, -1)

    def item(self, index: int) -> str:
        """The item that a block shows; empty if it shows none, or if there is no such block."""
        return self.blocks[index].item if 0 <= index < len(self.blocks) else ""

    def next_item(self, index: int) -> int:
        """The index of the next item after a block; -1 if there is none."""
        after = range(index + 1, len(self.blocks))
        return next((at for at in after if self.blocks[at].item), -1)

    def previous_item(self, index: int) -> int:
        """The index of the last item before a block; -1 if there is none."""
        before = range(index - 1, -1, -1)
        return next((at for at in before if self.blocks[at].item), -1)

    def neighbour(self, index: int, direction: int, is_wanted: Callable[[str], object]) -> int:
        """The nearest item after (1) or before (-1) a block that is wanted; -1 if there is none."""
        step = self.next_item if direction > 0 else self.previous_item
        at = step(index)
        while at >= 0 and not is_wanted(self.blocks[at].item):
            at = step(at)
        return at

    def ordinal(self, index: int) -> int:
        """The number of a block's item among the items, from 1; 0 before the first one."""
        return bisect_right(self.items, index)

    def section(self, index: int, direction: int) -> int:
        """The start of the next section (1), or of this or the previous one (-1); -1 if none."""
        at = bisect_right(self.sections, index)
        if direction < 0:
            at -= 1
            if at >= 0 and index in (self.sections[at], self.next_item(self.sections[at])):
                at -= 1
        return self.sections[at] if 0 <= at < len(self.sections) else -1

    @cached_property
    def _indices(self) -> Mapping[str, int]:
        return {self.blocks[at].item: at for at in reversed(self.items)}
