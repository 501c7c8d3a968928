"""An index of words."""

from hypothesis import given
from hypothesis import strategies as st

from tests.search.questions import TEXTS, said
from tui.search.entries import EntryPart, SearchEntry
from tui.search.word_index import BEGINNING, WordIndex, words

SHORTEST = 3


@given(st.lists(TEXTS, min_size=1, max_size=5), st.data())
def test_every_entry_is_found_by_the_beginning_of_each_of_its_words(
    texts: list[str], data: st.DataObject
) -> None:
    index = WordIndex(said(*texts), ())
    number = data.draw(st.integers(0, len(texts) - 1))
    word = data.draw(st.sampled_from(words(texts[number])))
    head = word[: data.draw(st.integers(min(SHORTEST, len(word)), len(word)))]
    assert number in index.holding(head)


@given(TEXTS)
def test_words_are_compared_without_case_and_marks(text: str) -> None:
    assert words(text.upper()) == words(text) or "ß" in text
    assert words(" ".join(words(text))) == words(text)


def test_two_capitals_are_a_name() -> None:
    index = WordIndex(said("The US joined", "it joined us", "USA"), ())
    assert words("the US and us") == ["the", "US", "and", "us"]
    assert set(index.holding("US")) == {0}
    assert set(index.holding("us")) == {1, 2}


def test_a_beginning_counts_less_than_a_whole_word() -> None:
    entry = SearchEntry(
        "x",
        "claim",
        ((EntryPart.WORDS, "wang"), (EntryPart.WHO, "wang"), (EntryPart.TEXT, "wangs")),
    )
    index = WordIndex([entry], ())
    assert index.holding("wang") == {0: EntryPart.WHO.value}
    assert index.holding("wan") == {0: EntryPart.WHO.value * BEGINNING}


def test_a_phrase_is_a_sequence_of_whole_words_in_one_text() -> None:
    texts = ("in South Korea today", "Korea, South", "the south Koreans", "south korea")
    index = WordIndex(
        [
            *said(*texts),
            SearchEntry("4", "claim", ((EntryPart.TEXT, "south"), (EntryPart.TEXT, "korea"))),
        ],
        (),
    )
    assert set(index.holding_phrase(["south", "korea"])) == {0, 3}
    assert set(index.holding_phrase(["korea"])) == {0, 1, 3, 4}


def test_a_mistyped_word_finds_the_word_that_is_meant() -> None:
    index = WordIndex(said("Wang Yi", "Madrid", "wander"), ())
    assert set(index.holding_like("wnag")) == {0}
    assert set(index.holding_like("madird")) == {1}
    assert not index.holding_like("zzzz")
