"""All checks together: no duplicates, file order, and no problems in the shipped briefings."""

from pathlib import Path

from tests.checks.briefings import LEFT_OUT, load
from tui import checks
from tui.checks.registry import CHECKS, diagnose
from tui.diagnostics import Severity, Span
from tui.frozen import replace
from tui.load import load_document

BRIEFINGS = Path(__file__).parents[2] / "briefings"


def test_problems_of_the_loader_are_kept_and_not_duplicated(tmp_path: Path) -> None:
    document = load("lang: en_GB\nissued: 2022-02-30", tmp_path)
    assert [problem.code for problem in document.problems] == ["bad-language-tag", "bad-date"]
    again = replace(document, problems=document.problems)
    assert [each for each in checks.run(again) if each.code not in LEFT_OUT] == [*document.problems]


def test_problems_are_in_the_order_of_the_file(tmp_path: Path) -> None:
    document = load("bottom_line: NATO met.\nlang: en_GB", tmp_path)
    late = diagnose("missing-key", Span(2, 1), "late")
    early = diagnose("missing-key", Span(1, 1), "early")
    found = checks.run(replace(document, problems=(late, early)))
    ordered = [problem.message for problem in found if problem.code == "missing-key"]
    assert ordered == ["early", "late"]


def test_each_check_is_registered_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS)


def test_the_shipped_briefings_are_clean() -> None:
    files = sorted(BRIEFINGS.glob("*.yaml"))
    assert files
    for file in files:
        problems = load_document(file).problems
        assert [each for each in problems if each.severity is not Severity.INFORMATION] == []
