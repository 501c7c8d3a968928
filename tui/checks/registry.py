"""Every rule of the format, and the checks that look for them: the registry of both.

The loader makes its diagnostics here too, so that no code exists without a manual text that
`briefing check --explain ID` prints.
"""

from collections.abc import Callable, Iterable

from tui.checks import (
    agents,
    allowances,
    attribution,
    boundaries,
    copying,
    coverage,
    dates,
    forms,
    independence,
    judgments,
    likelihood,
    local_copies,
    markings,
    names,
    quotation_marks,
    reading_rules,
    references,
    reuse,
    source_words,
    sourcing,
    statements,
    verification,
)
from tui.checks.context import CheckContext
from tui.checks.rule import Rule
from tui.diagnostics import Diagnostic, Span

Check = Callable[[CheckContext], Iterable[Diagnostic]]

_FAMILIES = (
    references,
    statements,
    markings,
    verification,
    boundaries,
    quotation_marks,
    source_words,
    copying,
    local_copies,
    attribution,
    agents,
    forms,
    sourcing,
    independence,
    reuse,
    likelihood,
    judgments,
    dates,
    names,
    coverage,
)
"""The modules that have rules and a check for them."""

CHECKS: tuple[Check, ...] = tuple(family.check for family in _FAMILIES)

RULES: dict[str, Rule] = {
    rule.id: rule for family in (reading_rules, allowances, *_FAMILIES) for rule in family.RULES
}
"""By id."""


def diagnose(
    code: str,
    span: Span,
    message: str,
    help: str = "",
    *,
    item: str = "",
    command: str = "",
    draft: bool = False,
) -> Diagnostic:
    """A problem that a rule of the catalogue has found."""
    return RULES[code].found(span, message, help, item=item, command=command, draft=draft)
