"""Check that the marking of the file is as strict as the strictest in it."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.rule import ERROR, Rule
from tui.diagnostics import Diagnostic, Span
from tui.model.briefing import Briefing
from tui.model.fields import Record
from tui.model.items import Note
from tui.model.vocabularies import MARKINGS

STRICTER = Rule("marking-stricter-than-file", "structure", ERROR)

RULES = (STRICTER,)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report the strictest marking in the file if it is stricter than the file's own."""
    own = context.briefing.marking
    stricter = [
        each for each in _marked_records(context) if _strictness(each[1]) > _strictness(own)
    ]
    if not stricter:
        return
    record, marking, owner = min(stricter, key=_strictest_first)
    file = f"the file is {own}" if own else "the file has no marking"
    more = f" {len(stricter) - 1} more are stricter than the file." if len(stricter) > 1 else ""
    yield STRICTER.diagnostic(
        record.origin.span("marking"),
        f"{owner} is {marking}, and {file}.{more}",
        f"Write `marking: {marking}` at the head of the file.",
        item=owner,
    )


_Marked = tuple[Record, str, str]
"""A record, its own marking, and the id of the item that it belongs to."""


def _marked_records(context: CheckContext) -> Iterator[_Marked]:
    """The records with a marking of their own."""
    for record_class, records in context.by_class.items():
        if hasattr(record_class, "marking") and not issubclass(record_class, Note | Briefing):
            for record, owner in records:
                if record.marking:
                    yield record, record.marking, owner


def _strictest_first(marked: _Marked) -> tuple[int, Span]:
    record, marking, _ = marked
    return -_strictness(marking), record.origin.span("marking")


def _strictness(marking: str) -> int:
    """The position of a marking on the scale; -1 for a missing or unknown one."""
    return MARKINGS.index(marking) if marking in MARKINGS else -1
