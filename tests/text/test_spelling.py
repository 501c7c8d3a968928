"""Characters spelled in ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.spelling import in_ascii, in_cells


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“Café” – it’s …", '"Cafe" - it\'s ...'),
        ("✓ ✗ → ←", "[ok] [x] -> <-"),
        ("½ km², 38° N, § 3", "1/2 km2, 38 degrees N, section 3"),
        ("Straße in Łódź, Ægir", "Strasse in Lodz, AEgir"),
        ("e\u0301", "e"),
        ("│─┼", "|-+"),
        ("한 国 я 👍", "? ? ? ?"),
        ("ﬁne", "fine"),
    ],
)
def test_a_text_is_told_in_as_many_characters_as_it_takes(text: str, told: str) -> None:
    assert in_ascii(text) == told


@pytest.mark.parametrize(
    ("cluster", "cells", "told"),
    [
        ("…", 1, "~"),
        ("“", 1, '"'),
        ("é", 1, "e"),
        ("x\u0302", 1, "x"),
        ("½", 1, "?"),
        ("≤", 1, "?"),
        ("한", 2, "??"),
        ("\u1112\u1161\u11ab", 2, "??"),
        ("Ａ", 2, "A "),
        ("㎞", 2, "km"),
        ("。", 2, ". "),
        ("👩\u200d🚀", 2, "??"),
        ("\u0302", 0, ""),
    ],
)
def test_a_cell_keeps_its_width(cluster: str, cells: int, told: str) -> None:
    assert in_cells(cluster, cells) == told


@given(st.text())
def test_whatever_a_text_holds_it_is_told_in_ascii(text: str) -> None:
    assert in_ascii(text).isascii()


@given(st.text(max_size=4), st.integers(0, 2))
def test_whatever_a_cell_holds_it_is_told_in_ascii_of_its_width(text: str, cells: int) -> None:
    told = in_cells(text, cells)
    assert told.isascii()
    assert len(told) == cells
