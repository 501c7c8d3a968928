"""The heading that a pane begins with, and headings of sections within a view."""

from collections.abc import Iterator

from tui.blocks import Block, Heading, Notice, Paragraph, Runs, runs
from tui.diagnostics import Severity
from tui.frozen import replace
from tui.model.briefing import Pane
from tui.model.document import Document
from tui.panes import names
from tui.panes.remarks import notes
from tui.places import Options


def pane(document: Document, shown: Pane, aside: Runs, options: Options) -> Iterator[Block]:
    """The pane's title with a remark, such as the number of its items, and the notes on it.

    The notes are given in full even where others are only counted, since a heading has no
    evidence that could show them.
    """
    title = runs(names.pane(shown))
    yield Heading(text=title, level=1, aside=aside, marking=shown.marking)
    for note in notes(document, shown.id, replace(options, notes=True)):
        yield Paragraph(text=note, kind="remark")


def nothing_called(id: str) -> Notice:
    """The answer to an id that no item has."""
    return Notice(text=runs(f"There is nothing called “{id}” here."), severity=Severity.WARNING)


def section(title: str, remark: str = "", *, group: str = "") -> Heading:
    """The heading of a section that the program names, in capitals, and a remark."""
    said = f" ({remark})" if remark else ""
    return Heading(text=runs(f"{title.upper()}{said}"), group=group)
