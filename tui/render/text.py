"""A briefing as plain text, in the same lines as on the screen."""

from collections.abc import Iterable, Iterator, Mapping

from tui.blocks import Block, Heading, Paragraph, Run, Style, runs
from tui.frozen import replace
from tui.render.paragraphs import MEASURE, Line
from tui.render.printout import PageSetup, Printout
from tui.render.styled import NO_NOTES, gap, layout

_SGR = {
    Style.STRONG: "1",
    Style.MUTED: "2",
    Style.HEADING: "1",
    Style.LABEL: "1",
    Style.QUOTE: "36",
    Style.EMPHASIS: "1;36",
    Style.OURS: "35",
    Style.VERIFIED: "32",
    Style.CAUTION: "33",
    Style.WRONG: "1;31",
    Style.MARKING: "7",
    Style.MATCH: "7",
}
"""SGR parameters (ECMA-48): attributes, and the colours of the terminal's own palette."""


def render(printout: Printout, page: PageSetup) -> Iterator[str]:
    """Return the lines of a briefing, made as they are read."""
    notes: dict[str, int] = {}
    return lines(_blocks(printout, notes), page, notes)


def lines(
    blocks: Iterable[Block], page: PageSetup, notes: Mapping[str, int] = NO_NOTES
) -> Iterator[str]:
    """Yield blocks in lines.

    Args:
        blocks: The blocks.
        page: The page to print on.
        notes: Footnote numbers of excerpts by id; may grow while lines are read.
    """
    before: Block | None = None
    for block in blocks:
        if before is not None and gap(before, block):
            yield ""
        for line in layout(block, page.width, notes):
            yield _colored(line) if page.color else "".join(text for text, _ in line)
        if isinstance(block, Heading) and block.level == 1:
            yield "─" * min(page.width, MEASURE)
        before = block


def _blocks(printout: Printout, notes: dict[str, int]) -> Iterator[Block]:
    yield from printout.header
    yield from printout.number(printout.body, notes)
    if notes:
        yield Heading(text=runs("Excerpts"), level=1)
    for number, card in printout.footnotes(notes):
        title = (Run(f"[{number}] ", Style.LABEL), *card.title)
        yield replace(card, title=title)
    uncited = printout.uncited(notes)
    if uncited:
        yield Heading(text=runs("Excerpts that nothing cites"), level=1)
    yield from uncited
    yield from printout.sources
    marking = printout.document.briefing.marking
    if marking:
        yield Paragraph(kind="marking", text=runs(Run(marking, Style.MARKING)))


def _colored(line: Line) -> str:
    return "".join(
        f"\x1b[{_SGR[style]}m{text}\x1b[0m" if style in _SGR and text.strip() else text
        for text, style in line
    )
