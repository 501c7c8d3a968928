"""What is not written yet is one line in a draft and one each in a final briefing."""

from pathlib import Path

import pytest

from tests.checks.briefings import load
from tui.diagnostics import Severity

SOURCES = "sources:\n  - {id: a}\n  - {id: b}\n"
EXCERPTS = "excerpts:\n  - {id: x1, source: a, exact: One.}\n  - {id: x2, source: b, exact: Two.}\n"
CLAIMS = "panes: [{role: issue, sections: [{claims: [One., Two., Three., Four., Five.]}]}]\n"


@pytest.mark.parametrize(
    ("code", "count"), [("uncited-claim", 5), ("no-source-descriptor", 2), ("unused-excerpt", 2)]
)
def test_it_is_one_line_in_a_draft_alone(code: str, count: int, tmp_path: Path) -> None:
    text = SOURCES + EXCERPTS + CLAIMS
    assert len(load(text, tmp_path, also=(code,)).problems) == 1
    assert len(load(f"status: final\n{text}", tmp_path, also=(code,)).problems) == count


@pytest.mark.parametrize("code", ["uncited-claim", "no-source-summary"])
def test_a_final_briefing_must_have_it(code: str, tmp_path: Path) -> None:
    for status, severity in (("draft", Severity.WARNING), ("final", Severity.ERROR)):
        text = (
            f"status: {status}\n{SOURCES}panes: [{{role: issue, sections: [{{claims: [One.]}}]}}]"
        )
        (problem,) = load(text, tmp_path, also=(code,)).problems
        assert problem.severity is severity


def test_an_assumption_and_an_event_ahead_need_no_source(tmp_path: Path) -> None:
    text = (
        "panes:\n  - role: background\n    sections:\n"
        "      - claims: [{text: The toll stays., kind: assumption}]\n"
        "    timeline: [{title: The vote, when: 2021-05, status: pending}]"
    )
    assert load(text, tmp_path, also=("uncited-claim",)).problems == ()


def test_nothing_is_said_to_be_absent_from_a_file_that_was_not_read_whole(tmp_path: Path) -> None:
    text = f"{SOURCES}panes: [{{role: issue, sections: [{{claims: [One.]}}]}}]\nid: a: b"
    document = load(text, tmp_path, also=("uncited-claim", "no-source-summary", "unused-source"))
    assert {problem.code for problem in document.problems} == {"yaml-syntax"}
