"""The marking of a file is as strict as the strictest marking in it."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, marked, messages

ITEMS = """
panes:
  - role: background
    sections: [{claims: [{id: c1, text: Nothing is claimed., marking: "TLP:GREEN"}]}]
    timeline: [{id: e1, title: NATO meets, marking: §"TLP:AMBER+STRICT"}]
  - {role: actors, marking: "TLP:AMBER+STRICT"}
"""


def test_the_first_of_the_strictest_items_is_reported(tmp_path: Path) -> None:
    text = f"marking: TLP:CLEAR{ITEMS}"
    document = load(text, tmp_path)
    assert found(document) == marked(text, "marking-stricter-than-file")
    assert messages(document) == [
        "e1 is TLP:AMBER+STRICT, and the file is TLP:CLEAR. 2 more are stricter than the file. "
        "Write `marking: TLP:AMBER+STRICT` at the head of the file."
    ]


def test_an_unmarked_file_is_less_strict_than_any_marked_item(tmp_path: Path) -> None:
    text = ITEMS.lstrip()
    document = load(text, tmp_path)
    assert found(document) == marked(text, "marking-stricter-than-file")
    assert "the file has no marking" in document.problems[0].message


@pytest.mark.parametrize("marking", ["TLP:AMBER+STRICT", "TLP:RED"])
def test_a_file_can_be_as_strict_as_its_items_or_stricter(marking: str, tmp_path: Path) -> None:
    assert found(load(f"marking: {marking}{ITEMS}", tmp_path)) == []


def test_a_note_can_be_stricter_than_the_file(tmp_path: Path) -> None:
    text = 'marking: TLP:CLEAR\nnotes: [{on: issue, text: An odd word., marking: "TLP:RED"}]'
    assert found(load(text, tmp_path)) == []
