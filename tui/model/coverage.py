"""How much of a source a briefing accounts for: each sentence used, left out, or forgotten."""

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
    """What a briefing makes of a sentence of a source: the first that holds."""

    BOILERPLATE = "boilerplate"
    """It is no content: most of its words lie in a text that `not_content` declares."""
    USED = "used"
    """Excerpts and their cues hold at least half of its words."""
    SKIPPED = "skipped"
    """It is left out for a reason that the briefing gives."""
    PARTLY = "partly"
    """Excerpts, cues and what is left out hold some of its words, and less than half."""
    UNCOVERED = "uncovered"
    """The briefing does not say anything of it."""


@frozen
class Sentence:
    """A sentence of a local copy; a heading is one too."""

    span: Span
    """Offsets in the copy, in code points."""
    text: str
    """As it stands there, line ends of a copy that is wrapped by hand included."""
    line: int
    """1-based line of the copy in which it begins."""
    state: SentenceUse
    excerpts: tuple[str, ...] = ()
    """The ids of the excerpts that touch it, in the order of the file."""
    reason: str = ""
    """Why it is left out, where the briefing says so."""


@frozen
class SourceCoverage:
    """What a briefing makes of one source, sentence by sentence."""

    sentences: tuple[Sentence, ...]
    """All sentences of the copy, in its order."""
    used: tuple[Span, ...] = ()
    """The stretches of the copy that excerpts and cues hold, in order and apart."""
    skipped: tuple[Span, ...] = ()
    """Those that the briefing leaves out for a reason, likewise."""
    absent: tuple[int, ...] = ()
    """By place in `coverage.skipped`: the texts that the copy does not have."""

    @property
    def percent(self) -> int:
        """Of the words of its content, those that excerpts and cues hold, in per cent.

        100 stands for all of them and 0 for none; a copy without content has 100. The words are
        counted at each call.
        """
        return self._share(self.used)

    @property
    def percent_accounted_for(self) -> int:
        """Likewise, those that are left out for a reason added."""
        return self._share(tuple(apart([*self.used, *self.skipped])))

    def count(self, state: SentenceUse) -> int:
        """How many sentences have a state."""
        return sum(each.state is state for each in self.sentences)

    def _share(self, spans: tuple[Span, ...]) -> int:
        held = total = 0
        for each in self.sentences:
            if each.state is not SentenceUse.BOILERPLATE:
                found = _words(each.text, each.span[0])
                total += len(found)
                held += _held(found, spans)
        if held == total:
            return 100
        return min(max(round(100 * held / total), 1), 99) if held else 0


def coverage(document: Document, source: Source) -> SourceCoverage:
    """What a document makes of a source; without sentences where no local copy is held."""
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
        and found.state in _STANDING
        and not found.difference
    ]
    cues = [
        place
        for each, span in placed
        for place in stands(document, each, span[0], (hop.cue for hop in each.chain))
    ]
    used = tuple(apart([*(span for _, span in placed), *cues]))
    declared = document.briefing.coverage.get(source.id)
    entries = declared.skipped if declared else ()
    skips = [(entry, span) for entry in entries for span in occurrences(text, entry.exact)]
    boilerplate = [span for each in source.not_content for span in occurrences(text, each)]
    judge = _Judge(
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
                judge.state(text, span),
                tuple(placed[at][0].id for at in judge.placed.touching(span)),
                next((skips[at][0].reason for at in judge.skips.touching(span)), ""),
            )
            for span, line in _numbered(text)
        ),
        used,
        judge.skipped,
        tuple(at for at, entry in enumerate(entries) if not entry.exact or entry.exact not in text),
    )


def stands(
    document: Document, excerpt: Excerpt, start: int, words: Iterable[str]
) -> Iterator[Span]:
    """Where words stand in the sentences that an excerpt touches which begins there.

    They are such as are given as the source's beside those of the excerpt, its cues above all.
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
"""So many places of one text are looked at."""


def occurrences(text: str, sought: str) -> Iterator[Span]:
    """Where a text stands in another: the first thousand places, apart; none of mere space."""
    at, found = text.find(sought) if sought.strip() else -1, 0
    while at >= 0 and found < _MOST:
        yield at, at + len(sought)
        at, found = text.find(sought, at + len(sought)), found + 1


_STANDING = frozenset(
    {
        VerificationState.VERBATIM,
        VerificationState.NORMALISED,
        VerificationState.NOT_CONTENT,
        VerificationState.SOURCE_CHANGED,
    }
)
"""States of an excerpt whose place is known; of a changed copy, where nothing differs."""


class _Sweep:
    """Stretches of a copy, asked for those that touch one sentence after another, in order."""

    def __init__(self, entries: list[tuple[Span, int]]) -> None:
        self._coming = sorted(entries, reverse=True)
        self._open: list[tuple[Span, int]] = []

    def touching(self, sentence: Span) -> list[int]:
        """The numbers of the stretches that overlap with a sentence, ascending."""
        start, end = sentence
        self._open = [each for each in self._open if each[0][1] > start]
        while self._coming and self._coming[-1][0][0] < end:
            each = self._coming.pop()
            if each[0][1] > start:
                self._open.append(each)
        return sorted(number for _, number in self._open)


class _Judge(NamedTuple):
    """All that is known of the stretches of a copy."""

    used: tuple[Span, ...]
    skipped: tuple[Span, ...]
    boilerplate: tuple[Span, ...]
    placed: _Sweep
    """The excerpts, by their number."""
    skips: _Sweep
    """What is left out, likewise."""

    def state(self, text: str, span: Span) -> SentenceUse:
        """What the briefing makes of a sentence."""
        if not any(_touch(each, span) for each in (self.used, self.skipped, self.boilerplate)):
            return SentenceUse.UNCOVERED
        if _within(self.used, span) and not _touch(self.boilerplate, span):
            return SentenceUse.USED
        found = _words(text[slice(*span)], span[0])
        if 2 * _held(found, self.boilerplate) >= len(found):
            return SentenceUse.BOILERPLATE
        if 2 * _held(found, self.used) >= len(found):
            return SentenceUse.USED
        if 2 * _held(found, tuple(apart([*self.used, *self.skipped]))) >= len(found):
            return SentenceUse.SKIPPED
        return SentenceUse.PARTLY


def _numbered(text: str) -> Iterator[tuple[Span, int]]:
    """The sentences of a copy with their lines, those of lines wrapped by hand put together."""
    line, counted = 1, 0
    for start, end in _unwrapped(text):
        line += text.count("\n", counted, start)
        counted = start
        yield (start, end), line


_ENDED = re.compile(r"[.!?…:。！？][\"'”’»)\]」』]*\Z")
_FILLED = 60
"""Code points of a line, from which on it is taken to be broken off for want of room."""


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
    """Whether a sentence was only cut by the end of its line: the next line takes it up."""
    between = text[one[1] : other[0]]
    if between.count("\n") != 1 or between.strip() or _ENDED.search(text[one[1] - 4 : one[1]]):
        return False
    line = text.rfind("\n", 0, one[1]) + 1
    return text[other[0]].islower() or one[1] - line >= _FILLED


def _words(text: str, offset: int) -> list[Span]:
    return [(start + offset, end + offset) for start, end in words(text)]


def _held(found: list[Span], spans: tuple[Span, ...]) -> int:
    """How many of the words lie in the stretches, in part at least."""
    return sum(_touch(spans, word) for word in found)


def _touch(spans: tuple[Span, ...], span: Span) -> bool:
    """Whether one of the stretches, which are in order and apart, overlaps with another."""
    at = bisect_right(spans, span[0], key=_end)
    return at < len(spans) and spans[at][0] < span[1]


def _within(spans: tuple[Span, ...], span: Span) -> bool:
    at = bisect_right(spans, span[0], key=_end)
    return at < len(spans) and spans[at][0] <= span[0] and span[1] <= spans[at][1]


def _end(span: Span) -> int:
    return span[1]
