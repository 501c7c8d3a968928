"""The briefings of a store that may answer a question, and how much their answers may be worth.

This is an estimate from above, made without reading the contents of a briefing. The exact
ranking of the answers is that of `ranking`.
"""

from collections.abc import Iterable, Sequence
from functools import reduce

from tui.search.entries import SearchEntry
from tui.search.ranking import SHORTEST_SLIP, highest
from tui.search.store import ITEM_BITS, ITEMS, Store, Worths, better, packed
from tui.search.vocabulary import forms, is_short_name, is_unspaced
from tui.search.word_index import BEGINNING, EXACT, MISTYPED, words

_SHORTEST_BEGINNING = 2
"""Letters from which on a beginning stands for the words that begin with it."""

_Matches = dict[int, tuple[float, int]]
"""By number of a briefing: how much a match of a word counts, and its packed worth."""


def worth_by_word(
    entries: Sequence[SearchEntry], aliases: Sequence[Sequence[str]]
) -> dict[str, int]:
    """Return the packed worth of the best answer with each word.

    The words of all names of an actor are worth the same.
    """
    worths: dict[str, int] = {}
    for number, entry in enumerate(entries):
        most, bit = highest(entry), 1 << number % ITEM_BITS
        for part, text in entry.parts:
            worth = packed(part.value + most, bit)
            for word in words(text):
                worths[word] = better(worths.get(word, 0), worth)
    for names in aliases:
        named = {word for name in names for word in words(name) if word in worths}
        best = reduce(better, (worths[word] for word in named), 0)
        worths.update(dict.fromkeys(named, best))
    return worths


def worth_by_briefing(store: Store, asked: Sequence[str]) -> dict[int, float]:
    """Return the highest possible worth of each briefing that has every word in one item.

    If there is none, words that no briefing has may be mistyped; then any word may.
    """
    if not asked:
        return {}
    matches = [_matching(store, word) for word in asked]
    together = _together(matches)
    if not together:
        for at, word in enumerate(asked):
            matches[at] = matches[at] or _mistyped(store, word)
        together = _together(matches)
    if not together:
        mistyped = (_mistyped(store, word) for word in asked)
        matches = [{**like, **found} for like, found in zip(mistyped, matches, strict=True)]
        together = _together(matches)
    return together


def _matching(store: Store, word: str) -> _Matches:
    if is_unspaced(word):
        return _all(store, store.vocabulary().longer(word), BEGINNING)
    exact = _all(store, (word, *forms(word)), EXACT)
    if len(word) < _SHORTEST_BEGINNING or is_short_name(word):
        return exact
    matches = {number: (BEGINNING, worth) for number, worth in store.beginning(word).items()}
    for number, (factor, worth) in exact.items():
        matches[number] = (factor, better(worth, matches.get(number, (factor, 0))[1]))
    return matches


def _mistyped(store: Store, word: str) -> _Matches:
    if len(word) < SHORTEST_SLIP:
        return {}
    return _all(store, store.vocabulary().like(word), MISTYPED)


def _all(store: Store, words: Iterable[str], factor: float) -> _Matches:
    """Return the best worth of each briefing that has any of some words."""
    found: Worths = {}
    for word in words:
        for number, worth in store.holding(word).items():
            found[number] = better(worth, found.get(number, 0))
    return {number: (factor, worth) for number, worth in found.items()}


def _together(matches: Sequence[_Matches]) -> dict[int, float]:
    """Return the worth of the briefings that have every word in one item."""
    first, *others = sorted(matches, key=len)
    found = {}
    for number in set(first).intersection(*others):
        items, total = ITEMS, 0.0
        for word_matches in matches:
            factor, worth = word_matches[number]
            items &= worth
            total += factor * (worth >> ITEM_BITS)
        if items:
            found[number] = total
    return found
