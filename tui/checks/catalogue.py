"""Every rule of the format: its id, its severity and its manual text.

The loader and the checks make their diagnostics here, so that no code exists without a
manual text that `briefing check --explain ID` prints.
"""

from dataclasses import dataclass

from tui.diagnostics import Diagnostic, Severity, Span


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule."""

    id: str
    """Kebab-case: what has gone wrong."""
    family: str
    """`structure`, `quotes`, `dates and names`, …: rules of the family `quotes` refuse `allow`."""
    severity: Severity
    manual: str
    """What the rule is about, and why; plain text."""
    wrong: str
    """An example that it reports."""
    right: str
    """The same, mended."""
    draft: Severity | None = None
    """The severity in a draft, where it differs."""


RULES: dict[str, Rule] = {}


def diagnose(
    code: str, span: Span, message: str, help: str = "", *, item: str = "", draft: bool = False
) -> Diagnostic:
    """A problem that a rule of the catalogue has found."""
    rule = RULES[code]
    severity = rule.draft if draft and rule.draft is not None else rule.severity
    return Diagnostic(code, severity, message, span, help, item)
