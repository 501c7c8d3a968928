"""Sentences of a source that a briefing does not cover are reported in one line."""

from pathlib import Path

from tests.checks.briefings import load
from tui.diagnostics import Diagnostic, Severity

CODES = ("uncovered-sentence", "partly-covered-sentence")
EXCERPTS = "excerpts:\n  - {id: x1, exact: South Korea is a NATO global partner}\n"


def problems_by_code(text: str, folder: Path) -> dict[str, Diagnostic]:
    return {each.code: each for each in load(text, folder, also=CODES).problems}


def test_the_first_sentences_are_listed_and_the_others_counted(tmp_path: Path) -> None:
    found = problems_by_code(EXCERPTS, tmp_path)
    message = found["uncovered-sentence"].message
    assert message.startswith("42 sentences of article not spoken of: line 1, “NATO-South Korea")
    assert message.endswith("and 39 more.")
    assert found["partly-covered-sentence"].message == (
        "excerpts hold less than half of one sentence of article: line 4, "
        "“South Korea is a NATO global partner … in many areas.”."
    )


def test_uncovered_sentences_are_a_warning_in_a_final_briefing(tmp_path: Path) -> None:
    assert (
        problems_by_code(EXCERPTS, tmp_path)["uncovered-sentence"].severity is Severity.INFORMATION
    )
    final = problems_by_code(f"status: final\n{EXCERPTS}", tmp_path)
    assert final["uncovered-sentence"].severity is Severity.WARNING


def test_a_source_without_excerpts_is_not_reported(tmp_path: Path) -> None:
    assert problems_by_code("prepared_by: The desk", tmp_path) == {}


def test_one_entry_can_skip_several_paragraphs(tmp_path: Path) -> None:
    article = load(EXCERPTS, tmp_path).copies["article"].text
    indented = "\n".join(f"          {line}" for line in article.strip().split("\n"))
    text = (
        f"{EXCERPTS}coverage:\n  article:\n    skipped:\n"
        f"      - reason: We look at one sentence.\n        exact: |-\n{indented}\n"
    )
    assert "uncovered-sentence" not in problems_by_code(text, tmp_path)
