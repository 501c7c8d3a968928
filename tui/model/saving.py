"""Which texts may be written to the disk, by their markings."""

from collections.abc import Iterable

from tui.model.document import Document

_MAY_BE_SAVED = frozenset({"TLP:CLEAR", "TLP:GREEN"})
"""Markings (Traffic Light Protocol 2.0) of what may be passed on in a community. Stricter ones
limit a text to its recipients, who may not be the only ones to read a disk."""


def reason_not_saved(markings: Iterable[str]) -> str:
    """Say why a text with all of these markings is not written to the disk; empty if it may be."""
    for marking in markings:
        if marking not in _MAY_BE_SAVED:
            return f"not saved, since it is {marking or 'not marked'}"
    return ""


def markings_of(document: Document) -> list[str]:
    """Return the marking of a briefing, and those of its items that have one of their own."""
    items = (getattr(item, "marking", "") for item in document.items.values())
    return [document.briefing.marking, *filter(None, items)]
