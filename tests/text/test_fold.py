"""Text folded for proving a quotation, and for finding."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.text.fold import Folded, differences, fold, search_key

PROSE = st.text(
    st.sampled_from("ab'’\"“”-–— \u00a0\u2009\n\u200b\u00ade\u0301éß…한中"), max_size=40
)


@pytest.mark.parametrize(
    ("yours", "theirs", "kinds"),
    [
        ("a Ministers' meeting", "a Ministers’ meeting", ("quotes",)),
        ('"partners"', "“partners”", ("quotes",)),
        ("area - often", "area – often", ("dashes",)),
        ("area -- often", "area — often", ("dashes",)),
        ("if enacted", "if\u00a0enacted", ("spaces",)),
        ("two lines", "two\n  lines", ("spaces",)),
        ("trailing ", "trailing", ("spaces",)),
        ("café", "cafe\u0301", ("composition",)),
        ("it's  so", "it’s so", ("quotes", "spaces")),
        ("the same", "the same", ()),
    ],
)
def test_it_is_said_in_what_texts_differ(yours: str, theirs: str, kinds: tuple[str, ...]) -> None:
    assert fold(yours).text.strip() == fold(theirs).text.strip()
    assert differences(yours, theirs) == kinds
    assert differences(theirs, yours) == kinds


def test_words_are_not_folded() -> None:
    assert fold("Center").text != fold("Centre").text
    assert fold("nato").text != fold("NATO").text


@settings(max_examples=200, deadline=None)
@given(PROSE)
def test_a_text_that_folding_changes_differs_in_some_kind_from_what_it_becomes(text: str) -> None:
    folded = fold(text).text
    assert bool(differences(text, folded)) == (text != folded)


@settings(max_examples=200, deadline=None)
@given(PROSE, st.sampled_from([fold, search_key]))
def test_offsets_lead_back_to_the_text(text: str, folding: Callable[[str], Folded]) -> None:
    folded = folding(text)
    assert folded.offsets[len(folded.text)] == len(text)
    back = [folded.offsets[offset] for offset in range(len(folded.text) + 1)]
    assert back == sorted(back)


def test_a_folded_match_is_found_in_the_raw_text() -> None:
    raw = "He said:\n\u201cNATO\u2019s  \u00a0aim\u201d \u2014 here"
    folded = fold(raw)
    start = folded.text.index("NATO's aim")
    end = start + len("NATO's aim")
    assert raw[folded.offsets[start] : folded.offsets[end]] == "NATO\u2019s  \u00a0aim"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("walesa", "Lech Wałęsa"),
        ("strasse", "Große STRASSE"),
        ("strasse", "große Straße"),
        ("nato", "ＮＡＴＯ"),
        ("south korea's", "South  Korea’s"),
        ("한국", unicodedata.normalize("NFD", "대한민국, 한국")),
        ("εθνοσ", "Έθνος"),
        ("فلسطين", "فِلَسْطِين"),
        ("が", "か\u3099"),
    ],
)
def test_it_is_found_as_people_type_it(typed: str, text: str) -> None:
    assert search_key(typed).text in search_key(text).text


def test_a_part_of_a_syllable_is_no_match() -> None:
    assert search_key("하").text not in search_key("한국").text


def test_a_voiced_kana_is_another_letter() -> None:
    assert search_key("か").text not in search_key("が").text
