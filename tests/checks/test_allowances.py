"""A briefing can allow a finding with a reason, but no error in a quotation."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, marked, messages

LONG = "bottom_line: " + "word " * 41 + "\n"
EVENTS = (
    "information_cutoff: 2022-06\npanes:\n  - role: background\n    timeline:\n"
    "      - {id: e1, title: The entry, when: 2022-05-05, status: pending}\n"
    "      - {id: e2, title: The exit, when: 2022-05-06, status: pending}\n"
)


def test_an_allowed_finding_is_not_reported(tmp_path: Path) -> None:
    text = LONG + "allow: [{rule: long-bottom-line, reason: The minister asked for all of it.}]"
    document = load(text, tmp_path)
    assert document.problems == ()


def test_a_problem_found_by_the_loader_can_be_allowed(tmp_path: Path) -> None:
    text = "prepared_by: The #1 desk\nallow: [{rule: text-cut-by-comment, reason: It is meant.}]"
    assert load(text, tmp_path).problems == ()


def test_a_finding_is_allowed_only_for_the_named_items(tmp_path: Path) -> None:
    text = EVENTS + "allow: [{rule: forecast-past, on: e1, reason: The source is older.}]"
    expected = marked(EVENTS.replace("2022-05-06", "§2022-05-06"), "forecast-past")
    assert found(load(text, tmp_path)) == expected


def test_an_allowance_for_a_pane_covers_its_items(tmp_path: Path) -> None:
    text = EVENTS + "allow: [{rule: forecast-past, on: background, reason: Its view is older.}]"
    assert load(text, tmp_path).problems == ()


def test_an_error_in_a_quotation_cannot_be_allowed(tmp_path: Path) -> None:
    text = (
        "excerpts: [{id: x1, exact: §South Korea is a NATO local partner}]\n"
        "allow: [{rule: §quote-not-found, on: x1, reason: Our copy is incomplete.}]"
    )
    assert found(load(text, tmp_path)) == marked(text, "quote-not-found", "allow-refused")


def test_a_warning_about_a_quotation_can_be_allowed(tmp_path: Path) -> None:
    text = (
        "excerpts: [{id: x1, exact: South Korea is a NATO global partn}]\n"
        "allow: [{rule: quote-splits-word, on: x1, reason: The page is torn there.}]"
    )
    assert load(text, tmp_path).problems == ()


@pytest.mark.parametrize(
    ("allow", "code"),
    [
        ("{rule: §forecast-passed, reason: It was.}", "allow-unknown-rule"),
        ('{rule: forecast-past, reason: §""}', "allow-without-reason"),
        ('{rule: forecast-past, reason: §" "}', "allow-without-reason"),
        ("§{rule: forecast-past}", "missing-key"),
    ],
)
def test_a_faulty_entry_is_reported_and_allows_nothing(
    allow: str, code: str, tmp_path: Path
) -> None:
    events = EVENTS.replace("when: ", "when: §")
    text = f"{events}allow:\n  - {allow}\n"
    assert found(load(text, tmp_path)) == marked(text, "forecast-past", "forecast-past", code)


def test_the_nearest_rule_is_suggested(tmp_path: Path) -> None:
    document = load("allow: [{rule: forecast-passed, reason: It was.}]", tmp_path)
    assert messages(document) == [
        "there is no rule forecast-passed. The nearest is forecast-past. "
        "`briefing check --explain ID` says what a rule is about."
    ]


def test_an_unused_entry_is_reported(tmp_path: Path) -> None:
    document = load("allow: [{rule: forecast-past, reason: It was.}]", tmp_path)
    assert [(problem.code, problem.severity) for problem in document.problems] == [
        ("unused-allow", "information")
    ]


def test_items_that_enclose_themselves_by_a_duplicate_id_are_accepted(tmp_path: Path) -> None:
    text = (
        "key_judgments:\n  - {id: j1, text: One., gaps: [{id: j2, text: A “gap”.}]}\n"
        "  - {id: j2, text: Two., gaps: [{id: j1, text: A “gap”.}]}\n"
        "allow: [{rule: long-bottom-line, on: issue, reason: None.}]"
    )
    codes = {code for _, _, code in found(load(text, tmp_path))}
    assert codes == {"duplicate-id", "unverified-quotation-marks"}
