"""Colours that a terminal has, for those that it has not."""

import pytest

from tui.terminal.capabilities import Depth
from tui.terminal.cell_style import Colour, colour_codes


@pytest.mark.parametrize(
    ("colour", "extended", "ansi"),
    [
        ((255, 255, 255), "38;5;231", "97"),
        ((0, 0, 0), "38;5;16", "30"),
        ((250, 5, 5), "38;5;196", "91"),
        ((135, 175, 215), "38;5;110", "90"),
        ((128, 128, 128), "38;5;244", "90"),
        ((9,), "38;5;9", "91"),
        ((196,), "38;5;196", "91"),
        ((250,), "38;5;250", "37"),
    ],
)
def test_the_nearest_colour_is_chosen(colour: Colour, extended: str, ansi: str) -> None:
    assert colour_codes(colour, False, Depth.EXTENDED) == extended
    assert colour_codes(colour, False, Depth.ANSI) == ansi


def test_backgrounds_have_codes_of_their_own() -> None:
    assert colour_codes((1, 2, 3), True, Depth.TRUE) == "48;2;1;2;3"
    assert colour_codes((0, 0, 0), True, Depth.ANSI) == "40"
    assert colour_codes((255, 255, 255), True, Depth.ANSI) == "107"
