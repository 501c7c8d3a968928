"""Laws of the viewport, and how the cursor moves in it."""

from collections.abc import Callable, Iterator, Sequence
from typing import overload

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.viewports import seen, typeset, viewport
from tui.app import movement
from tui.app.flow import Laid, LinePosition
from tui.app.viewport import Neighbour, Viewport
from tui.blocks import Block, Paragraph
from tui.reading.listing import Listing

HEIGHTS = [1, 3, 2, 9, 4, 1, 5]
ITEMS = [False, True, True, True, False, True, True]

STEPS: dict[str, Callable[[Viewport], object]] = {
    "down": lambda view: movement.item(view, 1),
    "up": lambda view: movement.item(view, -1),
    "page down": lambda view: movement.page(view, 1),
    "page up": lambda view: movement.page(view, -1),
    "half down": lambda view: movement.half_page(view, 1),
    "half up": lambda view: movement.half_page(view, -1),
    "end": lambda view: movement.end(view, 1),
    "head": lambda view: movement.end(view, -1),
    "next section": lambda view: movement.section(view, 1),
    "section before": lambda view: movement.section(view, -1),
    "narrow": lambda view: view.resize(40, 5),
    "wide": lambda view: view.resize(80, 8),
    "low": lambda view: view.resize(80, 1),
    "go": lambda view: view.reveal(view.listing.index("item-3")),
}

lists = st.lists(st.tuples(st.integers(1, 12), st.booleans()), max_size=12)
steps = st.lists(st.sampled_from(list(STEPS)), max_size=25)


@st.composite
def walks(draw: st.DrawFn) -> tuple[Viewport, list[str]]:
    """A list, and the steps of a walk through it."""
    blocks = draw(lists)
    made = viewport([height for height, _ in blocks], [item for _, item in blocks], (80, 8))
    made.neighbour = draw(st.sampled_from(Neighbour))
    return made, draw(steps)


@settings(max_examples=200, deadline=None)
@given(walks())
def test_the_view_is_full_and_the_cursor_in_it_where_that_can_be(
    walk: tuple[Viewport, list[str]],
) -> None:
    view, names = walk
    for name in names:
        STEPS[name](view)
        lines = sum(len(view.flow.lay(block).lines) for block in range(len(view.listing.blocks)))
        assert len(seen(view)) == min(view.height, lines)
        assert view.cursor == -1 or view.listing.item(view.cursor)
        if name not in ("narrow", "wide", "low") and any(view.seen()):
            assert view.is_seen(view.cursor) or name in ("head", "next section", "section before")


@settings(max_examples=200, deadline=None)
@given(walks(), st.sampled_from([1, -1]))
def test_every_line_is_shown_on_the_way_from_end_to_end(
    walk: tuple[Viewport, list[str]], direction: int
) -> None:
    view, _ = walk
    movement.end(view, -direction)
    passed = set(seen(view))
    for _ in range(300):
        movement.item(view, direction)
        passed |= set(seen(view))
    laid = [view.flow.lay(block) for block in range(len(view.listing.blocks))]
    lines = {"".join(text for text, _ in line) for each in laid for line in each.lines[each.gap :]}
    assert lines <= passed


@settings(max_examples=100, deadline=None)
@given(walks())
def test_every_item_is_reached_in_order(walk: tuple[Viewport, list[str]]) -> None:
    view, _ = walk
    movement.end(view, -1)
    reached = [view.cursor]
    for _ in range(300):
        movement.item(view, 1)
        if view.cursor != reached[-1]:
            reached.append(view.cursor)
    assert reached == (list(view.listing.items) or [-1])


@settings(max_examples=100, deadline=None)
@given(walks(), st.integers(1, 90), st.integers(1, 20))
def test_resizing_and_back_restores_the_view(
    walk: tuple[Viewport, list[str]], columns: int, rows: int
) -> None:
    view, names = walk
    for name in names:
        STEPS[name](view)
    movement.scroll(view, 0)
    before, size = (view.top, view.cursor), (view.flow.width, view.height)
    view.resize(columns, rows)
    view.resize(40, 7)
    view.resize(*size)
    assert (view.top, view.cursor) == before


@settings(max_examples=100, deadline=None)
@given(walks(), st.integers(1, 90), st.integers(1, 20))
def test_another_size_keeps_the_item_in_sight(
    walk: tuple[Viewport, list[str]], columns: int, rows: int
) -> None:
    view, names = walk
    for name in names:
        STEPS[name](view)
    was_seen = view.is_seen(view.cursor)
    cursor = view.cursor
    movement.scroll(view, 0)
    view.resize(columns, rows)
    assert view.cursor == cursor
    assert view.is_seen(cursor) or not was_seen


@settings(max_examples=100, deadline=None)
@given(walks())
def test_a_page_down_and_up_comes_back(walk: tuple[Viewport, list[str]]) -> None:
    view, names = walk
    for name in names:
        STEPS[name](view)
    before = view.top
    movement.page(view, 1)
    lines = max(view.height - 1, 1)
    if view.listing.blocks and view.flow.moved(view.top, -lines) == before != view.top:
        movement.page(view, -1)
        assert view.top == before


def test_an_item_is_shown_with_the_heading_above_it() -> None:
    view = viewport([2, 2, 2, 2], [True, False, True, True], (80, 4))
    movement.item(view, 1)
    movement.item(view, 1)
    assert seen(view) == ["2.0", "2.1", "3.0", "3.1"]
    movement.item(view, -1)
    assert seen(view)[:2] == ["1.1", "2.0"]
    movement.item(view, -1)
    assert seen(view)[0] == "0.0"


def test_the_last_item_is_shown_with_the_blocks_below_it() -> None:
    view = viewport([3, 3, 2], [True, True, False], (80, 5))
    movement.item(view, 1)
    assert seen(view) == ["1.0", "1.1", "1.2", "2.0", "2.1"]


def test_a_block_far_off_is_revealed_below_the_upper_edge() -> None:
    view = viewport([2] * 100, [True] * 100, (80, 20))
    view.reveal(view.listing.index("item-50"))
    assert seen(view).index("50.1") == 5
    assert view.item == "item-50"


def test_a_block_without_an_item_leaves_the_cursor_at_the_next_that_has_one() -> None:
    view = viewport([1, 1, 1, 1], [True, False, True, False], (80, 2))
    view.reveal(1)
    assert view.item == "item-2"
    view.reveal(3)
    assert view.item == "item-2"


def test_a_list_that_stands_in_for_another_is_at_the_same_item_or_the_next() -> None:
    old = viewport(HEIGHTS, ITEMS, (80, 6))
    old.reveal(old.listing.index("item-3"))
    same = Viewport(old.listing, typeset(HEIGHTS))
    same.cursor = old.cursor
    same.succeed(old)
    assert (same.top, same.item) == (old.top, "item-3")
    blocks = old.listing.blocks
    fewer = Viewport(Listing([blocks[0], blocks[5], blocks[6]]), typeset([1, 1, 5]))
    fewer.succeed(old)
    assert fewer.item == "item-5"
    none = Viewport(Listing([blocks[0]]), typeset([1]))
    none.succeed(old)
    assert none.item == ""


def test_a_list_made_afresh_does_not_scroll_for_an_item_that_was_seen_in_part() -> None:
    old = viewport([4, 4, 4], [True] * 3, (80, 6))
    old.cursor = 1
    same = Viewport(old.listing, typeset([4, 4, 4]))
    same.cursor = 1
    same.succeed(old)
    assert (same.top, same.item) == (LinePosition(0, 0), "item-1")


class RecordingBlocks(Sequence[Block]):
    """Blocks made on demand, which records the indices asked for."""

    def __init__(self) -> None:
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return 100_000

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        assert isinstance(index, int)
        self.asked.add(index)
        return Paragraph(item=f"item-{index}", text=())

    def __iter__(self) -> Iterator[Block]:
        raise AssertionError("all of them are asked for")


def test_moving_asks_only_for_blocks_near_the_view() -> None:
    blocks = RecordingBlocks()
    view = Viewport(Listing(blocks), typeset([2] * 100_000))
    view.resize(80, 20)
    for name in ("down", "page down", "end", "up", "page up", "narrow"):
        STEPS[name](view)
        list(view.rows())
    assert len(blocks.asked) < 100


def test_every_movement_works_in_an_empty_list() -> None:
    view = viewport([], [], (80, 8))
    for step in STEPS.values():
        step(view)
        assert (seen(view), view.item, view.top) == ([], "", LinePosition(0, 0))


def test_blocks_are_laid_out_only_at_the_size_asked_for() -> None:
    asked: list[tuple[int, int]] = []

    def recorded(index: int, width: int) -> Laid:
        asked.append((index, width))
        return typeset([2] * 30)(index, width)

    blocks = [Paragraph(item=f"item-{number}", text=()) for number in range(30)]
    view = Viewport(Listing(blocks), recorded)
    view.resize(80, 8)
    assert len([*view.rows()]) == 8
    assert asked == [(0, 80), (1, 80), (2, 80), (3, 80)]
