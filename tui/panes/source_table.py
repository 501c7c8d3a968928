"""The table of the sources: their local copies, excerpts and coverage."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.blocks import Run, Runs, Style, Table, runs
from tui.model.coverage import coverage
from tui.model.document import Document
from tui.model.sources import Excerpt, Source
from tui.panes import names
from tui.panes.dependents import excerpts_by_source
from tui.places import is_placeholder


class SourceSummary(NamedTuple):
    """A source in a row of the table."""

    id: str
    name: str
    """Its name as used in a sentence."""
    file: str
    """The path of its local copy as written; empty if none is named."""
    held: bool
    """Whether the local copy was read."""
    pinned: bool
    """Whether the briefing states the SHA-256 of the copy."""
    changed: bool
    """Whether the copy has another SHA-256 than the one stated."""
    excerpts: int
    """The number of excerpts taken from it."""
    uncited: int
    """The number of its excerpts that no item cites."""
    coverage: int | None
    """Per cent of the words of its content in excerpts and cues; `None` without a copy."""
    accounted_for: int | None
    """The same, including words that are left out for a reason."""
    origin_group: str
    reliability: str
    """Admiralty code, A to F; empty where it is not graded."""


def summaries(document: Document) -> list[SourceSummary]:
    """The sources, in the order of the file."""
    taken = excerpts_by_source(document)
    return [_summary(document, each, taken.get(each.id, ())) for each in document.briefing.sources]


def table(shown: Sequence[SourceSummary]) -> Table:
    """A table with a row for each source; the share left out with a reason is in brackets."""
    header = ("Source", "Copy", "Excerpts", "Covered", "Origin", "Grade")
    return Table(
        header=tuple(runs(name) for name in header),
        rows=tuple(_row(each) for each in shown),
    )


def _summary(document: Document, source: Source, taken: Sequence[Excerpt]) -> SourceSummary:
    copy = document.copies.get(source.id)
    covered = coverage(document, source) if copy else None
    return SourceSummary(
        id=source.id,
        name=names.source(document, source.id),
        file=source.file,
        held=copy is not None,
        pinned=bool(source.sha256),
        changed=bool(copy and source.sha256 and source.sha256.casefold() != copy.sha256),
        excerpts=len(taken),
        uncited=sum(not document.cited_by.get(each.id) for each in taken),
        coverage=covered.percent if covered else None,
        accounted_for=covered.percent_accounted_for if covered else None,
        origin_group=source.origin_group,
        reliability=source.reliability,
    )


def _row(of: SourceSummary) -> tuple[Runs, ...]:
    if is_placeholder(of.id):
        return runs(Run(of.name, Style.MUTED)), (), (), (), (), ()
    return (
        runs(Run(of.id, Style.STRONG), f": {of.name}"),
        runs(_copy(of)),
        runs(_excerpts(of)),
        runs(_covered(of)),
        runs(of.origin_group or _nothing("not stated")),
        runs(of.reliability or _nothing("none")),
    )


def _copy(of: SourceSummary) -> Run:
    if not of.held:
        return Run("not readable" if of.file else "not held", Style.CAUTION)
    if of.changed:
        return Run("held, CHANGED since it was pinned", Style.WRONG)
    if of.pinned:
        return Run("held, as pinned", Style.VERIFIED)
    return Run("held, not pinned", Style.CAUTION)


def _excerpts(of: SourceSummary) -> str | Run:
    if of.excerpts == of.uncited:
        uncited = f"{of.excerpts}, none cited: " if of.excerpts else ""
        return Run(f"{uncited}unused", Style.CAUTION)
    return f"{of.excerpts}, {of.uncited} not cited" if of.uncited else f"{of.excerpts}"


def _covered(of: SourceSummary) -> str | Run:
    if of.coverage is None or of.accounted_for is None:
        return _nothing("unknown")
    left_out = of.accounted_for - of.coverage
    return f"{of.coverage} %" + (f" (+{left_out} %)" if left_out else "")


def _nothing(word: str) -> Run:
    return Run(word, Style.MUTED)
