"""A list of briefings whose entries are made when they are shown."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import overload

from tui.blocks import Block, Heading, Run, Style, runs

FOUND = "/"
"""The prefix of the item of a briefing that is listed for its contents. No path begins with it."""


class LazyList(Sequence[Block]):
    """Briefings by their paths, and below them those that are listed for their contents."""

    def __init__(
        self, paths: Sequence[str], found: Sequence[str], make: Callable[[str], Block]
    ) -> None:
        """List briefings.

        Args:
            paths: The briefings.
            found: The briefings that are listed for their contents.
            make: Makes the entry of an item: of a path, or of `FOUND` and a path.
        """
        self.found = found
        """The paths of the briefings that are listed for their contents."""
        self._above = len(paths)
        self._items = [*paths, *(["", *(f"{FOUND}{path}" for path in found)] if found else ())]
        self._make = make
        self._made: dict[int, Block] = {}

    @property
    def total(self) -> int:
        """The number of entries; a briefing in both parts counts twice."""
        return self._above + len(self.found)

    def number(self, index: int) -> int:
        """Return the number of an entry, from 1."""
        return index + (index < self._above)

    def position(self, item: str) -> int:
        """Return the index of an item; -1 if it is not listed."""
        return self._positions.get(item, -1)

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        if index not in self._made:
            item = self._items[index]
            self._made[index] = self._make(item) if item else self._heading()
        return self._made[index]

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {item: at for at, item in enumerate(self._items) if item}

    def _heading(self) -> Block:
        count = f"{len(self.found):,} briefing{'s' if len(self.found) > 1 else ''}"
        return Heading(text=runs("IN WHAT THEY SAY"), aside=runs(Run(count, Style.MUTED)))
