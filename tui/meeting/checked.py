"""Values of JSON that somebody else may have written: each is what it is said to be, or fails."""

from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any

LATEST = 253_402_128_000.0
"""Seconds since the epoch: the last day but one of the year 9999, in UTC. That is a date in every
time zone, which none in the year 10000 is."""

LONGEST = 400
"""Characters of an id."""


def listed(told: object, most: int) -> Sequence[Any]:
    """A list of at most so many."""
    if not isinstance(told, list) or len(told) > most:
        raise ValueError(f"not a list of at most {most}")
    return told


def mapped(told: object) -> Mapping[str, Any]:
    """An object."""
    if not isinstance(told, dict):
        raise ValueError("not an object")
    return told


def word(told: object) -> str:
    """The id of something."""
    if not isinstance(told, str) or not 0 < len(told) <= LONGEST:
        raise ValueError("not an id")
    return told


def moment(told: object) -> float:
    """Seconds since the epoch, or of a length of time."""
    if isinstance(told, bool) or not isinstance(told, int | float):
        raise ValueError("not a number of seconds")
    if not isfinite(told) or not 0 <= told <= LATEST:
        raise ValueError("not a time")
    return float(told)
