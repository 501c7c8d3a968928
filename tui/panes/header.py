"""The header of every screen and printout: title, marking, status and information cutoff."""

from collections.abc import Iterator
from itertools import chain

from tui.blocks import Block, Heading, Notice, Paragraph, Run, Runs, Style, runs
from tui.diagnostics import Severity
from tui.model.briefing import BackgroundPane, Briefing, OutlookPane
from tui.model.document import Document
from tui.model.items import Event, When
from tui.panes import dates, names
from tui.panes.remarks import filled
from tui.places import Filter, Options, is_placeholder
from tui.text.sentences import sentences

PENDING = "pending"


def header(document: Document, options: Options, hidden: int = 0) -> tuple[Block, ...]:
    """A heading with marking, title and status, the `as-of` paragraph, and notices.

    Notices say that the briefing is a draft or was recalled, and that a filter hides items.

    Args:
        document: The briefing.
        options: The reader's options.
        hidden: The number of items that the filter hides in the current list.
    """
    briefing = document.briefing
    return (
        Heading(
            level=1,
            marking=briefing.marking,
            text=runs(Run(briefing.title or document.name, Style.STRONG)),
            aside=runs(Run(briefing.status, Style.MUTED)),
        ),
        *(Paragraph(kind="as-of", text=line) for line in filled(_as_of(document))),
        *_banner(briefing),
        *_filter(document, options, hidden),
    )


def restriction(document: Document) -> Iterator[Notice]:
    """The notice of the clearance and the number of withheld items; none in room mode."""
    if document.policy.clearance and not document.policy.room:
        withheld = sum(map(is_placeholder, document.items))
        count = names.count(withheld, "item") if withheld else "nothing"
        yield Notice(text=runs(f"Up to {document.policy.clearance}: {count} withheld."))


def _as_of(document: Document) -> Runs:
    """The information cutoff, the pending events, and the reason for the cutoff."""
    briefing = document.briefing
    cutoff = briefing.information_cutoff
    ahead = Run(_ahead([*_pending(briefing)]), Style.STRONG)
    if document.policy.withholds(briefing.marking):
        said = "" if document.policy.is_traceless else "As of when it holds is withheld."
        return runs(said, ahead)
    if cutoff is None:
        issued = f"Issued {dates.prose(briefing.issued)}; no" if briefing.issued else "No"
        return runs(f"{issued} information cutoff is stated.", ahead)
    moment = dates.spoken(cutoff) or "an unstated date"
    when, bracket, inferred = moment.partition(" (")
    as_of = Run(f"AS OF {when.upper()}", Style.STRONG)
    return runs(as_of, f"{bracket}{inferred}.", ahead, Run(_reason(cutoff), Style.MUTED))


def _ahead(pending: list[Event]) -> str:
    if not pending:
        return ""
    further = len(pending) - 1
    others = f" and {names.count(further, 'further event')}" if further else ""
    return f" {pending[0].title}{others} {'are' if further else 'is'} still ahead."


def _pending(briefing: Briefing) -> Iterator[Event]:
    """The pending events, the subjects of outlook panes first."""
    outlooks = (pane.event for pane in briefing.panes if isinstance(pane, OutlookPane))
    timelines = (pane.timeline for pane in briefing.panes if isinstance(pane, BackgroundPane))
    events = chain(outlooks, chain.from_iterable(timelines))
    return (event for event in events if event and event.status == PENDING)


def _reason(cutoff: When) -> str:
    """The first sentence of the cutoff's basis; the summary shows the whole basis."""
    spans = sentences(cutoff.basis)
    return f" {cutoff.basis[slice(*spans[0])]}" if spans else ""


def _banner(briefing: Briefing) -> Iterator[Notice]:
    if briefing.status == "draft":
        yield Notice(text=runs("DRAFT. This briefing is not finished."), severity=Severity.WARNING)
    if briefing.status == "recalled":
        recalls = [each for each in briefing.revisions if each.type == "recall"]
        said = f" {dates.prose(recalls[-1].date)}: {recalls[-1].reason}" if recalls else ""
        text = runs(f"RECALLED{said or '. Do not use this briefing.'}")
        yield Notice(text=text, severity=Severity.ERROR)


def _filter(document: Document, options: Options, hidden: int) -> Iterator[Notice]:
    """The notice that the filter hides items; none in room mode."""
    if document.policy.room or options.show is Filter.ALL:
        return
    which = "verified" if options.show is Filter.VERIFIED else "not verified"
    text = f"Only what is {which}: {hidden or 'nothing'} hidden here."
    yield Notice(text=runs(text, " Summary and Sources are whole."))
