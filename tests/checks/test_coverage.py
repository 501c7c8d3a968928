"""What a briefing passes over in silence is told in one line for a source."""

from pathlib import Path

from tests.checks.briefings import load
from tui.diagnostics import Diagnostic, Severity

CODES = ("uncovered-sentence", "partly-covered-sentence")
EXCERPTS = "excerpts:\n  - {id: x1, exact: South Korea is a NATO global partner}\n"


def told(text: str, folder: Path) -> dict[str, Diagnostic]:
    return {each.code: each for each in load(text, folder, also=CODES).problems}


def test_the_first_sentences_are_named_and_the_others_counted(tmp_path: Path) -> None:
    found = told(EXCERPTS, tmp_path)
    message = found["uncovered-sentence"].message
    assert message.startswith("42 sentences of article not spoken of: line 1, “NATO-South Korea")
    assert message.endswith("and 39 more.")
    assert found["partly-covered-sentence"].message == (
        "excerpts hold less than half of one sentence of article: line 4, "
        "“South Korea is a NATO global partner … in many areas.”."
    )


def test_it_is_a_warning_where_the_briefing_is_final(tmp_path: Path) -> None:
    assert told(EXCERPTS, tmp_path)["uncovered-sentence"].severity is Severity.INFORMATION
    final = told(f"status: final\n{EXCERPTS}", tmp_path)
    assert final["uncovered-sentence"].severity is Severity.WARNING


def test_a_source_that_is_not_excerpted_is_not_covered_in_part(tmp_path: Path) -> None:
    assert told("prepared_by: The desk", tmp_path) == {}


def test_several_paragraphs_may_be_left_out_at_once(tmp_path: Path) -> None:
    article = load(EXCERPTS, tmp_path).copies["article"].text
    indented = "\n".join(f"          {line}" for line in article.strip().split("\n"))
    text = (
        f"{EXCERPTS}coverage:\n  article:\n    skipped:\n"
        f"      - reason: We look at one sentence.\n        exact: |-\n{indented}\n"
    )
    assert "uncovered-sentence" not in told(text, tmp_path)
