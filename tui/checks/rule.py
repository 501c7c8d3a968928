"""A rule of the format: its id, its severity, and the diagnostics that it reports."""

from collections.abc import Sequence
from typing import Literal

from tui.diagnostics import Diagnostic, Severity, Span
from tui.frozen import frozen

Family = Literal[
    "structure",
    "quotes",
    "attribution",
    "sourcing",
    "estimative language",
    "dates and names",
    "coverage",
]
"""The families of rules, in the order of the manual."""

ERROR, WARNING, INFORMATION = Severity.ERROR, Severity.WARNING, Severity.INFORMATION

SUMMARY_IDS = 3
"""Number of ids listed in the summary of a draft; the rest are counted."""


@frozen
class Rule:
    """One rule; its manual text and examples are in `manual.yaml`."""

    id: str
    """Names the mistake, in kebab-case."""
    family: Family
    """Errors of the family `quotes` cannot be allowed."""
    severity: Severity
    draft: Severity | None = None
    """The severity in a draft, where it differs."""
    draft_summary: str = ""
    """How the single diagnostic begins that stands for all findings in a draft; empty where
    every finding is reported."""

    def diagnostic(
        self,
        span: Span,
        message: str,
        help: str = "",
        *,
        item: str = "",
        command: str = "",
        draft: bool = False,
        severity: Severity | None = None,
    ) -> Diagnostic:
        """Make a diagnostic of this rule.

        Args:
            draft: Whether the briefing is a draft.
            severity: Overrides the severity of the rule.
        """
        if severity is None:
            severity = self.draft if draft and self.draft is not None else self.severity
        return Diagnostic(self.id, severity, message, span, help, item, command)

    def summarised(self, found: Sequence[Diagnostic], *, draft: bool) -> Sequence[Diagnostic]:
        """Return the findings of this rule; in a draft, one diagnostic that lists their items."""
        if not draft or len(found) < 2:
            return found
        return [self.summary([(each.span, each.item) for each in found])]

    def summary(self, found: Sequence[tuple[Span, str]]) -> Diagnostic:
        """Make the one diagnostic for all findings in a draft, at the first of their places.

        Args:
            found: The place of each finding and the id to list for it.
        """
        ids = list(dict.fromkeys(id for _, id in found))
        more = f" and {len(ids) - SUMMARY_IDS} more" if len(ids) > SUMMARY_IDS else ""
        message = f"{self.draft_summary}: {', '.join(ids[:SUMMARY_IDS])}{more}."
        return self.diagnostic(min(span for span, _ in found), message, draft=True)
