"""The whole screen as lines, drawn from the state of the desk."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.app.footer import caret_column, foot
from tui.app.geometry import Geometry, gutter
from tui.app.header import document_head, library_head
from tui.app.lines import BLANK, Drawn, ScreenPart, Tinted
from tui.app.viewport import Viewport
from tui.blocks import Style
from tui.reading.find import highlighted
from tui.reading.session import ReadingSession


class Frame(NamedTuple):
    """The parts of the screen, each as tall as the geometry says."""

    geometry: Geometry
    head: list[Drawn]
    under: list[Drawn]
    """The list, or what covers it."""
    beside: list[Drawn]
    foot: list[Drawn]
    cursor: tuple[int, int]
    """Column and row where a terminal's own cursor belongs: for input methods and readers."""


_DIVIDER = ("│", ScreenPart.RULE)


def draw(session: ReadingSession) -> Frame:
    """The screen as it is to be seen now; the desk has been told its size."""
    geometry = session.geometry
    if session.is_blank:
        parts = (geometry.head, geometry.body, geometry.body, geometry.foot)
        head, under, beside, foot_rows = ([BLANK] * rows for rows in parts)
        return Frame(geometry, head, under, beside, foot_rows, (0, 0))
    reader = session.reader
    shown = session.shown
    if session.mode is not None and session.mode.is_bare:
        lines = [*_list(shown.list, 0, (), None)]
        return Frame(geometry, [], _filled(lines, geometry.body), [], foot(session), (0, 0))
    time = session.meeting.time if session.meeting else ""
    head = document_head(reader, geometry, time) if reader else library_head(geometry)
    words = session.words
    margin = gutter(geometry.list)
    mark = ScreenPart.OTHER_CURSOR if shown.is_beside else ScreenPart.CURSOR
    if session.meeting is not None and session.is_at_agenda:
        page = _filled([*_list(shown.list, 0, (), None)], shown.list.height)
        under = [*page, *session.meeting.below(geometry)]
    else:
        under = [*_list(shown.list, margin, words, mark)]
    margin = gutter(geometry.beside) - 1
    beside = []
    if shown.beside is not None:
        mark_beside = ScreenPart.CURSOR if shown.is_beside else None
        beside = [*_list(shown.beside, margin, words, mark_beside)]
    beside = [Drawn((_DIVIDER, *row.line), row.selected) for row in _filled(beside, geometry.body)]
    beside = [BLANK] * -shown.drift + beside[max(shown.drift, 0) :]
    frame = Frame(
        geometry,
        head,
        _filled(under, geometry.body),
        _filled(beside, geometry.body),
        foot(session),
        (0, 0),
    )
    return frame._replace(cursor=_cursor(session, frame))


def _list(
    view: Viewport | None, margin: int, words: Sequence[str], mark: ScreenPart | None
) -> Iterator[Drawn]:
    """The lines of a list, with a mark at the first of the cursor's item.

    That line alone is on another ground: a whole item would be some 800 bytes at every step.
    """
    if view is None:
        return
    marked = False
    for row in view.rows():
        line = highlighted(row.line, words) if words else row.line
        selected = mark is not None and row.block == view.cursor and row.body
        if selected and not marked:
            yield Drawn((*_mark(mark, margin), *line), selected)
            marked = True
        else:
            yield Drawn(((" " * margin, Style.TEXT), *line))


def _mark(mark: ScreenPart | None, margin: int) -> Tinted:
    glyph = ">" if mark is ScreenPart.CURSOR else "·"
    before = " " * (margin - 2)
    return ((before, Style.TEXT), (glyph, mark or ScreenPart.CURSOR), (" ", Style.TEXT))


def _filled(lines: list[Drawn], rows: int) -> list[Drawn]:
    return lines[:rows] + [BLANK] * (rows - len(lines))


def _cursor(session: ReadingSession, frame: Frame) -> tuple[int, int]:
    geometry = frame.geometry
    prompt = session.mode.prompt if session.mode else None
    if prompt is not None:
        column = caret_column(prompt, geometry.width)
        return min(column, geometry.width - 1), geometry.height - 1
    for lines, left in ((frame.under, 0), (frame.beside, geometry.list)):
        for row, drawn in enumerate(lines, geometry.head):
            column = 0
            for text, tint in drawn.line:
                if tint is ScreenPart.CURSOR:
                    return left + column, row
                column += len(text)
                if column > 3:
                    break
    return 0, geometry.head
