"""The words that a typed word may mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.vocabulary import Vocabulary, forms

LETTERS = st.text("abcd", min_size=3, max_size=7)


@given(st.sets(LETTERS, max_size=12), st.text("abcd", min_size=1, max_size=7))
def test_only_words_with_the_beginning_are_found(words: set[str], head: str) -> None:
    assert set(Vocabulary(words).longer(head)) == {each for each in words if each.startswith(head)}


@given(
    st.sets(st.text("서울북한", min_size=1, max_size=4)),
    st.text("서울북한", min_size=1, max_size=2),
)
def test_a_word_of_an_unspaced_script_is_found_inside_others(words: set[str], inside: str) -> None:
    assert set(Vocabulary(words).longer(inside)) == {each for each in words if inside in each}


@given(LETTERS, st.text("abcd", max_size=4), st.data())
def test_a_word_with_one_typing_error_is_found(word: str, rest: str, data: st.DataObject) -> None:
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
def test_in_three_letters_only_an_exchange_is_an_error(typed: str) -> None:
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
def test_a_word_has_other_forms(word: str, other: str) -> None:
    assert other in forms(word)
    assert word in forms(other)
    assert word not in forms(word)


@given(st.text(max_size=8))
def test_short_words_names_and_other_scripts_have_no_other_forms(word: str) -> None:
    assert not [*forms(word)] or (len(word) >= 4 and word.isascii() and word.islower())


@pytest.mark.parametrize("typed", ["wxyg", "gnaw", "wagn i"])
def test_a_word_with_two_typing_errors_is_not_found(typed: str) -> None:
    assert not Vocabulary(["wang"]).like(typed)


def test_a_name_of_two_capitals_is_no_beginning() -> None:
    known = Vocabulary(["US", "USA", "use", "us"])
    assert list(known.longer("US")) == []
    assert list(known.longer("us")) == ["us", "use"]
    assert "US" not in known.like("uss")
