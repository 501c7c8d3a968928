"""A source's local copy, line by line, with all that the briefing makes of it."""

from collections import deque
from collections.abc import Iterator, Mapping
from itertools import pairwise

from tui.blocks import Block, CopyLine, Heading, Notice, Paragraph, Run, Style, runs
from tui.diagnostics import Severity
from tui.model.coverage import SentenceUse, SourceCoverage
from tui.model.document import Document
from tui.panes import names, sentence
from tui.panes.headings import nothing_called
from tui.panes.marks import Mark, Marked, marks
from tui.places import Options, Place
from tui.text.clean import clean_with_map

_STYLES = {
    Marked.BOILERPLATE: Style.MUTED,
    Marked.SKIPPED: Style.MUTED,
    Marked.NEAR: Style.WRONG,
    Marked.EXCERPT: Style.QUOTE,
    Marked.CHOSEN: Style.EMPHASIS,
}
_REMARKS = {SentenceUse.PARTLY: "covered in part", SentenceUse.UNCOVERED: "not covered"}
"""What is said of a sentence beside the marks in it."""


def blocks(document: Document, place: Place, options: Options) -> Iterator[Block]:
    """The whole copy; each sentence and each excerpt begins a block, so that it can be reached."""
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
    is_whole = not document.names  # else what is not covered may be so by what is withheld
    shares = sentence.shares(document, source) if is_whole else ""
    yield Heading(text=title, level=1, aside=runs(Run(shares, Style.MUTED)))
    if is_whole:
        yield Paragraph(text=runs(sentence.counts(covered)), kind="remark")
    begun = _Sentences(source.id, covered, _REMARKS if is_whole else {})
    yield from _lines(copy.text, marks(document, source, place.item), begun)


class _Sentences:
    """The sentences of a copy, asked for in its order."""

    def __init__(
        self, source: str, covered: SourceCoverage, remarks: Mapping[SentenceUse, str]
    ) -> None:
        """`remarks` are what is said of sentences, by what is made of them."""
        self._source = source
        self._remarks = remarks
        self._sentences = covered.sentences
        self._passed = 0

    def starts(self, start: int, end: int) -> Iterator[int]:
        """Where those begin that begin in a line; the line is asked for once."""
        at = self._passed
        while at < len(self._sentences) and self._sentences[at].span[0] <= end:
            if self._sentences[at].span[0] >= start:
                yield self._sentences[at].span[0]
            at += 1

    def reach(self, left: int, right: int) -> tuple[str, str]:
        """The item of the sentence that begins in a stretch, and what is to be said of it.

        What is said is said of any stretch of the sentence.
        """
        item = ""
        while self._passed < len(self._sentences):
            if self._sentences[self._passed].span[0] >= right:
                break
            self._passed += 1
            item = sentence.item(self._source, self._passed)
        if not self._passed:
            return item, ""
        here = self._sentences[self._passed - 1]
        return item, self._remarks.get(here.state, "") if left < here.span[1] else ""


def _lines(text: str, marked: list[Mark], sentences: _Sentences) -> Iterator[CopyLine]:
    """A block for each line, and one more for each sentence or excerpt that begins within it."""
    active: list[Mark] = []
    read = start = 0
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        first = read
        while read < len(marked) and marked[read].start <= end:
            read += 1
        waiting = deque(marked[first:read])
        piece_of = _Line(number, start, line)
        starts = [mark.start for mark in marked[first:read] if mark.item]
        for left, right in pairwise(_cuts(start, line, [*starts, *sentences.starts(start, end)])):
            begun = []
            while waiting and waiting[0].start < right:
                begun.append(waiting.popleft())
            active = [mark for mark in active if mark.end > left] + begun
            items = [mark for mark in begun if mark.item]
            stretch = left, min(right, end)
            yield from piece_of.blocks(stretch, active, items, sentences.reach(left, right))
        start = end + 1


def _cuts(start: int, line: str, begun: list[int]) -> list[int]:
    """Where the blocks of a line begin, and where its last one ends.

    What stands between two of them is no block if it is only a bullet, a mark or an indentation.
    """
    cuts = [start]
    for each in sorted(set(begun)):
        if any(map(str.isalnum, line[cuts[-1] - start : each - start])):
            cuts.append(each)
    return [*cuts, start + len(line) + 1]


class _Line:
    """A line of a copy that can be cut into blocks, at offsets of the whole copy."""

    def __init__(self, number: int, start: int, text: str) -> None:
        self._number = number
        self._start = start
        self._cleaned = clean_with_map(text)

    def blocks(
        self,
        stretch: tuple[int, int],
        active: list[Mark],
        begun: list[Mark],
        sentence: tuple[str, str],
    ) -> Iterator[CopyLine]:
        """The stretch as a block; for each but the first that begins in it an empty one."""
        remarks = dict.fromkeys(mark.remark for mark in active)
        for mark in begun[1:]:
            remarks.pop(mark.remark)
        item, said = sentence
        told = runs(Run("; ".join(remarks), Style.MUTED))
        if said:
            told = (*told, *runs("; " if told else "", Run(said, Style.CAUTION)))
        yield CopyLine(
            item=begun[0].item if begun else item,
            number=self._number,
            text=runs(*self._runs(*stretch, active)),
            aside=told,
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
            uses = [mark.use for mark in active if mark.start <= start and end <= mark.end]
            style = _STYLES[max(uses)] if uses else Style.TEXT
            yield Run(self._slice(start, end), style)

    def _slice(self, start: int, end: int) -> str:
        offsets = self._cleaned.offsets
        return self._cleaned.text[offsets[start - self._start] : offsets[end - self._start]]
