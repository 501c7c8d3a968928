"""Whether a background is dark or light."""

import pytest

from tui.terminal.background import Background, background_of, hinted_background


@pytest.mark.parametrize(
    ("colour", "background"),
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
def test_a_colour_is_light_if_black_text_contrasts_more(
    colour: str, background: Background | None
) -> None:
    assert background_of(colour) == background


@pytest.mark.parametrize(
    ("value", "background"),
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
def test_colorfgbg_hints_at_the_background(value: str, background: Background | None) -> None:
    assert hinted_background({"COLORFGBG": value}) == background
    assert hinted_background({}) is None
