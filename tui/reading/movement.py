"""How the cursor moves through a list. `down` and `up` pass over no line that was not seen.

Rows that move whole go on line by line, which a terminal scrolls for the price of the lines that
come in. A list beside something that stays is drawn afresh wherever it moves, so it turns: a
quarter of the view stays, and the next keys move nothing but the cursor.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from tui.app.flow import LinePosition
from tui.app.viewport import Neighbour, Viewport
from tui.blocks import Heading


def item(view: Viewport, direction: int) -> None:
    """The next item (1) or the one before (-1); see `down` and `up`."""
    (down if direction > 0 else up)(view)


def down(view: Viewport) -> None:
    """The next item; but a line within an item taller than the view, or before one far off."""
    if not view.blocks:
        return
    at = view.cursor
    is_seen = view.is_seen(at)
    following = at if at > view.top.block and not is_seen else view.item_after(at)
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
    """The item before; but a line within an item taller than the view, or after one far off."""
    if not view.blocks:
        return
    at = view.cursor
    before = at if 0 <= at < view.top.block else view.item_before(at)
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
    """Move the view; the cursor stays where it is as long as it is seen."""
    if view.blocks:
        _show_from(view, view.flow.moved(view.top, lines), lines)


def page(view: Viewport, pages: int) -> None:
    """Forward, or back if negative, by the height of the view but a line."""
    _turn(view, pages * max(view.height - 1, 1))


def half_page(view: Viewport, halves: int) -> None:
    """Forward, or back if negative, by half the height of the view."""
    _turn(view, halves * max(view.height // 2, 1))


def end(view: Viewport, direction: int) -> None:
    """To the end of the list and its last item (1), or to the head and the first (-1)."""
    if not view.blocks:
        return
    if direction > 0:
        view.start_at(view.flow.last())
        view.cursor = view.item_before(len(view.blocks))
    else:
        view.start_at(LinePosition(0, 0))
        view.cursor = view.item_after(-1)


def following(view: Viewport, direction: int, is_sought: Callable[[str], object]) -> int:
    """The next item that is sought (1) or the one before (-1), by its block; -1 if none is."""
    step = view.item_after if direction > 0 else view.item_before
    at = step(view.cursor)
    while at >= 0 and not is_sought(view.blocks[at].item):
        at = step(at)
    return at


def section(view: Viewport, sections: int) -> bool:
    """To the head of the next section, or back to that of this one or the one before.

    In a list without headings each item is a section. Returns whether there is one.
    """
    heads = _sections(view) or view.items
    here = view.cursor if view.items else view.top.block
    found = bisect_right(heads, here)
    if sections < 0:
        found -= 1
        if found >= 0 and here in (heads[found], view.item_after(heads[found])):
            found -= 1
    if not 0 <= found < len(heads):
        return False
    view.start_at(view.flow.start(heads[found]) if heads[found] else LinePosition(0, 0))
    view.cursor = view.item_after(heads[found] - 1)
    return True


def _turn(view: Viewport, lines: int) -> None:
    """Scroll; the cursor goes to what is whole in the view, and at an end to the end."""
    before = view.top
    scroll(view, lines)
    if view.top == before:
        end(view, lines)
    elif view.cursor >= 0 and not view.is_whole(view.cursor):
        whole = [item for item in view.seen() if view.is_whole(item)]
        if whole:
            view.cursor = whole[0] if lines > 0 else whole[-1]


def _approach(view: Viewport, top: LinePosition, direction: int) -> None:
    """Move the view to a top, or a line towards it; if it turns, as far as its overlap allows."""
    lines = 1 if view.neighbour is Neighbour.NONE else view.height - view.overlap
    reached = view.flow.moved(view.top, direction * lines)
    _show_from(view, min(top, reached) if direction > 0 else max(top, reached), direction)


def _show_from(view: Viewport, top: LinePosition, direction: int) -> None:
    """Move the view; the cursor stays where it is as long as it is seen."""
    view.start_at(top)
    if not view.is_seen(view.cursor):
        seen = list(view.seen())
        if seen:
            view.cursor = seen[0] if direction > 0 else seen[-1]


def _next_unseen(view: Viewport) -> LinePosition:
    """The first line below the view, but for the gap above a block."""
    below = view.flow.moved(view.top, view.height)
    return max(below, view.flow.start(below.block))


def _top_above(view: Viewport, before: int) -> LinePosition:
    """The nearest top that shows an item above, or its end if it is taller than the view."""
    if view.is_taller(before):
        return min(view.top, view.flow.moved(view.flow.end(before), 1 - view.height))
    return view.top_for(before)


def _sections(view: Viewport) -> Sequence[int]:
    """The heads of the sections: headings with an item below, or all if nothing has items."""
    heads = [at for at, block in enumerate(view.blocks) if isinstance(block, Heading)]
    if not view.items:
        return heads
    return [
        head
        for head, end in zip(heads, [*heads[1:], len(view.blocks)], strict=False)
        if bisect_left(view.items, head) < bisect_left(view.items, end)
    ]
