"""Three-way merge of notes."""

import pytest

from tui.library.merge import combine, merge


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("", "Ask.", "", "Ask."),
        ("", "", "Ask.", "Ask."),
        ("Ask.", "Ask.", "Ask Seoul.", "Ask Seoul."),
        ("Ask.", "Ask Seoul.", "Ask.", "Ask Seoul."),
        ("Ask.", "Ask Seoul.", "Ask Seoul.", "Ask Seoul."),
        ("Ask", "Ask Seoul", "Ask Beijing", "Ask Beijing; Seoul"),
        (
            "Ask them now",
            "Always ask them now",
            "Ask them now or never",
            "Always ask them now or never",
        ),
        ("one two three", "one three", "one two three four", "one three four"),
        ("one", "", "one two", "one two"),
        ("one", "one two", "", "one two"),
        ("", "Mine", "Theirs", "Theirs; Mine"),
        ("中国", "中国人", "中国话", "中国话; 人"),
        ("한국", "한국은", "한국이", "한국이; 은"),
    ],
)
def test_a_merge_keeps_every_addition_once(base: str, ours: str, theirs: str, merged: str) -> None:
    assert merge(base, ours, theirs) == merged


def test_texts_with_a_common_beginning_are_combined_with_it_once() -> None:
    assert combine(["Ask Seoul", "Ask Beijing", "Ask Seoul"]) == "Ask Seoul; Beijing"


def test_equal_texts_are_combined_into_one() -> None:
    assert combine(["Ask", "Ask", "Ask"]) == "Ask"
