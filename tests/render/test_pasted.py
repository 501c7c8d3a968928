"""Text for the clipboard: every paragraph a line, whatever kind of block it is in."""

import pytest

from tui.blocks import Block, Card, CopyLine, Entry, Field, Heading, Run, Table, TimelineRow, runs
from tui.render.pasted import render

LONG = "word " * 60


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (
            Heading(text=runs("Title"), aside=runs("final"), marking="TLP:RED"),
            "TLP:RED  Title  final",
        ),
        (CopyLine(number=7, text=runs("A line."), aside=runs("used")), "A line.  used"),
        (Card(fields=(Field("QUOTABLE?", (runs("No."),)),)), "QUOTABLE? No."),
        (Card(fields=(Field("WHO", (runs("one"), runs("two"))),)), "WHO:\n  one\n  two"),
        (Card(fields=(Field("WORDS", (runs(LONG),)),)), f"WORDS: {LONG}"),
        (
            Entry(kind="judgment", label=runs("j1"), text=runs("Ours."), details=(runs("low"),)),
            "j1\nOurs.\nlow",
        ),
        (TimelineRow(when=runs("5 May"), title=runs("It joins")), "5 May  It joins"),
        (Table(header=(runs("a"), runs("b")), rows=((runs("1"), runs("2")),)), "a  b\n1  2"),
        (Card(fields=(Field("SAY", (runs(Run("\x1b[2J")),)),)), "SAY: ␛[2J"),
    ],
)
def test_a_block_is_pasted_as_lines_that_nobody_has_broken(block: Block, text: str) -> None:
    assert render([block]) == text
