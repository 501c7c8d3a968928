"""The ranking of answers."""

from hypothesis import given
from hypothesis import strategies as st

from tests.search.questions import TEXTS, said
from tui.search.entries import EntryPart, SearchEntry
from tui.search.ranking import Answers, answers
from tui.search.word_index import WordIndex, words


def spoken(id: str, who: str, text: str, *, official: bool = False) -> SearchEntry:
    return SearchEntry(id, "reaction", ((EntryPart.WHO, who), (EntryPart.TEXT, text)), official)


ACTORS = [SearchEntry(each, "actor", ((EntryPart.WHO, each),)) for each in ("Beijing", "Globe")]
SPEECH = [
    *ACTORS,
    spoken("trap", "Beijing", "it is a trap"),
    spoken("official", "Beijing", "nothing on cyber", official=True),
    spoken("globe", "Globe", "a trap in cyberspace"),
]


def ids(found: tuple[SearchEntry, ...]) -> list[str]:
    return [each.id for each in found]


@given(st.lists(TEXTS, min_size=1, max_size=5), st.data())
def test_every_entry_is_found_by_its_words(texts: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(texts) - 1))
    some = data.draw(st.lists(st.sampled_from(words(texts[number])), min_size=1, max_size=3))
    found = answers(WordIndex(said(*texts), ()), " ".join(some))
    assert str(number) in ids(found.all)


@given(st.text(max_size=12), st.lists(TEXTS, max_size=4))
def test_no_question_is_too_strange_and_none_is_answered_twice_by_the_same(
    question: str, texts: list[str]
) -> None:
    found = ids(answers(WordIndex(said(*texts), [texts]), question).all)
    assert len(found) == len(set(found))


def test_an_empty_question_has_no_answer() -> None:
    assert answers(WordIndex(said("wang"), ()), " . ") == Answers()


def test_mistyped_words_are_found_only_if_there_is_no_exact_match() -> None:
    index = WordIndex(said("the mango", "Wang"), ())
    assert ids(answers(index, "wang").all) == ["1"]
    assert ids(answers(index, "wnag").all) == ["1"]
    assert ids(answers(index, "wang wagno").all) == []
    assert ids(answers(WordIndex(said("Wang spoke"), ()), "wang spkoe").all) == ["0"]


def test_a_word_of_two_letters_is_never_mistyped() -> None:
    assert answers(WordIndex(said("ab"), ()), "ba") == Answers()


def test_a_name_finds_the_other_names_of_its_actor() -> None:
    index = WordIndex(
        said("북한 fires", "North Korea spoke", "the north"), [("North Korea", "DPRK", "북한")]
    )
    for question in ("DPRK", "north korea", "북한", "north kor"):
        assert {*ids(answers(index, question).all)} == {"0", "1"}, question


def test_official_statements_come_first_and_the_rest_apart() -> None:
    found = answers(WordIndex(SPEECH, ()), "beijing")
    assert ids(found.on) == ["official"]
    assert ids(found.also) == ["trap", "Beijing"]


def test_statements_about_something_else_are_only_near() -> None:
    found = answers(WordIndex(SPEECH, ()), "beijing trap")
    assert (ids(found.on), ids(found.near)) == (["trap"], ["official"])
    assert answers(WordIndex(SPEECH, ()), "beijing trap", near=0).near == ()


def test_words_that_phrase_a_question_need_not_be_in_the_answer() -> None:
    texts = ["a chess piece", "those who said so", "the WHO on chess"]
    index = WordIndex(said(*texts), [[text] for text in texts])
    assert {*ids(answers(index, "who said chess").all)} == {"0", "2"}
    assert ids(answers(index, "what did they say of a chess piece").all) == ids(
        answers(index, "they of a chess piece").all
    )
    assert ids(answers(index, "who chess").all) == ["2"]
    assert ids(answers(index, "who said").all) == ["1"]
