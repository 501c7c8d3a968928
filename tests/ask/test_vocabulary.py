"""What a reader may mean by what they type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ask.vocabulary import Vocabulary

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
    slips = [
        word[:at] + letter + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + word[at + 1 :],
        word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
    ]
    typed = data.draw(st.sampled_from([each for each in slips if len(each) >= 3] or [word]))
    assert word + rest in Vocabulary([word + rest, "unlike"]).like(typed)


@pytest.mark.parametrize("typed", ["wxyg", "gnaw", "wagn i"])
def test_two_slips_are_not_forgiven(typed: str) -> None:
    assert not Vocabulary(["wang"]).like(typed)


def test_a_name_of_two_capitals_stands_for_itself_alone() -> None:
    known = Vocabulary(["US", "USA", "use", "us"])
    assert list(known.longer("US")) == []
    assert list(known.longer("us")) == ["us", "use"]
    assert "US" not in known.like("uss")
