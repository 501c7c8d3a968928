"""Where in a text a passage would begin that is like some words, as the words vote.

A word that stands both in the text and among the sought ones votes for the place where these
would begin; the votes for the true place agree. Pairs of words are asked first, since few of
them are common, and then single words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from heapq import nlargest
from itertools import pairwise

from tui.text.sentences import words

STEP = 32
"""Code points: votes for places so near each other are for one passage."""
_VOTERS = 24
"""So many of the sought words vote, the rarest first."""
_VOTES = 128
"""So many places a word votes for: one that stands more often says little."""
_COMMON = 1_000
"""So often stands a word that says nothing."""
_CLOSE_ENOUGH = 75
"""Per cent of likeness, by rapidfuzz's ratio, of a known word to one that the text lacks."""
_GUESSED = 3
"""So many words, the longest, are guessed."""
_GUESSES = 200
"""So many in all, since each takes a walk through all words of the text."""

_Index = dict[str, list[int]]
_Voters = list[tuple[int, list[int]]]
"""The offset of a word among the sought, and those at which it stands in the text."""


class CandidateStarts:
    """A text in which words vote for places."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._guesses = _GUESSES

    def places(self, sought: str, most: int) -> Iterator[list[int]]:
        """As pairs elect them, and then as single words do: so many places, the best first."""
        keys = list(_words(sought))
        yield _elected(_known(_pairs(keys), self._pairs), most)
        yield _elected(_known(keys, self._words), most)

    def respelt(self, sought: str) -> str:
        """The sought words with the longest that the text lacks as the text spells the like."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - for misspelt words alone

        unknown = [(key, offset) for key, offset in _words(sought) if key not in self._words]
        longest = nlargest(min(_GUESSED, self._guesses), unknown, key=lambda each: len(each[0]))
        self._guesses -= len(longest)
        for key, offset in sorted(longest, key=lambda each: -each[1]):
            found = process.extractOne(
                key, self._words.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH
            )
            if found:
                sought = sought[:offset] + found[0] + sought[offset + len(key) :]
        return sought

    @cached_property
    def _words(self) -> _Index:
        return _indexed(_words(self._text))

    @cached_property
    def _pairs(self) -> _Index:
        return _indexed(_pairs(_words(self._text)))


def _words(text: str) -> Iterator[tuple[str, int]]:
    """The words of a text in one case, each with its offset."""
    return ((text[start:end].casefold(), start) for start, end in words(text))


def _pairs(keys: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Each word with the one after it."""
    return ((f"{key} {following}", offset) for (key, offset), (following, _) in pairwise(keys))


def _indexed(keys: Iterable[tuple[str, int]]) -> _Index:
    index: _Index = defaultdict(list)
    for key, offset in keys:
        index[key].append(offset)
    return dict(index)


def _known(keys: Iterable[tuple[str, int]], index: _Index) -> _Voters:
    found = ((offset, index[key]) for key, offset in keys if key in index)
    return [(offset, places) for offset, places in found if len(places) < _COMMON]


def _elected(voters: _Voters, most: int) -> list[int]:
    votes: dict[int, float] = defaultdict(float)
    for offset, places in sorted(voters, key=lambda voter: len(voter[1]))[:_VOTERS]:
        for place in places[:_VOTES]:
            votes[(place - offset) // STEP] += len(places) ** -0.5
    score = {step: weight + votes.get(step + 1, 0) for step, weight in votes.items()}
    chosen: list[int] = []
    for step in sorted(score, key=lambda step: -score[step]):
        if chosen and score[step] < score[chosen[0]] / 2:
            break
        if all(abs(step - other) > 1 for other in chosen):
            chosen.append(step)
        if len(chosen) == most:
            break
    return [step * STEP for step in chosen]
