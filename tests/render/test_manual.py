"""The author's manual is correct: its generated tables, its examples and its limits."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.load.trees import briefing
from tui.checks.registry import RULES
from tui.diagnostics import Severity
from tui.load import hygiene, load_text, refusals, sources
from tui.model.briefing import ROLES, Briefing
from tui.model.document import VerificationState
from tui.model.fields import Record, fields_of
from tui.model.vocabularies import MARKINGS, VOICES
from tui.render import manual
from tui.render.json_schema import nested

README = Path(__file__).parents[2] / "briefings" / "README.md"
TABLES: dict[str, Callable[[], str]] = {
    "fields": manual.fields,
    "checks": manual.rules,
    "likelihood": manual.likelihood,
    "admiralty": manual.admiralty,
}
MEBIBYTE = 1024 * 1024


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_the_manual_is_up_to_date(name: str) -> None:
    old = part(name)
    if os.environ.get("REWRITE_GOLDENS"):
        README.write_text(text().replace(old, TABLES[name]()), "utf-8")
    assert part(name) == TABLES[name]()


def test_every_field_of_every_record_is_in_the_tables() -> None:
    tables = manual.fields()
    records: list[type[Record]] = [Briefing, *nested(Briefing)]
    for record in records:
        assert f"### {manual.name_of(record)}\n" in tables
        for field in fields_of(record):
            assert f"| `{field.name}` |" in tables
            assert field.doc in tables


def test_every_link_in_the_tables_leads_to_a_heading() -> None:
    tables = manual.fields()
    headings = {heading.replace(" ", "-") for heading in re.findall("^### (.*)$", tables, re.M)}
    assert set(re.findall(r"\(#(.*?)\)", tables)) <= headings


def test_every_rule_is_in_the_table_of_checks_with_a_sentence() -> None:
    rows = manual.rules().splitlines()[2:]
    assert [row.split("`")[1] for row in rows] == list(RULES)
    assert all(row.rstrip(" |").endswith((".", "…")) for row in rows)


def test_the_smallest_briefing_is_a_clean_draft_of_at_most_fifteen_lines() -> None:
    (example,) = re.findall(r"```yaml\n(format: .*?)```", text(), re.DOTALL)
    assert len(example.splitlines()) <= 15
    problems = load_text(example.encode(), "first.yaml", folder=README.parent).problems
    assert {problem.severity for problem in problems} <= {Severity.INFORMATION}


def test_the_other_examples_are_loaded_without_a_problem() -> None:
    examples = re.findall(r"```yaml\n(.*?)```", text(), re.DOTALL)
    excerpts, coverage, chain, when = examples[1:]
    wrapped = (
        excerpts,
        f"sources: [{{id: minutes}}]\n{coverage}",
        f"sources: [{{id: s}}]\nexcerpts:\n  - exact: x\n{chain}",
        f"panes:\n  - role: background\n    timeline:\n    - title: x\n{when}".replace(
            "\n    when", "\n      when"
        ),
    )
    for example in wrapped:
        assert briefing(example)[1] == ()


def test_every_role_state_voice_and_marking_is_explained() -> None:
    assert all(f"| `{word}` |" in text() for word in (*ROLES, *VerificationState, *VOICES))
    assert all(f"`{marking}`" in text() for marking in MARKINGS)


def test_the_limits_in_the_manual_are_those_of_the_program() -> None:
    limits = (
        f"At most {hygiene.LARGEST // MEBIBYTE} MiB for a file, "
        f"{refusals.LONGEST // MEBIBYTE} MiB for a text, {refusals.DEEPEST} levels, "
        f"{refusals.MOST_NODES // 1_000_000} million keys and values; "
        f"{sources.LARGEST // MEBIBYTE} MiB for a local copy."
    )
    assert limits in text()


def part(name: str) -> str:
    """The text between two markers of the manual."""
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text(), re.DOTALL)
    assert found
    return found[1]


def text() -> str:
    """The text of the manual."""
    return README.read_text("utf-8")
