"""The registry of all rules and of the checks that look for them.

The loader makes its diagnostics through `diagnose`, so every code belongs to a registered rule.

A new rule is a `Rule` in the `RULES` of a module listed here, reported by the module's `check`. It
needs an entry in `manual.yaml` and a faulty briefing in `tests/checks/faulty/`.
"""

from collections.abc import Callable, Iterable

from tui.checks import (
    allowances,
    attribution,
    boundaries,
    copying,
    coverage,
    dates,
    forms,
    judgments,
    likelihood,
    loader_rules,
    local_copies,
    markings,
    names,
    quotation_marks,
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

_MODULES = (
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
    forms,
    sourcing,
    reuse,
    likelihood,
    judgments,
    dates,
    names,
    coverage,
)
"""The modules that define rules and a `check` for them."""

CHECKS: tuple[Check, ...] = tuple(module.check for module in _MODULES)

RULES: dict[str, Rule] = {
    rule.id: rule for module in (loader_rules, allowances, *_MODULES) for rule in module.RULES
}
"""All rules by id."""


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
    """Make a diagnostic of the rule with the id `code`."""
    return RULES[code].diagnostic(span, message, help, item=item, command=command, draft=draft)
