"""The check for words of a source that stand in own prose as if they were the analyst's."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from tui.checks.comparison import SIGNS, replaced
from tui.checks.context import CheckContext
from tui.checks.differences import shown
from tui.checks.marks import has_marks, quoted
from tui.checks.prose import Prose, declared_names, own_prose
from tui.checks.rule import WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.frozen import frozen
from tui.model.document import Copy

LENGTH = 8
"""So many consecutive words of a source are no accident any more."""

UNMARKED_COPY = Rule("unmarked-copy", "quotes", WARNING)

RULES = (UNMARKED_COPY,)

GRAM = 4
"""The index holds runs of so many words."""
STRIDE = LENGTH - GRAM + 1
"""At every so many words of the longer side, a run is looked at: each run of `LENGTH` has one."""
INDEXED = 500_000
"""Words of sources that are indexed one by one; of more, every `STRIDE`th, to bound the memory."""
BATCH = 256
"""So many texts are looked at together, which is faster by half than one by one."""
PLACES = 16
"""A run that a source has more often is a formula, and is followed up at so many places only."""


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """Own prose that has a source's words without saying so."""
    copies = survey.document.copies
    if not copies:
        return
    prose = list(own_prose(survey))
    index = WordRunIndex(copies, beside=sum(len(each.text) for each in prose))
    suspects = [each for some in _batches(prose) for each in _suspects(some, index)]
    names: dict[bytes, list[list[bytes]]] = {}
    for name in map(words_of, declared_names(survey)) if suspects else ():
        if name:
            names.setdefault(name[0], []).append(name)
    for each in suspects:
        yield from _copied(each, index, names)


def _batches(prose: list[Prose]) -> Iterator[list[Prose]]:
    for start in range(0, len(prose), BATCH):
        yield prose[start : start + BATCH]


def _suspects(batch: list[Prose], index: "WordRunIndex") -> list[Prose]:
    """Those of some texts that share a run of words with a source; mostly none of them does."""
    if index.holds_none_of(words_of("\n".join(each.text for each in batch))):
        return []
    return [each for each in batch if not index.holds_none_of(words_of(each.text))]


def words_of(text: str) -> list[bytes]:
    """The words of a text for comparison, without their case and the signs round them.

    They are UTF-8: bytes are split and compared in half the time.
    """
    lowered = replaced(text.casefold(), _SIGNS)
    return lowered.encode("utf-8", "replace").translate(_STRIPPED).split()


_SIGNS = {**SIGNS, **dict.fromkeys("«»「」『』…•–—\u00a0\u2009\u202f\u3000", " ")}
_SEPARATORS = b'.,;:!?()[]{}"/'
_STRIPPED = bytes.maketrans(_SEPARATORS, b" " * len(_SEPARATORS))

_Gram = tuple[bytes, ...]
_Names = Mapping[bytes, Sequence[list[bytes]]]
"""Names by their first word."""


class WordRunIndex:
    """The runs of words of all local copies, with where they begin."""

    def __init__(self, copies: Mapping[str, Copy], *, beside: int) -> None:
        """`beside` is the length of the prose that is compared, in code points."""
        self.words = {source: words_of(copy.text) for source, copy in copies.items()}
        count = sum(map(len, self.words.values()))
        whole = count <= INDEXED and sum(len(copy.text) for copy in copies.values()) <= beside
        self._step, self._stride = (1, STRIDE) if whole else (STRIDE, 1)
        self._grams: set[_Gram] = set()
        for words in self.words.values():
            self._grams.update(_grams(words, self._step))

    def holds_none_of(self, words: Sequence[bytes]) -> bool:
        """Whether no run of so many words as are looked for is in a source."""
        return self._grams.isdisjoint(_grams(words, self._stride))

    @cached_property
    def _places(self) -> Mapping[_Gram, Sequence[tuple[str, int]]]:
        """Where the runs begin; most briefings copy nothing and never ask."""
        places: dict[_Gram, list[tuple[str, int]]] = {}
        for source, words in self.words.items():
            starts = range(0, len(words), self._step)
            for at, gram in zip(starts, _grams(words, self._step), strict=False):
                known = places.setdefault(gram, [])
                if len(known) < PLACES:
                    known.append((source, at))
        return places

    def longest(self, words: Sequence[bytes]) -> "_Run":
        """The longest run of the words that stands in a source; empty where none is indexed."""
        best = _Run(0, 0, "", 0)
        for at, gram in enumerate(_grams(words)):
            for source, place in self._places.get(gram, ()):
                run = _extend(words, at, self.words[source], place, source)
                if run.end - run.start > best.end - best.start:
                    best = run
        return best


def _grams(words: Sequence[bytes], step: int = 1) -> Iterator[_Gram]:
    """Runs of words, from every so many of them on."""
    return zip(*(words[start::step] for start in range(GRAM)), strict=False)


@frozen
class _Run:
    """Words that own prose and a source have in common."""

    start: int
    end: int
    """Of the prose's words."""
    source: str
    place: int
    """The first of the source's words."""


def _extend(
    words: Sequence[bytes], at: int, there: Sequence[bytes], place: int, source: str
) -> _Run:
    start, begin = at, place
    while start and begin and words[start - 1] == there[begin - 1]:
        start, begin = start - 1, begin - 1
    end, stop = at + GRAM, place + GRAM
    while end < len(words) and stop < len(there) and words[end] == there[stop]:
        end, stop = end + 1, stop + 1
    return _Run(start, end, source, begin)


def _copied(prose: Prose, index: WordRunIndex, names: _Names) -> Iterator[Diagnostic]:
    text = _without_quotations(prose.text) if has_marks(prose.text) else prose.text
    words = words_of(text)
    run = index.longest(words)
    own = words[run.start : run.end]
    count = len(own) - _named(own, names) if len(own) >= LENGTH else 0
    if count >= LENGTH:
        yield UNMARKED_COPY.found(
            prose.record.origin.span(prose.field),
            f"{shown(b' '.join(own).decode())} are {len(own)} consecutive words of {run.source}.",
            "Say it in own words, or quote it.",
            item=prose.owner,
        )


def _named(words: list[bytes], names: _Names) -> int:
    """How many of the words belong to names that the file declares."""
    covered = [False] * len(words)
    for at, word in enumerate(words):
        for name in names.get(word, ()):
            if words[at : at + len(name)] == name:
                covered[at : at + len(name)] = [True] * len(name)
    return sum(covered)


def _without_quotations(text: str) -> str:
    """The text with a sign that is no word of any source instead of what it quotes."""
    for start, end in reversed(quoted(text)):
        text = f"{text[:start]} \0 {text[end:]}"
    return text
