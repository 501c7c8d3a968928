"""How strictly each record of a briefing is marked.

The labels and their order are those of the Traffic Light Protocol 2.0 (FIRST, August 2022).
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from tui.model.briefing import Pane
from tui.model.document import Document, OneOfItsOwn
from tui.model.fields import Record, nested_fields, records_in
from tui.model.items import Item, Note
from tui.model.sources import Excerpt, Source
from tui.model.vocabularies import rank


class Strictness(NamedTuple):
    """Ranks in the order of the markings, 0 for the least strict."""

    file: int
    """Of the file, and so of its own fields."""
    records: Mapping[Record, int]
    """Of each pane, item, source, excerpt and note."""


def strictness(document: Document) -> Strictness:
    """Grade the records of a briefing.

    A record without a marking has the file's, or its pane's if that is stricter; a record within
    an item is no less strict than the item. An excerpt has its source's marking, or that of the
    least strict item that cites it; of one that nothing cites it is the file's. A note is no less
    strict than all that it is on.
    """
    return _strictness(OneOfItsOwn(document))


@lru_cache(maxsize=4)
def _strictness(of: OneOfItsOwn) -> Strictness:
    document = of.document
    briefing = document.briefing
    file = rank(briefing.marking)
    found: dict[Record, int] = {}
    for name in nested_fields(type(briefing)):
        for each in records_in(getattr(briefing, name)):
            if not isinstance(each, Excerpt | Note):
                _grade(each, file, 0, found)
    sources: dict[str, int] = {}
    for source in briefing.sources:
        sources[source.id] = max(found[source], sources.get(source.id, 0))
    for excerpt in briefing.excerpts:
        citing = [document.items.get(id) for id in document.cited_by.get(excerpt.id, ())]
        least = min((found.get(each, file) for each in citing if each), default=file)
        found[excerpt] = max(sources.get(excerpt.source, file), least)
    for note in briefing.notes:
        own = rank(note.marking) if note.marking else file
        on = [document.items.get(id) for id in note.on]
        found[note] = max(own, min((found.get(each, file) for each in on if each), default=own))
    return Strictness(file, found)


def _grade(record: Record, default: int, within: int, found: dict[Record, int]) -> None:
    """Grade a record and what it holds.

    `default` is what counts for one without a marking, `within` that of the item that it is in.
    """
    if isinstance(record, Pane | Item | Source):
        level = max(rank(record.marking) if record.marking else default, within)
        found[record] = level
        if isinstance(record, Pane):
            default = max(default, level)
        else:
            within = level
    for name in nested_fields(type(record)):
        for each in records_in(getattr(record, name)):
            _grade(each, default, within, found)
