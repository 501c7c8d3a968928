"""What is merely not written yet in a draft: one line, not twenty."""

from collections.abc import Sequence

from tui.checks.rule import Rule
from tui.diagnostics import Diagnostic, Span

NAMED = 3
"""So many ids are named in the line; the others are counted."""


def in_one_line(rule: Rule, found: Sequence[tuple[Span, str]]) -> Diagnostic:
    """All that a rule has found in a draft, at the place of the first; each with an id."""
    ids = list(dict.fromkeys(id for _, id in found))
    more = f" and {len(ids) - NAMED} more" if len(ids) > NAMED else ""
    message = f"{rule.unwritten}: {', '.join(ids[:NAMED])}{more}."
    return rule.found(min(span for span, _ in found), message, draft=True)
