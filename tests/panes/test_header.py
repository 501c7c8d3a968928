"""The header of every screen and printout."""

from pathlib import Path
from typing import Any

from tests.panes.reading import ALL, changed, in_room, load, text
from tests.panes.small import BRIEFING
from tui.blocks import Heading, Notice, Paragraph, plain
from tui.diagnostics import Severity
from tui.panes.header import header
from tui.places import Filter, Options


def test_the_first_line_has_marking_title_and_status(tmp_path: Path) -> None:
    first = header(load(BRIEFING, tmp_path), ALL)[0]
    assert isinstance(first, Heading)
    assert (first.marking, plain(first.text), plain(first.aside)) == (
        "TLP:CLEAR",
        "A small briefing",
        "final",
    )


def test_the_second_line_has_the_cutoff_and_the_pending_events(tmp_path: Path) -> None:
    second = header(load(BRIEFING, tmp_path), ALL)[1]
    assert isinstance(second, Paragraph)
    assert second.kind == "as-of"
    assert plain(second.text) == (
        "AS OF JUNE 2022 (month inferred). The summit is still ahead. Written in summer."
    )


def test_several_events_ahead_are_counted(tmp_path: Path) -> None:
    events = [{"id": f"e-{n}", "title": f"Event {n}", "status": "pending"} for n in range(3)]
    panes = [{"role": "background", "timeline": events}]
    assert "Event 0 and 2 further events are still ahead." in second_line(tmp_path, panes=panes)


def test_a_briefing_without_a_cutoff_says_so(tmp_path: Path) -> None:
    briefing = changed(panes=[])
    del briefing["information_cutoff"]
    line = text(header(load(briefing, tmp_path), ALL)[1])
    assert line == "No information cutoff is stated."


def test_a_draft_and_a_recalled_briefing_have_a_banner(tmp_path: Path) -> None:
    draft = header(load(changed(status="draft"), tmp_path), ALL)[2]
    assert isinstance(draft, Notice)
    assert text(draft).startswith("DRAFT")
    recall = {"date": "2022-07-01", "type": "recall", "reason": "The source is forged."}
    recalled = header(load(changed(status="recalled", revisions=[recall]), tmp_path), ALL)[2]
    assert isinstance(recalled, Notice)
    assert recalled.severity is Severity.ERROR
    assert text(recalled) == "RECALLED 1 July 2022: The source is forged."


def test_a_filter_is_announced_except_in_room_mode(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    told = text([*header(document, Options(Filter.VERIFIED), 2)])
    assert "Only what is verified: 2 hidden here. Summary and Sources are whole." in told
    told = text([*header(document, Options(Filter.UNVERIFIED))])
    assert "Only what is not verified: nothing hidden here." in told
    assert len(header(in_room(document), Options(Filter.VERIFIED))) == 2


def second_line(folder: Path, **fields: Any) -> str:
    return text(header(load(changed(**fields), folder), ALL)[1])
