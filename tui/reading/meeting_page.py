"""What a meeting sees: one thing, large and calm, in the middle of the screen."""

from collections.abc import Sequence

from tui.app.flow import Laid
from tui.app.lines import Drawn, ScreenPart, Tinted, cut, spread
from tui.app.viewport import Viewport
from tui.blocks import Block, Heading, Style
from tui.render.paragraphs import EMPTY, shifted
from tui.render.styled import layout

MEASURE = 60
"""Columns, at most, of what is read from across a room."""

_MARGIN = 4
"""Columns that stay free on either side, where the screen has as many to spare."""

_ROOMY = 26
"""Rows: from here on two empty lines stand between what belongs less closely together."""

_BELOW = 2
"""Rows of the page that what comes next takes, with an empty one above it."""

_LOWEST = 6
"""Rows of a page that has room for what comes next."""


def page(blocks: Sequence[Block], width: int, height: int) -> Viewport:
    """The blocks as a list that fills a page of that size."""
    height = max(height - _BELOW if height >= _LOWEST else height, 1)

    def typeset(index: int, columns: int) -> Laid:
        measure = min(MEASURE, max(columns - 2 * _MARGIN, columns * 9 // 10, 1))
        lines = [
            cut(line, columns)
            for line in shifted(layout(blocks[index], measure), max(columns - measure, 0) // 2)
        ]
        above = _gap(blocks, index, height)
        return Laid((*[EMPTY] * above, *(lines or [EMPTY])), above)

    view = Viewport(blocks, typeset)
    view.resize(max(width, 1), height)
    return view


def below(following: str, remark: str, width: int, height: int) -> list[Drawn]:
    """The rows under a page: what comes next, and a remark on the right."""
    if height < _LOWEST:
        return []
    named: Tinted = (("   next  ", ScreenPart.FOOT), (following, Style.TEXT))
    ends: Tinted = (("   this is the last of the agenda", ScreenPart.FOOT),)
    right: Tinted = ((f"{remark} ", Style.CAUTION),) if remark else ()
    line = spread(named if following else ends, right, width)
    return [Drawn(EMPTY), Drawn(cut(line, width))]


def _gap(blocks: Sequence[Block], index: int, height: int) -> int:
    """Empty lines above a block: more of them at the head of a page that has the room."""
    if index == 0:
        return 1 if height < _ROOMY else 3
    before, block = blocks[index - 1], blocks[index]
    if isinstance(before, Heading) and before.level == 2:
        return 1 if height < _ROOMY else 2
    if isinstance(before, Heading) or type(before) is type(block):
        return 1 if height >= _ROOMY or not _are_alike(before, block) else 0
    return 1 if height < _ROOMY else 2


def _are_alike(before: Block, block: Block) -> bool:
    """Lines of a list, between which a low page has no empty ones."""
    return getattr(before, "kind", "-") == getattr(block, "kind", "") == ""
