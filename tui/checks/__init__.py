"""The checks of a loaded briefing: every rule of the format that needs more than one field."""

from tui.checks.allowances import overrule
from tui.checks.context import CheckContext
from tui.checks.registry import CHECKS, RULES
from tui.diagnostics import Diagnostic, Report
from tui.model.document import Document


def run(document: Document) -> tuple[Diagnostic, ...]:
    """All problems of a document in the order of the file, but those that it allows.

    `document.problems` holds what was found while the file was read; it is part of the result,
    since a briefing can allow some of that too. Nothing is found twice at one place.
    """
    survey = CheckContext(document)
    found = Report()
    for problem in document.problems:
        found.add(problem)
    for check in CHECKS:
        for problem in check(survey):
            found.add(problem)
    kept = Report()
    for problem in overrule(survey, found, RULES):
        kept.add(problem)
    return tuple(kept)
