"""A list as it is heard: what stands between the item that was told last and this one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from tui.app.viewport import Viewport
from tui.blocks import Block, Card, Heading
from tui.render.spoken import spoken

_KNOWN = 2
"""Paragraphs that remind of an item which one comes back to."""


class ListChanges:
    """What was told of the lists, and the last of them."""

    def __init__(self) -> None:
        self._place: object = None
        self._version: object = None
        self._at = -1
        self._block: Block | None = None
        self._told: Sequence[Block] = ()
        self._rest: Sequence[Block] = ()
        self._left: dict[object, Block] = {}
        """By place: the item that was told there last."""

    def forget(self) -> None:
        """Tell the place and the item once more."""
        self._place = None
        self._left.clear()

    def tell(
        self, place: object, version: object, title: str, view: Viewport, found: int = -1
    ) -> Iterator[str]:
        """What is new in a list, at a place of that title, in paragraphs.

        Of another `version` of the place all may be new. `found` is the index of a block that was
        sought and must be told, item or not.
        """
        at = view.cursor
        if found >= 0:
            self._left.pop(place, None)
        if found >= 0 and not view.blocks[found].item:
            yield from told(view.blocks[found : found + 1])
        if (place, version) != (self._place, self._version):
            yield from self._arrive(place, title, view)
        elif at >= 0 and (at, view.blocks[at]) != (self._at, self._block):
            yield from self._move(view)
        elif at >= 0 and found == at:
            yield from told(view.blocks[at : at + 1])
        elif at < 0 and view.blocks != self._told:
            yield from told(view.blocks)
        self._place, self._version, self._at, self._told = place, version, at, view.blocks
        self._block = view.blocks[at] if at >= 0 else None
        if self._block is not None:
            self._left[place] = self._block

    def tell_whole(
        self,
        place: object,
        blocks: Sequence[Block],
        first: Iterable[Block | str],
        then: Iterable[Block | str],
    ) -> Iterator[str]:
        """What is no list to go through: `first` where it is new, `then` where it has changed."""
        if place != self._place:
            yield from told(first)
        elif blocks != self._told:
            yield from told(then)
        self._place, self._version, self._told = place, None, blocks
        self._at, self._block = -1, None

    def rest(self) -> Iterator[str]:
        """What stands below the last item and has not been told, where the cursor is on that."""
        rest, self._rest = self._rest, ()
        yield from told(rest)

    def _arrive(self, place: object, title: str, view: Viewport) -> Iterator[str]:
        """The name of the list, then what stands in it up to the item under the cursor.

        Where one comes back to the item that one left, its first words will do.
        """
        at, blocks = view.cursor, view.blocks
        is_known = at >= 0 and self._left.get(place) == blocks[at]
        is_titled = _is_titled(blocks)
        if not is_titled:
            yield f"{title}."
        elif is_titled and isinstance(blocks[0], Heading):
            yield from _named(title, blocks[0])
            blocks = blocks[1:]
            at -= 1
        if at < 0:
            yield from told(blocks)
        elif is_known:
            yield from told(_section(blocks, at))
            yield from islice(spoken(blocks[at]), _KNOWN)
            self._rest = _rest(view)
        else:
            before = blocks[:at] if view.ordinal == 1 else _section(blocks, at)
            yield from told([*before, blocks[at]])
            yield from self._end(view)

    def _move(self, view: Viewport) -> Iterator[str]:
        """What stands before the item that it belongs to: all of it, or the heading of a section.

        The heading is told where the item told last stood under another one.
        """
        at = view.cursor
        if self._at >= 0 and view.item_before(at) == self._at:
            yield from told(view.blocks[self._at + 1 : at])
        elif (section := _section(view.blocks, at)) != _section(view.blocks, self._at):
            yield from told(section)
        yield from told(view.blocks[at : at + 1])
        yield from self._end(view)

    def _end(self, view: Viewport) -> Iterator[str]:
        """What stands below the last item: a remark is told at once, of more that it is there."""
        self._rest = _rest(view)
        if len(self._rest) > 1:
            heads = told(block for block in self._rest if isinstance(block, Heading))
            yield " ".join(["More below this.", *heads])
        else:
            yield from self.rest()


def told(blocks: Iterable[Block | str]) -> Iterator[str]:
    """Blocks in paragraphs, and what is one already."""
    for block in blocks:
        yield from [block] if isinstance(block, str) else spoken(block)


def _named(title: str, heading: Heading) -> Iterator[str]:
    """The heading of a list, behind what kind of list it is where it does not say so itself."""
    for text in spoken(heading):
        yield text if text.lower().startswith(title.lower()) else f"{title}: {text}"


def _is_titled(blocks: Sequence[Block]) -> bool:
    """The first block says what the list is."""
    first = blocks[0] if blocks else None
    is_title = isinstance(first, Heading) and first.level == 1
    return is_title or (isinstance(first, Card) and bool(first.title))


def _section(blocks: Sequence[Block], at: int) -> Sequence[Block]:
    """The heading of the section that a block stands in, if any."""
    before = (each for each in reversed(blocks[: max(at, 0)]) if isinstance(each, Heading))
    return [head for head in islice(before, 1) if head.level > 1]


def _rest(view: Viewport) -> Sequence[Block]:
    """What stands below the last item, if the cursor is there."""
    return view.blocks[view.cursor + 1 :] if view.item_after(view.cursor) < 0 else ()
