"""Facts have sources, sources are described, and confirmation needs a second origin."""

from pathlib import Path

import pytest

from tests.checks.briefings import load, marked
from tui.diagnostics import Severity

SOURCES = "sources:\n  - {id: a}\n  - {id: b}\n"
EXCERPTS = "excerpts:\n  - {id: x1, source: a, exact: One.}\n  - {id: x2, source: b, exact: Two.}\n"
CLAIMS = "panes: [{role: issue, sections: [{claims: [One., Two., Three., Four., Five.]}]}]\n"


@pytest.mark.parametrize(
    ("code", "count"), [("uncited-claim", 5), ("no-source-descriptor", 2), ("unused-excerpt", 2)]
)
def test_only_a_draft_reports_missing_texts_in_one_line(
    code: str, count: int, tmp_path: Path
) -> None:
    text = SOURCES + EXCERPTS + CLAIMS
    assert len(load(text, tmp_path, also=(code,)).problems) == 1
    assert len(load(f"status: final\n{text}", tmp_path, also=(code,)).problems) == count


@pytest.mark.parametrize("code", ["uncited-claim", "no-source-summary"])
def test_missing_texts_are_errors_in_a_final_briefing(code: str, tmp_path: Path) -> None:
    for status, severity in (("draft", Severity.WARNING), ("final", Severity.ERROR)):
        text = (
            f"status: {status}\n{SOURCES}panes: [{{role: issue, sections: [{{claims: [One.]}}]}}]"
        )
        (problem,) = load(text, tmp_path, also=(code,)).problems
        assert problem.severity is severity


def test_assumptions_and_pending_events_need_no_source(tmp_path: Path) -> None:
    text = (
        "panes:\n  - role: background\n    sections:\n"
        "      - claims: [{text: The toll stays., kind: assumption}]\n"
        "    timeline: [{title: The vote, when: 2021-05, status: pending}]"
    )
    assert load(text, tmp_path, also=("uncited-claim",)).problems == ()


def test_nothing_is_reported_missing_in_a_truncated_file(tmp_path: Path) -> None:
    text = f"{SOURCES}panes: [{{role: issue, sections: [{{claims: [One.]}}]}}]\nid: a: b"
    document = load(text, tmp_path, also=("uncited-claim", "no-source-summary", "unused-source"))
    assert {problem.code for problem in document.problems} == {"yaml-syntax"}


BRIEFING = """\
key_judgments:
  - id: j1
    text: The ferry will not come back.
    confidence: %s
    basis: It was sold.
    supported_by: [c1, c2]
    contradicted_by: []
panes:
  - role: issue
    sections:
      - claims:
          - {id: c1, text: It has stopped., cites: [{source: times, exact: It stopped.}]}
          - {id: c2, text: It was sold., cites: [{source: %s, exact: It was sold.}]}
sources:
  - §{id: times}
  - {id: post}
  - {id: gazette, derived_from: [{text: The Post}]}
"""


def severities(text: str, folder: Path) -> list[Severity]:
    found = load(text, folder, also=("single-origin",)).problems
    return [each.severity for each in found if each.code == "single-origin"]


def test_high_confidence_needs_two_origins(tmp_path: Path) -> None:
    assert severities(BRIEFING % ("high", "post"), tmp_path) == []
    found = severities(BRIEFING % ("high", "times"), tmp_path)
    assert found == [Severity.ERROR, Severity.INFORMATION]


def test_a_file_with_one_origin_is_reported_once(tmp_path: Path) -> None:
    text = BRIEFING % ("low", "times")
    (problem,) = load(text, tmp_path, also=("single-origin",)).problems
    assert [(*problem.span[:2], problem.code)] == marked(text, "single-origin")
    assert severities(BRIEFING % ("low", "gazette"), tmp_path) == []
