"""Background and issue panes: claims under headings, and a time line."""

from collections.abc import Iterator

from tui.blocks import Block, Heading, runs
from tui.model.briefing import BackgroundPane
from tui.model.document import Document
from tui.panes import entries, headings
from tui.panes.selection import Selection
from tui.places import Options


def blocks(document: Document, pane: BackgroundPane, options: Options) -> Iterator[Block]:
    """The sections in the order of the file, then the time line."""
    selection = Selection(document, options)
    sections = [(section, selection.of(section.claims)) for section in pane.sections]
    timeline = selection.of(pane.timeline)
    yield from headings.pane(document, pane, selection.aside(), options)
    for section, claims in sections:
        if section.heading and (claims or not section.claims):
            yield Heading(text=runs(section.heading))
        for claim in claims:
            yield entries.claim(document, claim, options)
    if timeline:
        yield headings.section("time line")
    for event in timeline:
        yield entries.event(document, event, options)
