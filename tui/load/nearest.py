"""The passages of a text that are most like words which are not in it.

Words that both share vote for where the passage begins, the rare ones with more weight; at the
places with most votes the words are aligned one by one. Every step is bounded, so that
thousands of excerpts that fit nowhere cost seconds.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from heapq import nlargest
from itertools import takewhile
from typing import NamedTuple

from tui.load.alignment import fit
from tui.text.fold import Folded
from tui.text.sentences import words

Span = tuple[int, int]

_VOTERS = 24
"""So many of the sought words vote, the rarest first."""
_VOTES = 64
"""So many places a word votes for: one that stands more often says little."""
_STEP = 32
"""Code points: votes for places so near each other are for one passage."""
_RUNNERS_UP = 2
"""So many places are looked at beyond those asked for, since votes are a guess."""
_ALIGNED = 40
"""So many words at either end are aligned to find where a passage begins and ends."""
_SLACK = 400
"""Code points that a passage may be longer or shorter than what is sought, at most."""
_LIKE = 0.5
"""The share of its words that a passage must have in common to be called near."""
_CLOSE_ENOUGH = 75
"""Per cent of likeness, by rapidfuzz's ratio, of a known word to one that the text lacks."""
_GUESSES = 200
"""So many words that the text lacks are guessed: each takes a walk through all its words."""

_HAN_KANA = re.compile("[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]")


class _Near(NamedTuple):
    likeness: float
    span: Span


class Nearest:
    """A text in which passages are found by their likeness."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded
        self._guesses = _GUESSES

    def spans(self, sought: str, most: int = 1) -> list[Span]:
        """The nearest passages to some folded words, the nearest first, in the raw text."""
        places = self._places(sought, most + _RUNNERS_UP)
        near = {found.span: found for found in (self._aligned(sought, at) for at in places)}
        alike = [found for found in near.values() if found.likeness >= _LIKE]
        offsets = self._folded.offsets
        best = nlargest(most, alike, key=lambda found: found.likeness)
        return [(offsets[start], offsets[end]) for start, end in (found.span for found in best)]

    def _places(self, sought: str, most: int) -> list[int]:
        """Where in the folded text the sought words would begin, by the votes of their words."""
        votes: dict[int, float] = defaultdict(float)
        for offset, places in self._voters(sought):
            for place in places[:_VOTES]:
                votes[(place - offset) // _STEP] += len(places) ** -0.5
        score = {step: weight + votes.get(step + 1, 0) for step, weight in votes.items()}
        chosen: list[int] = []
        for step in sorted(score, key=lambda step: -score[step]):
            if all(abs(step - other) > 1 for other in chosen):
                chosen.append(step)
            if len(chosen) == most:
                break
        return [step * _STEP for step in chosen]

    def _voters(self, sought: str) -> list[tuple[int, list[int]]]:
        """The offsets of the rarest shared words, and where each stands in the folded text."""
        keys = list(_keys(sought))
        known = [(offset, self._index[key]) for key, offset in keys if key in self._index]
        if not known:
            known = list(self._guessed(keys))
        return sorted(known, key=lambda voter: len(voter[1]))[:_VOTERS]

    def _guessed(self, keys: list[tuple[str, int]]) -> Iterator[tuple[int, list[int]]]:
        """Likewise for words of the text that are spelt much like the longest of the sought."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - for misspelt words alone

        for key, offset in nlargest(3, keys, key=lambda each: len(each[0])):
            if self._guesses > 0:
                self._guesses -= 1
                found = process.extractOne(
                    key, self._index.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH
                )
                if found:
                    yield offset, self._index[found[0]]

    def _aligned(self, sought: str, place: int) -> _Near:
        """The passage about a place of the folded text that fits the sought words best."""
        spans = words(sought)
        head, tail = spans[:_ALIGNED], spans[-_ALIGNED:]
        count, changes, start, end = self._fit(sought, head, place)
        if len(spans) > _ALIGNED:
            more, further, _, end = self._fit(sought, tail, place)
            count, changes = count + more, changes + further
        if start >= end:
            return _Near(0, (0, 0))
        text = self._folded.text
        before, after = sought[: spans[0][0]], sought[spans[-1][1] :]
        start -= _shared(reversed(before), reversed(text[max(start - len(before), 0) : start]))
        end += _shared(after, text[end : end + len(after)])
        return _Near(1 - changes / count, (start, end))

    def _fit(self, sought: str, spans: list[Span], place: int) -> tuple[int, int, int, int]:
        """Some words of what is sought from a place on: how many, with how many changes, where."""
        if not spans:
            return 0, 0, 0, 0
        slack = min(len(sought) // 2, _SLACK) + 2 * _STEP
        low = max(place + spans[0][0] - slack, 0)
        window = self._folded.text[low : place + spans[-1][1] + slack]
        given = words(window)
        wanted = [sought[start:end].casefold() for start, end in spans]
        found = fit(wanted, [window[start:end].casefold() for start, end in given])
        if found.start == found.end:
            return len(spans), len(spans), 0, 0
        start, end = given[found.start][0], given[found.end - 1][1]
        return len(spans), found.changes, low + start, low + end

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for key, offset in _keys(self._folded.text):
            index[key].append(offset)
        return dict(index)


def _keys(text: str) -> Iterator[tuple[str, int]]:
    """The words of a text in one case, and pairs of Han and Kana, each with its offset."""
    for start, end in words(text):
        if end - start == 1 and _HAN_KANA.match(text, start) and _HAN_KANA.match(text, end):
            yield text[start : end + 1], start
        else:
            yield text[start:end].casefold(), start


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters two texts share at the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
