"""The layout of blocks as lines of a list on the screen."""

from collections.abc import Sequence

from tui.app.flow import Laid, Typeset
from tui.app.lines import Link, Tinted, cut
from tui.blocks import Block, Style
from tui.render.paragraphs import EMPTY, Line
from tui.render.styled import NARROWEST, gap, layout
from tui.text.addresses import web_address


def typesetter(blocks: Sequence[Block]) -> Typeset:
    """Return what lays out these blocks: as in print, with the gap above each."""

    def typeset(index: int, width: int) -> Laid:
        lines: Sequence[Tinted] = _linked(layout(blocks[index], width))
        if width < NARROWEST:
            lines = [cut(line, width) for line in lines]
        if not lines:
            return Laid((EMPTY,))
        above = gap(blocks[index - 1], blocks[index]) if index else 0
        return Laid((*[EMPTY] * above, *lines), above)

    return typeset


def _linked(lines: Sequence[Line]) -> Sequence[Tinted]:
    """The lines with the address in them as a link, though it may be wrapped."""
    parts = [text for line in lines for text, style in line if style is Style.LINK]
    address = web_address("".join(parts)) if parts else ""
    if not address:
        return lines
    link = Link(address)
    return [
        tuple((text, link if style is Style.LINK else style) for text, style in line)
        for line in lines
    ]
