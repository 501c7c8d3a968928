"""Where the excerpts, the sentences left out and the boilerplate lie in a local copy."""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from tui.model.coverage import occurrences
from tui.model.document import Document, VerificationState
from tui.model.sources import Source


class Marked(IntEnum):
    """What a stretch of a copy is used for; a higher one stands over a lower one."""

    BOILERPLATE = 0
    SKIPPED = 1
    NEAR = 2
    """The passage nearest to an excerpt that is not in the copy."""
    EXCERPT = 3
    CHOSEN = 4
    """The excerpt that was asked for."""


class Mark(NamedTuple):
    """A stretch of a copy, in code points of it, and what it is used for."""

    start: int
    end: int
    use: Marked
    item: str = ""
    """The id of the excerpt, where it is one."""
    remark: str = ""


def marks(document: Document, source: Source, chosen: str) -> list[Mark]:
    """All marks in the copy of a source, in its order.

    Of two at one place the longer is first, and what is only near comes after what stands there.
    """
    found = [*_excerpts(document, source, chosen), *_left_out(document, source)]
    return sorted(
        found, key=lambda mark: (mark.start, mark.use is Marked.NEAR, -mark.end, mark.item)
    )


def _excerpts(document: Document, source: Source, chosen: str) -> Iterator[Mark]:
    for excerpt in document.briefing.excerpts:
        verification = document.verifications.get(excerpt.id)
        if excerpt.source != source.id or verification is None or verification.passage is None:
            continue
        start, end = verification.passage.start, verification.passage.end
        if verification.state is VerificationState.MISMATCH:
            remark = f"nearest to {excerpt.id}, which is NOT in our copy"
            yield Mark(start, end, Marked.NEAR, excerpt.id, remark)
        else:
            use = Marked.CHOSEN if excerpt.id == chosen else Marked.EXCERPT
            yield Mark(start, end, use, excerpt.id, f"used: {excerpt.id}")


def _left_out(document: Document, source: Source) -> Iterator[Mark]:
    text = document.copies[source.id].text
    for boilerplate in source.not_content:
        for start, end in occurrences(text, boilerplate):
            yield Mark(start, end, Marked.BOILERPLATE, remark="boilerplate")
    coverage = document.briefing.coverage.get(source.id)
    for skipped in coverage.skipped if coverage else ():
        for start, end in occurrences(text, skipped.exact):
            yield Mark(start, end, Marked.SKIPPED, remark=f"skipped: {skipped.reason}")
