"""From blocks to the lines of a list on the screen."""

from collections.abc import Sequence

from tui.blocks import Block
from tui.render.paragraphs import EMPTY, Line
from tui.render.styled import NARROWEST, gap, layout
from tui.ui.flow import Laid, Typeset
from tui.ui.lines import cut


def typesetter(blocks: Sequence[Block]) -> Typeset:
    """What lays out these blocks: each by the layout of all formats, with the gap above it."""

    def typeset(index: int, width: int) -> Laid:
        lines: Sequence[Line] = layout(blocks[index], width)
        if width < NARROWEST:
            lines = [cut(line, width) for line in lines]
        if not lines:
            return Laid((EMPTY,))
        above = gap(blocks[index - 1], blocks[index]) if index else 0
        return Laid((*[EMPTY] * above, *lines), above)

    return typeset
