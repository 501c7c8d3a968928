"""What a reader may mean by what they type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.vocabulary import Vocabulary, forms

LETTERS = st.text("abcd", min_size=3, max_size=7)


@given(st.sets(LETTERS, max_size=12), st.text("abcd", min_size=1, max_size=7))
def test_the_words_that_begin_so_are_found_and_no_others(words: set[str], head: str) -> None:
    assert set(Vocabulary(words).longer(head)) == {each for each in words if each.startswith(head)}


@given(
    st.sets(st.text("서울북한", min_size=1, max_size=4)),
    st.text("서울북한", min_size=1, max_size=2),
)
def test_a_word_of_a_script_without_spaces_is_found_inside_others(
    words: set[str], inside: str
) -> None:
    assert set(Vocabulary(words).longer(inside)) == {each for each in words if inside in each}


@given(LETTERS, st.text("abcd", max_size=4), st.data())
def test_one_slip_in_what_is_typed_is_forgiven(word: str, rest: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdz"))
    exchanged = word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
    slips = [
        word[:at] + letter + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + word[at + 1 :],
    ]
    typed = data.draw(st.sampled_from([exchanged, *(each for each in slips if len(each) > 3)]))
    assert word + rest in Vocabulary([word + rest, "unlike"]).like(typed)


@pytest.mark.parametrize("typed", ["wan", "wng", "ang", "wing", "kim"])
def test_of_three_letters_two_may_be_exchanged_and_nothing_else(typed: str) -> None:
    known = Vocabulary(["wang", "chinese"])
    assert known.like("wna") == {"wang"}
    assert known.like(typed) == ({"wang"} if typed in {"wan", "wing"} else set())


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("joined", "joins"),
        ("join", "joining"),
        ("center", "centre"),
        ("defence", "defense"),
        ("organise", "organize"),
        ("organization", "organisations"),
        ("agreed", "agrees"),
    ],
)
def test_a_word_is_known_in_its_other_forms(word: str, other: str) -> None:
    assert other in forms(word)
    assert word in forms(other)
    assert word not in forms(word)


@given(st.text(max_size=8))
def test_short_words_names_and_those_of_other_scripts_have_no_other_form(word: str) -> None:
    assert not [*forms(word)] or (len(word) >= 4 and word.isascii() and word.islower())


@pytest.mark.parametrize("typed", ["wxyg", "gnaw", "wagn i"])
def test_two_slips_are_not_forgiven(typed: str) -> None:
    assert not Vocabulary(["wang"]).like(typed)


def test_a_name_of_two_capitals_stands_for_itself_alone() -> None:
    known = Vocabulary(["US", "USA", "use", "us"])
    assert list(known.longer("US")) == []
    assert list(known.longer("us")) == ["us", "use"]
    assert "US" not in known.like("uss")
