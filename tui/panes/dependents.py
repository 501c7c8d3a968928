"""The excerpts behind an item, and the judgments that depend on items and sources."""

from collections.abc import Iterable
from typing import NamedTuple

from tui.model.document import Document
from tui.model.items import Judgment
from tui.model.origins import origin_of_each
from tui.model.sources import Excerpt, Source
from tui.places import is_placeholder


def judgments_on(document: Document, items: Iterable[str]) -> tuple[list[str], list[str]]:
    """The ids of the judgments that any of the items supports, and of those that it contradicts."""
    wanted = frozenset(items)
    judgments = document.briefing.key_judgments
    return (
        [each.id for each in judgments if wanted.intersection(each.supported_by)],
        [each.id for each in judgments if wanted.intersection(each.contradicted_by or ())],
    )


def excerpts_behind(document: Document, id: str) -> list[Excerpt]:
    """The excerpts behind an item: itself, those it cites, and those its supporting items cite."""
    found = document.items.get(id)
    if isinstance(found, Excerpt):
        return [found]
    behind = (excerpt for each in _supports(document, id) for excerpt in document.cited(each))
    return list({excerpt.id: excerpt for excerpt in behind}.values())


def excerpts_by_source(document: Document) -> dict[str, list[Excerpt]]:
    """The excerpts of the file by the id of their source, in the order of the file."""
    found: dict[str, list[Excerpt]] = {}
    for excerpt in document.briefing.excerpts:
        found.setdefault(excerpt.source, []).append(excerpt)
    return found


class Losses(NamedTuple):
    """The ids of the judgments that depend on a source, by the support left without it.

    The support of a judgment is the excerpts that it and its supporting items cite.
    """

    fallen: list[str]
    """No excerpt is left."""
    of_one_origin: list[str]
    """Excerpts of other sources are left, but only from the same origin as the source."""
    weakened: list[str]
    """Excerpts of other origins are left."""
    unopposed: list[str]
    """Everything that contradicts them comes from the source."""
    unknown: list[str]
    """Some of their supporting or contradicting items are withheld."""


def losses(document: Document, source: Source) -> Losses:
    """Sort the judgments by the support that they would have without a source."""
    found = Losses([], [], [], [], [])
    origins = origin_of_each(document.briefing.sources)
    for judgment in document.briefing.key_judgments:
        if is_placeholder(judgment.id):
            continue
        if _rests_on_withheld(document, judgment):
            found.unknown.append(judgment.id)
            continue
        sources = {each.source for each in excerpts_behind(document, judgment.id)}
        against = {
            each.source for id in judgment.contradicted_by or () for each in document.cited(id)
        }
        if against == {source.id}:
            found.unopposed.append(judgment.id)
        if source.id not in sources:
            continue
        left = {origins.get(each, each) for each in sources - {source.id}}
        if not left:
            found.fallen.append(judgment.id)
        elif left == {origins[source.id]}:
            found.of_one_origin.append(judgment.id)
        else:
            found.weakened.append(judgment.id)
    return found


def _supports(document: Document, id: str) -> list[str]:
    """The ids of an item and of all items that support it, directly or through judgments."""
    reached = {id: None}
    waiting = [id]
    while waiting:
        found = document.items.get(waiting.pop())
        further = found.supported_by if isinstance(found, Judgment) else ()
        waiting += [each for each in further if each not in reached]
        reached.update(dict.fromkeys(further))
    return [*reached]


def _rests_on_withheld(document: Document, judgment: Judgment) -> bool:
    if not document.policy.clearance:
        return False
    items = [*_supports(document, judgment.id), *(judgment.contradicted_by or ())]
    excerpts = (each.id for id in items for each in document.cited(id))
    return any(map(is_placeholder, (*items, *excerpts)))
