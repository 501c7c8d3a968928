"""The lines of a list, laid out only where somebody asks."""

import pytest

from tests.reading.sessions import typeset
from tui.app.flow import CACHED_BLOCKS, Flow, Laid, LinePosition
from tui.blocks import Style


def flow() -> Flow:
    made = Flow(3, typeset([2, 1, 3]))
    made.width = 80
    return made


def test_a_point_moves_over_blocks_and_stops_at_both_ends() -> None:
    assert flow().moved(LinePosition(0, 1), 1) == LinePosition(1, 0)
    assert flow().moved(LinePosition(0, 1), 3) == LinePosition(2, 1)
    assert flow().moved(LinePosition(2, 1), -3) == LinePosition(0, 1)
    assert flow().moved(LinePosition(2, 1), 9) == LinePosition(2, 2)
    assert flow().moved(LinePosition(1, 0), -9) == LinePosition(0, 0)


@pytest.mark.parametrize("lines", range(-5, 6))
def test_the_distance_is_what_one_moves_by(lines: int) -> None:
    start = LinePosition(2, 2) if lines < 0 else LinePosition(0, 0)
    end = flow().moved(start, lines)
    assert flow().distance(start, end, 5) == lines
    assert flow().distance(start, end, abs(lines) - 1) is None


def test_what_fits_is_told_to_the_line() -> None:
    assert flow().fits(LinePosition(0, 1), LinePosition(2, 0), 3)
    assert not flow().fits(LinePosition(0, 1), LinePosition(2, 0), 2)
    assert flow().fits(LinePosition(2, 1), LinePosition(2, 2), 2)


def test_only_what_is_asked_for_is_laid_out_and_only_so_much_is_kept() -> None:
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


def test_another_width_lays_everything_out_afresh() -> None:
    made = flow()
    assert made.height(2) == 3
    made.width = 40
    assert made.height(2) == 6
