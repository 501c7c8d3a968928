"""Checks of required statements: a bottom line, and what a reaction or a silence is about."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.items import Reaction

BOTTOM_LINE_WORDS = 40
"""Longest bottom line, in words; a listener does not remember more of one sentence."""

NO_BOTTOM_LINE = Rule("no-bottom-line", "structure", ERROR, draft=WARNING)
LONG_BOTTOM_LINE = Rule("long-bottom-line", "structure", WARNING)
WITHOUT_OBJECT = Rule(
    "reaction-without-object",
    "structure",
    ERROR,
    draft=WARNING,
    draft_summary="not written yet, `about` of reactions",
)
WITHOUT_SCOPE = Rule("silent-without-scope", "structure", ERROR)

RULES = (NO_BOTTOM_LINE, LONG_BOTTOM_LINE, WITHOUT_OBJECT, WITHOUT_SCOPE)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report a missing or long bottom line, and reactions that leave out what they are about."""
    if context.truncated:
        return
    yield from _check_bottom_line(context)
    reactions = [reaction for reaction, _ in context.of(Reaction)]
    without_object = [
        WITHOUT_OBJECT.diagnostic(
            reaction.origin.span(),
            f"the reaction of {reaction.actor} does not say what it is about.",
            "Write `about:` with the id of the event, claim or pane.",
            item=reaction.id,
            draft=context.draft,
        )
        for reaction in reactions
        if not reaction.about
    ]
    yield from WITHOUT_OBJECT.summarised(without_object, draft=context.draft)
    for reaction in reactions:
        if reaction.form == "no-statement" and not reaction.cites:
            yield from _check_silence(reaction)


def _check_bottom_line(context: CheckContext) -> Iterator[Diagnostic]:
    bottom_line = context.briefing.bottom_line
    words = bottom_line.text.split() if bottom_line else []
    if bottom_line is None or not words:
        yield NO_BOTTOM_LINE.diagnostic(
            context.briefing.origin.span("bottom_line"),
            "there is no bottom line.",
            "Write `bottom_line:` with the one sentence that a reader must take away.",
            draft=context.draft,
        )
    elif len(words) > BOTTOM_LINE_WORDS:
        yield LONG_BOTTOM_LINE.diagnostic(
            bottom_line.origin.span("text"),
            f"the bottom line has {len(words)} words; at most {BOTTOM_LINE_WORDS} are kept in "
            "mind.",
        )


def _check_silence(reaction: Reaction) -> Iterator[Diagnostic]:
    missing = [name for name in ("search_scope", "as_of") if not getattr(reaction, name)]
    if missing:
        yield WITHOUT_SCOPE.diagnostic(
            reaction.origin.span(),
            f"nothing shows that {reaction.actor} made no statement: no source is cited, and "
            f"{' and '.join(f'`{name}`' for name in missing)} of an own search not written.",
            "Cite the source that says so, or write `search_scope` and `as_of`.",
            item=reaction.id,
        )
