"""The word diff between an excerpt and a passage."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.load.quoting import sides
from tui.model import difference as module
from tui.model.difference import difference
from tui.model.document import DiffKind

SIGNS = {DiffKind.SAME: "", DiffKind.YOURS: "-", DiffKind.THEIRS: "+"}


def told(yours: str, theirs: str) -> list[str]:
    return [SIGNS[change] + text for change, text in difference(yours, theirs)]


def test_a_word_that_differs_is_shown_whole() -> None:
    assert told("a chess pawn to", "a chess piece to") == ["a chess ", "-pawn", "+piece", " to"]


def test_words_that_differ_side_by_side_are_one_piece() -> None:
    assert told("has Wang Yi said", "has he told") == ["has ", "-Wang Yi said", "+he told"]


def test_words_left_out_and_put_in_are_shown_with_their_space() -> None:
    assert told("number of staff", "number of our staff") == ["number of ", "+our ", "staff"]
    assert told("very few", "few") == ["-very ", "few"]


def test_marks_differ_by_themselves() -> None:
    assert told("so, they", "so they") == ["so", "-,", " they"]


def test_han_is_compared_character_by_character() -> None:
    assert told("中方坚决反对", "中方强烈反对") == ["中方", "-坚决", "+强烈", "反对"]


WORDS = st.lists(st.sampled_from(["a", "b", "Seoul", " ", "  ", ",", "’", "中"]), max_size=12)


@pytest.mark.parametrize("longest", [4_000, 0])
@settings(max_examples=100, deadline=None)
@given(WORDS.map("".join), WORDS.map("".join))
def test_the_pieces_make_up_both_texts(longest: int, yours: str, theirs: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_LONGEST", longest)
        found = difference(yours, theirs)
    assert sides(found) == (yours, theirs)
    assert all(text for _, text in found)
    assert all(change is DiffKind.SAME for change, _ in found) == (yours == theirs)


def test_very_long_texts_are_told_apart_at_their_ends() -> None:
    same = "word " * 3_000
    found = difference(f"{same}one {same}", f"{same}two {same}")
    assert found == (
        (DiffKind.SAME, same),
        (DiffKind.YOURS, "one"),
        (DiffKind.THEIRS, "two"),
        (DiffKind.SAME, f" {same}"),
    )
