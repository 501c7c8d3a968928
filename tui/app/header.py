"""The head of the screen: what this is, as of when, what must not be overlooked, where one is."""

from tui.app.geometry import Geometry
from tui.app.lines import Drawn, ScreenPart, Tinted, cut, marking, spread, tinted
from tui.app.tabs import tab_line
from tui.blocks import Block, Heading, Notice, Paragraph, Style
from tui.diagnostics import Severity
from tui.reading.open_briefing import OpenBriefing

_NOTICES = {Severity.ERROR: Style.WRONG, Severity.WARNING: Style.CAUTION}

_TITLE, _TABS, _NOTICE, _AS_OF, _RULE = range(5)
"""What stays on a low screen: the first of these the longest."""


def document_head(reader: OpenBriefing, geometry: Geometry, time: str = "") -> list[Drawn]:
    """The head of a briefing; in a meeting with the time, as it is told there."""
    width = geometry.width
    lines: list[tuple[int, Tinted]] = [_header_line(block, width, time) for block in reader.header]
    tabs = tab_line(reader.tabs, reader.trail[0].key, width)
    return _fitted([*lines, (_TABS, tabs), (_RULE, rule(width))], geometry.head)


def library_head(geometry: Geometry) -> list[Drawn]:
    """The head of the list of briefings."""
    title = cut(((" BRIEFINGS", Style.HEADING),), geometry.width)
    return _fitted([(_TITLE, title), (_RULE, rule(geometry.width))], geometry.head)


def rule(width: int) -> Tinted:
    """A line from edge to edge."""
    return (("─" * width, ScreenPart.RULE),)


def _header_line(block: Block, width: int, time: str) -> tuple[int, Tinted]:
    match block:
        case Heading():
            left = ((" ", Style.TEXT), (block.marking, marking(block.marking)), ("  ", Style.TEXT))
            title = tinted(block.text, Style.STRONG)
            clock: Tinted = ((f"   {time}", Style.STRONG),) if time else ()
            right = (*tinted(block.aside), *clock, (" ", Style.TEXT))
            return _TITLE, spread((*left[not block.marking :], *title), right, width)
        case Notice():
            style = _NOTICES.get(block.severity, Style.TEXT)
            return _NOTICE, cut(((" ! ", style), *tinted(block.text, style)), width - 1)
        case Paragraph():
            return _AS_OF, cut(((" ", Style.TEXT), *tinted(block.text)), width - 1)
    return _AS_OF, ()


def _fitted(lines: list[tuple[int, Tinted]], rows: int) -> list[Drawn]:
    kept = sorted(sorted(range(len(lines)), key=lambda at: lines[at][0])[:rows])
    return [Drawn(lines[at][1]) for at in kept]
