"""Where texts occur in a long one, whether it is indexed or searched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.load import occurrences
from tui.load.occurrences import MOST, Occurrences

LONG = "".join(f"Sentence {number} says nothing new about the summit. " for number in range(2_000))
INDEXED = Occurrences(LONG)


def plainly(text: str, sought: str) -> list[int]:
    """Every place, tried one by one."""
    return [at for at in range(len(text)) if text.startswith(sought, at)]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(LONG) - 1), st.integers(1, 120))
def test_every_slice_of_an_indexed_text_is_found_at_all_its_places(start: int, length: int) -> None:
    sought = LONG[start : start + length]
    assert INDEXED.of(sought) == plainly(LONG, sought)[:MOST]


@settings(max_examples=200, deadline=None)
@given(st.text("ab", max_size=90), st.text("ab", min_size=1, max_size=40))
def test_overlapping_places_are_found_with_an_index_and_without(text: str, sought: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "_WORTH_AN_INDEX", -1)
        indexed = Occurrences(text)
    assert indexed.of(sought) == Occurrences(text).of(sought) == plainly(text, sought)


def test_what_is_not_there_is_not_found() -> None:
    assert INDEXED.of("Sentence 7 says something new about the summit") == []
    assert INDEXED.of("banana") == []
    assert INDEXED.of("") == []


def test_of_many_places_the_first_are_told() -> None:
    assert Occurrences("a" * 60_000).of("a" * 40) == list(range(MOST))
    assert Occurrences("ab" * 5_000).of("ab") == list(range(0, 2 * MOST, 2))
