"""Offsets of one text in another that was made from it."""

import pytest

from tui.text.offsets import Offsets


def every(offsets: Offsets) -> list[int]:
    return [offsets[offset] for offset in range(len(offsets))]


def test_texts_in_step_need_no_map() -> None:
    assert every(Offsets(3)) == [0, 1, 2, 3]


def test_what_was_shortened_moves_all_that_follows() -> None:
    offsets = Offsets()
    offsets.step(2, 5)
    offsets.end(4, 7)
    assert every(offsets) == [0, 1, 5, 6, 7]


def test_the_inside_of_what_was_lengthened_is_at_its_end() -> None:
    offsets = Offsets()
    offsets.step(3, 1)
    offsets.end(4, 2)
    assert every(offsets) == [0, 1, 1, 1, 2]


def test_maps_are_chained() -> None:
    first, second = Offsets(), Offsets()
    first.step(1, 3)
    first.end(2, 4)
    second.step(2, 10)
    second.end(4, 12)
    assert every(first.then(second)) == [0, 11, 12]


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_is_an_error(offset: int) -> None:
    with pytest.raises(IndexError):
        Offsets(3)[offset]
