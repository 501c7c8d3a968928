"""The lines of a list, laid out only where somebody asks."""

import pytest

from tests.ui.desks import typeset
from tui.blocks import Style
from tui.ui.flow import CACHED_BLOCKS, Flow, Laid, Point


def flow() -> Flow:
    made = Flow(3, typeset([2, 1, 3]))
    made.width = 80
    return made


def test_a_point_moves_over_blocks_and_stops_at_both_ends() -> None:
    assert flow().moved(Point(0, 1), 1) == Point(1, 0)
    assert flow().moved(Point(0, 1), 3) == Point(2, 1)
    assert flow().moved(Point(2, 1), -3) == Point(0, 1)
    assert flow().moved(Point(2, 1), 9) == Point(2, 2)
    assert flow().moved(Point(1, 0), -9) == Point(0, 0)


@pytest.mark.parametrize("lines", range(-5, 6))
def test_the_distance_is_what_one_moves_by(lines: int) -> None:
    start = Point(2, 2) if lines < 0 else Point(0, 0)
    end = flow().moved(start, lines)
    assert flow().distance(start, end, 5) == lines
    assert flow().distance(start, end, abs(lines) - 1) is None


def test_what_fits_is_told_to_the_line() -> None:
    assert flow().fits(Point(0, 1), Point(2, 0), 3)
    assert not flow().fits(Point(0, 1), Point(2, 0), 2)
    assert flow().fits(Point(2, 1), Point(2, 2), 2)


def test_only_what_is_asked_for_is_laid_out_and_only_so_much_is_kept() -> None:
    asked: list[int] = []

    def lay(block: int, columns: int) -> Laid:
        asked.append(block)
        return Laid(((("x", Style.TEXT),),))

    long = Flow(1_000_000, lay)
    long.moved(Point(500_000, 0), 3)
    assert set(asked) == {500_000, 500_001, 500_002, 500_003}
    for block in range(CACHED_BLOCKS + 1):
        long.lay(block)
    asked.clear()
    long.lay(CACHED_BLOCKS)
    long.lay(0)
    assert asked == [0]


def test_another_width_lays_everything_out_afresh() -> None:
    made = flow()
    assert made.height(2) == 3
    made.width = 40
    assert made.height(2) == 6
