"""The outline of a briefing: its panes, their sections and items, each part open or closed."""

from collections.abc import Iterator

from tui.app.keyboard.contexts import CONTEXTS
from tui.blocks import Block, Entry, Heading, Paragraph, Run, Style, TimelineRow, plain, runs
from tui.panes import names
from tui.places import Place, View
from tui.reading.annotation_prompts import PlaceList
from tui.reading.open_briefing import OpenBriefing
from tui.reading.overlays import listed
from tui.render.paragraphs import MEASURE
from tui.text import cells

_PANE_LEVEL = 1
_OPEN, _CLOSED = "▾", "▸"
_MARGIN = 6
"""Columns that a list has on both sides of its text, and one to spare."""


class Outline(PlaceList):
    """A list of all that one can go to; the pane that one is in is open."""

    scopes = CONTEXTS["outline"]

    def __init__(self, reader: OpenBriefing) -> None:
        self._reader = reader
        self._open = {reader.trail[0].key}
        self._places: dict[str, Place] = {}
        super().__init__("Outline", [*self._rows()], self._go_to)
        here = reader.trail[0]
        at = [row for row, place in self._places.items() if place == here]
        self.view.go(at[0] if at else here.key)

    def fold(self, direction: int) -> None:
        """Open the pane under the cursor (1), or close the one that it is in (-1)."""
        place = self._places.get(self.view.item)
        if place is None or (direction > 0) is (place.key in self._open):
            return
        if direction > 0:
            self._open.add(place.key)
        else:
            self._open.remove(place.key)
        before, self.view = self.view, listed([*self._rows()])
        self.view.resize(before.flow.width, before.height)
        self.view.go(place.key)

    def _go_to(self, row: str) -> str:
        self._reader.go((self._places[row],))
        return ""

    def _rows(self) -> Iterator[Block]:
        self._places.clear()
        for tab in self._reader.tabs:
            pane = Place(View.PANE, tab.id)
            self._places[tab.id] = pane
            sign = _OPEN if tab.id in self._open else _CLOSED
            key = Run(f"{tab.key or ' '} {sign} ", Style.LABEL)
            yield Paragraph(item=tab.id, text=runs(key, Run(tab.title, Style.STRONG)))
            if tab.id in self._open:
                yield from self._parts(pane)

    def _parts(self, pane: Place) -> Iterator[Block]:
        """The sections and items of a pane."""
        indent = "    "
        for number, block in enumerate(self._reader.list(pane).blocks):
            if isinstance(block, Heading) and block.level > _PANE_LEVEL:
                indent = "      "
                yield Paragraph(text=runs(Run(f"    {plain(block.text)}", Style.HEADING)))
            elif block.item:
                row = f"{pane.key} {number}"
                self._places[row] = pane.at(block.item)
                columns = min(self._reader.geometry.width, MEASURE) - _MARGIN - len(indent)
                yield Paragraph(item=row, text=runs(f"{indent}{_cut(_words(block), columns)}"))


def _cut(text: str, columns: int) -> str:
    """As much of a text as fits into a line."""
    if cells.width(text) <= columns:
        return text
    start, end = cells.wrap(text, max(columns - 2, 1))[0]
    return f"{text[start:end].rstrip(' …')} …"


def _words(block: Block) -> str:
    """A line for an item of a list."""
    match block:
        case Entry():
            said = ": ".join(filter(None, (plain(block.name), plain(block.text))))
        case TimelineRow():
            said = f"{plain(block.when)}  {plain(block.title)}"
        case _:
            said = plain(getattr(block, "title", ()) or getattr(block, "text", ()))
    return names.shorten(said) or block.item
