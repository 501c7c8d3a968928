"""Lists of places to go to: marks and notes, changes, what was shown, the outline."""

from collections.abc import Callable, Iterator, Sequence

from tui.blocks import Block, Entry, Heading, Paragraph, Run, Style, TimelineRow, plain, runs
from tui.meeting.record import MeetingRecord
from tui.meeting.wording import hours_and_minutes, minutes_and_seconds
from tui.panes import names
from tui.places import Place, View
from tui.reading.listing import Listing
from tui.reading.open_briefing import OpenBriefing

_PANE_LEVEL = 1
_OPEN, _CLOSED = "▾", "▸"


class PlaceList:
    """A list whose entries lead somewhere."""

    def __init__(self, title: str, blocks: Sequence[Block], go: Callable[[str], str]) -> None:
        """Make a list.

        Args:
            title: What is listed.
            blocks: The entries; their items are passed to `go`.
            go: Goes to where an item is; returns a notice if it cannot.
        """
        self.title = title
        self.listing = Listing(blocks)
        self.item = self.listing.item(self.listing.next_item(-1))
        """The item under the cursor."""
        self._go = go

    @property
    def cursor(self) -> int:
        """The index of the block under the cursor; -1 if there is none."""
        return self.listing.index(self.item)

    def highlight(self, item: str) -> None:
        """Move the cursor to an item."""
        self.item = item

    def go(self) -> str:
        """Go to the item under the cursor; return a notice if that leads nowhere."""
        return self._go(self.item) if self.item else "this leads nowhere"


class Outline(PlaceList):
    """The panes of a briefing with their sections and items; panes are folded and unfolded."""

    def __init__(self, reader: OpenBriefing) -> None:
        self._reader = reader
        self._open = {reader.trail[0].key}
        self._places: dict[str, Place] = {}
        super().__init__("Outline", [*self._rows()], self._go_to)
        here = reader.trail[0]
        self.item = next((row for row, place in self._places.items() if place == here), here.key)

    def fold(self, direction: int) -> None:
        """Unfold the pane under the cursor (1), or fold the one that the cursor is in (-1)."""
        place = self._places.get(self.item)
        if place is None or (direction > 0) is (place.key in self._open):
            return
        if direction > 0:
            self._open.add(place.key)
        else:
            self._open.remove(place.key)
        self.listing, self.item = Listing([*self._rows()]), place.key

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
        for number, block in enumerate(self._reader.listing_at(pane).blocks):
            if isinstance(block, Heading) and block.level > _PANE_LEVEL:
                indent = "      "
                yield Paragraph(text=runs(Run(f"    {plain(block.text)}", Style.HEADING)))
            elif block.item:
                row = f"{pane.key} {number}"
                self._places[row] = pane.at(block.item)
                yield Paragraph(item=row, text=runs(f"{indent}{_line(block)}"))


def shown_so_far(
    record: MeetingRecord, title: Callable[[str], str], go: Callable[[str], str]
) -> PlaceList:
    """List what was shown in a meeting, the last first, without what has no title any more."""
    rows: list[Block] = [
        TimelineRow(
            item=showing.id,
            when=runs(Run(hours_and_minutes(showing.began), Style.LABEL)),
            title=runs(title(showing.id)),
            aside=runs(Run(minutes_and_seconds(showing.seconds), Style.MUTED)),
        )
        for showing in reversed(record.showings)
        if title(showing.id)
    ]
    return PlaceList("Shown so far", rows or [Paragraph(text=runs("Nothing yet."))], go)


def _line(block: Block) -> str:
    """An item in a line."""
    match block:
        case Entry():
            said = ": ".join(filter(None, (plain(block.name), plain(block.text))))
        case TimelineRow():
            said = f"{plain(block.when)}  {plain(block.title)}"
        case _:
            said = plain(getattr(block, "title", ()) or getattr(block, "text", ()))
    return names.shorten(said) or block.item
