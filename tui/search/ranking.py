"""Answers to a question of a few letters, the best one first."""

from collections.abc import Iterator, Sequence

from tui.frozen import frozen
from tui.search.entries import EntryPart, SearchEntry
from tui.search.word_index import BEGINNING, Weights, WordIndex, words
from tui.text.expression import expression

_KINDS = {
    "reaction": 3.0,
    "event": 2.4,
    "claim": 2.0,
    "judgment": 1.4,
    "note": 0.6,
    "point": 0.5,
    "actor": 0.4,
    "source": 0.3,
    "excerpt": 0.0,
}
"""What is worth more as an answer: what somebody said before what lies behind it."""

_OFFICIAL = 2.0
"""What an official statement is worth more, where it was asked for who said it."""

_NAMED = 0.95
"""How much a thing counts that is meant by another of its names."""

_NAMED_IN_FULL = 1.5
"""The same for a name of several words, which hardly anything else has."""

_QUESTIONS = ("who", "what", "when", "where", "which", "why", "how")
_BEING = frozenset(("is", "are", "was", "were"))
_SAYING = ("did", "do", "does", "say", "says", "said", "think", "thinks")
_BETWEEN = ("a", "an", "the", "of", "on", "in", "to", "by", "for", "with", "about", "will", "has")
_ASKING = _BEING.union(_QUESTIONS, _SAYING, _BETWEEN, ("date",))
"""Words that make a question of what is asked for; an answer has others."""
_AMOUNT = frozenset(("many", "much", "long"))
"""What makes a question after `how`."""

_DATED = 1.5
"""What an event is worth more where it was asked for when it is."""

_DESCRIBED = 6.0
"""What it is worth more that somebody is described, where it was asked for who or what it is."""

_SHORTEST_NAME = 3
"""Letters from which on the beginning of a name stands for all names of who bears it."""

SHORTEST_SLIP = 3
"""Letters from which on a word may be mistyped."""


@frozen
class Answers:
    """What was found, by how it answers; each list with the best first."""

    on: tuple[SearchEntry, ...] = ()
    """What answers."""
    also: tuple[SearchEntry, ...] = ()
    """What answers too but is no official statement, where there is one among `on`."""
    near: tuple[SearchEntry, ...] = ()
    """What those said who were asked for, but on something else."""

    @property
    def all(self) -> tuple[SearchEntry, ...]:
        """In the order in which they are listed."""
        return self.on + self.also + self.near


def answers(index: WordIndex, question: str, *, near: int = 5) -> Answers:
    """The answers to a question; `near` is how many there are at most that are merely near."""
    asked = [index.meant(word) for word in sought(question)]
    if not asked:
        return Answers()
    matched = [index.holding(word) for word in asked]
    _add_names(index, asked, matched)
    scores = _together(matched)
    if not scores:
        for word, weights in zip(asked, matched, strict=True):
            if not weights and len(word) >= SHORTEST_SLIP:
                weights.update(index.holding_like(word))
        scores = _together(matched)
    if not scores:
        matched = [_with_slips(index, *pair) for pair in zip(asked, matched, strict=True)]
        scores = _together(matched)
    return _grouped(index, matched, scores, near, _Favour(words(question), asked))


def sought(question: str) -> list[str]:
    """The words that are asked for, without those that ask; `who` alone may be a name, WHO."""
    asked = words(question)
    ask = _ASKING | _AMOUNT if "how" in asked else _ASKING
    asking = [word for word in asked if word in ask]
    told = [word for word in asked if word not in ask]
    return told if told and asking != ["who"] else asked


def highest(entry: SearchEntry) -> float:
    """What an entry is worth at most, whatever is asked, beside how well it answers."""
    return _KINDS.get(entry.kind, 0.0) + _OFFICIAL * entry.official


class _Favour:
    """What is worth more for the way in which it is asked."""

    def __init__(self, words: Sequence[str], asked: Sequence[str]) -> None:
        asking = {*words}.difference(asked)
        self._for_dates = bool(asking & {"when", "date"})
        self._for_descriptions = bool(asking & _BEING and asking & {"who", "what"})

    def add(
        self, entries: Sequence[SearchEntry], matched: Sequence[Weights], worths: Weights
    ) -> None:
        """Add it to what the entries are worth that `matched`, word by word, has weights for."""
        if not self._for_dates and not self._for_descriptions:
            return
        for number in worths:
            kind = entries[number].kind
            if kind == "event":
                worths[number] += _DATED * self._for_dates
            elif kind == "actor" and self._for_descriptions:
                is_named = all(weights[number] >= _NAMES_SOMEBODY for weights in matched)
                worths[number] += _DESCRIBED * is_named


def _add_names(index: WordIndex, asked: Sequence[str], matched: Sequence[Weights]) -> None:
    """Count what is known by other names than the one that is asked for."""
    for names in index.names:
        meant = {at for name in names for at in _meant(asked, name)}
        if not meant:
            continue
        for name in filter(None, names):
            for number, weight in index.holding_phrase(name).items():
                counts = weight * (_NAMED if len(meant) == 1 else _NAMED_IN_FULL)
                for at in meant:
                    matched[at][number] = max(matched[at].get(number, 0.0), counts)


def _meant(asked: Sequence[str], name: Sequence[str]) -> Iterator[int]:
    """Which of the words that are asked for stand for a name; the last may be its beginning."""
    for start in range(len(asked)):
        run = asked[start : start + len(name)]
        *whole, last = run
        if not name or whole != name[: len(whole)]:
            continue
        rest = name[len(whole)]
        is_end = start + len(run) == len(asked)
        if rest == last:
            fits = len(run) == len(name) or (len(run) > 1 and is_end)
        else:
            long = len(run) > 1 or (len(name) == 1 and len(last) >= _SHORTEST_NAME)
            fits = is_end and long and rest.startswith(last) and last.islower()
        if fits:
            yield from range(start, start + len(run))


def _together(matched: Sequence[Weights]) -> Weights:
    """The entries that every word matches, with the sum of what each counts."""
    first, *others = sorted(matched, key=len)
    common = set(first).intersection(*others)
    return {number: sum(weights[number] for weights in matched) for number in common}


def _with_slips(index: WordIndex, word: str, weights: Weights) -> Weights:
    if len(word) < SHORTEST_SLIP or index.has(word):  # what is written as elsewhere is no slip
        return weights
    return {**index.holding_like(word), **weights}


def _grouped(
    index: WordIndex, matched: Sequence[Weights], scores: Weights, near: int, favour: _Favour
) -> Answers:
    entries = index.entries
    said = [_said_by(index, weights) for weights in matched]
    official = {number for each in said for number in each if entries[number].official}

    def rank_near(number: int) -> tuple[bool, int]:
        return not entries[number].official, number

    count = len(matched)
    worths = {
        number: score / count + _KINDS.get(entries[number].kind, 0.0)
        for number, score in sorted(scores.items())
    }
    for number in official.intersection(worths):
        worths[number] += _OFFICIAL
    favour.add(entries, matched, worths)
    ranked = _last_first(entries, worths)
    answered = any(entries[number].kind == "reaction" for number in ranked)
    others = set().union(*said).difference(scores) if answered and len(said) > 1 else ()
    beside = tuple(entries[number] for number in sorted(others, key=rank_near)[:near])
    first = [number for number in ranked if number in official]
    if not first or first[0] != ranked[0]:
        return Answers(tuple(entries[number] for number in ranked), (), beside)
    also = tuple(entries[number] for number in ranked if number not in official)
    return Answers(tuple(entries[number] for number in first), also, beside)


def _last_first(entries: Sequence[SearchEntry], worths: Weights) -> list[int]:
    """The best first, and of events that are worth the same, if they are the best, the last."""
    ranked = sorted(worths, key=worths.__getitem__, reverse=True)
    if not ranked or entries[ranked[0]].kind != "event":
        return ranked
    best = [number for number in ranked if worths[number] > worths[ranked[0]] - _ALIKE]
    return [*sorted(best, key=lambda n: _latest(entries[n]), reverse=True), *ranked[len(best) :]]


_ALIKE = 1e-6
"""What sums may differ by that are made of the same in another order."""


def _latest(entry: SearchEntry) -> str:
    """The last year, month or day of an entry, as ISO 8601 writes it; empty if it has none."""
    dated = (
        day for part, text in entry.parts if part is EntryPart.WHEN for day in _DAY.findall(text)
    )
    return max(dated, default="")


_DAY = expression(r"\b\d{4}(?:-\d\d){0,2}\b")

_NAMES_SOMEBODY = EntryPart.WHO.value * BEGINNING * _NAMED
"""What a word weighs, at least, where it is a name of whom an entry is about."""


def _said_by(index: WordIndex, weights: Weights) -> set[int]:
    """The reactions of whom a word names; none where it names nobody."""
    strong = {number: weight for number, weight in weights.items() if weight >= _NAMES_SOMEBODY}
    if not any(index.entries[number].kind == "actor" for number in strong):
        return set()
    return {number for number in strong if index.entries[number].kind == "reaction"}
