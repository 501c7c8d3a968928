"""The heading of a pane, and headings of sections within a view."""

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
    """The title of a pane with a remark, such as the number of its items, and the notes on it.

    The notes are shown in full even where others are only counted, because no evidence view
    shows those on a pane.
    """
    title = runs(names.pane(shown))
    yield Heading(text=title, level=1, aside=aside, marking=shown.marking)
    for note in notes(document, shown.id, replace(options, notes=True)):
        yield Paragraph(text=note, kind="remark")


def nothing_called(id: str) -> Notice:
    """The notice that no item has an id."""
    return Notice(text=runs(f"There is nothing called “{id}” here."), severity=Severity.WARNING)


def section(title: str, remark: str = "", *, group: str = "") -> Heading:
    """The heading of a section named by the program: the title in capitals and a remark."""
    said = f" ({remark})" if remark else ""
    return Heading(text=runs(f"{title.upper()}{said}"), group=group)
