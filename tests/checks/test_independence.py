"""What is confirmed, or held with high confidence, has more than one origin."""

from pathlib import Path

from tests.checks.briefings import load, marked
from tui.diagnostics import Severity

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


def test_confidence_is_high_on_two_origins_or_more(tmp_path: Path) -> None:
    assert severities(BRIEFING % ("high", "post"), tmp_path) == []
    told = severities(BRIEFING % ("high", "times"), tmp_path)
    assert told == [Severity.ERROR, Severity.INFORMATION]


def test_a_file_of_one_origin_is_told_once(tmp_path: Path) -> None:
    text = BRIEFING % ("low", "times")
    (problem,) = load(text, tmp_path, also=("single-origin",)).problems
    assert [(*problem.span[:2], problem.code)] == marked(text, "single-origin")
    assert severities(BRIEFING % ("low", "gazette"), tmp_path) == []
