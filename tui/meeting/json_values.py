"""Validation of untrusted JSON values.

Each function returns the value if it has the expected type and range, and raises `ValueError`
otherwise.
"""

from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any

LATEST = 253_402_128_000.0
"""The last time accepted, in seconds since the epoch: 9999-12-30 UTC, in year 9999 everywhere.

`datetime` has no year 10000, so a later time could not be displayed in every time zone.
"""

MAX_ID_LENGTH = 400
"""Characters in an id."""


def as_list(value: object, max_length: int) -> Sequence[Any]:
    """Check that a value is a list of at most `max_length` elements."""
    if not isinstance(value, list) or len(value) > max_length:
        raise ValueError(f"not a list of at most {max_length}")
    return value


def as_object(value: object) -> Mapping[str, Any]:
    """Check that a value is a JSON object."""
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def as_id(value: object) -> str:
    """Check that a value is an id of 1 to `MAX_ID_LENGTH` characters."""
    if not isinstance(value, str) or not 0 < len(value) <= MAX_ID_LENGTH:
        raise ValueError("not an id")
    return value


def as_seconds(value: object) -> float:
    """Check that a value is a duration in seconds, or a time in seconds since the epoch."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("not a number of seconds")
    if not isfinite(value) or not 0 <= value <= LATEST:
        raise ValueError("not a time")
    return float(value)
