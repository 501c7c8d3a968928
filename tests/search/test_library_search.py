"""Questions to a whole library."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.library.libraries import index, write
from tests.search.questions import TEXTS
from tui.blocks import plain
from tui.search.library_index import LibraryIndex
from tui.search.library_search import LibraryAnswers, hit_entry, search
from tui.search.word_index import words


@pytest.fixture
def indexed(tmp_path: Path) -> LibraryIndex:
    folder = tmp_path / "briefings"
    write(folder, "old.yaml", "A summit in Madrid.", month=1)
    write(folder, "new.yaml", "The summit of 王毅毅 in Madrid.", month=9)
    write(folder, "hush.yaml", "A summit in secret.", marking="TLP:RED")
    write(folder, "apart.yaml", "Only Madrid here.")
    return index(folder, tmp_path / "cache")


def where(found: LibraryAnswers) -> list[tuple[str, str]]:
    return [(hit.briefing.path, hit.snippet.entry.id) for hit in found.hits]


def test_briefings_answer_from_the_disk_and_from_memory(indexed: LibraryIndex) -> None:
    assert {*where(search(indexed, "summit", 9))} == {
        ("new.yaml", "c"),
        ("old.yaml", "c"),
        ("hush.yaml", "c"),
    }


@pytest.mark.parametrize("question", ["when is the summit", "summits", "summit date"])
def test_a_library_understands_spoken_questions(indexed: LibraryIndex, question: str) -> None:
    assert where(search(indexed, question, 9)) == where(search(indexed, "summit", 9))


def test_an_answer_has_speaker_text_and_place(indexed: LibraryIndex) -> None:
    hit = search(indexed, "welcome apart", 9).hits[0]
    assert (hit.briefing.title, hit.snippet.speaker) == ("On apart", "South Korea")
    assert (hit.snippet.text, hit.snippet.pane) == ("We welcome the apart.", "Reactions")
    entry = hit_entry(hit, "apart.yaml#r")
    assert plain(entry.name) == "South Korea"
    assert [*map(plain, entry.details)] == ["On apart · Reactions", "apart.yaml#r"]
    assert entry.marking == "TLP:CLEAR"


def test_among_equal_answers_the_latest_issue_comes_first(indexed: LibraryIndex) -> None:
    assert where(search(indexed, "madrid", 9))[0] == ("new.yaml", "c")


def test_words_of_two_items_are_no_answer(indexed: LibraryIndex) -> None:
    assert search(indexed, "secret madrid", 9).hits == ()


@pytest.mark.parametrize(
    "question", ["ROK", "한국", "south korea", "south kor", "rko", "sotuh korea"]
)
def test_other_names_and_a_slip_are_understood(indexed: LibraryIndex, question: str) -> None:
    assert search(indexed, question, 9).hits[0].snippet.entry.id == "r"


@pytest.mark.parametrize("question", ["madird", "madri", "mad", "ma", "毅毅", "王毅"])
def test_beginnings_slips_and_parts_of_words_without_spaces_are_found(
    indexed: LibraryIndex, question: str
) -> None:
    assert ("new.yaml", "c") in where(search(indexed, question, 9))


@pytest.mark.parametrize("question", ["", " ", "zzzzzz", "m", ".", "zz"])
def test_nothing_answers_an_empty_or_unknown_word(indexed: LibraryIndex, question: str) -> None:
    assert search(indexed, question, 9) == LibraryAnswers()


def test_the_number_of_answers_and_of_briefings_is_limited(indexed: LibraryIndex) -> None:
    found = search(indexed, "summit", 2)
    assert (len(found.hits), len(found.answers.all), found.candidates) == (2, 2, 3)
    assert len(search(indexed, "summit", 9, most=1).hits) == 1


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(TEXTS, min_size=1, max_size=4), data=st.data())
def test_every_text_is_found_by_the_beginning_of_each_of_its_words(
    texts: list[str], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("library")
    for number, text in enumerate(texts):
        write(folder, f"b{number}.yaml", f"'{text}'", "TLP:RED")
    made = index(folder, folder / "cache")
    number = data.draw(st.integers(0, len(texts) - 1))
    word = data.draw(st.sampled_from(words(texts[number])))
    head = word[: data.draw(st.integers(min(3, len(word)), len(word)))]
    assert (f"b{number}.yaml", "c") in where(search(made, head, 99))
    made.close()
