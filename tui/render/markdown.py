"""Markdown: CommonMark with the tables and footnotes of GitHub Flavored Markdown."""

from collections.abc import Iterable, Iterator, Mapping

from tui.blocks import Block, Card, Entry, Row, Run, Style, TimelineRow, runs
from tui.render.markdown_blocks import block_lines
from tui.render.markdown_text import inline
from tui.render.printout import PageSetup, Printout
from tui.render.styled import NO_NOTES, gap

_INDENT = "    "
"""Indent of the lines of a footnote after the first."""


def render(printout: Printout, page: PageSetup) -> Iterator[str]:
    """Yield a briefing in Markdown; `page` is not used."""
    notes: dict[str, int] = {}
    yield from lines(printout.header, notes, top=1)
    yield from lines(printout.number(printout.body, notes), notes, top=2)
    uncited = printout.uncited(notes)
    if uncited:
        yield from ("## Excerpts that nothing cites", "")
        yield from lines(uncited, {}, top=2)
    yield from lines(printout.sources, notes, top=2)
    marking = printout.document.briefing.marking
    if marking:
        yield from (*inline(runs(Run(marking, Style.MARKING))), "")
    for number, card in printout.footnotes(notes):
        yield from _footnote(number, card)


def lines(
    blocks: Iterable[Block], notes: Mapping[str, int] = NO_NOTES, top: int = 1
) -> Iterator[str]:
    """Yield blocks in lines, with an empty line after each except in lists of brief items.

    Args:
        blocks: The blocks.
        notes: Footnote numbers of excerpts by id.
        top: The level of the highest heading.
    """
    before: Block | None = None
    for block in blocks:
        if before is not None and _needs_gap(before, block):
            yield ""
        yield from block_lines(block, notes, top)
        before = block
    if before is not None:
        yield ""


def _needs_gap(before: Block, after: Block) -> bool:
    if isinstance(before, Row) and isinstance(after, Row):
        return after.is_header
    are_items = isinstance(before, Entry | TimelineRow) and type(before) is type(after)
    return bool(gap(before, after)) or not are_items


def _footnote(number: int, card: Card) -> Iterator[str]:
    first, *others = block_lines(card, {})
    yield f"[^{number}]: {first}"
    for line in others:
        yield f"{_INDENT}{line}" if line else ""
    yield ""
