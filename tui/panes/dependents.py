"""What rests on what: from excerpts to the items that cite them, and on to the judgments."""

from collections.abc import Iterable, Iterator

from tui.model.document import Document
from tui.model.items import Judgment
from tui.model.sources import Excerpt
from tui.panes.room import is_hidden, visible
from tui.places import Options


def citing(document: Document, excerpt: str, options: Options) -> list[str]:
    """The ids of the items that cite an excerpt."""
    return visible(document, document.cited_by.get(excerpt, ()), options)


def judgments_for(document: Document, items: Iterable[str], options: Options) -> list[str]:
    """The ids of the judgments that any of the items supports; none in a room."""
    wanted = frozenset(items)
    return [
        each.id for each in _judgments(document, options) if wanted.intersection(each.supported_by)
    ]


def judgments_against(document: Document, items: Iterable[str], options: Options) -> list[str]:
    """The ids of the judgments that any of the items contradicts; none in a room."""
    wanted = frozenset(items)
    return [
        each.id
        for each in _judgments(document, options)
        if wanted.intersection(each.contradicted_by or ())
    ]


def excerpts_behind(document: Document, id: str) -> list[Excerpt]:
    """The excerpts that an item rests on: itself, those it cites, or those of its supports."""
    found = document.items.get(id)
    if isinstance(found, Excerpt):
        return [found]
    ids = [id, *found.supported_by] if isinstance(found, Judgment) else [id]
    behind = (excerpt for each in ids for excerpt in document.cited(each))
    return list({excerpt.id: excerpt for excerpt in behind}.values())


def origins(document: Document, excerpts: Iterable[Excerpt]) -> dict[str, str]:
    """The distinct origins of excerpts, each with the id of one source of it.

    Sources of one origin group do not confirm each other; a source without one is its own.
    """
    found: dict[str, str] = {}
    for excerpt in excerpts:
        source = document.source(excerpt.source)
        group = source.origin_group if source else ""
        found.setdefault(group or excerpt.source, excerpt.source)
    return found


def _judgments(document: Document, options: Options) -> Iterator[Judgment]:
    for each in document.briefing.key_judgments:
        if not is_hidden(document, each.id, options):
            yield each
