"""Outlook panes: a future event, with expectations, opportunities, challenges and gaps."""

from collections.abc import Iterator

from tui.blocks import Block
from tui.model.briefing import OutlookPane
from tui.model.document import Document
from tui.panes import entries, headings, names
from tui.panes.selection import Selection
from tui.places import Options

GROUP = "outlook"
"""The group of the sections, which are side by side on a wide screen."""


def blocks(document: Document, pane: OutlookPane, options: Options) -> Iterator[Block]:
    """The event first, then a section for each list that is not empty."""
    selection = Selection(document, options)
    events = selection.of([pane.event] if pane.event else [])
    claims = (
        (names.OUTLOOK_LISTS["expected"], "by the sources", selection.of(pane.expected)),
        (names.OUTLOOK_LISTS["opportunities"], "", selection.of(pane.opportunities)),
        (names.OUTLOOK_LISTS["challenges"], "", selection.of(pane.challenges)),
    )
    points = (
        (names.OUTLOOK_LISTS["watch"], "", selection.of(pane.watch)),
        (names.OUTLOOK_LISTS["gaps"], "", selection.of(pane.gaps)),
    )
    yield from headings.pane(document, pane, selection.aside(), options)
    for event in events:
        yield entries.event(document, event, options)
    for title, remark, stated in claims:
        if stated:
            yield headings.section(title, remark, group=GROUP)
        for claim in stated:
            yield entries.claim(document, claim, options)
    for title, remark, open_ in points:
        if open_:
            yield headings.section(title, remark, group=GROUP)
        for point in open_:
            yield entries.point(document, point, options)
