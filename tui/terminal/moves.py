"""Rows that have moved: what a terminal can scroll, rather than be sent again."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import ne
from typing import NamedTuple

from tui.terminal.grid import UNKNOWN, Grid

_LEAST_ROWS = 3
"""Fewer that differ are sent again."""
_LEAST_GAIN = 24
"""Cells: what a scroll costs itself."""
_LEAST_SHARE = 8
"""Of the cells that differ: for less, a trial takes longer than it may save."""
_TRIED = 2
"""Distances, of those that most rows have moved by."""


class Move(NamedTuple):
    """Rows that go up by a distance, or down where it is negative."""

    top: int
    bottom: int
    distance: int


def best_move(shown: Grid, wanted: Grid) -> Move | None:
    """The move that brings most cells to where they are wanted, if any is worth a trial.

    Rows move whole. So they are compared whole and by their halves too: where only a half has
    moved, what that saves may be more than what sending the other half again costs.
    """
    changed = {
        row: sum(map(ne, characters, shown.characters[row]))
        for row, characters in enumerate(wanted.characters)
        if characters != shown.characters[row]
    }
    if len(changed) < _LEAST_ROWS or any(UNKNOWN in row for row in wanted.characters):
        return None
    distances = dict.fromkeys(_distances(shown, wanted, [*changed]))
    tried = [_gained(shown, wanted, changed, distance) for distance in distances]
    gain, move = max(tried, default=(0, None))
    return move if gain >= max(_LEAST_GAIN, sum(changed.values()) // _LEAST_SHARE) else None


def _distances(shown: Grid, wanted: Grid, changed: Sequence[int]) -> Iterator[int]:
    half = wanted.columns // 2
    for start, end in ((0, wanted.columns), (0, half), (half, wanted.columns)):
        places: dict[str, int] = {}
        for row in range(changed[0], changed[-1] + 1):
            places.setdefault("".join(shown.characters[row][start:end]), row)
        found = Counter[int]()
        for row in changed:
            text = "".join(wanted.characters[row][start:end])
            if text in places and not text.isspace():
                found[places[text] - row] += 1
        for distance, count in found.most_common(_TRIED):
            if distance and count > 1:
                yield distance


def _gained(
    shown: Grid, wanted: Grid, changed: Mapping[int, int], distance: int
) -> tuple[int, Move]:
    """The rows that gain most by moving this far, and how many cells: the largest sum."""
    start, *_, end = changed
    start, end = start + max(-distance, 0), end - max(distance, 0)
    best, first, gain = (0, start, start), start, 0
    for row in range(start, end + 1):
        differing = sum(map(ne, wanted.characters[row], shown.characters[row + distance]))
        gain += changed.get(row, 0) - differing
        if gain <= 0:
            gain, first = 0, row + 1
        elif gain > best[0]:
            best = gain, first, row
    gain, first, last = best
    return gain, Move(min(first, first + distance), max(last, last + distance), distance)
