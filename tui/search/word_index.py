"""An index of entries by their words, the beginnings of words, and mistyped words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.search.entries import SearchEntry
from tui.search.vocabulary import SHORT_NAME, Vocabulary, forms
from tui.text.fold import search_key

Weights = dict[int, float]
"""The weight of a match by number of an entry."""

EXACT, BEGINNING, MISTYPED = 1.0, 0.9, 0.6
"""The factors of a match for the weight of its part."""

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """Return the folded words of a text.

    A word of two capitals stays as it is: `US` is a name and `us` a word.
    """
    if _has_short_capitals(text):
        return [
            found if len(found) == SHORT_NAME and found.isupper() and found.isalpha() else key
            for found in _WORD.findall(text)
            for key in _WORD.findall(search_key(found).text)
        ]
    return _WORD.findall(search_key(text).text)


class WordIndex:
    """Entries of briefings by their words."""

    def __init__(self, entries: Iterable[SearchEntry], aliases: Iterable[Sequence[str]]) -> None:
        """Index entries; `aliases` are all names of each actor."""
        self.entries: list[SearchEntry] = []
        self.names = [[*_names(each)] for each in aliases]
        self._postings: dict[str, Weights] = {}
        self._texts: list[str] = []
        self._vocabulary: Vocabulary | None = None
        for entry in entries:
            self.add(entry)

    def add(self, entry: SearchEntry) -> None:
        """Index an entry."""
        number = len(self.entries)
        self.entries.append(entry)
        texts = [words(text) for _, text in entry.parts]
        self._texts.append("\n".join(f" {' '.join(each)} " for each in texts))
        for (part, _), found in zip(entry.parts, texts, strict=True):
            for word in found:
                weights = self._postings.setdefault(word, {})
                if weights.get(number, 0.0) < part.value:
                    weights[number] = part.value
        self._vocabulary = None

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the entries that have been added."""
        if self._vocabulary is None:
            self._vocabulary = Vocabulary(self._postings)
        return self._vocabulary

    def holding(self, word: str) -> Weights:
        """Return the entries with a word, another form of it, or a word that begins with it."""
        found = _scaled(self._postings.get(word, {}), EXACT)
        _merge(found, ((self._postings.get(each, {}), EXACT) for each in forms(word)))
        _merge(found, ((self._postings[each], BEGINNING) for each in self.vocabulary.longer(word)))
        return found

    def has(self, word: str) -> bool:
        """Return whether an entry has exactly this word."""
        return word in self._postings

    def meant(self, word: str) -> str:
        """Return a word, or the short name that it stands for, as `eu` for `EU`."""
        is_name = len(word) == SHORT_NAME and not self.has(word) and self.has(word.upper())
        return word.upper() if is_name else word

    def holding_phrase(self, phrase: Sequence[str]) -> Weights:
        """Return the entries with some whole words in sequence."""
        first, *others = (self._postings.get(word, {}) for word in phrase)
        if not others:
            return dict(first)
        sought = f" {' '.join(phrase)} "
        common = set(first).intersection(*others)
        return {
            number: min(each[number] for each in (first, *others))
            for number in common
            if sought in self._texts[number]
        }

    def holding_like(self, word: str) -> Weights:
        """Return the entries with a word that a mistyped one may mean."""
        found: Weights = {}
        _merge(found, ((self._postings[each], MISTYPED) for each in self.vocabulary.like(word)))
        return found


def _names(aliases: Iterable[str]) -> Iterator[list[str]]:
    """Yield the words of each name, with and without an article."""
    for name in map(words, aliases):
        yield name
        if name[:1] == ["the"] and len(name) > 1:
            yield name[1:]


def _has_short_capitals(text: str) -> bool:
    return _SHORT_CAPITALS.search(text) is not None


_SHORT_CAPITALS = re.compile(r"\b[A-Z]{2}\b")


def _scaled(weights: Weights, factor: float) -> Weights:
    return {number: weight * factor for number, weight in weights.items()}


def _merge(into: Weights, others: Iterable[tuple[Weights, float]]) -> None:
    """Keep the highest weight of each entry."""
    for weights, factor in others:
        for number, weight in weights.items():
            if into.get(number, 0.0) < weight * factor:
                into[number] = weight * factor
