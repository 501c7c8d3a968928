"""The words of an index, and which of them a typed word may mean."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

SHORT_NAME = 2
"""Letters of a word that is a name if it is in capitals, as `US`."""

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u1100-\u11ff\uac00-\ud7a3]")
"""Kana, Han and Hangul, in which a word need not follow a space."""


def is_unspaced(word: str) -> bool:
    """Return whether a script does without spaces, or joins particles to its words."""
    return _UNSPACED.search(word) is not None


def is_short_name(word: str) -> bool:
    """Return whether a word has two capitals; it matches whole words only."""
    return len(word) == SHORT_NAME and word.isupper()


def forms(word: str) -> Iterator[str]:
    """Yield other forms of an English word, inflected, and in British and American spelling.

    Many of them are no words, and occur nowhere.
    """
    if len(word) < _SHORTEST_FORM or not (word.isascii() and word.isalpha() and word.islower()):
        return
    stems = {word, *(word.removesuffix(ending) for ending in _ENDINGS)}
    stems = {stem for stem in stems if len(stem) >= _SHORTEST_FORM}
    stems |= {
        stem.removesuffix(one) + other
        for stem in stems
        for pair in _SPELLINGS
        for one, other in (pair, pair[::-1])
        if stem.endswith(one)
    }
    yield from {stem + ending for stem in stems for ending in ("", *_ENDINGS)} - {word}


_SHORTEST_FORM = 4
_ENDINGS = ("s", "es", "d", "ed", "ing")
_SPELLINGS = (("re", "er"), ("ce", "se"), ("our", "or"), ("ise", "ize"), ("isation", "ization"))


class Vocabulary:
    """A sorted list of words."""

    def __init__(self, words: Iterable[str]) -> None:
        self._sorted = sorted(words)

    def longer(self, word: str) -> Iterator[str]:
        """Yield the words that begin with a word, or contain it if its script is unspaced.

        The word itself is one of them, if it occurs. A short name is not a beginning.
        """
        if is_unspaced(word):
            yield from (each for each in self._unspaced if word in each)
        elif not is_short_name(word):
            yield from self._beginning(word)

    def like(self, word: str) -> set[str]:
        """Return the words that a mistyped word may mean, or begin.

        One letter may be added, missing or wrong, or two neighbours exchanged (optimal string
        alignment distance of 1). In a word of three letters they can only be exchanged, since
        every such word is similar to some other.
        """
        if len(word) <= _NOTHING_BUT_EXCHANGED:
            first, middle, last = word[:1], word[1:2], word[2:]
            heads = (word, middle + first + last, first + last + middle)
            return {each for head in heads for each in self._beginning(head)}
        from rapidfuzz import process  # noqa: PLC0415 - for misspelt words alone
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        begun: dict[str, list[str]] = {}
        for candidate in self._near(word):
            for length in range(len(word) - 1, min(len(word) + 1, len(candidate)) + 1):
                begun.setdefault(candidate[:length], []).append(candidate)
        near = process.extract(word, list(begun), scorer=OSA.distance, score_cutoff=1, limit=None)
        return {candidate for head, _, _ in near for candidate in begun[head]}

    def _near(self, word: str) -> set[str]:
        """Return candidates for `like`: one error leaves one half whole, or is between both.

        Only these are compared letter by letter.
        """
        middle = len(word) // 2
        first, second = word[:middle], word[middle:]
        exchanged = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
        found = {*self._beginning(first), *self._beginning(exchanged)}
        found.update(each for each in self._sorted if second in each)
        return {each for each in found if not is_short_name(each)}

    def _beginning(self, word: str) -> Sequence[str]:
        start = bisect_left(self._sorted, word)
        return self._sorted[start : bisect_left(self._sorted, word + LAST, start)]

    @cached_property
    def _unspaced(self) -> Sequence[str]:
        return [word for word in self._sorted if is_unspaced(word)]


_NOTHING_BUT_EXCHANGED = 3

LAST = "\U0010ffff"
"""The last code point, which sorts after every letter."""
