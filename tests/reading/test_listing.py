"""Lists of blocks, and the items at which a cursor can stop."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tui.blocks import Block, Heading, Paragraph, runs
from tui.reading.listing import Listing


def listing(items: str) -> Listing:
    """A list in which `-` is a heading, `.` a paragraph, and each other character an item."""
    return Listing([block(sign) for sign in items])


def block(sign: str) -> Block:
    if sign == "-":
        return Heading(text=runs("heading"))
    return Paragraph(item="" if sign == "." else sign, text=runs("text"))


def sections(shown: Listing, start: int, direction: int) -> Sequence[int]:
    """The sections that one comes through from a block on."""
    passed, at = list[int](), start
    while (at := shown.section(at, direction)) >= 0:
        passed.append(at)
    return passed


def test_the_cursor_stops_only_at_items() -> None:
    shown = listing("-a.b-")
    assert [*shown.items] == [1, 3]
    assert [shown.next_item(at) for at in (-1, 1, 3)] == [1, 3, -1]
    assert [shown.previous_item(at) for at in (4, 3, 1)] == [3, 1, -1]


def test_an_item_is_found_where_it_is_first() -> None:
    shown = listing("ab.ab")
    assert (shown.index("a"), shown.index("b"), shown.index("c")) == (0, 1, -1)
    assert (shown.item(3), shown.item(2), shown.item(-1), shown.item(9)) == ("a", "", "", "")


def test_items_are_numbered_from_one() -> None:
    shown = listing(".a.b")
    assert [shown.ordinal(at) for at in range(4)] == [0, 1, 1, 2]


def test_the_nearest_wanted_item_is_found_in_either_direction() -> None:
    shown = listing("xabx")
    assert shown.neighbour(1, 1, "x".__eq__) == 3
    assert shown.neighbour(1, -1, "x".__eq__) == 0
    assert shown.neighbour(3, 1, "x".__eq__) == -1


def test_a_section_begins_at_its_heading() -> None:
    shown = listing("-abc-def-ghi")
    assert sections(shown, 0, 1) == [4, 8]
    assert shown.section(6, -1) == 4
    assert shown.section(5, -1) == 0
    assert shown.section(4, -1) == 0
    assert shown.section(0, -1) == -1


def test_a_heading_with_nothing_below_it_begins_no_section() -> None:
    assert sections(listing("-a--b"), 0, 1) == [3]


def test_without_headings_each_item_is_a_section() -> None:
    assert sections(listing("a.bc"), 0, 1) == [2, 3]
    assert sections(listing("a.bc"), 3, -1) == [2, 0]


def test_in_a_list_without_items_each_heading_begins_a_section() -> None:
    assert sections(listing(".-.-."), 0, 1) == [1, 3]


@given(st.text("-.abcdef", max_size=12))
def test_all_items_are_passed_in_either_direction(items: str) -> None:
    shown = listing(items)
    passed, at = list[int](), -1
    while (at := shown.next_item(at)) >= 0:
        passed.append(at)
    assert passed == [*shown.items]
    at = len(items)
    while (at := shown.previous_item(at)) >= 0:
        assert at == passed.pop()
    assert not passed
