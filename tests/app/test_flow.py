"""The lines of a list, laid out only where they are asked for."""

import pytest

from tests.app.viewports import typeset
from tui.app.flow import CACHED_BLOCKS, Flow, Laid, LinePosition
from tui.blocks import Style


def flow() -> Flow:
    made = Flow(3, typeset([2, 1, 3]))
    made.width = 80
    return made


def test_a_position_moves_over_blocks_and_stops_at_both_ends() -> None:
    assert flow().moved(LinePosition(0, 1), 1) == LinePosition(1, 0)
    assert flow().moved(LinePosition(0, 1), 3) == LinePosition(2, 1)
    assert flow().moved(LinePosition(2, 1), -3) == LinePosition(0, 1)
    assert flow().moved(LinePosition(2, 1), 9) == LinePosition(2, 2)
    assert flow().moved(LinePosition(1, 0), -9) == LinePosition(0, 0)


@pytest.mark.parametrize("lines", range(-5, 6))
def test_the_distance_of_a_moved_position_is_the_lines_it_moved(lines: int) -> None:
    start = LinePosition(2, 2) if lines < 0 else LinePosition(0, 0)
    end = flow().moved(start, lines)
    assert flow().distance(start, end, 5) == lines
    assert flow().distance(start, end, abs(lines) - 1) is None


def test_positions_fit_in_a_height_to_the_line() -> None:
    assert flow().fits(LinePosition(0, 1), LinePosition(2, 0), 3)
    assert not flow().fits(LinePosition(0, 1), LinePosition(2, 0), 2)
    assert flow().fits(LinePosition(2, 1), LinePosition(2, 2), 2)


def test_blocks_are_laid_out_on_demand_and_a_limited_number_is_cached() -> None:
    asked: list[int] = []

    def lay(block: int, columns: int) -> Laid:
        asked.append(block)
        return Laid(((("x", Style.TEXT),),))

    long = Flow(1_000_000, lay)
    long.moved(LinePosition(500_000, 0), 3)
    assert set(asked) == {500_000, 500_001, 500_002, 500_003}
    for block in range(CACHED_BLOCKS + 1):
        long.lay(block)
    asked.clear()
    long.lay(CACHED_BLOCKS)
    long.lay(0)
    assert asked == [0]


def test_a_new_width_lays_out_all_blocks_again() -> None:
    made = flow()
    assert made.height(2) == 3
    made.width = 40
    assert made.height(2) == 6
