"""Checks of a loaded briefing: the rules of the format that concern more than one field."""

from tui.checks.allowances import apply_allowances
from tui.checks.context import CheckContext
from tui.checks.registry import CHECKS, RULES
from tui.diagnostics import Diagnostic, Report
from tui.model.document import Document


def run(document: Document) -> tuple[Diagnostic, ...]:
    """Return all problems of a document in file order, except those that it allows.

    The result includes `document.problems`, the problems found while loading, because a briefing
    can allow some of those too. A rule reports each place at most once.
    """
    context = CheckContext(document)
    found = Report()
    for problem in document.problems:
        found.add(problem)
    for check in CHECKS:
        for problem in check(context):
            found.add(problem)
    remaining = Report()
    for problem in apply_allowances(context, found, RULES):
        remaining.add(problem)
    return tuple(remaining)
