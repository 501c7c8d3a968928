"""The source view: a local copy line by line, with marks on the passages that are used."""

from collections import deque
from collections.abc import Iterator, Mapping
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from tui.blocks import Block, CopyLine, Heading, Notice, Paragraph, Run, Style, runs
from tui.diagnostics import Severity
from tui.model.coverage import SentenceUse, SourceCoverage, occurrences
from tui.model.document import Document, VerificationState
from tui.model.sources import Source
from tui.panes import names, sentence
from tui.panes.headings import nothing_called
from tui.places import Options, Place
from tui.text.clean import clean_with_map


class MarkKind(IntEnum):
    """The use of a stretch of a copy; a higher value is shown over a lower one."""

    BOILERPLATE = 0
    SKIPPED = 1
    NEAR = 2
    """The passage nearest to an excerpt that is not in the copy."""
    EXCERPT = 3
    CHOSEN = 4
    """The excerpt that the cursor is on."""


class Mark(NamedTuple):
    """A marked stretch of a copy; offsets in code points of the copy."""

    start: int
    end: int
    kind: MarkKind
    item: str = ""
    """The id of the excerpt, if the mark is one of an excerpt."""
    remark: str = ""


_STYLES = {
    MarkKind.BOILERPLATE: Style.MUTED,
    MarkKind.SKIPPED: Style.MUTED,
    MarkKind.NEAR: Style.WRONG,
    MarkKind.EXCERPT: Style.QUOTE,
    MarkKind.CHOSEN: Style.EMPHASIS,
}
_REMARKS = {SentenceUse.PARTLY: "covered in part", SentenceUse.UNCOVERED: "not covered"}
"""The remarks on sentences, added to those on the marks in them."""


def blocks(document: Document, place: Place, options: Options) -> Iterator[Block]:
    """The whole copy; a block begins at each sentence and excerpt, so the cursor can stop there."""
    source = document.source(place.key)
    if source is None:
        yield nothing_called(place.key)
        return
    title = runs(names.source(document, source.id))
    copy = document.copies.get(source.id)
    if copy is None:
        yield Heading(text=title, level=1)
        text = runs("No local copy of this source is held, so it cannot be shown.")
        yield Notice(text=text, severity=Severity.WARNING)
        return
    covered = sentence.covered(document, source)
    is_whole = not document.names  # else a withheld excerpt may cover a sentence
    shares = sentence.shares(document, source) if is_whole else ""
    yield Heading(text=title, level=1, aside=runs(Run(shares, Style.MUTED)))
    if is_whole:
        yield Paragraph(text=runs(sentence.counts(covered)), kind="remark")
    sentences = _SentenceCursor(source.id, covered, _REMARKS if is_whole else {})
    yield from _lines(copy.text, marks(document, source, place.item), sentences)


def marks(document: Document, source: Source, chosen: str) -> list[Mark]:
    """The marks in the copy of a source, in the order of their starts.

    Of two marks with the same start the longer comes first, and `NEAR` marks come last.
    """
    found = [*_excerpts(document, source, chosen), *_left_out(document, source)]
    return sorted(
        found, key=lambda mark: (mark.start, mark.kind is MarkKind.NEAR, -mark.end, mark.item)
    )


def _excerpts(document: Document, source: Source, chosen: str) -> Iterator[Mark]:
    for excerpt in document.briefing.excerpts:
        verification = document.verifications.get(excerpt.id)
        if excerpt.source != source.id or verification is None or verification.passage is None:
            continue
        start, end = verification.passage.start, verification.passage.end
        if verification.state is VerificationState.MISMATCH:
            remark = f"nearest to {excerpt.id}, which is NOT in our copy"
            yield Mark(start, end, MarkKind.NEAR, excerpt.id, remark)
        else:
            kind = MarkKind.CHOSEN if excerpt.id == chosen else MarkKind.EXCERPT
            yield Mark(start, end, kind, excerpt.id, f"used: {excerpt.id}")


def _left_out(document: Document, source: Source) -> Iterator[Mark]:
    text = document.copies[source.id].text
    for boilerplate in source.not_content:
        for start, end in occurrences(text, boilerplate):
            yield Mark(start, end, MarkKind.BOILERPLATE, remark="boilerplate")
    coverage = document.briefing.coverage.get(source.id)
    for skipped in coverage.skipped if coverage else ():
        for start, end in occurrences(text, skipped.exact):
            yield Mark(start, end, MarkKind.SKIPPED, remark=f"skipped: {skipped.reason}")


class _SentenceCursor:
    """A position in the sentences of a copy that only moves forward."""

    def __init__(
        self, source: str, covered: SourceCoverage, remarks: Mapping[SentenceUse, str]
    ) -> None:
        self._source = source
        self._remarks = remarks
        self._sentences = covered.sentences
        self._passed = 0

    def starts(self, start: int, end: int) -> Iterator[int]:
        """The starts of the sentences that begin in a line."""
        at = self._passed
        while at < len(self._sentences) and self._sentences[at].span[0] <= end:
            if self._sentences[at].span[0] >= start:
                yield self._sentences[at].span[0]
            at += 1

    def advance(self, left: int, right: int) -> tuple[str, str]:
        """Move past a stretch of the copy.

        Returns:
            The item of the sentence that begins in the stretch, if one does, and the remark on
            the sentence that the stretch belongs to.
        """
        item = ""
        while self._passed < len(self._sentences):
            if self._sentences[self._passed].span[0] >= right:
                break
            self._passed += 1
            item = sentence.item(self._source, self._passed)
        if not self._passed:
            return item, ""
        current = self._sentences[self._passed - 1]
        return item, self._remarks.get(current.state, "") if left < current.span[1] else ""


def _lines(text: str, marked: list[Mark], sentences: _SentenceCursor) -> Iterator[CopyLine]:
    """A block for each line, and one more for each sentence or excerpt that begins within it."""
    active: list[Mark] = []
    read = start = 0
    for number, content in enumerate(text.split("\n"), 1):
        end = start + len(content)
        first = read
        while read < len(marked) and marked[read].start <= end:
            read += 1
        waiting = deque(marked[first:read])
        line = _Line(number, start, content)
        starts = [mark.start for mark in marked[first:read] if mark.item]
        cuts = _cuts(start, content, [*starts, *sentences.starts(start, end)])
        for left, right in pairwise(cuts):
            begun = []
            while waiting and waiting[0].start < right:
                begun.append(waiting.popleft())
            active = [mark for mark in active if mark.end > left] + begun
            items = [mark for mark in begun if mark.item]
            stretch = left, min(right, end)
            yield from line.blocks(stretch, active, items, *sentences.advance(left, right))
        start = end + 1


def _cuts(start: int, line: str, begun: list[int]) -> list[int]:
    """The offsets at which the blocks of a line begin, and the end of the last one.

    A bullet, a punctuation mark or an indentation alone does not make a block.
    """
    cuts = [start]
    for each in sorted(set(begun)):
        if any(map(str.isalnum, line[cuts[-1] - start : each - start])):
            cuts.append(each)
    return [*cuts, start + len(line) + 1]


class _Line:
    """A line of a copy that can be cut into blocks; offsets are those of the copy."""

    def __init__(self, number: int, start: int, text: str) -> None:
        self._number = number
        self._start = start
        self._cleaned = clean_with_map(text)

    def blocks(
        self,
        stretch: tuple[int, int],
        active: list[Mark],
        begun: list[Mark],
        sentence_item: str,
        sentence_remark: str,
    ) -> Iterator[CopyLine]:
        """The stretch as a block, then an empty block for each further excerpt that begins in it.

        Args:
            stretch: The offsets of its start and end.
            active: The marks that reach into it.
            begun: The marks of excerpts that begin in it.
            sentence_item: The item of the sentence that begins in it; may be empty.
            sentence_remark: The remark on its sentence; may be empty.
        """
        remarks = dict.fromkeys(mark.remark for mark in active)
        for mark in begun[1:]:
            remarks.pop(mark.remark)
        aside = runs(Run("; ".join(remarks), Style.MUTED))
        if sentence_remark:
            aside = (*aside, *runs("; " if aside else "", Run(sentence_remark, Style.CAUTION)))
        yield CopyLine(
            item=begun[0].item if begun else sentence_item,
            number=self._number,
            text=runs(*self._runs(*stretch, active)),
            aside=aside,
        )
        for mark in begun[1:]:
            yield CopyLine(
                item=mark.item,
                number=self._number,
                text=(),
                aside=runs(Run(f"also {mark.remark}", Style.MUTED)),
            )

    def _runs(self, left: int, right: int, active: list[Mark]) -> Iterator[Run]:
        ends = {min(max(end, left), right) for mark in active for end in (mark.start, mark.end)}
        for start, end in pairwise(sorted(ends | {left, right})):
            kinds = [mark.kind for mark in active if mark.start <= start and end <= mark.end]
            style = _STYLES[max(kinds)] if kinds else Style.TEXT
            yield Run(self._slice(start, end), style)

    def _slice(self, start: int, end: int) -> str:
        offsets = self._cleaned.offsets
        return self._cleaned.text[offsets[start - self._start] : offsets[end - self._start]]
