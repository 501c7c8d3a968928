"""Everything that an item has to do with."""

from pathlib import Path

import pytest

from tests.panes.reading import ALL, ROOM, load, see, text
from tests.panes.small import BRIEFING
from tui.blocks import Block, Heading, plain
from tui.model.document import Document
from tui.places import Options, View


@pytest.mark.parametrize(
    ("key", "connections"),
    [
        (
            "x-joined",
            {
                "REST ON IT": ["c-joined", "c-both", "e-entry"],
                "JUDGMENTS FOR WHICH THESE SPEAK": ["j1"],
                "ITS SOURCE": ["article"],
            },
        ),
        (
            "e-entry",
            {
                "ITS EXCERPTS": ["x-joined"],
                "REACTIONS TO IT": ["r-globe", "r-again"],
                "ON THE SAME EXCERPTS": ["c-joined", "c-both"],
            },
        ),
        (
            "r-globe",
            {
                "ABOUT": ["e-entry", "background"],
                "BY": ["globe"],
                "TOWARD": ["seoul", "ministry"],
                "ITS EXCERPTS": ["x-trap"],
                "JUDGMENTS AGAINST WHICH IT SPEAKS": ["j1"],
                "WHO SAYS SO, AS THE SOURCES REPORT": ["globe"],
                "ON THE SAME EXCERPTS": ["r-again"],
            },
        ),
        (
            "globe",
            {
                "REACTIONS BY IT": ["r-globe", "r-again"],
                "WORDS OF IT, AS THE SOURCES REPORT THEM": ["x-trap"],
            },
        ),
        ("seoul", {"REACTIONS TOWARD IT": ["r-globe"], "BELONGING TO IT": ["ministry"]}),
        (
            "j1",
            {
                "SUPPORTED BY": ["c-joined"],
                "CONTRADICTED BY": ["r-globe"],
                "ITS EXCERPTS": ["x-joined"],
            },
        ),
        (
            "article",
            {
                "JUDGMENTS THAT FALL WITH IT": ["j1"],
                "ITS EXCERPTS": ["x-joined", "x-trap", "x-glad", "x-false"],
            },
        ),
        ("n-trap", {"A NOTE ON": ["x-trap"]}),
    ],
)
def test_connections_are_grouped_by_how(
    key: str, connections: dict[str, list[str]], tmp_path: Path
) -> None:
    assert groups(load(BRIEFING, tmp_path), key) == connections


def test_a_pane_is_connected_with_its_items_and_the_reactions_to_it(tmp_path: Path) -> None:
    found = groups(load(BRIEFING, tmp_path), "background")
    assert found["REACTIONS TO IT"] == ["r-globe"]
    assert {"c-joined", "c-both", "c-guess", "e-entry"} <= {*found["ITS ITEMS"]}


def test_a_room_sees_no_connection_with_judgments_and_notes(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    for key in ("x-joined", "x-trap", "c-joined", "article", "r-globe"):
        assert "JUDGMENT" not in text(see(document, View.CONNECTED, key, ROOM))
        assert "n-trap" not in str(groups(document, key, ROOM))


def test_what_is_connected_with_nothing_says_so(tmp_path: Path) -> None:
    shown = see(load(BRIEFING, tmp_path), View.CONNECTED, "c-guess")
    assert text(shown[-1]) == "Nothing else is connected with it."


def groups(document: Document, key: str, options: Options = ALL) -> dict[str, list[str]]:
    """The items under each heading."""
    found: dict[str, list[str]] = {}
    title = ""
    shown: list[Block] = see(document, View.CONNECTED, key, options)
    for each in shown[1:]:
        if isinstance(each, Heading):
            title = plain(each.text)
        elif each.item:
            found.setdefault(title, []).append(each.item)
    return found
