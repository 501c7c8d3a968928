"""Words found in texts, and quotation marks."""

import pytest

from tui.text.quotation import contains_words, has_quotation_mark, is_within_quotation


def test_quotation_marks_and_spaces_may_differ() -> None:
    assert contains_words(["It is", "the ministers’  word"], "ministers' word")
    assert not contains_words(["It is", "so"], "It is so")
    assert not contains_words([], "so")


@pytest.mark.parametrize("text", ["“a”", "„a“", "«a»", "「a」", "‘a’", "'a'", 'said "a"'])
def test_a_mark_of_any_language_is_recognised(text: str) -> None:
    assert has_quotation_mark(text)


@pytest.mark.parametrize("text", ["", "it's", "the ministers’ word", "’22", "states' rights"])
def test_an_apostrophe_is_not_a_quotation_mark(text: str) -> None:
    assert not has_quotation_mark(text)


def test_a_quotation_reaches_to_its_closing_mark_or_the_end_of_its_paragraph() -> None:
    assert is_within_quotation("He said: “One. ")
    assert not is_within_quotation("He said: “One.” ")
    assert not is_within_quotation("He said: “One.\n\n")
    assert is_within_quotation("He came.\n— One. ")
