"""The coverage of a source: which of its sentences a briefing uses, leaves out or overlooks."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from tui.frozen import frozen
from tui.model.document import Document, VerificationState
from tui.model.passages import sentences as touched_sentences
from tui.model.redacted_text import apart
from tui.model.sources import Excerpt, Source
from tui.text.sentences import sentences, words

Span = tuple[int, int]


class SentenceUse(StrEnum):
    """How a briefing treats a sentence of a source; the first state that applies."""

    BOILERPLATE = "boilerplate"
    """At least half of its words are in a text listed under `not_content`."""
    USED = "used"
    """At least half of its words are in excerpts and their cues."""
    SKIPPED = "skipped"
    """The briefing leaves it out and gives the reason."""
    PARTLY = "partly"
    """Less than half of its words are in excerpts, cues and skipped texts."""
    UNCOVERED = "uncovered"
    """The briefing does not account for it."""


@frozen
class Sentence:
    """A sentence of a local copy; a heading is one too."""

    span: Span
    """Offsets in the copy, in code points."""
    text: str
    """Raw, with the line ends of a copy wrapped by hand."""
    line: int
    """1-based line of the copy where it begins."""
    state: SentenceUse
    excerpts: tuple[str, ...] = ()
    """The ids of the excerpts that overlap it, in the order of the file."""
    reason: str = ""
    """Why it is left out, if the briefing says so."""


@frozen
class SourceCoverage:
    """The coverage of one source, sentence by sentence."""

    sentences: tuple[Sentence, ...]
    """All sentences of the copy, in its order."""
    used: tuple[Span, ...] = ()
    """The spans of excerpts and cues, sorted and disjoint."""
    skipped: tuple[Span, ...] = ()
    """The spans left out with a reason, sorted and disjoint."""
    absent: tuple[int, ...] = ()
    """Indices in `coverage.skipped` of the texts that the copy does not contain."""

    @property
    def percent(self) -> int:
        """The share of the content's words that excerpts and cues contain, in per cent.

        100 means all of them and 0 none; a copy without content has 100. Counted at each call.
        """
        return self._share(self.used)

    @property
    def percent_accounted_for(self) -> int:
        """The same share with the spans left out for a reason."""
        return self._share(tuple(apart([*self.used, *self.skipped])))

    def count(self, state: SentenceUse) -> int:
        """The number of sentences in a state."""
        return sum(each.state is state for each in self.sentences)

    def _share(self, spans: tuple[Span, ...]) -> int:
        covered = total = 0
        for each in self.sentences:
            if each.state is not SentenceUse.BOILERPLATE:
                found = _words(each.text, each.span[0])
                total += len(found)
                covered += _count_covered(found, spans)
        if covered == total:
            return 100
        return min(max(round(100 * covered / total), 1), 99) if covered else 0


def coverage(document: Document, source: Source) -> SourceCoverage:
    """The coverage of a source; without sentences if there is no local copy of it."""
    copy = document.copies.get(source.id)
    if copy is None:
        return SourceCoverage(())
    text = copy.text
    placed = [
        (each, (found.passage.start, found.passage.end))
        for each in document.briefing.excerpts
        if each.source == source.id
        and (found := document.verifications.get(each.id))
        and found.passage
        and found.state in _LOCATED
        and not found.difference
    ]
    cues = [
        place
        for each, span in placed
        for place in spans_near(document, each, span[0], (hop.cue for hop in each.chain))
    ]
    used = tuple(apart([*(span for _, span in placed), *cues]))
    declared = document.briefing.coverage.get(source.id)
    entries = declared.skipped if declared else ()
    skips = [(entry, span) for entry in entries for span in occurrences(text, entry.exact)]
    boilerplate = [span for each in source.not_content for span in occurrences(text, each)]
    classifier = _Classifier(
        used,
        tuple(apart(span for _, span in skips)),
        tuple(apart(boilerplate)),
        _Sweep([(span, at) for at, (_, span) in enumerate(placed)]),
        _Sweep([(span, at) for at, (_, span) in enumerate(skips)]),
    )
    return SourceCoverage(
        tuple(
            Sentence(
                span,
                text[slice(*span)],
                line,
                classifier.state(text, span),
                tuple(placed[at][0].id for at in classifier.placed.touching(span)),
                next((skips[at][0].reason for at in classifier.skips.touching(span)), ""),
            )
            for span, line in _numbered(text)
        ),
        used,
        classifier.skipped,
        tuple(at for at, entry in enumerate(entries) if not entry.exact or entry.exact not in text),
    )


def spans_near(
    document: Document, excerpt: Excerpt, start: int, words: Iterable[str]
) -> Iterator[Span]:
    """Find words in the sentences that an excerpt touches.

    These are words quoted beside the excerpt, such as its cues.

    Args:
        document: The document.
        excerpt: The excerpt.
        start: The offset of the excerpt in its copy.
        words: The words to find.
    """
    sought = [each for each in words if each]
    if not sought:
        return
    text = document.copies[excerpt.source].text
    whole = touched_sentences(document, excerpt)
    begin = text.rfind(whole, 0, start + len(whole))
    for each in sought if whole and begin >= 0 else ():
        at = whole.find(each)
        if at >= 0:
            yield begin + at, begin + at + len(each)


_MOST = 1_000
"""How many occurrences of one text are found."""


def occurrences(text: str, sought: str) -> Iterator[Span]:
    """The disjoint occurrences of a text in another, the first thousand; none of white space."""
    at, found = text.find(sought) if sought.strip() else -1, 0
    while at >= 0 and found < _MOST:
        yield at, at + len(sought)
        at, found = text.find(sought, at + len(sought)), found + 1


_LOCATED = frozenset(
    {
        VerificationState.VERBATIM,
        VerificationState.NORMALISED,
        VerificationState.NOT_CONTENT,
        VerificationState.SOURCE_CHANGED,
    }
)
"""States of an excerpt whose place is known; in a changed copy only if nothing differs."""


class _Sweep:
    """Finds the spans that overlap each sentence of a copy, in one pass over both."""

    def __init__(self, entries: list[tuple[Span, int]]) -> None:
        self._coming = sorted(entries, reverse=True)
        self._open: list[tuple[Span, int]] = []

    def touching(self, sentence: Span) -> list[int]:
        """The numbers of the spans that overlap a sentence; sentences come in order."""
        start, end = sentence
        self._open = [each for each in self._open if each[0][1] > start]
        while self._coming and self._coming[-1][0][0] < end:
            each = self._coming.pop()
            if each[0][1] > start:
                self._open.append(each)
        return sorted(number for _, number in self._open)


class _Classifier(NamedTuple):
    """Classifies the sentences of a copy by the spans that overlap them."""

    used: tuple[Span, ...]
    skipped: tuple[Span, ...]
    boilerplate: tuple[Span, ...]
    placed: _Sweep
    """Excerpts, by number."""
    skips: _Sweep
    """Skipped texts, by number."""

    def state(self, text: str, span: Span) -> SentenceUse:
        """The state of a sentence."""
        if not any(_touch(each, span) for each in (self.used, self.skipped, self.boilerplate)):
            return SentenceUse.UNCOVERED
        if _within(self.used, span) and not _touch(self.boilerplate, span):
            return SentenceUse.USED
        found = _words(text[slice(*span)], span[0])
        if 2 * _count_covered(found, self.boilerplate) >= len(found):
            return SentenceUse.BOILERPLATE
        if 2 * _count_covered(found, self.used) >= len(found):
            return SentenceUse.USED
        if 2 * _count_covered(found, tuple(apart([*self.used, *self.skipped]))) >= len(found):
            return SentenceUse.SKIPPED
        return SentenceUse.PARTLY


def _numbered(text: str) -> Iterator[tuple[Span, int]]:
    """The sentences of a copy with their lines; those of lines wrapped by hand are joined."""
    line, counted = 1, 0
    for start, end in _unwrapped(text):
        line += text.count("\n", counted, start)
        counted = start
        yield (start, end), line


_ENDED = re.compile(r"[.!?…:。！？][\"'”’»)\]」』]*\Z")
_FILLED = 60
"""Code points from which a line is taken for one that was wrapped."""


def _unwrapped(text: str) -> Iterator[Span]:
    begun: Span | None = None
    for span in sentences(text):
        if begun is None:
            begun = span
        elif _goes_on(text, begun, span):
            begun = begun[0], span[1]
        else:
            yield begun
            begun = span
    if begun is not None:
        yield begun


def _goes_on(text: str, one: Span, other: Span) -> bool:
    """Whether the end of a line only wraps a sentence, which continues on the next line."""
    between = text[one[1] : other[0]]
    if between.count("\n") != 1 or between.strip() or _ENDED.search(text[one[1] - 4 : one[1]]):
        return False
    line = text.rfind("\n", 0, one[1]) + 1
    return text[other[0]].islower() or one[1] - line >= _FILLED


def _words(text: str, offset: int) -> list[Span]:
    return [(start + offset, end + offset) for start, end in words(text)]


def _count_covered(found: list[Span], spans: tuple[Span, ...]) -> int:
    """The number of words that overlap the spans."""
    return sum(_touch(spans, word) for word in found)


def _touch(spans: tuple[Span, ...], span: Span) -> bool:
    """Whether one of the sorted, disjoint spans overlaps another span."""
    at = bisect_right(spans, span[0], key=_end)
    return at < len(spans) and spans[at][0] < span[1]


def _within(spans: tuple[Span, ...], span: Span) -> bool:
    at = bisect_right(spans, span[0], key=_end)
    return at < len(spans) and spans[at][0] <= span[0] and span[1] <= spans[at][1]


def _end(span: Span) -> int:
    return span[1]
