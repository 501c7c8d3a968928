"""How a briefing of a folder stands: what a list says of it."""

from collections.abc import Iterator

from tui.blocks import Entry, Run, Runs, Style, runs
from tui.diagnostics import Severity
from tui.frozen import frozen
from tui.model.document import Document, State


@frozen
class Standing:
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

    @property
    def problems(self) -> int:
        """Errors and warnings together."""
        return self.errors + self.warnings


def standing(document: Document, path: str) -> Standing:
    """How a briefing stands; `path` is the one by which its folder has it."""
    briefing = document.briefing
    cutoff = briefing.information_cutoff
    severities = [problem.severity for problem in document.problems]
    states = [found.state for found in document.verifications.values()]
    return Standing(
        path=path,
        title=briefing.title,
        id=briefing.id,
        issued=briefing.issued,
        cutoff=cutoff.date if cutoff is not None else "",
        status=briefing.status,
        marking=briefing.marking,
        excerpts=len(states),
        verbatim=states.count(State.VERBATIM),
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
    )


def entry(of: Standing) -> Entry:
    """A briefing in a list; the item is its path."""
    return Entry(
        item=of.path,
        kind="briefing",
        name=runs(Run(of.title or of.path, Style.STRONG)),
        aside=runs(Run(of.status, Style.MUTED)),
        details=tuple(line for line in _details(of) if line),
        marking=of.marking,
    )


def unreadable(path: str, error: OSError) -> Entry:
    """A briefing in a list that cannot be read."""
    reason = runs(Run(f"cannot be read: {error.strerror or error}", Style.WRONG))
    return Entry(item=path, kind="briefing", name=runs(Run(path, Style.STRONG)), text=reason)


def _details(of: Standing) -> Iterator[Runs]:
    dates = [f"issued {of.issued}"] if of.issued else []
    if of.cutoff:
        dates.append(f"as of {of.cutoff}")
    yield runs(Run(" · ".join([*dates, of.path]), Style.MUTED))
    yield runs(*_proved(of))


def _proved(of: Standing) -> Iterator[Run]:
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
