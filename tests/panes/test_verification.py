"""Verification in words: each state of the format's table, and what was not checked."""

from pathlib import Path

import pytest

from tests.panes.reading import changed, load, text
from tests.panes.small import ARTICLE, BRIEFING
from tui.blocks import Style, plain
from tui.model.document import DiffKind, Passage, Verification, VerificationState
from tui.panes import attribution, verification

PASSAGE = Passage(start=10, end=20, line=24, paragraph=3, sentence=2, text="a chess piece")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            Verification(VerificationState.VERBATIM, PASSAGE),
            "✓ word for word in our copy, line 24, sentence 2",
        ),
        (Verification(VerificationState.UNCHECKED), "? not checked: no copy held"),
        (
            Verification(VerificationState.UNCHECKED, missing=True),
            "? not checked: the copy that the source names could not be read",
        ),
        (
            Verification(VerificationState.AMBIGUOUS, PASSAGE, lines=(4, 32)),
            "! stands 2 times in our copy, lines 4 and 32",
        ),
        (
            Verification(VerificationState.NOT_CONTENT, PASSAGE),
            "! in boilerplate of our copy, line 24",
        ),
        (
            Verification(VerificationState.SOURCE_CHANGED),
            "! our copy has changed: it is not the one that was excerpted",
        ),
    ],
)
def test_a_state_is_shown_in_a_glyph_and_words(found: Verification, said: str) -> None:
    assert text([*verification.checked(found)]) == said


def test_what_a_normalised_excerpt_differs_in_is_named_and_the_true_text_shown() -> None:
    found = Verification(VerificationState.NORMALISED, PASSAGE, folded=("quotes", "dashes"))
    assert text([*verification.checked(found)]).split("\n") == [
        "~ in our copy but for quotes and dashes, line 24",
        "Our copy reads: “a chess piece”",
    ]


def test_a_mismatch_shows_both_wordings_without_colour() -> None:
    difference = ((DiffKind.SAME, "a chess "), (DiffKind.YOURS, "pawn"), (DiffKind.THEIRS, "piece"))
    found = Verification(VerificationState.MISMATCH, PASSAGE, difference=difference)
    assert text([*verification.checked(found)]).split("\n") == [
        "✗ NOT in our copy",
        "The nearest passage stands in line 24:",
        "a chess [yours: pawn] [source’s: piece]",
    ]


def test_a_remark_counts_excerpts_by_state_and_reports_missing_ones(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    cites = ("x-joined", "x-trap", "x-false", "x-none")
    said = [(run.text, run.style) for run in verification.remark(document, cites)]
    assert said == [
        ("✓ verbatim 2", Style.VERIFIED),
        ("✗ NOT in our copy", Style.WRONG),
        ("✗ excerpts that do not exist: 1", Style.WRONG),
        ("3 excerpts, 1 origin", Style.MUTED),
    ]
    assert verification.remark(document, ()) == ()


def test_excerpts_of_sources_of_one_origin_have_one_origin(tmp_path: Path) -> None:
    for group, said in (("", "2 excerpts, 2 origins"), ("wire", "2 excerpts, 1 origin")):
        source = {**BRIEFING["sources"][0], "origin_group": group, "derived_from": []}
        copy = {"id": "copy", "file": "article.txt", "origin_group": group}
        other = {**BRIEFING["excerpts"][0], "id": "x-copy", "source": "copy"}
        briefing = changed(sources=[source, copy], excerpts=[*BRIEFING["excerpts"], other])
        told = verification.remark(load(briefing, tmp_path), ("x-joined", "x-copy", "x-joined"))
        assert [run.text for run in told] == ["✓ verbatim", said]


def test_only_verbatim_words_at_least_once_make_an_item_verified(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    assert verification.is_verified(document, ("x-joined", "x-trap"))
    assert not verification.is_verified(document, ("x-joined", "x-false"))
    assert not verification.is_verified(document, ("x-none",))
    assert not verification.is_verified(document, ())


def test_that_a_paraphrased_newspaper_wrote_it_is_not_checked_unless_its_text_is_held(
    tmp_path: Path,
) -> None:
    assert unchecked(tmp_path, held=False) == "whether Globe said it: the text is not held"
    assert unchecked(tmp_path, held=True) == ""


def test_the_truth_of_a_source_is_listed_as_not_checked(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path, ARTICLE)
    excerpt = document.excerpt("x-joined")
    assert excerpt is not None
    (line,) = verification.not_checked(document, excerpt, [])
    assert plain(line) == "whether it is so"


def unchecked(folder: Path, *, held: bool) -> str:
    reported = [{"text": "Globe, comment", "held": held}]
    sources = [{**BRIEFING["sources"][0], "derived_from": reported}]
    document = load(changed(sources=sources), folder)
    excerpt = document.excerpt("x-trap")
    assert excerpt is not None
    speakers = attribution.speakers(document, excerpt)
    return text([*verification.not_checked(document, excerpt, speakers)])
