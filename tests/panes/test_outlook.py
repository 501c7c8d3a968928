"""Outlook panes: the event first, then sections side by side."""

from pathlib import Path

from tests.panes.reading import entry, headings, load, pane, text
from tests.panes.small import BRIEFING
from tui.blocks import Heading, TimelineRow, plain


def test_the_event_comes_first_and_then_only_sections_that_are_written(tmp_path: Path) -> None:
    shown = pane(load(BRIEFING, tmp_path), "outlook")
    event = shown[1]
    assert isinstance(event, TimelineRow)
    assert (plain(event.when), plain(event.aside)) == ("2022 June 29–30", "pending")
    assert headings(shown) == ["Outlook", "EXPECTED (by the sources)", "NOT KNOWN"]


def test_the_sections_are_in_one_group_for_wide_screens(tmp_path: Path) -> None:
    shown = pane(load(BRIEFING, tmp_path), "outlook")
    groups = [block.group for block in shown if isinstance(block, Heading)]
    assert groups == ["", "outlook", "outlook"]


def test_a_gap_needs_no_source(tmp_path: Path) -> None:
    shown = pane(load(BRIEFING, tmp_path), "outlook")
    assert text(entry(shown, "g-why")) == "Why it joined."
    assert "no source cited" in text(entry(shown, "c-talk"))
