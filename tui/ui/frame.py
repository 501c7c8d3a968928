"""The whole screen as lines, drawn from the state of the desk."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.blocks import Style
from tui.ui.desk import Desk
from tui.ui.find import highlighted
from tui.ui.foot import caret_column, foot
from tui.ui.geometry import Geometry, gutter
from tui.ui.head import document_head, library_head
from tui.ui.lines import BLANK, Drawn, Part, Tinted
from tui.ui.viewport import Viewport


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


_DIVIDER = ("│", Part.RULE)


def draw(desk: Desk) -> Frame:
    """The screen as it is to be seen now; the desk has been told its size."""
    geometry = desk.geometry
    if desk.is_blank:
        parts = (geometry.head, geometry.body, geometry.body, geometry.foot)
        head, under, beside, foot_rows = ([BLANK] * rows for rows in parts)
        return Frame(geometry, head, under, beside, foot_rows, (0, 0))
    reader = desk.reader
    shown = desk.shown
    if desk.mode is not None and desk.mode.is_bare:
        lines = [*_list(shown.list, 0, (), None)]
        return Frame(geometry, [], _filled(lines, geometry.body), [], foot(desk), (0, 0))
    time = desk.meeting.time if desk.meeting else ""
    head = document_head(reader, geometry, time) if reader else library_head(geometry)
    words = desk.words
    margin = gutter(geometry.list)
    mark = Part.OTHER_CURSOR if shown.is_beside else Part.CURSOR
    if desk.meeting is not None and desk.is_at_agenda:
        page = _filled([*_list(shown.list, 0, (), None)], shown.list.height)
        under = [*page, *desk.meeting.below(geometry)]
    else:
        under = [*_list(shown.list, margin, words, mark)]
    margin = gutter(geometry.beside) - 1
    beside = []
    if shown.beside is not None:
        mark_beside = Part.CURSOR if shown.is_beside else None
        beside = [*_list(shown.beside, margin, words, mark_beside)]
    beside = [Drawn((_DIVIDER, *row.line), row.selected) for row in _filled(beside, geometry.body)]
    beside = [BLANK] * -shown.drift + beside[max(shown.drift, 0) :]
    frame = Frame(
        geometry,
        head,
        _filled(under, geometry.body),
        _filled(beside, geometry.body),
        foot(desk),
        (0, 0),
    )
    return frame._replace(cursor=_cursor(desk, frame))


def _list(
    view: Viewport | None, margin: int, words: Sequence[str], mark: Part | None
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


def _mark(mark: Part | None, margin: int) -> Tinted:
    glyph = ">" if mark is Part.CURSOR else "·"
    before = " " * (margin - 2)
    return ((before, Style.TEXT), (glyph, mark or Part.CURSOR), (" ", Style.TEXT))


def _filled(lines: list[Drawn], rows: int) -> list[Drawn]:
    return lines[:rows] + [BLANK] * (rows - len(lines))


def _cursor(desk: Desk, frame: Frame) -> tuple[int, int]:
    geometry = frame.geometry
    prompt = desk.mode.prompt if desk.mode else None
    if prompt is not None:
        column = caret_column(prompt, geometry.width)
        return min(column, geometry.width - 1), geometry.height - 1
    for lines, left in ((frame.under, 0), (frame.beside, geometry.list)):
        for row, drawn in enumerate(lines, geometry.head):
            column = 0
            for text, tint in drawn.line:
                if tint is Part.CURSOR:
                    return left + column, row
                column += len(text)
                if column > 3:
                    break
    return 0, geometry.head
