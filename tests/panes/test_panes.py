"""The tabs, and the way from a place to its blocks."""

from pathlib import Path

import pytest

from tests.panes.reading import ALL, changed, in_room, load, pane, see, text
from tests.panes.small import BRIEFING
from tui.blocks import Notice
from tui.frozen import replace
from tui.panes import tabs
from tui.places import View


def test_tabs_are_the_summary_the_files_panes_the_sources_and_the_problems(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    found = {tab.key: tab.id for tab in tabs(document)}
    assert found == {
        "1": "summary",
        "2": "background",
        "3": "outlook",
        "4": "reactions",
        "5": "actors",
        "0": "sources",
        "!": "problems",
    }


def test_a_file_without_problems_has_no_tab_for_them(tmp_path: Path) -> None:
    document = replace(load(BRIEFING, tmp_path), problems=())
    assert "problems" not in [tab.id for tab in tabs(document)]
    assert isinstance(pane(document, "problems")[0], Notice)


def test_room_mode_has_no_tab_for_problems(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    assert "problems" not in [tab.id for tab in tabs(in_room(document))]
    assert isinstance(pane(in_room(document), "problems")[0], Notice)
    assert isinstance(see(in_room(document), View.EVIDENCE, "problem:1")[0], Notice)


def test_panes_beyond_the_ninth_key_have_none(tmp_path: Path) -> None:
    panes = [{"role": "issue", "id": f"issue-{n}", "title": f"Issue {n}"} for n in range(10)]
    document = load(changed(panes=panes), tmp_path)
    keys = [tab.key for tab in tabs(in_room(document))]
    assert keys == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "", "0"]


def test_a_tab_has_the_short_title_where_one_is_written(tmp_path: Path) -> None:
    panes = [{"role": "background", "short": "Backgr."}, {"role": "actors"}]
    tab = {tab.id: tab for tab in tabs(load(changed(panes=panes), tmp_path))}
    assert (tab["background"].title, tab["background"].short) == ("Background", "Backgr.")
    assert tab["actors"].short == "Actors"


def test_two_panes_of_one_id_are_both_shown_under_one_tab(tmp_path: Path) -> None:
    panes = [{"role": "issue", "id": "same", "title": f"Issue {n}"} for n in range(2)]
    document = load(changed(panes=panes), tmp_path)
    assert [tab.id for tab in tabs(document)].count("same") == 1
    assert {"Issue 0", "Issue 1"} <= set(text(pane(document, "same")).split("\n"))


@pytest.mark.parametrize("view", View)
def test_an_unknown_place_shows_a_notice(view: View, tmp_path: Path) -> None:
    (notice,) = see(load(BRIEFING, tmp_path), view, "nothing-of-it", ALL)
    assert isinstance(notice, Notice)
    assert text(notice) == "There is nothing called “nothing-of-it” here."
