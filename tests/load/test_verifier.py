"""Excerpts proved against local copies: which state holds, and where the words stand."""

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.load.quoting import briefing, sides, verified
from tui.load.verifier import verify
from tui.model.document import Copy, DiffKind, VerificationState
from tui.model.sources import Excerpt, Source

ARTICLE = (
    Path(__file__).parents[2] / "seeds" / "nato-south-korea-relations-and-china.txt"
).read_text("utf-8")
SHORT = "A heading\n\nFirst one. Second “one”. Third.\n\n  • A point – with a dash. End.\n"


def test_words_of_the_source_are_verbatim_with_their_place() -> None:
    found = verified(ARTICLE, "turn South Korea into a chess piece")
    assert found.state is VerificationState.VERBATIM
    assert found.passage is not None
    assert (found.passage.line, found.passage.paragraph, found.passage.sentence) == (24, 11, 2)
    assert ARTICLE[found.passage.start : found.passage.end] == found.passage.text
    assert found.before.startswith("Although China has not made")
    assert found.within.startswith("Thus, the Chinese Communist Party media apparatus")
    assert found.within.endswith("in cyber defence.")
    assert found.after.startswith("Da Zhigang, director")


def test_context_goes_beyond_the_line_and_ends_with_the_copy() -> None:
    assert verified(SHORT, "A heading").before == ""
    assert verified(SHORT, "A heading").after == "First one."
    assert verified(SHORT, "A point").before == "Third."
    found = verified(SHORT, "one. Second")
    assert (found.before, found.within, found.after) == (
        "A heading",
        "First one. Second “one”.",
        "Third.",
    )
    assert verified(SHORT, "End.").after == ""


@pytest.mark.parametrize(
    ("exact", "kinds"),
    [
        ('Second "one".', ("quotes",)),
        ("A point - with", ("dashes",)),
        ("First  one.", ("spaces",)),
        ("heading First one.", ("spaces",)),
        ('Second "one". \nThird.', ("quotes", "spaces")),
    ],
)
def test_words_that_differ_in_typography_are_normalised(exact: str, kinds: tuple[str, ...]) -> None:
    found = verified(SHORT, exact)
    assert (found.state, found.folded) == (VerificationState.NORMALISED, kinds)
    assert found.passage is not None
    assert found.passage.text in SHORT


def test_a_normalised_excerpt_shows_the_true_text() -> None:
    found = verified("He saw  the cafe\u0301\n– twice.", "the caf\u00e9 - twice.")
    assert found.folded == ("composition", "dashes", "spaces")
    assert found.passage is not None
    assert found.passage.text == "the cafe\u0301\n– twice."


def test_composition_is_told_apart_from_being_verbatim() -> None:
    hangul = "한국의 외교부"
    assert verified(hangul, normalize("NFD", hangul)).folded == ("composition",)
    assert verified(hangul, hangul).state is VerificationState.VERBATIM


def test_words_that_stand_twice_are_ambiguous_with_all_their_lines() -> None:
    found = verified(ARTICLE, "NATO summit in Spain")
    assert (found.state, found.lines) == (VerificationState.AMBIGUOUS, (4, 32))
    assert found.passage is not None
    assert found.passage.line == 4


def test_occurrences_that_overlap_are_counted() -> None:
    assert verified("ha ha ha", "ha ha").lines == (1, 1)


@pytest.mark.parametrize(("prefix", "suffix", "line"), [("", " on June", 32), ("upcoming ", "", 4)])
def test_prefix_and_suffix_settle_which_is_meant(prefix: str, suffix: str, line: int) -> None:
    found = verified(ARTICLE, "NATO summit in Spain", prefix=prefix, suffix=suffix)
    assert found.state is VerificationState.VERBATIM
    assert found.passage is not None
    assert (found.passage.line, found.passage.text) == (line, "NATO summit in Spain")


def test_prefix_and_suffix_must_stand_immediately_beside() -> None:
    found = verified(ARTICLE, "NATO summit in Spain", suffix="June 29-30")
    assert found.state is VerificationState.MISMATCH
    assert sides(found.difference)[0] == "NATO summit in SpainJune 29-30"


def test_a_suffix_may_be_what_is_normalised() -> None:
    found = verified("one “two” three. one four", "one", suffix=' "two"')
    assert (found.state, found.folded) == (VerificationState.NORMALISED, ("quotes",))
    assert found.passage is not None
    assert (found.passage.start, found.passage.text) == (0, "one")


def test_boilerplate_is_no_content() -> None:
    notice = "This website uses cookies to improve your experience."
    assert (
        verified(ARTICLE, "uses cookies", not_content=(notice,)).state
        is VerificationState.NOT_CONTENT
    )
    assert verified(ARTICLE, "uses cookies").state is VerificationState.VERBATIM
    assert (
        verified(ARTICLE, "chess piece", not_content=(notice,)).state is VerificationState.VERBATIM
    )


def test_a_copy_other_than_the_pinned_is_said_first_and_searched_all_the_same() -> None:
    found = verified(ARTICLE, "chess piece", pin="0" * 64)
    assert found.state is VerificationState.SOURCE_CHANGED
    assert found.passage is not None
    assert found.passage.text == "chess piece"
    lost = verified(ARTICLE, "chess pawn to contain", pin="0" * 64)
    assert (lost.state, bool(lost.difference)) == (VerificationState.SOURCE_CHANGED, True)


def test_a_pin_is_read_in_either_case() -> None:
    assert verified(ARTICLE, "chess piece", pin="AB" * 32).state is VerificationState.VERBATIM


def test_without_a_copy_nothing_is_checked() -> None:
    excerpts = [Excerpt(id=id, source=id, exact="words") for id in ("named", "unnamed", "unknown")]
    sources = (Source(id="named", file="lost.txt"), Source(id="unnamed"))
    found = verify(briefing(*excerpts, sources=sources), {})
    assert {each.state for each in found.values()} == {VerificationState.UNCHECKED}
    assert {id: each.missing for id, each in found.items()} == {
        "named": True,
        "unnamed": False,
        "unknown": False,
    }


def test_an_excerpt_of_the_only_source_need_not_name_it() -> None:
    made = briefing(Excerpt(id="x", exact="words"), sources=(Source(id="s", file="s.txt"),))
    assert verify(made, {"s": Copy("some words", "")})["x"].state is VerificationState.VERBATIM


def test_one_wrong_word_is_shown_against_the_nearest_passage() -> None:
    found = verified(ARTICLE, "trying to turn South Korea into a chess pawn to contain China")
    assert found.state is VerificationState.MISMATCH
    assert found.passage is not None
    assert found.passage.line == 24
    assert found.difference == (
        (DiffKind.SAME, "trying to turn South Korea into a chess "),
        (DiffKind.YOURS, "pawn"),
        (DiffKind.THEIRS, "piece"),
        (DiffKind.SAME, " to contain China"),
    )


@pytest.mark.parametrize("exact", ["", " \n", "\u200b", "Completely unrelated banana recipe"])
def test_what_is_like_nothing_in_the_source_has_no_passage(exact: str) -> None:
    found = verified(ARTICLE, exact)
    assert (found.state, found.passage) == (VerificationState.MISMATCH, None)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_every_slice_of_a_source_is_found_where_it_is(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("ab ’'\n“\u00a0中"), min_size=1, max_size=60))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = verified(text, text[start:end], prefix=text[:start], suffix=text[end:])
    if text[start:end].strip():
        assert found.state is VerificationState.VERBATIM
        assert found.passage is not None
        assert (found.passage.start, found.passage.end) == (start, end)


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("ab ’'-–\n\u00a0"), max_size=40),
    st.text(st.sampled_from("ab ’'-–\n\u00a0"), max_size=12),
)
def test_whatever_is_sought_the_answer_fits_the_text(text: str, exact: str) -> None:
    found = verified(text, exact)
    if found.passage is not None:
        assert text[found.passage.start : found.passage.end] == found.passage.text
        assert found.passage.line == text.count("\n", 0, found.passage.start) + 1
    if found.difference:
        assert found.passage is not None
        assert sides(found.difference) == (exact, found.passage.text)
