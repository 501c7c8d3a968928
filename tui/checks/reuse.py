"""The check for passages that two sources share: one may be the other's origin."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tui.checks.context import CheckContext
from tui.checks.copying import words_of
from tui.checks.differences import shown
from tui.checks.rule import INFORMATION, Rule
from tui.diagnostics import Diagnostic
from tui.frozen import frozen
from tui.model.origins import origin_of_each
from tui.model.sources import Source

LENGTH = 12
"""So many consecutive words are hardly ever written twice by chance."""

SHARED_PASSAGE = Rule("shared-passage", "sourcing", INFORMATION)

RULES = (SHARED_PASSAGE,)

GRAM = 6
"""The index holds runs of so many words."""
STRIDE = LENGTH - GRAM + 1
"""One run in so many is indexed: each passage of `LENGTH` words has one."""
PLACES = 64
"""A run that the copies have more often is a formula, and is followed up at so many places only."""
REPEATED = 4
"""So often a run is looked up for one copy; one that a copy has more often is a formula too."""
LONGEST = 1_000
"""Words of a passage that are counted, at most: nobody needs to know more."""
MOST = 2_000_000
"""Words of all copies that are compared, to bound the memory; copies beyond them are left out."""


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """The longest passage that two local copies share; for a copy, that with the first such one."""
    copies = survey.document.copies
    if len(copies) < 2:
        return
    sources = {each.id: each for each in survey.briefing.sources if each.id in copies}
    origins = origin_of_each(survey.briefing.sources)
    reading = _Reading()
    for source in sources.values():
        reading.read(_Text.of(copies[source.id].text, source))
    for (first, second), run in reading.shared.items():
        one, other = reading.texts[first], reading.texts[second]
        if run.length < LENGTH or origins[one.source.id] == origins[other.source.id]:
            continue
        more = " or more" if run.length >= LONGEST else ""
        words = b" ".join(other.words[run.here : run.here + run.length]).decode()
        yield SHARED_PASSAGE.found(
            other.source.origin.span("file"),
            f"{run.length}{more} words in line {other.lines[run.here]} stand in line "
            f"{one.lines[run.there]} of {one.source.id} too: {shown(words)}.",
            "Give both the same `origin_group` if one origin is behind them.",
            item=other.source.id,
        )


@frozen
class _Text:
    """The words of a copy, with the lines they stand in."""

    source: Source
    words: list[bytes]
    lines: list[int]

    @staticmethod
    def of(text: str, source: Source) -> "_Text":
        """The words of a local copy, without what is no content."""
        for each in source.not_content:
            text = text.replace(each, "\n" * each.count("\n"))
        words: list[bytes] = []
        lines: list[int] = []
        for number, line in enumerate(text.split("\n"), 1):
            found = words_of(line)
            words += found
            lines += [number] * len(found)
        return _Text(source, words, lines)


@frozen
class _Run:
    """Words that two copies have in common."""

    length: int
    there: int
    """The first of them in the earlier copy."""
    here: int
    """The first of them in the later one."""


class _Reading:
    """Copies read one after another, each compared with all before it at once."""

    def __init__(self) -> None:
        self.texts: list[_Text] = []
        self.shared: dict[tuple[int, int], _Run] = {}
        """By the numbers of two copies, the earlier first: the longest run of words of both."""
        self._places: dict[tuple[bytes, ...], list[tuple[int, int]]] = {}
        """By run of words: the copies that have it, and where it begins in each."""

    def read(self, text: _Text) -> None:
        """Compare a copy with those before it, and keep it for those to come."""
        if sum(len(each.words) for each in self.texts) + len(text.words) > MOST:
            return
        number = len(self.texts)
        self.texts.append(text)
        grams = list(zip(*(text.words[start:] for start in range(GRAM)), strict=False))
        asked: Counter[tuple[bytes, ...]] = Counter()
        for here, gram in enumerate(grams):
            places = self._places.get(gram)
            if places and asked[gram] < REPEATED:
                asked[gram] += 1
                for earlier, there in places:
                    self._compare(earlier, there, number, here)
        for start in range(0, len(grams), STRIDE):
            known = self._places.setdefault(grams[start], [])
            if len(known) < PLACES:
                known.append((number, start))

    def _compare(self, earlier: int, there: int, later: int, here: int) -> None:
        best = self.shared.get((earlier, later), _Run(0, 0, 0))
        if best.length >= LENGTH and best.here <= here < best.here + best.length:
            return  # within a passage that is told already
        run = _extended(self.texts[earlier].words, there, self.texts[later].words, here)
        if run.length > best.length:
            self.shared[earlier, later] = run


def _extended(one: Sequence[bytes], there: int, other: Sequence[bytes], here: int) -> _Run:
    start = 0
    while (
        start < min(there, here, LONGEST - GRAM)
        and one[there - start - 1] == other[here - start - 1]
    ):
        start += 1
    length = GRAM
    while (
        start + length < LONGEST
        and there + length < len(one)
        and here + length < len(other)
        and one[there + length] == other[here + length]
    ):
        length += 1
    return _Run(length + start, there - start, here - start)
