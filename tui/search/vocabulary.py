"""The words that there are, and those of them that a reader may mean by what they type."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

SHORT_NAME = 2
"""Letters of a word that is a name where it is in capitals: `US` is a name and `us` a word."""

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u1100-\u11ff\uac00-\ud7a3]")
"""Kana, Han and Hangul, where a word stands within others without a space before it."""


def is_unspaced(word: str) -> bool:
    """Whether a word is of a script that is written without spaces, or joins endings to words."""
    return _UNSPACED.search(word) is not None


def is_short_name(word: str) -> bool:
    """Whether it is one of two capitals, which counts as a whole word alone."""
    return len(word) == SHORT_NAME and word.isupper()


def forms(word: str) -> Iterator[str]:
    """How English may write the same word: inflected or not, and on the other side of the Atlantic.

    Many of these are no words: only those count that there are.
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
    """Words in their order."""

    def __init__(self, words: Iterable[str]) -> None:
        self._sorted = sorted(words)

    def longer(self, word: str) -> Iterator[str]:
        """The words that begin with this one, or hold it where it is of a script without spaces.

        The word itself is among them if there is one; a name of two capitals is no beginning.
        """
        if is_unspaced(word):
            yield from (each for each in self._unspaced if word in each)
        elif not is_short_name(word):
            yield from self._beginning(word)

    def like(self, word: str) -> set[str]:
        """The words from which this one, or from whose beginnings it, is a slip away.

        A slip is a letter too many, too few, another, or two exchanged. Of three letters, only
        the last: any other would be too much like some word.
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
        """The words that may be like one: a slip leaves one half of it whole, or is between both.

        That halves are looked for first is what makes a slip as quick as a hit.
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
"""What stands after every letter in the order of words."""
