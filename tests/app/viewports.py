"""Viewports for tests: lists of blocks of given heights."""

from collections.abc import Sequence

from tui.app.flow import Laid, Typeset
from tui.app.viewport import Viewport
from tui.blocks import Heading, Paragraph, Style
from tui.reading.listing import Listing


def viewport(heights: Sequence[int], items: Sequence[bool], size: tuple[int, int]) -> Viewport:
    """A list of blocks of so many lines each, which show an item or are headings.

    At half the width a block is twice as high. Blocks of more than one line have a gap.
    """
    blocks = [
        Paragraph(item=f"item-{at}", text=()) if shows else Heading(text=())
        for at, shows in enumerate(items)
    ]
    view = Viewport(Listing(blocks), typeset(heights))
    view.resize(*size)
    return view


def typeset(heights: Sequence[int]) -> Typeset:
    def lay(block: int, columns: int) -> Laid:
        height = max(heights[block] * 80 // columns, 1)
        lines = tuple(((f"{block}.{line}", Style.TEXT),) for line in range(height))
        return Laid(lines, 1 if height > 1 else 0)

    return lay


def seen(view: Viewport) -> list[str]:
    """The lines in the view: `2.0` is the first line of the third block."""
    return ["".join(part for part, _ in row.line) for row in view.rows()]
