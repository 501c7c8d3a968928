"""Passages that texts share word for word, found by an index of short runs of words."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tui.checks.text_match import SIGNS, replaced
from tui.frozen import frozen

PLACES = 64
"""Number of places kept for a run of words; one that is more frequent is a formula."""
LOOKUPS = 4
"""How often a run is looked up for one text, which bounds the time for repetitive texts."""
LONGEST = 1_000
"""Longest passage that is measured, in words."""

_Run = tuple[bytes, ...]

_SIGNS = {**SIGNS, **dict.fromkeys("«»「」『』…•–—\u00a0\u2009\u202f\u3000", " ")}
_PUNCTUATION = b'.,;:!?()[]{}"/'
_PUNCTUATION_TO_SPACES = bytes.maketrans(_PUNCTUATION, b" " * len(_PUNCTUATION))


def split_words(text: str) -> list[bytes]:
    """The words of a text for comparison, case folded and without punctuation, in UTF-8.

    Bytes are split and compared in half the time that strings take.
    """
    folded = replaced(text.casefold(), _SIGNS)
    return folded.encode("utf-8", "replace").translate(_PUNCTUATION_TO_SPACES).split()


@frozen
class SharedPassage:
    """A passage that a text shares with an indexed text."""

    source: str
    """The key of the indexed text."""
    there: int
    """Its first word in the indexed text."""
    here: int
    """Its first word in the other text."""
    length: int
    """In words, at most `LONGEST`."""


class WordRunIndex:
    """An index of texts that finds every shared passage of a minimum length.

    Runs of half that length are indexed at such a distance that each passage contains one.
    """

    def __init__(self, passage_length: int) -> None:
        """Create an empty index.

        Args:
            passage_length: The minimum length of a passage, in words.
        """
        self.texts: dict[str, Sequence[bytes]] = {}
        """The words of the indexed texts by key."""
        self._length = passage_length // 2
        self._step = passage_length - self._length + 1
        self._places: dict[_Run, list[tuple[str, int]]] = {}

    def add(self, source: str, words: Sequence[bytes]) -> None:
        """Index the words of a text under a key."""
        self.texts[source] = words
        for number, run in enumerate(self._runs(words, self._step)):
            places = self._places.setdefault(run, [])
            if len(places) < PLACES:
                places.append((source, number * self._step))

    def shared_passages(self, words: Sequence[bytes]) -> Iterator[SharedPassage]:
        """The passages that a text shares with the indexed texts; some are below the minimum."""
        if self._places.keys().isdisjoint(self._runs(words)):
            return
        lookups: Counter[_Run] = Counter()
        ends: dict[tuple[str, int], int] = {}  # of the passages found, by source and shift
        for here, run in enumerate(self._runs(words)):
            places = self._places.get(run)
            if not places or lookups[run] == LOOKUPS:
                continue
            lookups[run] += 1
            for source, there in places:
                if here >= ends.get((source, there - here), 0):
                    passage = self._extended(source, there, words, here)
                    ends[source, there - here] = passage.here + passage.length
                    yield passage

    def _runs(self, words: Sequence[bytes], step: int = 1) -> Iterator[_Run]:
        """The runs that begin at every `step`th word."""
        return zip(*(words[start::step] for start in range(self._length)), strict=False)

    def _extended(
        self, source: str, there: int, words: Sequence[bytes], here: int
    ) -> SharedPassage:
        """The passage around a run that is at `there` in a source and at `here` in `words`."""
        indexed = self.texts[source]
        before = 0
        most = min(here, there, LONGEST - self._length)
        while before < most and words[here - before - 1] == indexed[there - before - 1]:
            before += 1
        here, there, length = here - before, there - before, before + self._length
        most = min(len(words) - here, len(indexed) - there, LONGEST)
        while length < most and words[here + length] == indexed[there + length]:
            length += 1
        return SharedPassage(source, there, here, length)
