"""Checks of references: their targets exist, are of the right kind, and reach every actor."""

from collections.abc import Iterator, Sequence
from itertools import chain, repeat

from tui.checks.context import CheckContext
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic, Span
from tui.frozen import frozen
from tui.model.briefing import DERIVED_PANES, ActorsPane
from tui.model.fields import Citations, Kind, ListOf, MappingOf, Record, ReferenceKind, fields_of
from tui.model.items import Judgment
from tui.text.nearest import nearest

DANGLING = Rule("dangling-reference", "structure", ERROR, draft_summary="not written yet")
WRONG_KIND = Rule("wrong-kind-of-reference", "structure", ERROR)
UNREACHABLE = Rule("unreachable-item", "structure", WARNING)

RULES = (DANGLING, WRONG_KIND, UNREACHABLE)

SUGGESTIONS = 20
"""Number of dangling references that are compared with all ids, to bound the time."""


@frozen
class Reference:
    """One reference in the file."""

    record: Record
    """The record that refers."""
    owner: str
    """The id of the item that the record belongs to."""
    field: str
    id: str
    """The id that is referred to, whether it exists or not."""
    kinds: tuple[str, ...]
    """The kinds of item that may be referred to; empty for any."""
    key: int | str | None
    """Its index or key in a field that is a list or mapping."""

    @property
    def span(self) -> Span:
        """The place of the reference in the file."""
        path = (self.field,) if self.key is None else (self.field, self.key)
        return self.record.origin.span(*path)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report references to missing items or items of a wrong kind, and unreachable actors."""
    if context.truncated:
        return
    kinds = {**dict.fromkeys(DERIVED_PANES, "pane"), **context.document.kinds}
    dangling: list[Reference] = []
    referenced: set[str] = set()
    for reference in _references(context):
        if reference.id != reference.owner:
            referenced.add(reference.id)
        kind = kinds.get(reference.id)
        if kind is None:
            dangling.append(reference)
        elif reference.kinds and kind not in reference.kinds and not _has_own_rule(reference, kind):
            expected = " or ".join(map(_with_article, reference.kinds))
            yield WRONG_KIND.diagnostic(
                reference.span,
                f"`{reference.field}` takes {expected}; {reference.id} is {_with_article(kind)}.",
                item=reference.owner,
            )
    dangling.sort(key=lambda reference: reference.span)
    suggestions = [_nearest_id(reference, kinds) for reference in dangling[:SUGGESTIONS]]
    yield from _report_dangling(context, dangling, suggestions)
    yield from _check_actors(context, referenced.union(suggestions))


def _has_own_rule(reference: Reference, kind: str) -> bool:
    """Whether a judgment refers to a judgment, which `judgment-on-judgments` reports."""
    return kind == "judgment" and isinstance(reference.record, Judgment)


def _references(context: CheckContext) -> Iterator[Reference]:
    """All references in the file, by class of record."""
    for record_class, records in context.by_class.items():
        fields = _reference_fields(record_class)
        for record, owner in records if fields else ():
            for name, kinds in fields:
                value = getattr(record, name)
                if not value:
                    continue
                if isinstance(value, str):
                    yield Reference(record, owner, name, value, kinds, None)
                elif isinstance(value, tuple):
                    for index, id in enumerate(value):
                        yield Reference(record, owner, name, id, kinds, index)
                else:
                    for id in value:
                        yield Reference(record, owner, name, id, kinds, id)


def _reference_fields(record_class: type[Record]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields of a class that refer to items, with the kinds of item."""
    fields = ((field.name, _target_kinds(field.kind)) for field in fields_of(record_class))
    return tuple((name, kinds) for name, kinds in fields if kinds is not None)


def _target_kinds(kind: Kind) -> tuple[str, ...] | None:
    """The kinds of item that a field refers to; `None` if it is not a reference."""
    match kind:
        case ReferenceKind(to=to):
            return to
        case Citations():
            return ("excerpt",)
        case MappingOf(to=to):
            return (to,)
        case ListOf(of=inner):
            return _target_kinds(inner)
        case _:
            return None


def _nearest_id(reference: Reference, kinds: dict[str, str]) -> str:
    """The id most similar to a missing one, preferably of a kind that may be referred to."""
    fitting = (id for id, kind in kinds.items() if not reference.kinds or kind in reference.kinds)
    return nearest(reference.id, fitting) or nearest(reference.id, kinds)


def _report_dangling(
    context: CheckContext, dangling: Sequence[Reference], suggestions: Sequence[str]
) -> Iterator[Diagnostic]:
    if context.draft and len({reference.id for reference in dangling}) > 1:
        yield DANGLING.summary([(reference.span, reference.id) for reference in dangling])
        return
    for reference, suggestion in zip(dangling, chain(suggestions, repeat("")), strict=False):
        kind = reference.kinds[0] if len(reference.kinds) == 1 else "item"
        hint = f" The nearest is {suggestion}." if suggestion else ""
        message = f"there is no {kind} {reference.id}.{hint}"
        yield DANGLING.diagnostic(reference.span, message, item=reference.owner)


def _check_actors(context: CheckContext, referenced: set[str]) -> Iterator[Diagnostic]:
    """Report actors that no pane shows and no other item refers to; panes show all other items.

    Args:
        referenced: Ids that other items refer to, possibly misspelt.
    """
    actors = context.briefing.actors
    panes = [pane for pane in context.briefing.panes if isinstance(pane, ActorsPane)]
    if not actors or any(not pane.show for pane in panes):
        return
    help = "Add it to `show` of a pane of the role actors."
    if not panes:
        help = "Name it where it belongs, or add a pane `- role: actors`, which shows all of them."
    for actor in actors:
        if actor.id not in referenced:
            yield UNREACHABLE.diagnostic(
                actor.origin.span(),
                f"no pane shows {actor.id} and nothing refers to it.",
                help,
                item=actor.id,
            )


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
