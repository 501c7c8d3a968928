"""A document as the checks look at it: its records by class, each with the item it belongs to.

The records are walked once, by the declarations of their fields, and shared by all checks.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from tui.frozen import frozen
from tui.model.document import Document, Passage, VerificationState
from tui.model.fields import (
    Kind,
    ListOf,
    MappingOf,
    PaneOf,
    Record,
    RecordOf,
    fields_of,
)
from tui.model.sources import Excerpt

_Record = TypeVar("_Record", bound=Record)

Visit = tuple[_Record, str]
"""A record, and the id of the nearest record round it that has one, itself first."""


@frozen
class Located:
    """An excerpt whose place in the local copy is known."""

    excerpt: Excerpt
    text: str
    """The whole local copy."""
    start: int
    end: int
    """Offsets of the excerpt in it, in code points."""
    lead: str
    """What stands before it in the sentence in which it begins."""
    following: str
    """What stands after it in the sentence in which it ends."""


class CheckContext:
    """One document, walked."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.briefing = document.briefing
        self.draft = document.briefing.status == "draft"
        self.cut = any(problem.code in _CUTTING for problem in document.problems)
        """Whether part of the file was not read: what is not there may be in that part."""
        self.parents: dict[str, str] = {}
        """By id of a record: the id of the nearest record round it that has one."""
        self.by_class: dict[type[Record], list[Visit[Any]]] = {}
        """Every record of the file, by its class, in file order."""
        self._nested: dict[type[Record], tuple[str, ...]] = {}
        self._walk(document.briefing, "")

    def of(self, kind: type[_Record]) -> Iterator[Visit[_Record]]:
        """The records of a class and of those derived from it, each class in file order."""
        for made, visits in self.by_class.items():
            if issubclass(made, kind):
                yield from visits

    def outwards(self, item: str) -> Iterator[str]:
        """The id of an item and of all that it lies in, the nearest first."""
        passed: set[str] = set()  # an id that stands twice can lie within itself
        while item and item not in passed:
            yield item
            passed.add(item)
            item = self.parents.get(item, "")

    def located(self) -> Iterator[Located]:
        """The excerpts that stand in a local copy once, be it with other quotes or dashes."""
        for excerpt in self.briefing.excerpts:
            found = self.document.verifications.get(excerpt.id)
            copy = self.document.copies.get(excerpt.source)
            if found and copy and found.passage and found.state in _PLACED:
                yield _locate(excerpt, copy.text, found.passage, found.within)

    def _walk(self, record: Record, owner: str) -> None:
        own = getattr(record, "id", "")
        if own and owner:
            self.parents.setdefault(own, owner)
        owner = own or owner
        made = type(record)
        if made not in self.by_class:
            self.by_class[made] = []
            self._nested[made] = tuple(
                each.name for each in fields_of(made) if _holds_records(each.kind)
            )
        self.by_class[made].append((record, owner))
        for name in self._nested[made]:
            value = getattr(record, name)
            if not value:
                continue
            if isinstance(value, Record):
                self._walk(value, owner)
            else:
                for each in value.values() if isinstance(value, Mapping) else value:
                    self._walk(each, owner)


_CUTTING = frozenset({"yaml-syntax", "too-large", "too-deep", "too-many-nodes"})
_PLACED = frozenset({VerificationState.VERBATIM, VerificationState.NORMALISED})


def _locate(excerpt: Excerpt, text: str, passage: Passage, within: str) -> Located:
    at = max(within.find(passage.text), 0)
    following = within[at + len(passage.text) :]
    return Located(excerpt, text, passage.start, passage.end, within[:at], following)


def _holds_records(kind: Kind) -> bool:
    """Whether a field of this kind holds records, singly or in a list or mapping."""
    match kind:
        case RecordOf() | PaneOf():
            return True
        case ListOf(of=inner) | MappingOf(of=inner):
            return _holds_records(inner)
        case _:
            return False
