"""The ranking of the answers to a question."""

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
"""What each kind of item adds to the score: statements come before what supports them."""

_OFFICIAL = 2.0
"""What an official statement adds, if the question names its speaker."""

_NAMED = 0.95
"""The factor for an item that is found by another name of its actor."""

_NAMED_IN_FULL = 1.5
"""The same for a name of several words, which are rarely found elsewhere."""

_QUESTIONS = ("who", "what", "when", "where", "which", "why", "how")
_BEING = frozenset(("is", "are", "was", "were"))
_SAYING = ("did", "do", "does", "say", "says", "said", "think", "thinks")
_BETWEEN = ("a", "an", "the", "of", "on", "in", "to", "by", "for", "with", "about", "will", "has")
_ASKING = _BEING.union(_QUESTIONS, _SAYING, _BETWEEN, ("date",))
"""Words that phrase a question, which no answer needs to have."""
_AMOUNT = frozenset(("many", "much", "long"))
"""Words that phrase a question after `how`."""

_DATED = 1.5
"""What an event adds, if the question asks for a date."""

_DESCRIBED = 6.0
"""What an actor adds, if the question asks who or what it is."""

_SHORTEST_NAME = 3
"""Letters from which on the beginning of a name stands for all names of its actor."""

SHORTEST_SLIP = 3
"""Letters from which on a word may be mistyped."""


@frozen
class Answers:
    """The answers to a question in three groups, each with the best first."""

    on: tuple[SearchEntry, ...] = ()
    """The answers; only the official statements, if the best answer is one."""
    also: tuple[SearchEntry, ...] = ()
    """The answers that are no official statements, if `on` has only those."""
    near: tuple[SearchEntry, ...] = ()
    """What the actors named in the question said about something else."""

    @property
    def all(self) -> tuple[SearchEntry, ...]:
        """All answers, in the order of a list."""
        return self.on + self.also + self.near


def answers(index: WordIndex, question: str, *, near: int = 5) -> Answers:
    """Return the answers to a question.

    Args:
        index: The entries that are searched.
        question: Words, a date or a name, as a reader types them.
        near: The limit of `Answers.near`.
    """
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
    return _grouped(index, matched, scores, near, _Phrasing(words(question), asked))


def sought(question: str) -> list[str]:
    """Return the words of a question without those that phrase it; `who` may be a name, WHO."""
    asked = words(question)
    ask = _ASKING | _AMOUNT if "how" in asked else _ASKING
    asking = [word for word in asked if word in ask]
    told = [word for word in asked if word not in ask]
    return told if told and asking != ["who"] else asked


def highest(entry: SearchEntry) -> float:
    """Return what the kind of an entry adds to the score at most, whatever is asked."""
    return _KINDS.get(entry.kind, 0.0) + _OFFICIAL * entry.official


class _Phrasing:
    """What the phrasing of a question adds to the score of an answer."""

    def __init__(self, words: Sequence[str], asked: Sequence[str]) -> None:
        asking = {*words}.difference(asked)
        self._for_dates = bool(asking & {"when", "date"})
        self._for_descriptions = bool(asking & _BEING and asking & {"who", "what"})

    def add(
        self, entries: Sequence[SearchEntry], matched: Sequence[Weights], worths: Weights
    ) -> None:
        """Add it to the scores of entries.

        Args:
            entries: All entries.
            matched: The weights of the entries for each word of the question.
            worths: The scores, which are changed.
        """
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
    """Add matches of the other names of an actor that the question names."""
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
    """Yield the positions of the words that are a name; the last may be its beginning."""
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
    """Return the entries that every word matches, with the sum of their weights."""
    first, *others = sorted(matched, key=len)
    common = set(first).intersection(*others)
    return {number: sum(weights[number] for weights in matched) for number in common}


def _with_slips(index: WordIndex, word: str, weights: Weights) -> Weights:
    if len(word) < SHORTEST_SLIP or index.has(word):  # a word that occurs is not mistyped
        return weights
    return {**index.holding_like(word), **weights}


def _grouped(
    index: WordIndex, matched: Sequence[Weights], scores: Weights, near: int, phrasing: _Phrasing
) -> Answers:
    entries = index.entries
    said = [_reactions_of(index, weights) for weights in matched]
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
    phrasing.add(entries, matched, worths)
    ranked = _latest_first(entries, worths)
    answered = any(entries[number].kind == "reaction" for number in ranked)
    others = set().union(*said).difference(scores) if answered and len(said) > 1 else ()
    beside = tuple(entries[number] for number in sorted(others, key=rank_near)[:near])
    first = [number for number in ranked if number in official]
    if not first or first[0] != ranked[0]:
        return Answers(tuple(entries[number] for number in ranked), (), beside)
    also = tuple(entries[number] for number in ranked if number not in official)
    return Answers(tuple(entries[number] for number in first), also, beside)


def _latest_first(entries: Sequence[SearchEntry], worths: Weights) -> list[int]:
    """Sort by score; if the best are events of equal score, the latest comes first."""
    ranked = sorted(worths, key=worths.__getitem__, reverse=True)
    if not ranked or entries[ranked[0]].kind != "event":
        return ranked
    best = [number for number in ranked if worths[number] > worths[ranked[0]] - _ALIKE]
    return [*sorted(best, key=lambda n: _latest(entries[n]), reverse=True), *ranked[len(best) :]]


_ALIKE = 1e-6
"""The tolerance for equal sums that were added in another order."""


def _latest(entry: SearchEntry) -> str:
    """Return the latest date of an entry (ISO 8601); empty if it has none."""
    dated = (
        day for part, text in entry.parts if part is EntryPart.WHEN for day in _DAY.findall(text)
    )
    return max(dated, default="")


_DAY = expression(r"\b\d{4}(?:-\d\d){0,2}\b")

_NAMES_SOMEBODY = EntryPart.WHO.value * BEGINNING * _NAMED
"""The least weight of a word that is a name of the actor of an entry."""


def _reactions_of(index: WordIndex, weights: Weights) -> set[int]:
    """Return the reactions of the actors that a word names; none if it names nobody."""
    strong = {number: weight for number, weight in weights.items() if weight >= _NAMES_SOMEBODY}
    if not any(index.entries[number].kind == "actor" for number in strong):
        return set()
    return {number for number in strong if index.entries[number].kind == "reaction"}
