"""How a briefing of a folder stands: what a list says of it."""

from collections.abc import Iterator
from enum import Enum

from tui.blocks import Entry, Run, Runs, Style, runs
from tui.diagnostics import Severity, reason
from tui.frozen import frozen, replace
from tui.library.state import why_not_written
from tui.model.annotations import whole
from tui.model.document import Document, Policy, VerificationState
from tui.model.projection import project
from tui.places import is_placeholder


class Read(Enum):
    """Whether a briefing has been read; the value is how that is said in a list."""

    NEVER = "not read"
    BEFORE = "changed since read"
    YES = "read"
    UNKNOWN = ""
    """Nothing is remembered of it, since it is not for everybody's eyes."""


@frozen
class BriefingSummary:
    """What is said of a briefing in a list."""

    path: str
    """From the folder."""
    title: str = ""
    id: str = ""
    issued: str = ""
    cutoff: str = ""
    """The date as of which it holds, as it is written."""
    status: str = ""
    marking: str = ""
    """As it is written: whether it is one of the Traffic Light Protocol is for whoever asks."""
    excerpts: int = 0
    verbatim: int = 0
    """How many of the excerpts were found word for word in the local copies."""
    errors: int = 0
    warnings: int = 0
    whole: str = ""
    """A hash of all that it says and is proved against, by which is told whether it was read;
    empty where that is not remembered, since it is not for everybody's eyes."""

    @property
    def problems(self) -> int:
        """Errors and warnings together."""
        return self.errors + self.warnings


def standing(document: Document, path: str, clearance: str = "") -> BriefingSummary:
    """How a briefing stands; `path` is the one by which its folder has it.

    What is above a `clearance`, a marking, is not told.
    """
    seen = project(document, Policy(clearance))
    briefing = seen.briefing
    cutoff = briefing.information_cutoff
    severities = [problem.severity for problem in seen.problems]
    states = [found.state for found in seen.verifications.values()]
    return BriefingSummary(
        path=path,
        title=briefing.title,
        id=briefing.id,
        issued=briefing.issued,
        cutoff=cutoff.date if cutoff is not None else "",
        status=briefing.status,
        marking=briefing.marking,
        excerpts=len(states),
        verbatim=states.count(VerificationState.VERBATIM),
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        whole="" if why_not_written(markings(document)) else whole(document),
    )


def markings(document: Document) -> list[str]:
    """The marking of a briefing, and those of its items that have one of their own."""
    items = (getattr(each, "marking", "") for each in document.items.values())
    return [document.briefing.marking, *filter(None, items)]


def entry(of: BriefingSummary, read: Read = Read.UNKNOWN) -> Entry:
    """A briefing in a list; the item is its path."""
    status = (Run(of.status, Style.MUTED),) if of.status else ()
    apart = "  " if of.status and read.value else ""
    style = Style.MUTED if read is Read.YES else Style.CAUTION
    return Entry(
        item=of.path,
        kind="briefing",
        name=runs(Run(of.title or shown_path(of), Style.STRONG)),
        aside=runs(*status, Run(f"{apart}{read.value}", style)),
        details=tuple(line for line in _details(of) if line),
        marking=of.marking,
    )


def shown_path(of: BriefingSummary) -> str:
    """The path of a briefing; empty where its title is withheld, which a path may tell."""
    return "" if is_placeholder(of.id) else of.path


def with_line(listed: Entry, item: str, line: str, more: int) -> Entry:
    """An entry that is listed for something that a briefing says, and for so much more."""
    others = f"  and {more} more" if more else ""
    said = runs(line, Run(others, Style.MUTED))
    return replace(listed, item=item, text=said, details=listed.details[:1])


def unreadable(path: str, error: OSError) -> Entry:
    """A briefing in a list that cannot be read."""
    text = runs(Run(f"cannot be read: {reason(error)}", Style.WRONG))
    return Entry(item=path, kind="briefing", name=runs(Run(path, Style.STRONG)), text=text)


def _details(of: BriefingSummary) -> Iterator[Runs]:
    dates = [f"issued {of.issued}"] if of.issued else []
    if of.cutoff:
        dates.append(f"as of {of.cutoff}")
    yield runs(Run(" · ".join(filter(None, [*dates, shown_path(of)])), Style.MUTED))
    yield runs(*_proved(of))


def _proved(of: BriefingSummary) -> Iterator[Run]:
    """How its excerpts are verified and what is wrong with it, in words."""
    verified = Style.VERIFIED if of.verbatim == of.excerpts else Style.CAUTION
    parts = (
        (
            of.excerpts,
            f"{of.verbatim} of {of.excerpts} excerpts word for word in our copy",
            verified,
        ),
        (of.errors, f"{of.errors} error{'s' if of.errors > 1 else ''}", Style.WRONG),
        (of.warnings, f"{of.warnings} warning{'s' if of.warnings > 1 else ''}", Style.CAUTION),
    )
    separator = ""
    for count, said, style in parts:
        if count:
            yield Run(f"{separator}{said}", style)
            separator = " · "
