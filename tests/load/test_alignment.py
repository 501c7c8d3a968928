"""Where a row of words fits best in another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.load.alignment import Fit, fit

SENTENCE = "the summit will be a turning point in the history of the alliance"


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("a turning point", Fit(0, 4, 7)),
        ("a tuning point", Fit(1, 4, 7)),
        ("great turning point", Fit(1, 4, 7)),
        ("a turning pint", Fit(1, 4, 7)),
        ("a point", Fit(1, 4, 7)),
        ("a great turning point", Fit(1, 4, 7)),
        ("history of alliance", Fit(1, 9, 13)),
        ("nothing alike", Fit(2, 0, 2)),
    ],
)
def test_it_fits_where_fewest_words_change(wanted: str, expected: Fit) -> None:
    found = fit(wanted.split(), SENTENCE.split())
    assert found.changes == expected.changes
    if found.changes < len(wanted.split()):
        assert found == expected


def test_nothing_fits_in_nothing() -> None:
    assert fit(["a"], []) == Fit(1, 0, 0)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=12), st.data())
def test_a_stretch_of_the_row_itself_needs_no_change(row: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(row)))
    end = data.draw(st.integers(start, len(row)))
    found = fit(row[start:end], row)
    assert found.changes == 0
    assert row[found.start : found.end] == row[start:end]
