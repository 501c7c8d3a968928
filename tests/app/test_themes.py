"""The looks of styles in every theme."""

import pytest
from rich.style import Style as Look

from tui.app.lines import ScreenPart
from tui.app.textual_themes import THEMES
from tui.app.themes import LOOKS, theme_names
from tui.blocks import Style
from tui.terminal.background import Background
from tui.terminal.capabilities import Depth


@pytest.mark.parametrize("theme", LOOKS)
@pytest.mark.parametrize("tint", [*Style, *ScreenPart])
@pytest.mark.parametrize("selected", [False, True])
def test_every_style_has_a_look_in_every_theme(
    theme: str, tint: Style | ScreenPart, selected: bool
) -> None:
    Look.parse(LOOKS[theme].look(tint, selected))


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_theme_with_a_background_has_it_under_every_style(theme: str) -> None:
    looks = [Look.parse(LOOKS[theme].look(tint, False)) for tint in (*Style, *ScreenPart)]
    assert all(look.color and look.bgcolor for look in looks)


@pytest.mark.parametrize("theme", LOOKS)
@pytest.mark.parametrize(
    "tint",
    [
        ScreenPart.CURSOR,
        ScreenPart.CURRENT_TAB,
        Style.MATCH,
        Style.STRONG,
        Style.EMPHASIS,
    ],
)
def test_important_styles_stand_out_by_shape_or_background(
    theme: str, tint: Style | ScreenPart
) -> None:
    look = Look.parse(LOOKS[theme].look(tint, False))
    plain = Look.parse(LOOKS[theme].look(Style.TEXT, False))
    shape = (look.bold, look.reverse, look.underline)
    assert shape != (plain.bold, plain.reverse, plain.underline) or look.bgcolor != plain.bgcolor


def test_without_colours_no_look_has_any() -> None:
    for tint in (*Style, *ScreenPart):
        look = Look.parse(LOOKS["plain"].look(tint, True))
        assert look.color is None
        assert look.bgcolor is None


@pytest.mark.parametrize(
    ("wanted", "depth", "background", "chosen"),
    [
        ("auto", Depth.TRUE, None, ["ansi", "dark", "light"]),
        ("auto", Depth.EXTENDED, Background.DARK, ["ansi", "dark", "light"]),
        ("auto", Depth.EXTENDED, Background.LIGHT, ["ansi", "light", "dark"]),
        ("ansi", Depth.TRUE, None, ["ansi", "dark", "light"]),
        ("dark", Depth.TRUE, None, ["dark", "light", "ansi"]),
        ("light", Depth.EXTENDED, None, ["light", "ansi", "dark"]),
        ("auto", Depth.ANSI, None, ["ansi"]),
        ("dark", Depth.ANSI, Background.DARK, ["ansi"]),
        ("dark", Depth.NONE, None, ["plain"]),
        ("auto", Depth.NONE, Background.LIGHT, ["plain"]),
    ],
)
def test_the_wanted_theme_comes_first_where_there_are_colours_for_it(
    wanted: str, depth: Depth, background: Background | None, chosen: list[str]
) -> None:
    assert theme_names(wanted, depth, background) == chosen


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize(
    "tint", [*Style, *(part for part in ScreenPart if part is not ScreenPart.RULE)]
)
@pytest.mark.parametrize("selected", [False, True])
def test_text_can_be_read_on_its_background(
    theme: str, tint: Style | ScreenPart, selected: bool
) -> None:
    look = Look.parse(LOOKS[theme].look(tint, selected))
    assert look.color and look.bgcolor
    text, background = (
        luminance(look.color.get_truecolor()),
        luminance(look.bgcolor.get_truecolor()),
    )
    assert (max(text, background) + 0.05) / (min(text, background) + 0.05) >= 4.5  # WCAG 2.2, 1.4.3


def luminance(colour: tuple[int, int, int]) -> float:
    """The relative luminance of a colour, as WCAG 2.2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (each / 255 for each in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_theme_is_one_of_textuals_too() -> None:
    assert {theme.name for theme in THEMES} == set(LOOKS)
