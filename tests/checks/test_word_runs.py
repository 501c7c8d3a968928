"""Passages that texts share word for word are found wherever they begin."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.briefings import ARTICLE
from tui.checks.word_runs import LONGEST, WordRunIndex, split_words

WORDS = split_words(ARTICLE)
LENGTHS = (7, 8, 12)


@cache
def article_index(length: int) -> WordRunIndex:
    index = WordRunIndex(length)
    index.add("article", WORDS)
    return index


@pytest.mark.parametrize("length", LENGTHS)
@given(start=st.integers(0, len(WORDS) - max(LENGTHS)), before=st.integers(0, max(LENGTHS)))
@settings(max_examples=60, deadline=None)
def test_a_passage_of_the_minimum_length_is_found_wherever_it_begins(
    length: int, start: int, before: int
) -> None:
    words = [*[b"so"] * before, *WORDS[start : start + length], b"it"]
    passages = list(article_index(length).shared_passages(words))
    longest = max(passages, key=lambda passage: passage.length)
    assert longest.length >= length
    assert (
        words[longest.here : longest.here + longest.length]
        == WORDS[longest.there : longest.there + longest.length]
    )


def test_text_that_shares_nothing_has_no_passage() -> None:
    assert list(article_index(8).shared_passages([b"nothing"] * 100)) == []


def test_a_passage_is_reported_once_and_measured_to_its_ends() -> None:
    index = WordRunIndex(8)
    index.add("source", [b"before", *WORDS[:30], b"after"])
    (passage,) = index.shared_passages([b"a", b"b", *WORDS[:30], b"c"])
    assert (passage.source, passage.there, passage.here, passage.length) == ("source", 1, 2, 30)


def test_no_more_than_the_longest_passage_is_measured() -> None:
    index = WordRunIndex(8)
    words = [f"word{number}".encode() for number in range(LONGEST + 100)]
    index.add("book", words)
    assert next(index.shared_passages(words)).length == LONGEST


def test_words_are_compared_without_case_and_punctuation() -> None:
    assert split_words("The “Alliance’s” plan (of 2022)!") == split_words(
        "the alliance's plan of 2022"
    )
