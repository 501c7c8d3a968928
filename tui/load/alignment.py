"""Where in a row of words another row fits best."""

from collections.abc import Sequence
from typing import NamedTuple


class Fit(NamedTuple):
    """The stretch of a row of words that needs the fewest changes to become another row."""

    changes: int
    """Words replaced, left out and put in."""
    start: int
    end: int


def fit(wanted: Sequence[str], given: Sequence[str]) -> Fit:
    """Where `wanted` fits best in `given`; of several such places, one as long as it is.

    Semi-global alignment with unit costs (Sellers, 1980): words of `given` before and after the
    place cost nothing. The time is the product of both lengths.
    """
    changes = [0] * (len(given) + 1)
    starts = list(range(len(given) + 1))
    for row, word in enumerate(wanted, 1):
        above, above_start = changes[0], starts[0]
        left, left_start = row, 0
        changes[0], starts[0] = row, 0
        for column, other in enumerate(given, 1):
            cost = above if word == other else above + 1
            start = above_start
            above, above_start = changes[column], starts[column]
            if above + 1 < cost:
                cost, start = above + 1, above_start
            if left + 1 < cost:
                cost, start = left + 1, left_start
            changes[column], starts[column] = left, left_start = cost, start
    fits = map(Fit, changes, starts, range(len(changes)))
    return min(fits, key=lambda each: (each.changes, abs(each.end - each.start - len(wanted))))
