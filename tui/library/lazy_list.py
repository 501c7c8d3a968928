"""A list of briefings whose entries are made one by one, when they are looked at."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import overload

from tui.blocks import Block, Heading, Run, Style, runs

FOUND = "/"
"""The item of a briefing that is listed for what it says is this and its path from the folder,
which never begins so."""


class LazyList(Sequence[Block]):
    """Briefings by their paths, and below them those that are listed for what they say."""

    def __init__(
        self, paths: Sequence[str], found: Sequence[str], make: Callable[[str], Block]
    ) -> None:
        """`make` makes the entry of an item: of a path, or of `FOUND` and a path."""
        self.found = found
        """The paths of those that are listed for what they say."""
        self._above = len(paths)
        self._items = [*paths, *(["", *(f"{FOUND}{path}" for path in found)] if found else ())]
        self._make = make
        self._made: dict[int, Block] = {}

    @property
    def total(self) -> int:
        """How many briefings are listed, those twice that are in both parts."""
        return self._above + len(self.found)

    def number(self, index: int) -> int:
        """The number of an entry, from 1."""
        return index + (index < self._above)

    def position(self, item: str) -> int:
        """The index of an item; -1 where it is not listed."""
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
