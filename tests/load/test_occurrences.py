"""Where texts occur in a long one, whether it is indexed or searched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.load import occurrences
from tui.load.occurrences import MOST, Occurrences

LONG = "".join(f"Sentence {number} says nothing new about the summit. " for number in range(2_000))


@pytest.fixture(name="indexed", scope="module")
def indexed_fixture() -> Occurrences:
    """A long text of which so much was sought that it is indexed."""
    made = Occurrences(LONG)
    for number in range(100):
        made.of(f"Sentence {number} says nothing new about the summit.")
    return made


def plainly(text: str, sought: str) -> list[int]:
    """Every place, tried one by one."""
    return [at for at in range(len(text)) if text.startswith(sought, at)]


@settings(max_examples=60, deadline=None)
@given(start=st.integers(0, len(LONG) - 1), length=st.integers(1, 120))
def test_every_slice_of_a_long_text_is_found_at_all_its_places(
    indexed: Occurrences, start: int, length: int
) -> None:
    sought = LONG[start : start + length]
    assert indexed.of(sought) == plainly(LONG, sought)[:MOST]


@settings(max_examples=200, deadline=None)
@given(st.text("ab", max_size=90), st.text("ab", min_size=1, max_size=40), st.sampled_from([1, 99]))
def test_overlapping_places_are_found_with_an_index_and_without(
    text: str, sought: str, blocks: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "_SMALL", -1)
        patch.setattr(occurrences, "_SEARCHES", 0)
        patch.setattr(occurrences, "_BLOCKS", blocks)
        assert Occurrences(text).of(sought) == plainly(text, sought)
    assert Occurrences(text).of(sought) == plainly(text, sought)


def test_what_is_not_there_is_not_found(indexed: Occurrences) -> None:
    assert indexed.of("Sentence 7 says something new about the summit") == []
    assert indexed.of("banana") == []
    assert indexed.of("") == []


def test_of_many_places_the_first_are_told(indexed: Occurrences) -> None:
    assert len(indexed.of(" says nothing new about the summit. Sentence 1")) == MOST
    assert Occurrences("a" * 60_000).of("a" * 40) == list(range(MOST))
    assert Occurrences("ab" * 5_000).of("ab") == list(range(0, 2 * MOST, 2))
