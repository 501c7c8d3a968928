"""Markdown: CommonMark with the tables and footnotes of GitHub's dialect."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tui.blocks import (
    Block,
    Card,
    Entry,
    Field,
    Heading,
    Notice,
    Paragraph,
    Passage,
    Run,
    Runs,
    Style,
    Table,
    TimelineRow,
    runs,
)
from tui.diagnostics import Severity
from tui.render.markdown_text import inline
from tui.render.printout import Page, Printout
from tui.render.styled import gap

_SEPARATOR = Run(" · ")
_FOOTNOTE_INDENT = "    "


def render(printout: Printout, page: Page) -> Iterator[str]:
    """A briefing in Markdown; the page has no bearing on it."""
    notes: dict[str, int] = {}
    yield from _sequence(printout.header, notes, top=1)
    yield from _sequence(printout.number(printout.body, notes), notes, top=2)
    uncited = [id for id in printout.uncited if id not in notes]
    if uncited:
        yield from ("## Excerpts that nothing cites", "")
        yield from _sequence(map(printout.excerpt, uncited), {}, top=2)
    yield from _sequence(printout.sources, notes, top=2)
    marking = printout.document.briefing.marking
    if marking:
        yield from (*inline(runs(Run(marking, Style.MARKING))), "")
    for id, number in notes.items():
        yield from _footnote(printout.excerpt(id), number)


def _sequence(blocks: Iterable[Block], notes: Mapping[str, int], top: int) -> Iterator[str]:
    """Blocks with an empty line after each but between the items of a tight list."""
    before: Block | None = None
    for block in blocks:
        if before is not None and (gap(before, block) or not _is_item(before)):
            yield ""
        yield from _PRINTERS[type(block)](block, notes, top)
        before = block
    if before is not None:
        yield ""
