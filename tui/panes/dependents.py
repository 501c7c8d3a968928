"""What rests on what: from excerpts to the items that cite them, and on to the judgments."""

from collections.abc import Iterable
from typing import NamedTuple

from tui.model.document import Document
from tui.model.items import Judgment
from tui.model.origins import origin_of_each
from tui.model.sources import Excerpt, Source
from tui.places import is_placeholder


def judgments_for(document: Document, items: Iterable[str]) -> list[str]:
    """The ids of the judgments that any of the items supports."""
    wanted = frozenset(items)
    return [
        each.id
        for each in document.briefing.key_judgments
        if wanted.intersection(each.supported_by)
    ]


def judgments_against(document: Document, items: Iterable[str]) -> list[str]:
    """The ids of the judgments that any of the items contradicts."""
    wanted = frozenset(items)
    return [
        each.id
        for each in document.briefing.key_judgments
        if wanted.intersection(each.contradicted_by or ())
    ]


def excerpts_behind(document: Document, id: str) -> list[Excerpt]:
    """The excerpts that an item rests on: itself, those it cites, or those of its supports."""
    found = document.items.get(id)
    if isinstance(found, Excerpt):
        return [found]
    behind = (excerpt for each in _supports(document, id) for excerpt in document.cited(each))
    return list({excerpt.id: excerpt for excerpt in behind}.values())


class Losses(NamedTuple):
    """The ids of the judgments that a source carries, by what is left of their support without it.

    What supports a judgment are the excerpts that it and its supporting items cite.
    """

    fallen: list[str]
    """Not an excerpt is left."""
    of_one_origin: list[str]
    """Excerpts of other sources are left, but all of these have the same origin as the source."""
    weakened: list[str]
    """Excerpts of other origins are left."""
    unopposed: list[str]
    """What speaks against them rests on it alone."""
    unknown: list[str]
    """Some of what speaks for them, or against them, is withheld."""


def losses(document: Document, source: Source) -> Losses:
    """What stands and falls with a source."""
    found = Losses([], [], [], [], [])
    groups = origin_of_each(document.briefing.sources)
    for judgment in document.briefing.key_judgments:
        if is_placeholder(judgment.id):
            continue
        if _leans_on_withheld(document, judgment):
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
        left = {groups.get(each, each) for each in sources - {source.id}}
        if not left:
            found.fallen.append(judgment.id)
        elif left == {groups[source.id]}:
            found.of_one_origin.append(judgment.id)
        else:
            found.weakened.append(judgment.id)
    return found


def _supports(document: Document, id: str) -> list[str]:
    """An item and all that it rests on; a judgment may, though it should not, rest on others."""
    reached = {id: None}
    waiting = [id]
    while waiting:
        found = document.items.get(waiting.pop())
        further = found.supported_by if isinstance(found, Judgment) else ()
        waiting += [each for each in further if each not in reached]
        reached.update(dict.fromkeys(further))
    return [*reached]


def _leans_on_withheld(document: Document, judgment: Judgment) -> bool:
    if not document.policy.clearance:
        return False
    leaned_on = [*_supports(document, judgment.id), *(judgment.contradicted_by or ())]
    excerpts = (each.id for id in leaned_on for each in document.cited(id))
    return any(map(is_placeholder, (*leaned_on, *excerpts)))
