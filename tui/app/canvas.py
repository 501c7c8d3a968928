"""The widgets: each paints the lines of one part of a frame, and only those that have changed."""

from collections.abc import Sequence
from functools import cache

from rich.segment import Segment
from rich.style import Style as Look
from textual.app import ComposeResult
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.app.frame import Frame
from tui.app.lines import BLANK, Drawn, width
from tui.app.themes import THEMES, Theme
from tui.blocks import Style

_style = cache(Look.parse)
"""A look as rich has it."""


class Canvas(Widget, inherit_css=False):
    """A part of the screen, line by line."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Drawn] = ()
        self._theme: Theme = THEMES["plain"]

    def show(self, lines: Sequence[Drawn], theme: Theme) -> None:
        """Take the lines to be seen, and repaint those that were not seen already.

        Nothing is repainted where their number has changed: the canvas is about to be laid out
        for them, and painted then.
        """
        before, self._lines = self._lines, lines
        is_other_theme, self._theme = theme is not self._theme, theme
        if len(before) == len(lines):
            rows = (row for row, line in enumerate(lines) if is_other_theme or line != before[row])
            changed = [Region(0, row, self.size.width, 1) for row in rows]
            if changed:
                self.refresh(*changed)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region; they are styled already, so nothing is to be cached."""
        return [self.render_line(row).crop(crop.x, crop.right) for row in crop.line_range]

    def render_line(self, y: int) -> Strip:
        """The line of a row, as wide as the canvas."""
        line, selected = self._lines[y] if y < len(self._lines) else BLANK
        look = self._theme.look
        segments = [Segment(text, _style(look(tint, selected))) for text, tint in line if text]
        empty = self.size.width - width(line)
        if empty > 0:
            segments.append(Segment(" " * empty, _style(look(Style.TEXT, selected))))
        return Strip(segments, width(line) + max(empty, 0))


class FrameScreen(Screen[None], inherit_css=False, inherit_bindings=False):
    """The one screen: four canvases, where the frame says."""

    AUTO_FOCUS = None

    def __init__(self) -> None:
        super().__init__()
        self.canvases = (Canvas(), Canvas(), Canvas(), Canvas())
        self._layout = _FrameLayout(self)
        self._frame: Frame | None = None

    @property
    def layout(self) -> Layout:
        """By the frame, not by rules of style."""
        return self._layout

    def compose(self) -> ComposeResult:
        """The canvases."""
        yield from self.canvases

    def show(self, frame: Frame, theme: Theme) -> None:
        """Show a frame; what is seen already is not painted again."""
        before, self._frame = self._frame, frame
        parts = (frame.head, frame.under, frame.beside, frame.foot)
        for canvas, lines in zip(self.canvases, parts, strict=True):
            canvas.show(lines, theme)
        if before is not None and before.geometry != frame.geometry:
            # A child's wish, since a screen's own does not make it forget its arrangement.
            self.canvases[0].refresh(layout=True, repaint=False)

    def regions(self) -> tuple[Region, ...]:
        """Where the canvases are: head, list, evidence beside it, foot."""
        if self._frame is None:
            return (Region(),) * 4
        geometry = self._frame.geometry
        return (
            Region(0, 0, geometry.width, geometry.head),
            Region(0, geometry.head, geometry.list, geometry.body),
            Region(geometry.list, geometry.head, geometry.beside, geometry.body),
            Region(0, geometry.head + geometry.body, geometry.width, geometry.foot),
        )


class _FrameLayout(Layout):
    """Puts the canvases of a screen where its frame says."""

    name = "frame"

    def __init__(self, screen: FrameScreen) -> None:
        self._screen = screen

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """A place for each canvas that has any room."""
        return [
            WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, canvas)
            for canvas, region in zip(self._screen.canvases, self._screen.regions(), strict=True)
            if region
        ]
