"""The checks of what a briefing must say at least: its bottom line, and its reactions' objects."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.draft import in_one_line
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.briefing import BottomLine
from tui.model.items import Reaction

BOTTOM_LINE_WORDS = 40
"""More than a listener keeps of one sentence."""

NO_BOTTOM_LINE = Rule("no-bottom-line", "structure", ERROR, draft=WARNING)
LONG_BOTTOM_LINE = Rule("long-bottom-line", "structure", WARNING)
WITHOUT_OBJECT = Rule(
    "reaction-without-object",
    "structure",
    ERROR,
    draft=WARNING,
    unwritten="not written yet, `about` of reactions",
)
WITHOUT_SCOPE = Rule("silent-without-scope", "structure", ERROR)

RULES = (NO_BOTTOM_LINE, LONG_BOTTOM_LINE, WITHOUT_OBJECT, WITHOUT_SCOPE)


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """What the bottom line and the reactions lack."""
    if survey.cut:
        return
    line = survey.briefing.bottom_line
    if line is None or not line.text.strip():
        yield NO_BOTTOM_LINE.found(
            survey.briefing.origin.span("bottom_line"),
            "there is no bottom line.",
            "Write `bottom_line:` with the one sentence that a reader must take away.",
            draft=survey.draft,
        )
    else:
        yield from _length(line)
    reactions = [reaction for reaction, _ in survey.of(Reaction)]
    yield from _objects(reactions, survey.draft)
    for reaction in reactions:
        if reaction.form == "no-statement" and not reaction.cites:
            yield from _silence(reaction)


def _length(line: BottomLine) -> Iterator[Diagnostic]:
    words = len(line.text.split())
    if words > BOTTOM_LINE_WORDS:
        yield LONG_BOTTOM_LINE.found(
            line.origin.span("text"),
            f"the bottom line has {words} words; at most {BOTTOM_LINE_WORDS} are kept in mind.",
        )


def _objects(reactions: list[Reaction], draft: bool) -> Iterator[Diagnostic]:
    without = [reaction for reaction in reactions if not reaction.about]
    if draft and len(without) > 1:
        yield in_one_line(WITHOUT_OBJECT, [(each.origin.span(), each.id) for each in without])
        return
    for reaction in without:
        yield WITHOUT_OBJECT.found(
            reaction.origin.span(),
            f"the reaction of {reaction.actor} does not say what it is about.",
            "Write `about:` with the id of the event, claim or pane.",
            item=reaction.id,
            draft=draft,
        )


def _silence(reaction: Reaction) -> Iterator[Diagnostic]:
    missing = [name for name in ("search_scope", "as_of") if not getattr(reaction, name)]
    if missing:
        yield WITHOUT_SCOPE.found(
            reaction.origin.span(),
            f"nothing shows that {reaction.actor} made no statement: no source is cited, and "
            f"{' and '.join(f'`{name}`' for name in missing)} of an own search not written.",
            "Cite the source that says so, or write `search_scope` and `as_of`.",
            item=reaction.id,
        )
