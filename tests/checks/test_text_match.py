"""Texts are compared regardless of typographic signs."""

from hypothesis import given
from hypothesis import strategies as st

from tui.checks.text_match import SIGNS, replaced


@given(st.text(alphabet=st.sampled_from([*SIGNS, *"'\"- ab", "é", "한"])))
def test_each_sign_is_replaced_everywhere(text: str) -> None:
    assert replaced(text, SIGNS) == "".join(SIGNS.get(each, each) for each in text)
