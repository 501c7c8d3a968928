"""Likelihoods are terms of one scale, without percentages and apart from confidence."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, messages
from tui.model.vocabularies import SCALES

JUDGMENT = "%skey_judgments:\n  - {id: j1, text: %s, likelihood: %s, contradicted_by: []}"


@pytest.mark.parametrize(
    ("scale", "term"),
    [(name, term) for name, scale in SCALES.items() for row in scale.rows for term in row],
)
def test_every_term_of_a_scale_is_recognised_in_a_text(
    scale: str, term: str, tmp_path: Path
) -> None:
    text = JUDGMENT % (
        f"estimative_language: {scale}\n",
        f"There is a case - {term} - of it.",
        term,
    )
    assert found(load(text, tmp_path)) == []


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("It is quite likely", "quite likely", "Write likely."),
        ("It is highly likely", "highly likely", "but of PHIA. Write very likely."),
        ("It is 50-50", "50-50", "Write one of almost no chance, "),
    ],
)
def test_the_probable_term_is_suggested(
    text: str, term: str, expected: str, tmp_path: Path
) -> None:
    (message,) = messages(load(JUDGMENT % ("", text, term), tmp_path))
    assert expected in message


def test_the_term_with_the_same_band_in_the_row_in_use_is_suggested(tmp_path: Path) -> None:
    text = JUDGMENT % ("", "It is likely.", "likely") + (
        "\n  - {id: j2, text: It is remote., likelihood: remote, contradicted_by: []}"
    )
    (message,) = messages(load(text, tmp_path))
    assert message == "“remote” is of another row of ICD 203 than j1 uses. Write almost no chance."


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
def test_a_likelihood_in_per_cent_is_reported(text: str, tmp_path: Path) -> None:
    document = load(f"bottom_line: {text}", tmp_path)
    assert [code for *_, code in found(document)] == ["percentage-in-prose"]


def test_likelihood_and_confidence_in_two_sentences_are_accepted(tmp_path: Path) -> None:
    text = "A deal is likely. We hold this with low confidence."
    assert found(load(JUDGMENT % ("", text, "likely"), tmp_path)) == []
    text = text.replace(". We hold", " and we hold")
    assert len(found(load(JUDGMENT % ("", text, "likely"), tmp_path))) == 1
