"""The layout of a slide: one thing, large and calm, in the middle of the screen."""

from collections.abc import Sequence

from tui.app.flow import Laid, Typeset
from tui.app.lines import BLANK, Drawn, ScreenPart, Tinted, cut, spread
from tui.app.list_lines import list_lines
from tui.app.viewport import Viewport
from tui.blocks import Block, Heading, Style
from tui.reading.listing import Listing
from tui.reading.meeting_controller import MeetingController
from tui.render.paragraphs import EMPTY, shifted
from tui.render.styled import layout

MEASURE = 60
"""Columns, at most, of text to be read from across a room."""

_MARGIN = 4
"""Columns that stay free on either side, where there are as many to spare."""

_BELOW = 2
"""Rows for what comes next, with an empty one above it."""

_LOWEST = 6
"""Rows of a slide that has room for what comes next."""

_ROOMY = 26
"""Rows from which on two empty lines set apart what belongs less closely together."""


def slide_typesetter(listing: Listing, height: int) -> Typeset:
    """Return what lays out the blocks of a slide for a screen of some rows."""
    blocks = listing.blocks

    def typeset(index: int, columns: int) -> Laid:
        measure = min(MEASURE, max(columns - 2 * _MARGIN, columns * 9 // 10, 1))
        lines = [
            cut(line, columns)
            for line in shifted(layout(blocks[index], measure), max(columns - measure, 0) // 2)
        ]
        above = _gap(blocks, index, height)
        return Laid((*[EMPTY] * above, *(lines or [EMPTY])), above)

    return typeset


def slide_view(meeting: MeetingController, width: int, height: int) -> Viewport:
    """Return the current slide of a meeting for a screen of some size."""
    listing = Listing(meeting.slide)
    view = Viewport(listing, slide_typesetter(listing, height))
    resize_slide(view, width, height)
    return view


def resize_slide(view: Viewport, width: int, height: int) -> None:
    """Give a slide a size, less the rows for what comes next."""
    view.resize(max(width, 1), max(height - _BELOW if height >= _LOWEST else height, 1))


def slide_lines(
    meeting: MeetingController, width: int, height: int, view: Viewport | None = None
) -> list[Drawn]:
    """Return the lines of the current slide, and below it what comes next."""
    view = view or slide_view(meeting, width, height)
    lines = [*list_lines(view, 0, (), None)]
    if height >= _LOWEST:
        lines += [BLANK] * (height - 1 - len(lines))
        lines.append(next_line(meeting.following, meeting.uncovered, width))
    return lines[:height]


def next_line(following: str, remark: str, width: int) -> Drawn:
    """Return the line below a slide: what comes next, and on the right a remark."""
    named: Tinted = (("   next  ", ScreenPart.FOOT), (following, Style.TEXT))
    ends: Tinted = (("   this is the last of the agenda", ScreenPart.FOOT),)
    right: Tinted = ((f"{remark} ", Style.CAUTION),) if remark else ()
    return Drawn(cut(spread(named if following else ends, right, width), width))


def _gap(blocks: Sequence[Block], index: int, height: int) -> int:
    """The empty lines above a block: more of them where there is room."""
    if index == 0:
        return 1 if height < _ROOMY else 3
    before, block = blocks[index - 1], blocks[index]
    if isinstance(before, Heading) and before.level == 2:
        return 1 if height < _ROOMY else 2
    if isinstance(before, Heading) or type(before) is type(block):
        return 1 if height >= _ROOMY or not _are_alike(before, block) else 0
    return 1 if height < _ROOMY else 2


def _are_alike(before: Block, block: Block) -> bool:
    """Whether both are plain lines of a list, which stand together on a low screen."""
    return getattr(before, "kind", "-") == getattr(block, "kind", "") == ""
