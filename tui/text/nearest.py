"""The nearest known word where one is misspelt."""

from collections.abc import Iterable

CLOSE_ENOUGH = 75
"""Per cent of likeness, by rapidfuzz's ratio: one slip in a word of four letters, two in eight."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like this one; empty if none is close enough."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - for misspelt words alone

    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
    return str(found[0]) if found else ""
