"""In what order briefings are listed: on the screen, and in a pipe."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from tui.library.summary import BriefingSummary, Read


class Order(NamedTuple):
    """A way to put briefings in order."""

    said: str
    """What it is, in a word or two."""
    key: Callable[[BriefingSummary], Any]
    is_reversed: bool = False
    """The latest, or the most, comes first."""


UNREAD = "unread"
"""The order that asks what the reader has read."""

ORDERS = {
    "path": Order("by path", lambda each: each.path),
    "issued": Order("newest first", lambda each: each.issued, is_reversed=True),
    UNREAD: Order("not read first", lambda each: each.path),
    "problems": Order(
        "most problems first", lambda each: (each.errors, each.warnings), is_reversed=True
    ),
    "title": Order("by title", lambda each: each.title.casefold()),
    "cutoff": Order("latest cutoff first", lambda each: each.cutoff, is_reversed=True),
    "status": Order("by status", lambda each: each.status),
    "marking": Order("by marking", lambda each: each.marking),
}
"""By name; the first one is by what is known without reading."""


def ordered(
    found: Iterable[BriefingSummary], order: str, read: Callable[[BriefingSummary], Read]
) -> list[BriefingSummary]:
    """Briefings in an order; where they are alike in it, by path."""
    by_path = sorted(found, key=lambda each: each.path)
    if order == UNREAD:
        return sorted(by_path, key=lambda each: _URGENCY.index(read(each)))
    chosen = ORDERS[order]
    return sorted(by_path, key=chosen.key, reverse=chosen.is_reversed)


_URGENCY = (Read.NEVER, Read.BEFORE, Read.UNKNOWN, Read.YES)
"""What a reader may have missed comes first."""
