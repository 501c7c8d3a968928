"""How the cursor moves through a list."""

from tests.reading.sessions import seen, viewport
from tui.app.viewport import Neighbour
from tui.reading import movement

HEIGHTS = [1, 3, 2, 9, 4, 1, 5]
ITEMS = [False, True, True, True, False, True, True]


def test_down_scrolls_inside_an_item_taller_than_the_view_before_it_moves_on() -> None:
    view = viewport(HEIGHTS, ITEMS, (80, 6))
    view.go("item-2")
    movement.item(view, 1)
    tops = [view.top.line]
    while view.item == "item-3":
        movement.item(view, 1)
        tops.append(view.top.line)
    assert tops[:3] == [1, 2, 3]
    assert view.item == "item-5"


def test_up_scrolls_inside_an_item_taller_than_the_view_from_its_end() -> None:
    view = viewport(HEIGHTS, ITEMS, (80, 6))
    movement.end(view, 1)
    while view.item != "item-3":
        movement.item(view, -1)
    assert seen(view)[-1] == "3.8"
    movement.item(view, -1)
    assert view.item == "item-3"
    assert seen(view)[-1] == "3.7"


def test_beside_something_else_the_view_turns_and_the_next_keys_move_only_the_cursor() -> None:
    view = viewport([3] * 20, [True] * 20, (80, 12))
    view.neighbour = Neighbour.STAYS
    view.go("item-3")
    tops = []
    for _ in range(7):
        movement.item(view, 1)
        tops.append(view.top.block)
    assert (tops, view.item) == ([3, 3, 3, 6, 6, 6, 9], "item-10")
    tops = []
    for _ in range(7):
        movement.item(view, -1)
        tops.append(view.top.block)
    assert (tops, view.item) == ([9, 6, 6, 6, 3, 3, 3], "item-3")


def test_where_it_turns_a_heading_stays_with_its_item() -> None:
    view = viewport([2] * 9, [at != 4 for at in range(9)], (80, 8))
    view.neighbour = Neighbour.STAYS
    view.go("item-3")
    movement.item(view, 1)
    assert (view.item, seen(view)[:4]) == ("item-5", ["3.1", "4.0", "4.1", "5.0"])


def test_beside_something_else_an_item_taller_than_the_view_is_read_in_a_few_turns() -> None:
    view = viewport([2, 23, 2], [True] * 3, (80, 8))
    view.neighbour = Neighbour.STAYS
    movement.item(view, 1)
    tops = [view.top.line]
    while view.item == "item-1":
        movement.item(view, 1)
        tops.append(view.top.line)
    assert tops == [1, 7, 13, 15, 17]
    assert seen(view)[-2:] == ["2.0", "2.1"]
    movement.item(view, -1)
    tops = [view.top.line]
    while view.item == "item-1":
        movement.item(view, -1)
        tops.append(view.top.line)
    assert tops == [15, 9, 3, 1, 0]


def test_down_on_the_last_item_shows_what_stands_below_it() -> None:
    view = viewport([2, 2, 9], [True, True, False], (80, 4))
    movement.item(view, 1)
    movement.item(view, 1)
    assert (view.item, seen(view)[-1]) == ("item-1", "2.0")


def test_a_list_without_items_scrolls() -> None:
    view = viewport([4, 4], [False, False], (80, 4))
    movement.item(view, 1)
    assert seen(view) == ["0.1", "0.2", "0.3", "1.0"]
    movement.page(view, 1)
    assert seen(view) == ["1.0", "1.1", "1.2", "1.3"]
    movement.end(view, -1)
    assert seen(view)[0] == "0.0"


def test_a_page_brings_the_cursor_to_an_item_that_is_whole() -> None:
    view = viewport([3] * 20, [True] * 20, (80, 10))
    movement.page(view, 1)
    assert seen(view)[0] == "3.0"
    assert view.item == "item-3"
    movement.page(view, -1)
    assert view.item == "item-2"


def test_a_page_at_the_end_goes_to_the_last_item_and_at_the_head_to_the_first() -> None:
    view = viewport([1] * 5, [True] * 5, (80, 10))
    movement.page(view, 1)
    assert view.item == "item-4"
    movement.page(view, -1)
    assert view.item == "item-0"


def test_half_a_page_keeps_the_cursor_that_is_still_seen() -> None:
    view = viewport([1] * 40, [True] * 40, (80, 10))
    view.go("item-8")
    movement.half_page(view, 1)
    assert seen(view)[0] == "5.0"
    assert view.item == "item-8"


def test_a_section_begins_at_its_heading_with_the_cursor_on_its_first_item() -> None:
    view = viewport([1] * 30, [at % 10 != 0 for at in range(30)], (80, 5))
    assert movement.section(view, 1)
    assert (seen(view)[0], view.item) == ("10.0", "item-11")
    assert movement.section(view, 1)
    assert not movement.section(view, 1)
    movement.item(view, 1)
    assert movement.section(view, -1)
    assert view.item == "item-21"
    assert movement.section(view, -1)
    assert view.item == "item-11"
    assert movement.section(view, -1)
    assert not movement.section(view, -1)


def test_headings_with_nothing_below_them_are_no_sections() -> None:
    view = viewport([1] * 5, [False, True, False, False, True], (80, 2))
    assert movement.section(view, 1)
    assert seen(view) == ["3.0", "4.0"]


def test_without_headings_each_item_is_a_section() -> None:
    view = viewport([3] * 5, [True] * 5, (80, 4))
    movement.section(view, 1)
    assert view.item == "item-1"
    movement.section(view, -1)
    assert view.item == "item-0"
