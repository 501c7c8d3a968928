"""Markdown: CommonMark with the tables and footnotes of GitHub's dialect."""

from collections.abc import Iterable, Iterator, Mapping

from tui.blocks import Block, Card, Entry, Row, Run, Style, TimelineRow, runs
from tui.render.markdown_blocks import block_lines
from tui.render.markdown_text import inline
from tui.render.printout import PageSetup, Printout
from tui.render.styled import NO_NOTES, gap

_INDENT = "    "
"""Of what belongs to a footnote after its first line."""


def render(printout: Printout, page: PageSetup) -> Iterator[str]:
    """A briefing in Markdown; the page has no bearing on it."""
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
    """Blocks with an empty line between them, except in a list of brief items, and one after.

    `notes` are the numbers of excerpts, by id; `top` is the level of the highest heading.
    """
    before: Block | None = None
    for block in blocks:
        if before is not None and _is_apart(before, block):
            yield ""
        yield from block_lines(block, notes, top)
        before = block
    if before is not None:
        yield ""


def _is_apart(before: Block, after: Block) -> bool:
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
