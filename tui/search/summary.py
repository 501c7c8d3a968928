"""A summary of a briefing, as lists of briefings show it and the index of a library stores it."""

from tui.diagnostics import Severity
from tui.frozen import frozen
from tui.model.annotations import whole
from tui.model.document import Document, Policy, VerificationState
from tui.model.projection import project
from tui.model.saving import markings_of, reason_not_saved
from tui.places import is_placeholder


@frozen
class BriefingSummary:
    """What a list says about a briefing."""

    path: str
    """Relative to the folder of the library."""
    title: str = ""
    id: str = ""
    issued: str = ""
    cutoff: str = ""
    """The information cutoff date, as it is written."""
    status: str = ""
    marking: str = ""
    """As it is written, which need not be a marking of the Traffic Light Protocol."""
    excerpts: int = 0
    verbatim: int = 0
    """How many of the excerpts were found word for word in the local copies."""
    errors: int = 0
    warnings: int = 0
    content_hash: str = ""
    """The hash of this version and its sources, to tell whether it was read; empty if the
    briefing is marked too strictly for that to be saved."""

    @property
    def problems(self) -> int:
        """The number of errors and warnings."""
        return self.errors + self.warnings

    @property
    def shown_path(self) -> str:
        """The path; empty if the title is withheld, since a path may reveal it."""
        return "" if is_placeholder(self.id) else self.path


def summarize(document: Document, path: str, clearance: str = "") -> BriefingSummary:
    """Summarize a briefing, as far as a clearance permits.

    Args:
        document: The whole briefing.
        path: Its path relative to the folder of the library.
        clearance: The strictest marking that may be shown; empty for all.
    """
    shown = project(document, Policy(clearance))
    briefing = shown.briefing
    cutoff = briefing.information_cutoff
    severities = [problem.severity for problem in shown.problems]
    states = [found.state for found in shown.verifications.values()]
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
        content_hash="" if reason_not_saved(markings_of(document)) else whole(document),
    )
