"""Whether a terminal's ground is dark or light."""

import pytest

from tui.terminal.background import Background, background_of, hinted_background


@pytest.mark.parametrize(
    ("colour", "ground"),
    [
        ("rgb:0000/0000/0000", Background.DARK),
        ("rgb:ffff/ffff/ffff", Background.LIGHT),
        ("rgb:00/2b/36", Background.DARK),
        ("rgb:FD/F6/E3", Background.LIGHT),
        ("rgb:f/f/f", Background.LIGHT),
        ("rgba:1414/1818/1e1e/8000", Background.DARK),
        ("rgb:7f/7f/7f", Background.LIGHT),
        ("#ffffff", None),
        ("rgb:", None),
        ("", None),
    ],
)
def test_a_colour_is_dark_or_light_as_text_stands_out_on_it(
    colour: str, ground: Background | None
) -> None:
    assert background_of(colour) == ground


@pytest.mark.parametrize(
    ("value", "ground"),
    [
        ("15;0", Background.DARK),
        ("0;15", Background.LIGHT),
        ("0;default;15", Background.LIGHT),
        ("0;7", Background.LIGHT),
        ("7;8", Background.DARK),
        ("15;default", None),
        ("15;231", None),
        ("", None),
    ],
)
def test_the_variable_is_a_hint(value: str, ground: Background | None) -> None:
    assert hinted_background({"COLORFGBG": value}) == ground
    assert hinted_background({}) is None
