"""Rows that have moved."""

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
def test_a_list_that_moved_between_head_and_foot_is_found(distance: int) -> None:
    before, after = 5 - min(distance, 0), 5 - min(distance, 0) + distance
    words = WORDS * 2
    shown = grid("head", *words[before : before + 8], "foot")
    wanted = grid("head", *words[after : after + 8], "foot")
    assert best_scroll(shown, wanted) == Scroll(1, 8, distance)


def test_where_little_would_be_gained_nothing_moves() -> None:
    assert best_scroll(grid(*WORDS[:8]), grid(*WORDS[8:16])) is None
    assert best_scroll(grid(*WORDS[:8]), grid(*WORDS[:8])) is None
    assert best_scroll(grid(*"abcdefgh"), grid(*"bcdefghi")) is None


def test_a_half_that_moved_counts_less_the_half_that_did_not() -> None:
    beside = [f"  {number}" for number in range(8)]
    shown = grid(*(left + right for left, right in zip(WORDS[:8], beside, strict=True)))
    wanted = grid(*(left + right for left, right in zip(WORDS[1:9], beside, strict=True)))
    assert best_scroll(shown, wanted) == Scroll(0, 7, 1)


def test_what_nobody_knows_is_not_moved() -> None:
    wanted = grid(*WORDS[1:9])
    wanted.put(3, 35, UNKNOWN, PLAIN)
    assert best_scroll(grid(*WORDS[:8]), wanted) is None
