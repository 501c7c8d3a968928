"""The check of markings: that the file's is the strictest of what it holds."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.rule import ERROR, Rule
from tui.diagnostics import Diagnostic
from tui.model.briefing import Briefing
from tui.model.fields import Record
from tui.model.items import Note
from tui.model.vocabularies import MARKINGS

STRICTER = Rule("marking-stricter-than-file", "structure", ERROR)

RULES = (STRICTER,)


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """The strictest item, if it is stricter than the file: to mark the file so mends all."""
    own = survey.briefing.marking
    stricter = [each for each in _marked(survey) if _strictness(each[1]) > _strictness(own)]
    if not stricter:
        return
    strictest = max(_strictness(marking) for _, marking, _ in stricter)
    record, marking, owner = min(
        (each for each in stricter if _strictness(each[1]) == strictest),
        key=lambda each: each[0].origin.span("marking"),
    )
    file = f"the file is {own}" if own else "the file has no marking"
    more = f" {len(stricter) - 1} more are stricter than the file." if len(stricter) > 1 else ""
    yield STRICTER.found(
        record.origin.span("marking"),
        f"{owner} is {marking}, and {file}.{more}",
        f"Write `marking: {marking}` at the head of the file.",
        item=owner,
    )


def _marked(survey: CheckContext) -> Iterator[tuple[Record, str, str]]:
    """The records that have a marking of their own, with it and the item they belong to."""
    for made, visits in survey.by_class.items():
        if hasattr(made, "marking") and not issubclass(made, Note | Briefing):
            for record, owner in visits:
                if record.marking:
                    yield record, record.marking, owner


def _strictness(marking: str) -> int:
    """Its place in the scale; that of no marking, and of one that is none, is below all."""
    return MARKINGS.index(marking) if marking in MARKINGS else -1
