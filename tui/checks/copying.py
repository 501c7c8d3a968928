"""The check for words of a source that stand in own prose as if they were the analyst's."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from tui.checks.comparison import SIGNS
from tui.checks.differences import shown
from tui.checks.marks import has_marks, quoted
from tui.checks.prose import Prose, declared_names, own_prose
from tui.checks.rule import WARNING, Rule
from tui.checks.survey import Survey
from tui.diagnostics import Diagnostic
from tui.model.document import Copy

LENGTH = 8
"""So many consecutive words of a source are no accident any more."""

UNMARKED_COPY = Rule(
    "unmarked-copy",
    "quotes",
    WARNING,
    f"{LENGTH} or more consecutive words of a source stand in own prose without quotation "
    "marks. Say it in own words, or quote it. Names, titles and roles that the file declares do "
    "not count.",
    wrong="""
        panes:
          - role: issue
            sections:
              - claims:
                  - The centre deals with the cybersecurity issues of the countries of the Alliance.
        """,
    right="""
        panes:
          - role: issue
            sections:
              - claims:
                  - The centre works on cyber security for the member countries.
        """,
)

RULES = (UNMARKED_COPY,)

GRAM = 4
"""The index holds runs of so many words …"""
STRIDE = LENGTH - GRAM + 1
"""… from every so many words of a source: each run of `LENGTH` words then has one of them whole."""
PLACES = 16
"""A run that a source has more often is a formula, and is followed up at so many places only."""


def check(survey: Survey) -> Iterator[Diagnostic]:
    """Own prose that has a source's words without saying so."""
    copies = survey.document.copies
    if not copies:
        return
    index = _Index(copies)
    names: list[list[str]] | None = None
    for prose in own_prose(survey):
        words = words_of(prose.text)
        if index.holds_none_of(words):
            continue
        if has_marks(prose.text):
            words = words_of(_without_quotations(prose.text))
        if names is None:
            names = [words_of(name) for name in declared_names(survey)]
        yield from _copied(prose, words, index, names)


def words_of(text: str) -> list[str]:
    """The words of a text for comparison: without their case and the signs round them."""
    return text.casefold().translate(_STRIPPED).split()


_STRIPPED = {
    **SIGNS,
    **dict.fromkeys(map(ord, '.,;:!?()[]{}"“”„«»「」『』…•–—/'), " "),
    ord("’"): "'",
}

_Gram = tuple[str, ...]


class _Index:
    """The runs of words of all local copies, with where they begin."""

    def __init__(self, copies: Mapping[str, Copy]) -> None:
        self.words = {source: words_of(copy.text) for source, copy in copies.items()}
        self._places: dict[_Gram, list[tuple[str, int]]] = {}
        for source, words in self.words.items():
            for at in range(0, len(words) - GRAM + 1, STRIDE):
                places = self._places.setdefault(tuple(words[at : at + GRAM]), [])
                if len(places) < PLACES:
                    places.append((source, at))

    def holds_none_of(self, words: Sequence[str]) -> bool:
        """Whether no run of the words is in the index."""
        return self._places.keys().isdisjoint(_grams(words))

    def longest(self, words: Sequence[str]) -> "_Run":
        """The longest run of the words that stands in a source; empty where none is indexed."""
        best = _Run(0, 0, "", 0)
        for at, gram in enumerate(_grams(words)):
            for source, place in self._places.get(gram, ()):
                run = _extend(words, at, self.words[source], place, source)
                if run.end - run.start > best.end - best.start:
                    best = run
        return best


class _Run(NamedTuple):
    """Words that own prose and a source have in common."""

    start: int
    end: int
    """Of the prose's words."""
    source: str
    place: int
    """The first of the source's words."""


def _grams(words: Sequence[str]) -> Iterator[_Gram]:
    return zip(*(islice(words, start, None) for start in range(GRAM)), strict=False)


def _extend(words: Sequence[str], at: int, there: Sequence[str], place: int, source: str) -> _Run:
    start, begin = at, place
    while start and begin and words[start - 1] == there[begin - 1]:
        start, begin = start - 1, begin - 1
    end, stop = at + GRAM, place + GRAM
    while end < len(words) and stop < len(there) and words[end] == there[stop]:
        end, stop = end + 1, stop + 1
    return _Run(start, end, source, begin)


def _copied(
    prose: Prose, words: list[str], index: _Index, names: list[list[str]]
) -> Iterator[Diagnostic]:
    run = index.longest(words)
    own = words[run.start : run.end]
    count = len(own) - _named(own, names) if len(own) >= LENGTH else 0
    if count >= LENGTH:
        yield UNMARKED_COPY.found(
            prose.record.origin.span(prose.field),
            f"{shown(' '.join(own))} are {len(own)} consecutive words of {run.source}.",
            "Say it in own words, or quote it.",
            item=prose.owner,
        )


def _named(words: list[str], names: list[list[str]]) -> int:
    """How many of the words belong to names that the file declares."""
    covered = [False] * len(words)
    for name in names:
        if not name or name[0] not in words:
            continue
        for at in range(len(words) - len(name) + 1):
            if words[at : at + len(name)] == name:
                covered[at : at + len(name)] = [True] * len(name)
    return sum(covered)


def _without_quotations(text: str) -> str:
    """The text with a sign that is no word of any source instead of what it quotes."""
    for start, end in reversed(quoted(text)):
        text = f"{text[:start]} \0 {text[end:]}"
    return text
