"""What a rule is: its id, its severity, its manual text, and how a finding of it is made."""

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
"""The families of the format, in the order of its manual."""

ERROR, WARNING, INFORMATION = Severity.ERROR, Severity.WARNING, Severity.INFORMATION


@frozen
class Rule:
    """One rule."""

    id: str
    """Kebab-case: what has gone wrong."""
    family: Family
    """Errors of the family `quotes` refuse `allow`."""
    severity: Severity
    draft: Severity | None = None
    """The severity in a draft, where it differs."""
    unwritten: str = ""
    """Where what it finds in a draft is merely not written yet: how the one line on it begins."""

    def found(
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
        """A problem that this rule has found; `severity` where it is graver than usual."""
        if severity is None:
            severity = self.draft if draft and self.draft is not None else self.severity
        return Diagnostic(self.id, severity, message, span, help, item, command)
