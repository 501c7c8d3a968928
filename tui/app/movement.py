"""How the cursor moves through a list; moving by items passes over no line unseen.

Where a list scrolls alone it scrolls line by line, which costs a terminal only the lines that
come in. Beside something that stays, the rows have to be sent again anyway, so the view moves by
three quarters of its height.
"""

from collections.abc import Callable, Mapping

from tui.app.flow import LinePosition
from tui.app.viewport import Neighbour, Viewport


def item(view: Viewport, direction: int) -> None:
    """Go to the next (1) or previous (-1) item; see `down` and `up`."""
    (down if direction > 0 else up)(view)


def down(view: Viewport) -> None:
    """Go to the next item, or a line on within a tall item or towards a distant one."""
    if not view.listing.blocks:
        return
    at = view.cursor
    is_seen = view.is_seen(at)
    following = at if at > view.top.block and not is_seen else view.listing.next_item(at)
    goes_on = is_seen and view.is_taller(at) and not view.ends_within(at)
    if goes_on or following < 0:
        end = view.flow.end(at) if goes_on else view.flow.last()
        _approach(view, view.flow.moved(end, 1 - view.height), 1)
        return
    top, unseen = view.top_for(following), _next_unseen(view)
    if top > unseen:
        _approach(view, top, 1)
        return
    if view.neighbour is Neighbour.STAYS and top > view.top:
        top = min(view.turned_for(following), unseen)
    view.start_at(top)
    view.cursor = following


def up(view: Viewport) -> None:
    """Go to the previous item, or a line back within a tall item or towards a distant one."""
    if not view.listing.blocks:
        return
    at = view.cursor
    before = at if 0 <= at < view.top.block else view.listing.previous_item(at)
    began = view.is_seen(at) and view.is_taller(at) and view.flow.start(at) < view.top
    if began or before < 0:
        _approach(view, view.flow.start(at) if began else LinePosition(0, 0), -1)
        return
    top, unseen = _top_above(view, before), view.flow.moved(view.top, -view.height)
    if top < unseen:
        _approach(view, top, -1)
        return
    turns = view.neighbour is Neighbour.STAYS and not view.is_taller(before)
    if turns and top < view.top:
        top = max(view.turned_for(before), unseen)
    view.start_at(top)
    view.cursor = before


def scroll(view: Viewport, lines: int) -> None:
    """Scroll; the cursor stays where it is while it is in view."""
    if view.listing.blocks:
        _show_from(view, view.flow.moved(view.top, lines), lines)


def page(view: Viewport, pages: int) -> None:
    """Go on, or back if negative, by the height of the view less a line."""
    _turn(view, pages * max(view.height - 1, 1))


def half_page(view: Viewport, halves: int) -> None:
    """Go on, or back if negative, by half the height of the view."""
    _turn(view, halves * max(view.height // 2, 1))


def end(view: Viewport, direction: int) -> None:
    """Go to the end of the list (1) or to its start (-1)."""
    if not view.listing.blocks:
        return
    if direction > 0:
        view.start_at(view.flow.last())
        view.cursor = view.listing.previous_item(len(view.listing.blocks))
    else:
        view.start_at(LinePosition(0, 0))
        view.cursor = view.listing.next_item(-1)


def section(view: Viewport, direction: int) -> bool:
    """Go to the next section (1), or to the start of this or the previous one (-1).

    Returns whether there is one.
    """
    listing = view.listing
    here = view.cursor if view.cursor >= 0 else view.top.block
    head = listing.section(here, direction)
    if head < 0:
        return False
    view.start_at(view.flow.start(head) if head else LinePosition(0, 0))
    view.cursor = listing.next_item(head - 1)
    return True


def _turn(view: Viewport, lines: int) -> None:
    """Scroll; the cursor goes to an item wholly in view, and at an end to that end."""
    before = view.top
    scroll(view, lines)
    if view.top == before:
        end(view, lines)
    elif view.cursor >= 0 and not view.is_whole(view.cursor):
        whole = [item for item in view.seen() if view.is_whole(item)]
        if whole:
            view.cursor = whole[0] if lines > 0 else whole[-1]


def _approach(view: Viewport, top: LinePosition, direction: int) -> None:
    """Move the view to a top, or one step towards it."""
    lines = 1 if view.neighbour is Neighbour.NONE else view.height - view.overlap
    reached = view.flow.moved(view.top, direction * lines)
    _show_from(view, min(top, reached) if direction > 0 else max(top, reached), direction)


def _show_from(view: Viewport, top: LinePosition, direction: int) -> None:
    """Scroll; the cursor stays where it is while it is in view."""
    view.start_at(top)
    if not view.is_seen(view.cursor):
        seen = list(view.seen())
        if seen:
            view.cursor = seen[0] if direction > 0 else seen[-1]


def _next_unseen(view: Viewport) -> LinePosition:
    """The first line below the view, the gap above a block aside."""
    below = view.flow.moved(view.top, view.height)
    return max(below, view.flow.start(below.block))


def _top_above(view: Viewport, before: int) -> LinePosition:
    """The nearest top that shows an item above, or its end if it is taller than the view."""
    if view.is_taller(before):
        return min(view.top, view.flow.moved(view.flow.end(before), 1 - view.height))
    return view.top_for(before)


MOVES: Mapping[str, Callable[[Viewport], object]] = {
    "list.next": lambda view: item(view, 1),
    "list.previous": lambda view: item(view, -1),
    "list.page_down": lambda view: page(view, 1),
    "list.page_up": lambda view: page(view, -1),
    "list.half_down": lambda view: half_page(view, 1),
    "list.half_up": lambda view: half_page(view, -1),
    "list.end": lambda view: end(view, 1),
    "list.home": lambda view: end(view, -1),
    "list.next_section": lambda view: section(view, 1),
    "list.previous_section": lambda view: section(view, -1),
}
"""The movements by command id."""
