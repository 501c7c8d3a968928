"""Whether a terminal's ground is dark or light."""

import pytest

from tui.terminal.ground import Ground, ground_of, hinted_ground


@pytest.mark.parametrize(
    ("colour", "ground"),
    [
        ("rgb:0000/0000/0000", Ground.DARK),
        ("rgb:ffff/ffff/ffff", Ground.LIGHT),
        ("rgb:00/2b/36", Ground.DARK),
        ("rgb:FD/F6/E3", Ground.LIGHT),
        ("rgb:f/f/f", Ground.LIGHT),
        ("rgba:1414/1818/1e1e/8000", Ground.DARK),
        ("rgb:7f/7f/7f", Ground.LIGHT),
        ("#ffffff", None),
        ("rgb:", None),
        ("", None),
    ],
)
def test_a_colour_is_dark_or_light_as_text_stands_out_on_it(
    colour: str, ground: Ground | None
) -> None:
    assert ground_of(colour) == ground


@pytest.mark.parametrize(
    ("value", "ground"),
    [
        ("15;0", Ground.DARK),
        ("0;15", Ground.LIGHT),
        ("0;default;15", Ground.LIGHT),
        ("0;7", Ground.LIGHT),
        ("7;8", Ground.DARK),
        ("15;default", None),
        ("15;231", None),
        ("", None),
    ],
)
def test_the_variable_is_a_hint(value: str, ground: Ground | None) -> None:
    assert hinted_ground({"COLORFGBG": value}) == ground
    assert hinted_ground({}) is None
