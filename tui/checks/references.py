"""The checks of references: that what is referred to exists, is of the right kind, and is shown."""

from collections.abc import Iterator
from itertools import chain, repeat

from tui.checks.context import CheckContext
from tui.checks.draft import in_one_line
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic, Span
from tui.frozen import frozen
from tui.model.briefing import DERIVED_PANES, ActorsPane
from tui.model.fields import Citations, Kind, ListOf, MappingOf, Record, ReferenceKind, fields_of
from tui.model.items import Judgment
from tui.text.nearest import nearest

DANGLING = Rule("dangling-reference", "structure", ERROR, unwritten="not written yet")
WRONG_KIND = Rule("wrong-kind-of-reference", "structure", ERROR)
UNREACHABLE = Rule("unreachable-item", "structure", WARNING)

RULES = (DANGLING, WRONG_KIND, UNREACHABLE)

NEAREST_FOR = 20
"""So many dangling references are compared with all ids; the work must not grow with both."""


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """References to what is not there or does not belong there, and what nothing leads to."""
    if survey.cut:
        return
    kinds = {**dict.fromkeys(DERIVED_PANES, "pane"), **survey.document.kinds}
    dangling: list[ReferenceUse] = []
    for used in references(survey):
        kind = kinds.get(used.id)
        if kind is None:
            dangling.append(used)
        elif used.to and kind not in used.to and not _rests_on_judgment(used, kind):
            wanted = " or ".join(map(_with_article, used.to))
            yield WRONG_KIND.found(
                used.span,
                f"`{used.field}` takes {wanted}; {used.id} is {_with_article(kind)}.",
                item=used.owner,
            )
    dangling.sort(key=lambda used: used.span)
    meant = [_nearest(used, kinds) for used in dangling[:NEAREST_FOR]]
    yield from _dangling(survey, dangling, meant)
    yield from _unreachable(survey, set(meant))


def _rests_on_judgment(used: "ReferenceUse", kind: str) -> bool:
    """Whether a judgment names another as its support, which has a rule of its own."""
    return kind == "judgment" and isinstance(used.record, Judgment)


@frozen
class ReferenceUse:
    """One reference of the file."""

    record: Record
    owner: str
    """The id of the item that refers."""
    field: str
    id: str
    """What is referred to, whether it is there or not."""
    to: tuple[str, ...]
    """The kinds that may be referred to; empty for any."""
    step: int | str | None
    """Which one of a list or mapping it is."""

    @property
    def span(self) -> Span:
        """Where it is written."""
        path = (self.field,) if self.step is None else (self.field, self.step)
        return self.record.origin.span(*path)


def references(survey: CheckContext) -> Iterator[ReferenceUse]:
    """All references of the file, class by class, as the declarations of the fields have them."""
    for made, visits in survey.by_class.items():
        declared = _referring(made)
        if not declared:
            continue
        for record, owner in visits:
            for name, to in declared:
                value = getattr(record, name)
                if not value:
                    continue
                if isinstance(value, str):
                    yield ReferenceUse(record, owner, name, value, to, None)
                elif isinstance(value, tuple):
                    for index, id in enumerate(value):
                        yield ReferenceUse(record, owner, name, id, to, index)
                else:
                    for id in value:
                        yield ReferenceUse(record, owner, name, id, to, id)


def _referring(made: type[Record]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields of a class that refer to items, and to which kinds."""
    found = ((each.name, _target(each.kind)) for each in fields_of(made))
    return tuple((name, to) for name, to in found if to is not None)


def _target(kind: Kind) -> tuple[str, ...] | None:
    match kind:
        case ReferenceKind(to=to):
            return to
        case Citations():
            return ("excerpt",)
        case MappingOf(to=to):
            return (to,)
        case ListOf(of=inner):
            return _target(inner)
        case _:
            return None


def _nearest(used: ReferenceUse, kinds: dict[str, str]) -> str:
    """The nearest id of a kind that may stand here, else of any."""
    fitting = (id for id, kind in kinds.items() if not used.to or kind in used.to)
    return nearest(used.id, fitting) or nearest(used.id, kinds)


def _dangling(
    survey: CheckContext, uses: list[ReferenceUse], meant: list[str]
) -> Iterator[Diagnostic]:
    if survey.draft and len({used.id for used in uses}) > 1:
        yield in_one_line(DANGLING, [(used.span, used.id) for used in uses])
        return
    for used, near in zip(uses, chain(meant, repeat("")), strict=False):
        what = used.to[0] if len(used.to) == 1 else "item"
        hint = f" The nearest is {near}." if near else ""
        yield DANGLING.found(used.span, f"there is no {what} {used.id}.{hint}", item=used.owner)


def _unreachable(survey: CheckContext, meant: set[str]) -> Iterator[Diagnostic]:
    """Actors that no pane shows and no other item names, or means by a misspelt reference.

    All other items stand in a pane.
    """
    actors = survey.briefing.actors
    panes = [pane for pane in survey.briefing.panes if isinstance(pane, ActorsPane)]
    if not actors or any(not pane.show for pane in panes):
        return
    named = {used.id for used in references(survey) if used.id != used.owner} | meant
    help = "Add it to `show` of a pane of the role actors."
    if not panes:
        help = "Name it where it belongs, or add a pane `- role: actors`, which shows all of them."
    for actor in actors:
        if actor.id not in named:
            yield UNREACHABLE.found(
                actor.origin.span(),
                f"no pane shows {actor.id} and nothing refers to it.",
                help,
                item=actor.id,
            )


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
