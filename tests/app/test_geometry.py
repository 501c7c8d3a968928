"""How the screen is divided."""

import pytest

from tui.app.geometry import BESIDE_FROM, divide, gutter, text_width


def test_a_screen_of_usual_size_has_all_its_parts() -> None:
    geometry = divide(120, 40, beside=True)
    assert (geometry.head, geometry.body, geometry.foot) == (4, 33, 3)
    assert (geometry.list, geometry.beside) == (58, 62)


def test_evidence_stands_beside_the_list_only_where_there_is_room() -> None:
    assert divide(BESIDE_FROM, 40, beside=True).beside > 0
    assert divide(BESIDE_FROM - 1, 40, beside=True).beside == 0
    assert divide(BESIDE_FROM, 40, beside=False).beside == 0


@pytest.mark.parametrize("height", range(1, 60))
def test_the_parts_fill_the_screen_and_the_list_has_the_most_of_it(height: int) -> None:
    geometry = divide(80, height, beside=False, head=6)
    assert geometry.head + geometry.body + geometry.foot == height
    assert geometry.body >= max(1, height // 3)
    if height >= 3:
        assert geometry.head >= 1
        assert geometry.foot >= 1


def test_text_has_room_for_the_cursor_before_it_and_a_margin_behind() -> None:
    assert text_width(80) == 80 - gutter(80) - 1
    assert gutter(40) < gutter(80)
    assert text_width(1) == 1
