"""The lines of a list as they are drawn: with a margin, a mark at the cursor, and highlights."""

from collections.abc import Iterator, Sequence

from tui.app.highlighting import highlighted
from tui.app.lines import BLANK, Drawn, ScreenPart, Tinted
from tui.app.viewport import Viewport
from tui.blocks import Style

_DIVIDER = ("│", ScreenPart.RULE)

_ROOMY = 50
"""Columns from which on a list has a margin on both sides of its cursor."""


def gutter(width: int) -> int:
    """Return the columns before the text of a list, for the cursor."""
    return 3 if width >= _ROOMY else 2


def text_width(width: int) -> int:
    """Return the columns for the text of a list, between the gutter and a margin."""
    return max(width - gutter(width) - 1, 1)


def list_lines(
    view: Viewport, margin: int, words: Sequence[str], mark: ScreenPart | None
) -> Iterator[Drawn]:
    """Return the lines in view.

    Only the first line of the cursor's item has another background: a whole item would be some
    800 bytes at every step.

    Args:
        view: The list.
        margin: The columns before the text, at least 2 if there is a mark.
        words: The words to highlight.
        mark: The mark at the cursor's item; `None` for no mark.
    """
    is_marked = False
    for row in view.rows():
        line = highlighted(row.line, words) if words else row.line
        is_first = mark is not None and row.block == view.cursor and row.is_body
        if mark is not None and is_first and not is_marked:
            yield Drawn((*_mark(mark, margin), *line), selected=True)
            is_marked = True
        else:
            yield Drawn(((" " * margin, Style.TEXT), *line))


def divided(lines: Sequence[Drawn], height: int, drift: int = 0) -> Sequence[Drawn]:
    """Return the lines of a side pane, with a line that divides it from the list on its left.

    Args:
        lines: The lines of the list in it.
        height: Its rows.
        drift: Rows by which it is shifted up, or down if negative.
    """
    rows = [*lines, *[BLANK] * (height - len(lines))]
    made = [Drawn((_DIVIDER, *row.line), row.selected) for row in rows]
    return [*[BLANK] * -drift, *made[max(drift, 0) :]][:height]


def _mark(mark: ScreenPart, margin: int) -> Tinted:
    glyph = ">" if mark is ScreenPart.CURSOR else "·"
    return ((" " * (margin - 2), Style.TEXT), (glyph, mark), (" ", Style.TEXT))
