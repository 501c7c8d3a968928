"""Judgments state their basis and contrary evidence, and do not rest on judgments."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, marked


@pytest.mark.parametrize("contrary", ["[]", "[c1]"])
def test_contrary_evidence_can_be_an_empty_list(contrary: str, tmp_path: Path) -> None:
    text = (
        f"key_judgments: [{{id: j1, text: It stays., contradicted_by: {contrary}}}]\n"
        "panes: [{role: issue, sections: [{claims: [{id: c1, text: It goes.}]}]}]"
    )
    assert load(text, tmp_path, also=("no-contrary-evidence",)).problems == ()


def test_a_judgment_on_another_is_reported_once(tmp_path: Path) -> None:
    text = (
        "key_judgments:\n  - {id: j1, text: It stays.}\n"
        "  - {id: j2, text: It goes., supported_by: [§j1, §bottom]}\n"
    )
    expected = marked(text, "judgment-on-judgments", "dangling-reference")
    assert found(load(text, tmp_path)) == expected


def test_a_blank_basis_counts_as_missing(tmp_path: Path) -> None:
    text = 'key_judgments: [{id: j1, text: It stays., confidence: §low, basis: " "}]'
    assert found(load(text, tmp_path)) == marked(text, "confidence-without-basis")
