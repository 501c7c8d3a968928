"""The `allow` list of a briefing: findings that its author accepts, each with a reason."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from tui.checks.context import CheckContext
from tui.checks.rule import ERROR, INFORMATION, Rule
from tui.diagnostics import Diagnostic
from tui.model.briefing import Allow
from tui.text.nearest import nearest

UNKNOWN = Rule("allow-unknown-rule", "structure", ERROR)
REFUSED = Rule("allow-refused", "structure", ERROR)
WITHOUT_REASON = Rule("allow-without-reason", "structure", ERROR)
UNUSED = Rule("unused-allow", "structure", INFORMATION)

RULES = (UNKNOWN, REFUSED, WITHOUT_REASON, UNUSED)


def apply_allowances(
    context: CheckContext, problems: Iterable[Diagnostic], rules: Mapping[str, Rule]
) -> Iterator[Diagnostic]:
    """Remove the problems that the briefing allows, and report faulty or unused entries.

    An entry for an item also covers the items that it encloses.
    """
    allows: dict[str, list[Allow]] = {}
    for allow in context.briefing.allow:
        invalid = _invalid(allow, rules)
        if invalid is not None:
            yield invalid
        elif allow.reason.strip():
            allows.setdefault(allow.rule, []).append(allow)
    used: set[Allow] = set()
    for problem in problems:
        if problem.code not in allows:
            yield problem
            continue
        covering = _covering(context, problem, allows[problem.code])
        if covering is None:
            yield problem
        else:
            used.add(covering)
    for allow in chain.from_iterable(allows.values()):
        if allow not in used:
            yield UNUSED.diagnostic(
                allow.origin.span(), f"{allow.rule} does not occur here; there is nothing to allow."
            )


def _invalid(allow: Allow, rules: Mapping[str, Rule]) -> Diagnostic | None:
    """What is wrong with an entry; the loader reports missing keys."""
    if not allow.rule:
        return None
    rule = rules.get(allow.rule)
    if rule is None:
        near = nearest(allow.rule, rules)
        help = f"The nearest is {near}." if near else ""
        command = "`briefing check --explain ID` says what a rule is about."
        message = f"there is no rule {allow.rule}."
        return UNKNOWN.diagnostic(allow.origin.span("rule"), message, help, command=command)
    if rule.family == "quotes" and rule.severity is ERROR:
        return REFUSED.diagnostic(
            allow.origin.span("rule"), f"{rule.id} cannot be allowed, whatever the reason."
        )
    reason = allow.origin.span("reason")
    if not allow.reason.strip() and reason != allow.origin.span():
        return WITHOUT_REASON.diagnostic(reason, f"no reason is given to allow {rule.id}.")
    return None


def _covering(context: CheckContext, problem: Diagnostic, allows: Iterable[Allow]) -> Allow | None:
    """The first entry that covers the item of a problem or an item that encloses it."""
    items = set(context.enclosing(problem.item))
    return next((each for each in allows if not each.on or not items.isdisjoint(each.on)), None)
