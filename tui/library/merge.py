"""Three-way merge of short texts, such as notes that were edited in two terminals at once."""

import re
from collections.abc import Iterable, Sequence
from functools import reduce

SEPARATOR = "; "
"""What is written between two additions at the same place."""

_TOKEN = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u1100-\u11ff\uac00-\ud7a3]|\\w+|\\s+|[^\\w\\s]"
)
"""A word, a space or a punctuation mark; in kana, Han and Hangul each character is a token."""


def merge(base: str, ours: str, theirs: str) -> str:
    """Merge two versions of a text, as diff3 does, keeping every addition.

    Where both versions changed the same place, both changes are kept, theirs first; what they
    begin or end with in common is written once.

    Args:
        base: The text that both versions were made from; empty if there was none.
        ours: One version.
        theirs: The other version.
    """
    before, mine, other = (_TOKEN.findall(text) for text in (base, ours, theirs))
    in_mine, in_other = _matches(before, mine), _matches(before, other)
    merged: list[str] = []
    start, mine_start, other_start = 0, 0, 0
    for at in [*sorted(in_mine.keys() & in_other.keys()), len(before)]:
        mine_end, other_end = in_mine.get(at, len(mine)), in_other.get(at, len(other))
        merged += _merge_changes(
            before[start:at], mine[mine_start:mine_end], other[other_start:other_end]
        )
        merged += before[at : at + 1]
        start, mine_start, other_start = at + 1, mine_end + 1, other_end + 1
    return "".join(merged)


def combine(texts: Iterable[str]) -> str:
    """Join texts of which nothing in common is known, writing a common beginning or end once."""
    return reduce(lambda joined, text: merge("", text, joined), texts, "")


def _matches(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Map the positions of the tokens that an edit left in place to their new positions."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only when texts are merged

    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return {block.a + at: block.b + at for block in blocks for at in range(block.size)}


def _merge_changes(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Merge the changes between two tokens that both versions have kept."""
    if ours in (base, theirs):
        return [*theirs]
    if theirs == base:
        return [*ours]
    shortest = min(len(ours), len(theirs))
    head = next((at for at in range(shortest) if ours[at] != theirs[at]), shortest)
    rest = shortest - head
    tail = next((at for at in range(rest) if ours[-1 - at] != theirs[-1 - at]), rest)
    their_change = "".join(theirs[head : len(theirs) - tail])
    our_change = "".join(ours[head : len(ours) - tail])
    both = their_change.strip() and our_change.strip()
    parts = [their_change.rstrip(), our_change.lstrip()] if both else [their_change, our_change]
    changes = SEPARATOR.join(parts) if both else "".join(parts)
    return [*theirs[:head], changes, *theirs[len(theirs) - tail :]]
