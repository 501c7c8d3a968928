"""Whether texts hold words, and whether a text quotes somebody."""

import pytest

from tui.text.held import has_quotation_mark, holds, is_within_quotation


def test_words_are_held_whatever_the_marks_and_spaces() -> None:
    assert holds(["It is", "the ministers’  word"], "ministers' word")
    assert not holds(["It is", "so"], "It is so")
    assert not holds([], "so")


@pytest.mark.parametrize("text", ["“a”", "„a“", "«a»", "「a」", "‘a’", "'a'", 'said "a"'])
def test_a_quotation_has_a_mark(text: str) -> None:
    assert has_quotation_mark(text)


@pytest.mark.parametrize("text", ["", "it's", "the ministers’ word", "’22", "states' rights"])
def test_an_apostrophe_is_no_mark(text: str) -> None:
    assert not has_quotation_mark(text)


def test_a_passage_lies_in_the_quotation_that_its_paragraph_opened() -> None:
    assert is_within_quotation("He said: “One. ")
    assert not is_within_quotation("He said: “One.” ")
    assert not is_within_quotation("He said: “One.\n\n")
    assert is_within_quotation("He came.\n— One. ")
