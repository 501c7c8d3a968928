"""A briefing has a short bottom line; reactions have an object, and silence has a basis."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, marked, messages
from tui.diagnostics import Severity

CHINA = "actors: [{id: china, name: China, kind: state}]\n"
SILENT = (
    "panes:\n  - role: reactions\n    reactions:\n"
    "      - §{id: r1, actor: china, about: reactions, form: no-statement,\n"
    "         text: No statement was found.%s}\n" + CHINA
)


@pytest.mark.parametrize(
    ("status", "severity"), [("final", Severity.ERROR), ("draft", Severity.WARNING)]
)
def test_a_missing_bottom_line_is_reported(status: str, severity: Severity, tmp_path: Path) -> None:
    document = load(f"status: {status}", tmp_path, without=("bottom_line",))
    assert found(document) == [(1, 1, "no-bottom-line")]
    assert document.problems[0].severity is severity


def test_a_bottom_line_of_more_than_forty_words_is_reported(tmp_path: Path) -> None:
    assert found(load("bottom_line: " + "word " * 40, tmp_path)) == []
    text = "bottom_line: §" + "word " * 41
    document = load(text, tmp_path)
    assert found(document) == marked(text, "long-bottom-line")
    assert "41 words" in document.problems[0].message


def test_a_long_bottom_line_is_reported_at_its_text(tmp_path: Path) -> None:
    text = "bottom_line:\n  judgments: []\n  text: §" + "word " * 41
    assert found(load(text, tmp_path)) == marked(text, "long-bottom-line")


def test_a_reaction_without_an_object_is_reported(tmp_path: Path) -> None:
    text = (
        "status: final\npanes:\n  - role: reactions\n    reactions:\n"
        "      - §{id: r1, actor: china, form: commentary, text: China criticised it.}\n"
        "      - {id: r2, actor: china, form: commentary, text: And again., about: r3}\n" + CHINA
    ).replace("about: r3", "about: reactions")
    assert found(load(text, tmp_path)) == marked(text, "reaction-without-object")


def test_reactions_without_an_object_are_one_line_in_a_draft(tmp_path: Path) -> None:
    text = (
        "panes:\n  - role: reactions\n    reactions:\n"
        "      - §{id: r1, actor: china, form: commentary, text: China criticised it.}\n"
        "      - {id: r2, actor: china, form: commentary, text: And again.}\n" + CHINA
    )
    document = load(text, tmp_path)
    assert found(document) == marked(text, "reaction-without-object")
    assert document.problems[0].severity is Severity.WARNING
    assert messages(document) == ["not written yet, `about` of reactions: r1, r2."]


@pytest.mark.parametrize("rest", ["", ", search_scope: the web", ", as_of: 2022-06-20"])
def test_silence_without_source_or_search_is_reported(rest: str, tmp_path: Path) -> None:
    text = SILENT % rest
    assert found(load(text, tmp_path)) == marked(text, "silent-without-scope")


@pytest.mark.parametrize("rest", [", cites: [x1]", ", search_scope: the web, as_of: 2022-06-20"])
def test_silence_with_a_source_or_a_search_is_accepted(rest: str, tmp_path: Path) -> None:
    exact = "China has not made an official announcement about South Korea’s decision"
    text = (SILENT % rest).replace("§", "") + f"excerpts: [{{id: x1, exact: {exact}}}]\n"
    assert found(load(text, tmp_path)) == []
