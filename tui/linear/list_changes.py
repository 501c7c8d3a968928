"""What is new in a list: what stands between the item that was said last and this one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from tui.blocks import Block, Card, Heading
from tui.reading.listing import Listing
from tui.render.spoken import spoken

_REMINDER = 2
"""Paragraphs of an item that the reader comes back to."""


class ListPlace(NamedTuple):
    """Identifies a list."""

    place: object
    version: object
    """In another version of the list everything may be new."""
    title: str


class ListChanges:
    """The list that was said last, and where the cursor was in others."""

    def __init__(self) -> None:
        self._place: object = None
        self._version: object = None
        self._at = -1
        self._block: Block | None = None
        self._blocks: Sequence[Block] = ()
        self._unsaid: Sequence[Block] = ()
        self._left: dict[object, Block] = {}
        """By place: the item that was said there last."""

    def forget(self) -> None:
        """Say the place and the item once more."""
        self._place = None
        self._left.clear()

    def changes(
        self, where: ListPlace, listing: Listing, at: int, found: int = -1
    ) -> Iterator[str]:
        """Return what is new in a list, in paragraphs.

        Args:
            where: Identifies the list.
            listing: The list.
            at: The index of the block under the cursor; -1 if there is none.
            found: The index of a block that was found and must be said; -1 if there is none.
        """
        blocks, (place, version, title) = listing.blocks, where
        if found >= 0:
            self._left.pop(place, None)
            if not blocks[found].item:
                yield from paragraphs(blocks[found : found + 1])
        if (place, version) != (self._place, self._version):
            yield from self._arrival(place, title, listing, at)
        elif at >= 0 and (at, blocks[at]) != (self._at, self._block):
            yield from self._move(listing, at)
        elif 0 <= at == found:
            yield from paragraphs(blocks[at : at + 1])
        elif at < 0 and blocks != self._blocks:
            yield from paragraphs(blocks)
        self._place, self._version, self._at, self._blocks = place, version, at, blocks
        self._block = blocks[at] if at >= 0 else None
        if self._block is not None:
            self._left[place] = self._block

    def changes_of_page(
        self,
        place: object,
        blocks: Sequence[Block],
        first: Iterable[str],
        then: Iterable[str],
    ) -> Iterator[str]:
        """Return `first` at a new place, and `then` where its blocks have changed."""
        if place != self._place:
            yield from first
        elif blocks != self._blocks:
            yield from then
        self._place, self._version, self._blocks = place, None, blocks
        self._at, self._block = -1, None

    def unsaid(self) -> Iterator[str]:
        """Return what stands below the last item, if the cursor is there, and is still unsaid."""
        unsaid, self._unsaid = self._unsaid, ()
        yield from paragraphs(unsaid)

    def _arrival(self, place: object, title: str, listing: Listing, at: int) -> Iterator[str]:
        """Return the title of the list, and what stands in it up to the item under the cursor.

        Of an item that was said when the reader left it, the first words are enough.
        """
        blocks = listing.blocks
        head = blocks[0] if blocks else None
        start = 0
        if isinstance(head, Heading) and head.level == 1:
            start = 1
            for text in spoken(head):
                yield text if text.lower().startswith(title.lower()) else f"{title}: {text}"
        elif not (isinstance(head, Card) and head.title):
            yield f"{title}."
        if at < 0:
            yield from paragraphs(blocks[start:])
        elif self._left.get(place) == blocks[at]:
            yield from paragraphs(_section(blocks, at))
            yield from islice(spoken(blocks[at]), _REMINDER)
            self._unsaid = _below(listing, at)
        else:
            is_first = listing.previous_item(at) < 0
            yield from paragraphs(blocks[start:at] if is_first else _section(blocks, at))
            yield from paragraphs(blocks[at : at + 1])
            yield from self._end(listing, at)

    def _move(self, listing: Listing, at: int) -> Iterator[str]:
        """Return what stands between two items, or the heading of another section; and the item."""
        blocks = listing.blocks
        if self._at >= 0 and listing.previous_item(at) == self._at:
            yield from paragraphs(blocks[self._at + 1 : at])
        elif (section := _section(blocks, at)) != _section(blocks, self._at):
            yield from paragraphs(section)
        yield from paragraphs(blocks[at : at + 1])
        yield from self._end(listing, at)

    def _end(self, listing: Listing, at: int) -> Iterator[str]:
        """Return a remark below the last item, or that there is more than that."""
        self._unsaid = _below(listing, at)
        if len(self._unsaid) > 1:
            heads = paragraphs(block for block in self._unsaid if isinstance(block, Heading))
            yield " ".join(["More below this.", *heads])
        else:
            yield from self.unsaid()


def paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    """Return blocks in paragraphs."""
    for block in blocks:
        yield from spoken(block)


def _section(blocks: Sequence[Block], at: int) -> Sequence[Block]:
    """The heading of the section that a block stands in, if any."""
    before = (each for each in reversed(blocks[: max(at, 0)]) if isinstance(each, Heading))
    return [head for head in islice(before, 1) if head.level > 1]


def _below(listing: Listing, at: int) -> Sequence[Block]:
    """What stands below the last item, if the cursor is there."""
    return listing.blocks[at + 1 :] if listing.next_item(at) < 0 else ()
