"""Words vote for the place where a passage would begin."""

import pytest

from tui.load import candidate_starts as module
from tui.load.candidate_starts import STEP, CandidateStarts

FILLER = "".join(f"Paragraph {number} is about something else. " for number in range(200))
TEXT = FILLER + "The harbour was closed by heavy fog at dawn. " + FILLER
PLACE = TEXT.index("The harbour")


def test_pairs_of_words_elect_the_place_where_they_stand_together() -> None:
    by_pair, by_word = CandidateStarts(TEXT).places("the port was closed by thick fog at dawn", 1)
    assert abs(by_pair[0] - PLACE) <= STEP
    assert abs(by_word[0] - PLACE) <= STEP


def test_single_words_elect_where_no_pair_is_shared() -> None:
    by_pair, by_word = CandidateStarts(TEXT).places("harbour now closed since heavy morning fog", 1)
    assert by_pair == []
    assert abs(by_word[0] - PLACE) <= 2 * STEP


def test_words_in_common_with_nothing_elect_nothing() -> None:
    assert list(CandidateStarts(TEXT).places("bananas ripen quickly", 3)) == [[], []]


def test_a_misspelt_word_is_respelt_as_the_text_has_it() -> None:
    assert CandidateStarts(TEXT).respelt("the harbor was clossed") == "the harbour was closed"
    assert CandidateStarts(TEXT).respelt("bananas") == "bananas"


def test_only_so_many_words_are_respelt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_GUESSES", 1)
    votes = CandidateStarts(TEXT)
    assert votes.respelt("harbor") == "harbour"
    assert votes.respelt("harbor") == "harbor"
