"""The card of a source: description, reliability, local copy, and sentences left out."""

from collections.abc import Iterable, Iterator, Sequence

from tui.blocks import Card, Run, Runs, Style, filled_fields, runs
from tui.model.document import Document
from tui.model.sources import Derived, Excerpt, Skipped, Source
from tui.model.vocabularies import RELIABILITY
from tui.panes import dates, names, verification
from tui.panes.excerpts import note_fields
from tui.panes.remarks import filled, joined


def card(document: Document, shown: Source, excerpts: Sequence[Excerpt]) -> Card:
    """The card of a source and the excerpts taken from it."""
    described = filled_fields(_parts(document, shown, excerpts))
    return Card(
        item=shown.id,
        marking=shown.marking,
        title=runs(Run(names.source(document, shown.id), Style.STRONG)),
        aside=runs(Run(shown.id, Style.MUTED)),
        fields=(*described, *note_fields(document, shown.id)),
    )


def skipped(shown: Iterable[Skipped]) -> tuple[Runs, ...]:
    """The sentences that the briefing leaves out, each with the reason."""
    return tuple(runs(Run(f"“{each.exact}”", Style.QUOTE), f" — {each.reason}") for each in shown)


def _parts(
    document: Document, shown: Source, excerpts: Sequence[Excerpt]
) -> dict[str, tuple[Runs, ...]]:
    coverage = document.briefing.coverage.get(shown.id)
    return {
        "TITLE": filled(runs(shown.title)),
        "AUTHOR": (runs(", ".join(shown.author) or "unknown"),),
        "IN": filled(joined([shown.container_title, shown.type, shown.lang])),
        "ISSUED": (runs(_dated(shown)),),
        "ADDRESS": filled(runs(Run(shown.url, Style.LINK))),
        "DESCRIPTOR": filled(runs(shown.descriptor)),
        "RELIABILITY": filled(runs(_reliability(shown))),
        "ORIGIN": filled(runs(shown.origin_group)),
        "REPORTS": tuple(_derived(each) for each in shown.derived_from),
        "COPY": tuple(_copy(document, shown)),
        "EXCERPTS": filled(joined(verification.tally(document, excerpts))),
        "BOILERPLATE": tuple(runs(Run(text, Style.QUOTE)) for text in shown.not_content),
        "LEFT OUT": skipped(coverage.skipped) if coverage else (),
    }


def _dated(shown: Source) -> str:
    issued = dates.prose(shown.issued) if shown.issued else dates.UNDATED
    return f"{issued}; retrieved {dates.prose(shown.accessed)}" if shown.accessed else issued


def _reliability(shown: Source) -> str:
    if not shown.reliability:
        return shown.basis
    graded = f"{shown.reliability}, {RELIABILITY.get(shown.reliability, 'not in the code')}"
    return f"{graded}: {shown.basis}" if shown.basis else graded


def _derived(shown: Derived) -> Runs:
    held = Run("held", Style.VERIFIED) if shown.held else Run("not held", Style.CAUTION)
    return runs(f"{shown.text} — ", held)


def _copy(document: Document, shown: Source) -> Iterator[Runs]:
    if shown.file:
        yield runs(shown.file)
    held = document.copies.get(shown.id)
    if held is None:
        yield runs(Run("no copy is held" if not shown.file else "not readable", Style.CAUTION))
    elif not shown.sha256:
        yield runs(Run("not pinned: nobody would notice a change of it", Style.CAUTION))
    elif held.sha256 == shown.sha256.lower():
        yield runs(Run("✓ the copy that was excerpted, unchanged", Style.VERIFIED))
    else:
        yield runs(Run("! changed since it was excerpted", Style.WRONG))
    if shown.sha256:
        yield runs(Run(f"SHA-256 {shown.sha256}", Style.MUTED))
