"""The JSON Schema says what the program reads, as far as JSON Schema can."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.load.samples import sample
from tests.load.trees import HEAD
from tui.load import load_text
from tui.model.briefing import Briefing
from tui.render.json_schema import json_schema, render

FOLDER = Path(__file__).parents[2] / "briefings"
PUBLISHED = FOLDER / "briefing.schema.json"
STRUCTURE = {"unknown-key", "missing-key", "wrong-type", "unknown-value", "bad-id", "bad-date"}
SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


class Core(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2, without dates."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", "true|false", "tf"),
    ("int", "-?(?:0|[1-9][0-9]*)", "-0123456789"),
    ("float", "-?[0-9]+[.][0-9]+", "-0123456789"),
    ("null", "~|null|", ["~", "n", ""]),
):
    whole = re.compile(rf"^(?:{pattern})$")
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", whole, list(first))


def test_the_published_file_is_what_the_program_makes() -> None:
    assert PUBLISHED.read_text("utf-8") == render()


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_briefing_that_comes_with_the_program_conforms() -> None:
    assert faults((FOLDER / "nato-rok-china-2022.yaml").read_text("utf-8")) == []


def test_a_briefing_with_every_field_conforms() -> None:
    VALIDATOR.validate(sample(Briefing))


def test_every_key_is_described_for_editors_and_no_other_is_allowed() -> None:
    objects = [each for each in parts(SCHEMA) if "additionalProperties" in each]
    closed = [each for each in objects if each["additionalProperties"] is False]
    assert len(closed) > 20
    for each in closed:
        assert each["properties"]
        assert all(field["description"] for field in each["properties"].values())


@pytest.mark.parametrize(
    "text",
    [
        "topics: NATO",
        "prepared_by: 2022",
        "issued: 2022",
        "information_cutoff: 2022-06-29/2022-06-30",
        "information_cutoff: {date: 2005/..}",
        "information_cutoff: undated",
        "bottom_line: It is so.",
        "bottom_line: {text: It is so., judgments: j1}",
        "key_judgments: [{text: x, gaps: [y, {text: z}], contradicted_by: []}]",
        "actors: [{id: a, name: x, kind: state, cites: [x1, {exact: y}]}]",
        "coverage: {s: {skipped: [{exact: x, reason: y}]}}",
        "meeting: {minutes: 30, agenda: [{show: a, must_cover: true}]}",
    ],
)
def test_what_the_program_reads_conforms(text: str) -> None:
    assert not structure(f"{HEAD}{text}\nsources: [{{id: s}}]\n")
    assert faults(f"{HEAD}{text}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "titel: x",
        "topics: {a: b}",
        "status: done",
        "marking: TLP:WHITE",
        "issued: May 5",
        "issued: 2022-13",
        "information_cutoff: {day: 5}",
        "actors: x",
        "actors: [x]",
        "actors: [{id: a, name: x}]",
        "actors: [{id: NATO, name: x, kind: state}]",
        "actors: [{id: summary, name: x, kind: state}]",
        "key_judgments: [{text: x, gaps: {text: y}}]",
        "meeting: {minutes: 2000}",
        "meeting: {agenda: [{show: a, must_cover: yes}]}",
        "sources: [{id: a, reliability: G}]",
        "notes: [{on: a}]",
        "coverage: [a]",
    ],
)
def test_what_the_program_reports_does_not_conform(text: str) -> None:
    assert structure(f"{HEAD}{text}\n")
    assert len(faults(f"{HEAD}{text}\n")) == 1


@pytest.mark.parametrize(
    "pane",
    ["{title: x}", "{role: people}", "{role: actors, sections: []}", "{role: issue, claims: []}"],
)
def test_a_pane_must_have_a_role_and_the_keys_of_that_role(pane: str) -> None:
    text = HEAD.replace("[]", f"[{pane}]")
    assert structure(text)
    assert len(faults(text)) == 1


def structure(text: str) -> set[str]:
    """What the program reports that a schema can see."""
    found = {problem.code for problem in load_text(text.encode(), "x", folder=None).problems}
    return found & (STRUCTURE | {"bad-marking"})


def faults(text: str) -> list[str]:
    """What an editor reports."""
    value = yaml.load(text, Loader=Core)
    return [error.message for error in VALIDATOR.iter_errors(value)]


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """All objects within a JSON value."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from parts(each)
    elif isinstance(value, list):
        for each in value:
            yield from parts(each)
