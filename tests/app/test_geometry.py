"""The division of the screen into header, list, side pane and footer."""

import pytest

from tui.app.geometry import SIDE_PANE_FROM, Geometry, divide
from tui.app.list_lines import gutter, text_width


def divided(width: int, height: int, *, titles: int = 2, has_side: bool = False) -> Geometry:
    return divide(width, height, titles=titles, is_briefing=True, has_side=has_side)


def test_a_screen_of_usual_size_has_all_its_parts() -> None:
    geometry = divided(120, 40, has_side=True)
    assert (geometry.header, geometry.body, geometry.footer) == (4, 33, 3)
    assert (geometry.list, geometry.side) == (58, 62)
    assert geometry.has_tabs
    assert geometry.has_rule


def test_the_side_pane_needs_a_wide_screen() -> None:
    assert divided(SIDE_PANE_FROM, 40, has_side=True).side > 0
    assert divided(SIDE_PANE_FROM - 1, 40, has_side=True).side == 0
    assert divided(SIDE_PANE_FROM, 40).side == 0


@pytest.mark.parametrize("height", range(1, 60))
def test_the_parts_fill_the_screen_and_the_list_has_a_third_of_it(height: int) -> None:
    geometry = divided(80, height, titles=4)
    assert geometry.header + geometry.body + geometry.footer == height
    assert geometry.title + geometry.has_tabs + geometry.has_rule == geometry.header
    assert geometry.body >= max(1, height // 3)
    if height >= 3:
        assert geometry.header >= 1
        assert geometry.footer >= 1


def test_a_library_has_no_tabs() -> None:
    geometry = divide(80, 24, titles=1, is_briefing=False)
    assert not geometry.has_tabs
    assert geometry.header == 2


def test_text_has_room_for_the_cursor_before_it_and_a_margin_after_it() -> None:
    assert text_width(80) == 80 - gutter(80) - 1
    assert gutter(40) < gutter(80)
    assert text_width(1) == 1
