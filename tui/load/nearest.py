"""The passages of a text that are most like words which are not in it.

Candidate starts come from `tui.load.candidate_starts`, and at those the words are aligned.
Every step is bounded, and so is their number, so that thousands of excerpts that fit nowhere
cost seconds.
"""

from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from tui.load.alignment import fit
from tui.load.candidate_starts import STEP, CandidateStarts
from tui.text.fold import Folded
from tui.text.sentences import words

Span = tuple[int, int]

_RUNNERS_UP = 2
"""So many places are looked at beyond those asked for, since votes are a guess."""
_ALIGNED = 40
"""So many words at either end are aligned to find where a passage begins and ends."""
_SLACK = 200
"""Code points that a passage may be longer or shorter than what is sought, at most."""
_LIKE = 0.5
"""The share of its words that a passage must have in common to be called near."""
_SURE = 0.8
"""The share from which on runners-up are not looked at."""
_ALIGNMENTS = 4_000
"""So many passages of one text are aligned; each takes a millisecond or a few."""


class _Near(NamedTuple):
    likeness: float
    span: Span


class Nearest:
    """A text in which passages are found by their likeness."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded
        self._votes = CandidateStarts(folded.text)
        self._alignments = _ALIGNMENTS

    def spans(self, sought: str, most: int = 1) -> list[Span]:
        """The nearest passages to some folded words, the nearest first, in the raw text."""
        near = self._near(sought, most)
        if not near:
            respelt = self._votes.respelt(sought)
            near = self._near(respelt, most) if respelt != sought else []
        chosen: list[Span] = []
        for start, end in (each.span for each in sorted(near, key=lambda each: -each.likeness)):
            if len(chosen) < most and all(end <= low or high <= start for low, high in chosen):
                chosen.append((start, end))
        offsets = self._folded.offsets
        return [(offsets[start], offsets[end]) for start, end in chosen]

    def _near(self, sought: str, most: int) -> list[_Near]:
        """The passages about the elected places that are like the sought words."""
        found: list[_Near] = []
        for places in self._votes.places(sought, most + _RUNNERS_UP):
            for place in places[: self._alignments]:
                self._alignments -= 1
                near = self._aligned(sought, place)
                if near.likeness >= _LIKE:
                    found.append(near)
                if sum(near.likeness >= _SURE for near in found) >= most:
                    return found
            if found:
                return found
        return found

    def _aligned(self, sought: str, place: int) -> _Near:
        """The passage about a place of the folded text that fits the sought words best."""
        spans = words(sought)
        head, tail = spans[:_ALIGNED], spans[-_ALIGNED:]
        changes, (start, end) = self._fit(sought, head, place)
        count = len(head)
        if len(spans) > _ALIGNED:
            further, (_, end) = self._fit(sought, tail, place)
            count, changes = count + len(tail), changes + further
        if start >= end:
            return _Near(0, (0, 0))
        text = self._folded.text
        before, after = sought[: spans[0][0]], sought[spans[-1][1] :]
        start -= _shared(reversed(before), reversed(text[max(start - len(before), 0) : start]))
        end += _shared(after, text[end : end + len(after)])
        return _Near(1 - changes / count, (start, end))

    def _fit(self, sought: str, spans: list[Span], place: int) -> tuple[int, Span]:
        """How many changes some words of what is sought from a place on need, and to be what."""
        slack = min(len(sought) // 4, _SLACK) + 2 * STEP
        low = max(place + spans[0][0] - slack, 0)
        window = self._folded.text[low : max(place + spans[-1][1] + slack, 0)]
        given = words(window)
        wanted = [sought[start:end].casefold() for start, end in spans]
        found = fit(wanted, [window[start:end].casefold() for start, end in given])
        if found.start == found.end:
            return len(spans), (0, 0)
        return found.changes, (low + given[found.start][0], low + given[found.end - 1][1])


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters two texts share at the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
