"""Where in a row of words another row fits best."""

from collections.abc import Sequence
from typing import NamedTuple


class Fit(NamedTuple):
    """The stretch of a row of words that needs the fewest changes to become another row."""

    changes: int
    """Words replaced, left out and put in."""
    start: int
    end: int


_CHANGE = 1_000
"""What a change costs beside a word in common, which is worth 1: shared words break ties."""


def fit(wanted: Sequence[str], given: Sequence[str]) -> Fit:
    """Where `wanted` fits best in `given`: with fewest changes, then with most words in common.

    Semi-global alignment (Sellers, 1980): words of `given` before and after the place cost
    nothing. The time is the product of both lengths.
    """
    costs = [0] * (len(given) + 1)
    starts = list(range(len(given) + 1))
    for row, word in enumerate(wanted, 1):
        above, above_start = costs[0], starts[0]
        left, left_start = row * _CHANGE, 0
        costs[0] = left
        for column, other in enumerate(given, 1):
            cost, start = above - 1 if word == other else above + _CHANGE, above_start
            above, above_start = costs[column], starts[column]
            if above + _CHANGE < cost:
                cost, start = above + _CHANGE, above_start
            if left + _CHANGE < cost:
                cost, start = left + _CHANGE, left_start
            costs[column], starts[column] = left, left_start = cost, start
    ends = range(len(costs))
    end = min(ends, key=lambda end: (costs[end], abs(end - starts[end] - len(wanted))))
    return Fit(-(-costs[end] // _CHANGE), starts[end], end)
