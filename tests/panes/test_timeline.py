"""The time line over all panes."""

from pathlib import Path
from typing import Any

import pytest

from tests.panes.reading import ALL, changed, headings, in_room, items, load, see, text
from tests.panes.small import BRIEFING
from tui.blocks import Heading, TimelineRow, plain
from tui.model.document import Document
from tui.places import Filter, Options, View

CUTOFF = "── INFORMATION CUTOFF: JUNE 2022 (MONTH INFERRED) ── (below: still ahead)"
UNDATED = "UNDATED (in the order of the briefing, not of time)"


def timeline(document: Document, options: Options = ALL) -> list[Any]:
    return see(document, View.TIMELINE, document.briefing.id, options)


def parts(document: Document, options: Options = ALL) -> dict[str, list[str]]:
    """The items under each heading."""
    found: dict[str, list[str]] = {}
    for block in timeline(document, options):
        if isinstance(block, Heading):
            title = plain(block.text)
            found[title] = []
        elif block.item:
            found[title].append(block.item)
    return found


def test_the_cutoff_separates_past_items_from_later_ones(tmp_path: Path) -> None:
    assert parts(load(BRIEFING, tmp_path)) == {
        "Time line": ["e-entry"],
        CUTOFF: ["e-summit"],
        UNDATED: ["r-globe", "r-silence", "r-again"],
    }


def test_dates_of_any_precision_are_in_order_and_open_ends_are_shown(tmp_path: Path) -> None:
    dates = ["2022-05", "2005/..", "2019?", "../2001", "2022-05-03", "2019-11~", "2020-21"]
    claims = [claim(f"c-{at}", date) for at, date in enumerate(dates)]
    document = load(changed(panes=[background(claims)]), tmp_path)
    rows = [block for block in timeline(document) if isinstance(block, TimelineRow)]
    assert [plain(row.when) for row in rows] == [
        "– 2001",
        "2005 –",
        "2019?",
        "about 2019 November",
        "2020 spring",
        "2022 May",
        "2022 May 3",
    ]
    assert text(timeline(document)[1]) == (
        "? uncertain; “about” an estimate; “2005 –” open or unknown at that end"
    )


def test_an_event_is_placed_by_its_status_and_a_contradicting_date_is_remarked(
    tmp_path: Path,
) -> None:
    events = [
        {"id": "e-early", "title": "A", "status": "pending", "when": "2021"},
        {"id": "e-late", "title": "B", "status": "occurred", "when": "2023"},
        {"id": "e-open", "title": "C", "when": "2024"},
    ]
    document = load(changed(panes=[{"role": "background", "timeline": events}]), tmp_path)
    found = parts(document)
    assert (found["Time line"], found[CUTOFF]) == (["e-late"], ["e-early", "e-open"])
    told = text(timeline(document))
    assert "dated after the cutoff, and yet given as occurred" in told
    assert "dated before the cutoff, and yet given as pending" in told


@pytest.mark.parametrize(
    ("date", "ahead"), [("2022-06-20", True), ("2022-05", False), ("2022-06/..", True)]
)
def test_what_an_outlook_expects_is_ahead_unless_it_is_over_before_the_cutoff(
    date: str, ahead: bool, tmp_path: Path
) -> None:
    expected = {"role": "outlook", "expected": [claim("c-0", date)]}
    assert ("c-0" in parts(load(changed(panes=[expected]), tmp_path))[CUTOFF]) is ahead
    said = parts(load(changed(panes=[background([claim("c-0", date)])]), tmp_path))
    assert "c-0" in said["Time line"]


def test_without_a_cutoff_there_is_no_line_unless_something_is_ahead(tmp_path: Path) -> None:
    briefing = {key: value for key, value in BRIEFING.items() if key != "information_cutoff"}
    assert "── NO INFORMATION CUTOFF IS STATED ── (below: still ahead)" in headings(
        timeline(load(briefing, tmp_path))
    )
    briefing["panes"] = [background([claim("c-0", "2024")])]
    assert headings(timeline(load(briefing, tmp_path))) == ["Time line"]


def test_the_briefing_itself_comes_last_with_its_revisions(tmp_path: Path) -> None:
    revisions = [
        {"date": "2022-07", "type": "revision", "reason": "A name."},
        {"date": "2022-06-10", "reason": "A date."},
    ]
    document = load(changed(issued="2022-06-02", revisions=revisions), tmp_path)
    rows = [block for block in timeline(document) if isinstance(block, TimelineRow)][-3:]
    assert headings(timeline(document))[-1] == "THE BRIEFING ITSELF"
    assert [plain(row.when) for row in rows] == ["2022 June 2", "2022 June 10", "2022 July"]
    assert [plain(row.title) for row in rows] == ["issued", "revision", "revision"]


def test_a_room_sees_no_stance_in_the_time_line(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    assert "CRITICAL" in text(timeline(document))
    assert "CRITICAL" not in text(timeline(in_room(document)))


def test_the_filter_works_on_the_time_line_and_says_how_many_it_hides(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    shown = timeline(document, Options(Filter.VERIFIED))
    assert items(shown) == ["e-entry", "r-globe", "r-again"]
    assert plain(shown[0].aside) == "3 items, 2 hidden"
    assert items(timeline(document, Options(Filter.UNVERIFIED))) == ["e-summit", "r-silence"]


def test_a_briefing_without_dates_says_so(tmp_path: Path) -> None:
    assert "Nothing in this briefing has a date" in text(
        timeline(load(changed(panes=[background([{"text": "It is."}])]), tmp_path))
    )


def claim(id: str, date: str) -> dict[str, Any]:
    return {"id": id, "text": "It is so.", "when": date}


def background(claims: list[dict[str, Any]]) -> dict[str, Any]:
    return {"role": "background", "sections": [{"heading": "Since", "claims": claims}]}
