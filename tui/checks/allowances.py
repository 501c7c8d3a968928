"""What a briefing allows: findings that its author overrules, each with a reason."""

from collections.abc import Iterable, Iterator, Mapping

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


def overrule(
    survey: CheckContext, problems: Iterable[Diagnostic], rules: Mapping[str, Rule]
) -> Iterator[Diagnostic]:
    """The problems that the briefing does not allow, and what is wrong with what it allows.

    An item that is allowed something allows it to all that belongs to it.
    """
    allows: dict[str, list[Allow]] = {}
    for allow in survey.briefing.allow:
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
        covering = _covering(survey, problem, allows[problem.code])
        if covering is None:
            yield problem
        else:
            used.add(covering)
    for allow in (each for same in allows.values() for each in same if each not in used):
        yield UNUSED.found(
            allow.origin.span(), f"{allow.rule} does not occur here; there is nothing to allow."
        )


def _invalid(allow: Allow, rules: Mapping[str, Rule]) -> Diagnostic | None:
    """What is wrong with it; a key that is not written at all is the loader's to report."""
    if not allow.rule:
        return None
    rule = rules.get(allow.rule)
    if rule is None:
        near = nearest(allow.rule, rules)
        help = f"The nearest is {near}." if near else ""
        command = "`briefing check --explain ID` says what a rule is about."
        message = f"there is no rule {allow.rule}."
        return UNKNOWN.found(allow.origin.span("rule"), message, help, command=command)
    if rule.family == "quotes" and rule.severity is ERROR:
        return REFUSED.found(
            allow.origin.span("rule"), f"{rule.id} cannot be allowed, whatever the reason."
        )
    reason = allow.origin.span("reason")
    if not allow.reason.strip() and reason != allow.origin.span():
        return WITHOUT_REASON.found(reason, f"no reason is given to allow {rule.id}.")
    return None


def _covering(survey: CheckContext, problem: Diagnostic, allows: Iterable[Allow]) -> Allow | None:
    """The first that allows a problem at its item, or at one that the item belongs to."""
    round_it = set(survey.outwards(problem.item))
    for allow in allows:
        if not allow.on or any(id in round_it for id in allow.on):
            return allow
    return None
