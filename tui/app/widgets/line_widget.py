"""The base of widgets that are painted line by line."""

from collections.abc import Sequence
from functools import cache

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.geometry import Region
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from tui.app.lines import BLANK, Drawn, width
from tui.app.themes import LOOKS
from tui.blocks import Style

_rich_style = cache(RichStyle.parse)


class LineWidget(Widget, inherit_css=False):
    """A widget that shows lines of styled text and repaints only those that change."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[Drawn] = ()

    def show_lines(self, lines: Sequence[Drawn]) -> None:
        """Show lines from the top of the widget; rows without one are blank."""
        before, self._lines = self._lines, lines
        last = max(len(before), len(lines))
        changed = [row for row in range(last) if _at(before, row) != _at(lines, row)]
        if changed:
            self.refresh(*(Region(0, row, self.size.width, 1) for row in changed))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of a region; nothing is cached, since lines are styled already."""
        return [self.render_line(row).crop(crop.x, crop.right) for row in crop.line_range]

    def render_line(self, y: int) -> Strip:
        """Return a row as wide as the widget."""
        line, selected = _at(self._lines, y)
        looks = LOOKS[self.app.theme]
        segments = [
            Segment(text, _rich_style(looks.look(style, selected))) for text, style in line if text
        ]
        filled = width(line)
        blank = max(self.size.width - filled, 0)
        segments.append(Segment(" " * blank, _rich_style(looks.look(Style.TEXT, selected))))
        strip = Strip(segments, filled + blank)
        if self.text_selection is None:
            return strip.apply_offsets(0, y) if self.allow_select else strip
        return self._select(strip, y)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text."""
        lines = ("".join(text for text, _ in drawn.line) for drawn in self._lines)
        return selection.extract("\n".join(lines)), "\n"

    def _select(self, strip: Strip, y: int) -> Strip:
        """A row with its selected part highlighted."""
        span = self.text_selection.get_span(y) if self.text_selection else None
        if span is not None:
            start, end = span
            end = strip.cell_length if end < 0 else end
            style = self.screen.get_component_rich_style("screen--selection")
            before, middle, after = strip.divide([start, end, strip.cell_length])
            strip = Strip.join([before, middle.apply_style(style), after])
        return strip.apply_offsets(0, y)


def _at(lines: Sequence[Drawn], row: int) -> Drawn:
    return lines[row] if row < len(lines) else BLANK
