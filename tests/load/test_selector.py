"""What tells a passage from all others in its text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.load.quoting import verified
from tui.load.selector import Selector, select
from tui.model.document import VerificationState

TEXT = "In Spain.\nThe NATO summit in Spain on June 29. A summit in Spain\nends: summit in Spain."


def selected(before: str, exact: str) -> Selector:
    start = TEXT.index(before + exact) + len(before)
    return select(TEXT, start, start + len(exact))


def test_words_that_stand_once_need_nothing_beside_them() -> None:
    assert selected("", "NATO summit") == Selector("NATO summit")


def test_the_shortest_of_whole_words_settles_it() -> None:
    assert selected("NATO ", "summit in Spain") == Selector("summit in Spain", suffix=" on")
    assert selected(": ", "summit in Spain") == Selector("summit in Spain", suffix=".")


def test_a_line_break_is_the_last_resort() -> None:
    assert selected("A ", "summit in Spain") == Selector("summit in Spain", prefix="A ")


def test_both_are_written_where_neither_is_enough() -> None:
    assert select("aaaaa", 2, 3) == Selector("a", "aa", "aa")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_what_is_selected_is_verbatim_and_stands_once(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("aab \n.中"), min_size=1, max_size=40))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = select(text, start, end)
    assert (found.exact, text[:start].endswith(found.prefix)) == (text[start:end], True)
    assert text.startswith(found.suffix, end)
    if found.exact.strip():
        proved = verified(text, found.exact, prefix=found.prefix, suffix=found.suffix)
        assert proved.state is VerificationState.VERBATIM
        assert proved.passage is not None
        assert proved.passage.start == start
