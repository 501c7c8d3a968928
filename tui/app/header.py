"""The header: what is open, as of when, and what must not be overlooked."""

from collections.abc import Sequence

from tui.app.geometry import Geometry, divide
from tui.app.lines import Tinted, cut, marking, spread, tinted
from tui.blocks import Block, Heading, Notice, Paragraph, Style
from tui.diagnostics import Severity
from tui.reading.session import ReadingSession

_NOTICES = {Severity.ERROR: Style.WRONG, Severity.WARNING: Style.CAUTION}
_TITLE, _NOTICE, _AS_OF = range(3)
"""What stays longest on a low screen, first."""


def screen_geometry(
    session: ReadingSession, width: int, height: int, *, has_side: bool = False
) -> Geometry:
    """Return how the screen of a session is divided."""
    reader = session.reader
    titles = len(reader.header) if reader else 1
    is_briefing = reader is not None
    return divide(width, height, titles=titles, is_briefing=is_briefing, has_side=has_side)


def header_lines(session: ReadingSession, width: int, rows: int) -> Sequence[Tinted]:
    """Return the header in at most some rows; in a meeting with the time of day."""
    if session.reader is None:
        return [cut(((" BRIEFINGS", Style.HEADING),), width)][:rows]
    time = session.meeting.time if session.meeting else ""
    lines = [_line(block, width, time) for block in session.reader.header]
    kept = sorted(sorted(range(len(lines)), key=lambda at: lines[at][0])[:rows])
    return [lines[at][1] for at in kept]


def _line(block: Block, width: int, time: str) -> tuple[int, Tinted]:
    """A line of the header with its rank."""
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
