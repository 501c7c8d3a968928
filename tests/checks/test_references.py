"""References have a target of the right kind, and every actor can be reached."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, marked, messages

ACTORS = """
actors:
  - {id: nato, name: NATO, kind: organization}
  - {id: china, name: China, kind: state}
"""


def test_a_dangling_reference_is_reported_with_the_nearest_id(tmp_path: Path) -> None:
    text = f"status: final\npanes: [{{role: actors, show: [nato, §chian]}}]{ACTORS}"
    document = load(text, tmp_path)
    assert found(document) == marked(text, "dangling-reference")
    assert messages(document) == ["there is no actor chian. The nearest is china."]


def test_no_id_is_suggested_if_none_is_similar(tmp_path: Path) -> None:
    text = f"panes: [{{role: actors, show: [nato, china, §qqq]}}]{ACTORS}"
    assert messages(load(text, tmp_path)) == ["there is no actor qqq."]


@pytest.mark.parametrize(
    "text",
    [
        "coverage:\n  artcle: §{skipped: []}",
        "meeting: {agenda: [{show: §issues}]}",
        "allow: [{rule: no-bottom-line, on: [§c9], reason: A list has none.}]",
        "notes: [{on: §nothing, text: It is an odd word.}]",
        "excerpts: [{id: x1, source: §artikel, exact: global partner}]",
        f"panes: [{{role: actors}}]{ACTORS}".replace("n}", "n, relations: [{type: of, to: §o}]}"),
        f"panes: [{{role: actors}}]{ACTORS}".replace("n}", "n, cites: [§x9]}"),
        "panes: [{role: reactions, by: §chn, reactions: []}]",
    ],
)
def test_every_kind_of_reference_is_checked(text: str, tmp_path: Path) -> None:
    assert found(load(text, tmp_path)) == marked(text, "dangling-reference")


def test_dangling_references_in_a_draft_are_one_line(tmp_path: Path) -> None:
    ids = ", ".join(f"x{number}" for number in range(2, 9))
    text = (
        "panes: [{role: issue, sections: [{claims: [\n"
        f"  {{text: One is claimed., cites: [§x1, {ids}]}},\n"
        "  {text: Another is claimed., cites: [x1]}]}]}]\n"
    )
    document = load(text, tmp_path)
    assert found(document) == marked(text, "dangling-reference")
    assert messages(document) == ["not written yet: x1, x2, x3 and 5 more."]


def test_in_a_final_briefing_each_dangling_reference_is_reported(tmp_path: Path) -> None:
    text = (
        "status: final\npanes: [{role: issue, sections: [{claims: [\n"
        "  {text: One is claimed., cites: [§x1, §x2]}]}]}]\n"
    )
    expected = marked(text, "dangling-reference", "dangling-reference")
    assert found(load(text, tmp_path)) == expected


def test_a_reference_to_the_wrong_kind_is_reported(tmp_path: Path) -> None:
    text = (
        "key_judgments:\n  - {id: j1, text: Nothing will change., supported_by: [c1, §x1]}\n"
        "excerpts: [{id: x1, exact: South Korea is a NATO global partner}]\n"
        "panes: [{role: issue, sections: [{claims: [{id: c1, text: Nothing has changed.}]}]}]\n"
    )
    document = load(text, tmp_path)
    assert found(document) == marked(text, "wrong-kind-of-reference")
    said = "`supported_by` takes a claim or an event or a reaction; x1 is an excerpt."
    assert messages(document) == [said]


def test_generated_panes_can_be_referred_to(tmp_path: Path) -> None:
    text = "meeting: {agenda: [{show: summary}, {show: issue}, {show: sources}]}"
    assert found(load(text, tmp_path)) == []


def test_an_actor_neither_shown_nor_referred_to_is_unreachable(tmp_path: Path) -> None:
    text = f"panes: [{{role: actors, show: [nato]}}]{ACTORS}".replace("- {id: c", "- §{id: c")
    assert found(load(text, tmp_path)) == marked(text, "unreachable-item")


@pytest.mark.parametrize(
    "text",
    [
        f"panes: [{{role: actors}}]{ACTORS}",
        f"panes: [{{role: actors, show: [china]}}]{ACTORS}".replace("state}", "state, of: nato}"),
        f"panes: [{{role: reactions, by: [china, nato]}}]{ACTORS}",
        f"panes: [{{role: actors, show: [nato]}}, {{role: actors, id: all}}]{ACTORS}",
    ],
)
def test_an_actor_shown_or_referred_to_is_reachable(text: str, tmp_path: Path) -> None:
    assert found(load(text, tmp_path)) == []


def test_a_pane_of_actors_is_suggested_if_there_is_none(tmp_path: Path) -> None:
    text = "actors: [{id: nato, name: NATO, kind: organization}]"
    (message,) = messages(load(text, tmp_path))
    assert "add a pane `- role: actors`" in message


def test_an_actor_that_refers_only_to_itself_is_unreachable(tmp_path: Path) -> None:
    text = (
        "panes: [{role: actors, show: [nato]}]\n"
        "actors:\n  - {id: nato, name: NATO, kind: organization}\n"
        "  - §{id: eu, name: EU, kind: group, relations: [{type: part of, to: eu}]}\n"
    )
    assert found(load(text, tmp_path)) == marked(text, "unreachable-item")


def test_nothing_is_reported_missing_in_a_truncated_file(tmp_path: Path) -> None:
    text = "panes: [{role: actors, show: [nato]}]\nprepared_by: The desk§: NATO\n"
    assert found(load(text, tmp_path)) == marked(text, "yaml-syntax")
