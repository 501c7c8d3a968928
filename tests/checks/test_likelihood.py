"""Likelihoods are told in the terms of one scale, and what else is said of them is told apart."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, messages
from tui.model.vocabularies import SCALES

JUDGMENT = "%skey_judgments:\n  - {id: j1, text: %s, likelihood: %s, contradicted_by: []}"


@pytest.mark.parametrize(
    ("scale", "term"),
    [(name, term) for name, scale in SCALES.items() for row in scale.rows for term in row],
)
def test_every_term_of_a_scale_is_found_in_a_text_that_has_it(
    scale: str, term: str, tmp_path: Path
) -> None:
    text = JUDGMENT % (
        f"estimative_language: {scale}\n",
        f"There is a case - {term} - of it.",
        term,
    )
    assert found(load(text, tmp_path)) == []


@pytest.mark.parametrize(
    ("text", "term", "said"),
    [
        ("It is quite likely", "quite likely", "Write likely."),
        ("It is highly likely", "highly likely", "but of PHIA. Write very likely."),
        ("It is 50-50", "50-50", "Write one of almost no chance, "),
    ],
)
def test_the_term_that_is_meant_is_told(text: str, term: str, said: str, tmp_path: Path) -> None:
    told = messages(load(JUDGMENT % ("", text, term), tmp_path))
    assert len(told) == 1
    assert said in told[0]


def test_the_same_band_of_the_row_in_use_is_told(tmp_path: Path) -> None:
    text = JUDGMENT % ("", "It is likely.", "likely") + (
        "\n  - {id: j2, text: It is remote., likelihood: remote, contradicted_by: []}"
    )
    (told,) = messages(load(text, tmp_path))
    assert told == "“remote” is of another row of ICD 203 than j1 uses. Write almost no chance."


@pytest.mark.parametrize(
    "text",
    [
        "A deal has a 70% chance.",
        "There is a 60-70 per cent probability of a deal.",
        "We are 90 percent certain.",
        "The odds of it are about 30%.",
        "A deal is likely (70 %).",
        "The chance is under 5 per cent.",
        "The likelihood of a new deal is over 80 per cent.",
    ],
)
def test_a_likelihood_in_per_cent_is_found(text: str, tmp_path: Path) -> None:
    document = load(f"bottom_line: {text}", tmp_path)
    assert [code for *_, code in found(document)] == ["percentage-in-prose"]


def test_likelihood_and_confidence_may_stand_in_two_sentences(tmp_path: Path) -> None:
    text = "A deal is likely. We hold this with low confidence."
    assert found(load(JUDGMENT % ("", text, "likely"), tmp_path)) == []
    text = text.replace(". We hold", " and we hold")
    assert len(found(load(JUDGMENT % ("", text, "likely"), tmp_path))) == 1
