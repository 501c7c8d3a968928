"""Finding the rows that a terminal can scroll."""

import pytest

from tui.terminal.cell_style import PLAIN
from tui.terminal.diff_renderer import Scroll, best_scroll
from tui.terminal.grid import UNKNOWN, Grid

WORDS = [letter * 30 for letter in "abcdefghijklmnop"]


def grid(*rows: str) -> Grid:
    made = Grid(40, len(rows))
    for row, text in enumerate(rows):
        made.put(row, 0, text, PLAIN)
    return made


@pytest.mark.parametrize("distance", [1, 2, 5, -1, -3])
def test_a_list_that_moved_between_header_and_footer_is_found(distance: int) -> None:
    before, after = 5 - min(distance, 0), 5 - min(distance, 0) + distance
    words = WORDS * 2
    shown = grid("header", *words[before : before + 8], "footer")
    wanted = grid("header", *words[after : after + 8], "footer")
    assert best_scroll(shown, wanted) == Scroll(1, 8, distance)


def test_a_scroll_that_saves_little_is_not_tried() -> None:
    assert best_scroll(grid(*WORDS[:8]), grid(*WORDS[8:16])) is None
    assert best_scroll(grid(*WORDS[:8]), grid(*WORDS[:8])) is None
    assert best_scroll(grid(*"abcdefgh"), grid(*"bcdefghi")) is None


def test_a_scroll_for_one_half_may_be_worth_redrawing_the_other() -> None:
    right_half = [f"  {number}" for number in range(8)]
    shown = grid(*(left + right for left, right in zip(WORDS[:8], right_half, strict=True)))
    wanted = grid(*(left + right for left, right in zip(WORDS[1:9], right_half, strict=True)))
    assert best_scroll(shown, wanted) == Scroll(0, 7, 1)


def test_unknown_cells_are_not_scrolled() -> None:
    wanted = grid(*WORDS[1:9])
    wanted.put(3, 35, UNKNOWN, PLAIN)
    assert best_scroll(grid(*WORDS[:8]), wanted) is None
