"""What differs between two readings of a briefing, item by item."""

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.panes.reading import load
from tests.panes.small import ARTICLE, BRIEFING
from tui.model.changes import (
    BRIEFING as ITSELF,
)
from tui.model.changes import (
    Alteration,
    Changes,
    Pair,
    Print,
    alterations,
    changes,
    compare,
    prints,
    standing,
)
from tui.model.document import Document


@pytest.fixture
def edited() -> dict[str, Any]:
    """A copy of the small briefing to be changed."""
    return copy.deepcopy(BRIEFING)


@pytest.fixture
def old(tmp_path: Path) -> Document:
    return load(BRIEFING, tmp_path)


def test_a_briefing_does_not_differ_from_itself(old: Document, tmp_path: Path) -> None:
    found = changes(old, load(BRIEFING, tmp_path))
    assert found == Changes()
    assert not found


def test_a_text_that_changed_is_told_by_the_id_of_its_item(
    old: Document, edited: dict[str, Any], tmp_path: Path
) -> None:
    edited["panes"][2]["reactions"][0]["text"] = "It is a snare."
    new = load(edited, tmp_path)
    found = changes(old, new)
    assert found == Changes(changed=(Pair("r-globe", "r-globe"),))
    assert [*alterations(old, new, found.changed[0])] == [
        Alteration("text", "It is a trap.", "It is a snare.")
    ]


def test_what_a_pane_holds_is_told_by_its_items_alone(
    old: Document, edited: dict[str, Any], tmp_path: Path
) -> None:
    reactions = edited["panes"][2]["reactions"]
    del reactions[1]
    reactions.append({**reactions[0], "id": "r-late"})
    found = changes(old, load(edited, tmp_path))
    assert (found.added, found.withdrawn, found.changed) == (("r-late",), ("r-silence",), ())


def test_the_briefing_itself_has_fields_too(
    old: Document, edited: dict[str, Any], tmp_path: Path
) -> None:
    edited["title"] = "Another"
    new = load(edited, tmp_path)
    (pair,) = changes(old, new).changed
    assert pair == (ITSELF, ITSELF)
    assert [each.name for each in alterations(old, new, pair)] == ["title"]


def test_an_item_without_an_id_is_known_by_what_it_says(
    edited: dict[str, Any], tmp_path: Path
) -> None:
    claims = edited["panes"][0]["sections"][0]["claims"]
    claims += ["It rains.", "It pours."]
    old = load(edited, tmp_path)
    claims.insert(0, "It dawns.")
    new = load(edited, tmp_path)
    found = changes(old, new)
    assert [getattr(new.items[id], "text", "") for id in found.added] == ["It dawns."]
    assert not found.changed
    assert not found.withdrawn


def test_that_nothing_contradicts_a_judgment_is_more_than_saying_nothing(
    old: Document, edited: dict[str, Any], tmp_path: Path
) -> None:
    judgment = edited["key_judgments"][0]
    judgment["contradicted_by"] = []
    new = load(edited, tmp_path)
    (pair,) = changes(old, new).changed
    (alteration,) = alterations(old, new, pair)
    assert (alteration.name, alteration.after) == ("contradicted_by", "nothing")


def test_another_copy_changes_how_excerpts_and_the_source_stand(
    old: Document, tmp_path: Path
) -> None:
    new = load(BRIEFING, tmp_path, ARTICLE.replace("May 5", "May 6"))
    found = changes(old, new)
    turned = {
        each.after: (standing(old, each.before), standing(new, each.after))
        for each in found.standing
    }
    assert turned["x-joined"] == ("verbatim", "mismatch")
    assert turned["x-false"] == ("mismatch", "verbatim")
    assert turned["article"][0] != turned["article"][1]
    assert not found.changed


def test_notes_for_the_speaker_alone_are_told_to_nobody(
    old: Document, edited: dict[str, Any], tmp_path: Path
) -> None:
    edited["panes"][2]["reactions"][0]["speaker_notes"] = "Smile."
    assert not changes(old, load(edited, tmp_path))


_IDS = st.sampled_from(["a", "b", "c", "p/1", "p/2", "p/3", "p/4"])
_PRINTS = st.dictionaries(_IDS, st.builds(Print, st.sampled_from("xyz"), st.sampled_from("vm")))


@given(_PRINTS, _PRINTS)
@settings(max_examples=100)
def test_every_item_is_in_both_or_added_or_withdrawn(
    before: dict[str, Print], after: dict[str, Print]
) -> None:
    found, back = compare(before, after), compare(after, before)
    assert len(before) - len(found.withdrawn) == len(after) - len(found.added)
    assert set(found.added) <= set(after)
    assert set(found.withdrawn) <= set(before)
    assert len(back.added) == len(found.withdrawn)
    assert not compare(before, before)
    for pair in found.changed:
        assert before[pair.before].content != after[pair.after].content


def test_prints_tell_apart_what_differs_alone(old: Document) -> None:
    made = prints(old)
    assert made.keys() == {ITSELF, *old.items}
    assert made["x-joined"].standing == "verbatim"
