"""What the checks share: the records of a document by class, and where its excerpts are."""

from collections.abc import Iterator
from typing import Any, TypeVar

from tui.frozen import frozen
from tui.model.document import Document, VerificationState
from tui.model.fields import Record, nested_fields, records_in
from tui.model.sources import Excerpt

_Record = TypeVar("_Record", bound=Record)

OwnedRecord = tuple[_Record, str]
"""A record and its owner: its own id, or else the id of the nearest enclosing record with one."""


@frozen
class LocatedExcerpt:
    """An excerpt whose place in the local copy is known."""

    excerpt: Excerpt
    text: str
    """The whole local copy."""
    start: int
    end: int
    """Offsets of the excerpt in the copy, in code points."""
    before: str
    """The text before the excerpt in its first sentence."""
    after: str
    """The text after the excerpt in its last sentence."""


class CheckContext:
    """One document, with its records indexed in a single walk."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.briefing = document.briefing
        self.draft = document.briefing.status == "draft"
        self.truncated = any(problem.code in _TRUNCATING for problem in document.problems)
        """Whether part of the file was not read, so that nothing can be called missing."""
        self.parents: dict[str, str] = {}
        """The id of the nearest enclosing record with an id, by id of a record."""
        self.by_class: dict[type[Record], list[OwnedRecord[Any]]] = {}
        """All records by class, in file order."""
        self._walk(document.briefing, "")

    def of(self, kind: type[_Record]) -> Iterator[OwnedRecord[_Record]]:
        """The records of a class and of its subclasses, each class in file order."""
        for record_class, records in self.by_class.items():
            if issubclass(record_class, kind):
                yield from records

    def enclosing(self, item: str) -> Iterator[str]:
        """The id of an item and of the items that enclose it, from the inside out."""
        seen: set[str] = set()  # with a duplicate id, an item can enclose itself
        while item and item not in seen:
            yield item
            seen.add(item)
            item = self.parents.get(item, "")

    def located(self) -> Iterator[LocatedExcerpt]:
        """The excerpts found exactly once in their local copy, normalised ones included."""
        for excerpt in self.briefing.excerpts:
            verification = self.document.verifications.get(excerpt.id)
            copy = self.document.copies.get(excerpt.source)
            if not verification or not copy or verification.state not in _LOCATED:
                continue
            passage, sentences = verification.passage, verification.within
            if passage:
                at = max(sentences.find(passage.text), 0)
                after = sentences[at + len(passage.text) :]
                yield LocatedExcerpt(
                    excerpt, copy.text, passage.start, passage.end, sentences[:at], after
                )

    def _walk(self, record: Record, owner: str) -> None:
        own = getattr(record, "id", "")
        if own and owner:
            self.parents.setdefault(own, owner)
        owner = own or owner
        record_class = type(record)
        if record_class not in self.by_class:
            self.by_class[record_class] = []
        self.by_class[record_class].append((record, owner))
        for name in nested_fields(record_class):
            for each in records_in(getattr(record, name)):
                self._walk(each, owner)


_TRUNCATING = frozenset({"yaml-syntax", "too-large", "too-deep", "too-many-nodes"})
_LOCATED = frozenset({VerificationState.VERBATIM, VerificationState.NORMALISED})
