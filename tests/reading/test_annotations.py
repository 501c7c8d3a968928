"""What is the reader's own in one briefing."""

import copy
from pathlib import Path
from typing import Any

import pytest

from tests.panes.reading import load
from tests.panes.small import BRIEFING
from tests.reading.sessions import Memory
from tui.reading.annotations import BriefingAnnotations


@pytest.mark.parametrize(
    ("file", "pane", "item", "marked"),
    [
        ("TLP:GREEN", None, None, "TLP:GREEN"),
        ("TLP:GREEN", "TLP:RED", None, "TLP:RED"),
        ("TLP:RED", "TLP:RED", "TLP:GREEN", "TLP:GREEN"),
        ("TLP:AMBER", None, "TLP:CLEAR", "TLP:CLEAR"),
        (None, None, None, ""),
    ],
)
def test_a_note_is_marked_as_strictly_as_what_it_is_on(
    file: str | None, pane: str | None, item: str | None, marked: str, tmp_path: Path
) -> None:
    briefing: dict[str, Any] = copy.deepcopy(BRIEFING)
    for part, marking in (
        (briefing, file),
        (briefing["panes"][2], pane),
        (briefing["panes"][2]["reactions"][0], item),
    ):
        part.pop("marking", None)
        if marking:
            part["marking"] = marking
    id = briefing["panes"][2]["reactions"][0]["id"]
    assert BriefingAnnotations(load(briefing, tmp_path), Memory()).draft(id).marking == marked
