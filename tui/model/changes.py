"""The differences between two versions of a briefing, item by item.

Each item has a `Print`: a hash of its content and its verification. Two sets of prints are
enough to tell what was added, withdrawn and changed, so that a reader's last reading can be
stored without its text.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from tui.frozen import fields, frozen
from tui.model.document import Document
from tui.model.fields import (
    Citations,
    IdentifierKind,
    ListOf,
    Record,
    ReferenceKind,
    cached_by_class,
    fields_of,
)
from tui.model.sources import Excerpt, Source

BRIEFING = ""
"""The id under which the briefing itself is compared."""

NOT_HELD = "not held"
"""The verification of a source without a local copy."""

_NEVER_SHOWN = frozenset({"speaker_notes"})
_HASH_LENGTH = 16
"""Hexadecimal digits kept of a hash: 64 bits tell the items of a briefing apart."""


class Print(NamedTuple):
    """The fingerprint of an item."""

    content: str
    """A hash of its fields, without the items that it contains."""
    standing: str = ""
    """The state of an excerpt's verification or a hash of a source's copy; else empty."""


Prints = Mapping[str, Print]
"""By id; an item without an id in the file is recognised by its content, wherever it is."""


class Pair(NamedTuple):
    """The ids of an item in both versions; they differ only where they are derived."""

    before: str
    after: str


@frozen
class Changes:
    """The differences, in the order of the file."""

    added: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    changed: tuple[Pair, ...] = ()
    """Items whose content differs."""
    standing: tuple[Pair, ...] = ()
    """Excerpts whose verification differs, and sources whose local copy does."""

    def __bool__(self) -> bool:
        return bool(self.added or self.withdrawn or self.changed or self.standing)


class Alteration(NamedTuple):
    """A field of an item whose value differs."""

    name: str
    """The key in the file: `text`, `cites` …"""
    before: str
    after: str


def changes(old: Document, new: Document) -> Changes:
    """Compare two versions."""
    return compare(prints(old), prints(new))


def prints(document: Document) -> Prints:
    """The prints of all items, and of the briefing itself under `BRIEFING`."""
    found = {BRIEFING: Print(_hash(document, document.briefing))}
    for id, record in document.items.items():
        found[id] = Print(_hash(document, record), standing(document, id))
    return found


def standing(document: Document, id: str) -> str:
    """The verification of an item, as in `Print.standing`."""
    match document.items.get(id):
        case Excerpt():
            verification = document.verifications.get(id)
            return verification.state if verification else ""
        case Source():
            copy = document.copies.get(id)
            return copy.sha256[:_HASH_LENGTH] if copy else NOT_HELD
    return ""


def compare(before: Prints, after: Prints) -> Changes:
    """Compare two sets of prints."""
    pairs = [Pair(old, new) for new, old in _pairs(before, after).items()]
    kept = {pair.before for pair in pairs}
    known = {pair.after for pair in pairs}
    both = [(pair, before[pair.before], after[pair.after]) for pair in pairs]
    return Changes(
        added=tuple(id for id in after if id not in known),
        withdrawn=tuple(id for id in before if id not in kept),
        changed=tuple(pair for pair, old, new in both if old.content != new.content),
        standing=tuple(pair for pair, old, new in both if old.standing != new.standing),
    )


def alterations(old: Document, new: Document, pair: Pair) -> Iterator[Alteration]:
    """The fields of an item that differ."""
    before = _content(old, _record(old, pair.before))
    after = _content(new, _record(new, pair.after))
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield Alteration(name, before.get(name, ""), after.get(name, ""))


def _pairs(before: Prints, after: Prints) -> dict[str, str]:
    """Map each id of `after`, in the order of the file, to the id of the same item in `before`.

    Derived ids number the items of a list, so that an item added shifts all that follow. An
    item with a derived id is therefore matched by its content first, and by its id last.
    """
    found = {id: id for id in after if "/" not in id and id in before}
    unnamed = {id: print.content for id, print in before.items() if "/" in id}
    for id, print in after.items():
        if unnamed.get(id) == print.content:
            found[id] = id
            del unnamed[id]
    by_content: dict[str, list[str]] = {}
    for id, content in reversed(unnamed.items()):
        by_content.setdefault(content, []).append(id)
    unmatched = [id for id in after if "/" in id and id not in found]
    for id in unmatched:
        same_content = by_content.get(after[id].content)
        if same_content:
            found[id] = same_content.pop()
            del unnamed[found[id]]
    found.update((id, id) for id in unmatched if id not in found and id in unnamed)
    return {id: found[id] for id in after if id in found}


def _record(document: Document, id: str) -> Record:
    return document.items[id] if id else document.briefing


def _hash(document: Document, record: Record) -> str:
    content = _content(document, record)
    text = "\0".join((type(record).__name__, *content, *content.values()))
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:_HASH_LENGTH]


def _content(document: Document, record: Record) -> dict[str, str]:
    """The fields of a record as text, by name, without the items that it contains."""
    content = {}
    for name, refers, is_optional in _compared_fields(type(record)):
        value = getattr(record, name)
        if value == () and is_optional:
            text = "nothing"
        elif not value:
            continue
        elif refers:
            ids = (value,) if isinstance(value, str) else value
            text = ", ".join(_label(document, id) for id in ids)
        else:
            text = _text(document, value)
        if text:
            content[name] = text
    return content


class _ComparedField(NamedTuple):
    name: str
    refers: bool
    """Whether it holds ids."""
    is_optional: bool
    """Whether an empty list differs from a key that is not written."""


@cached_by_class
def _compared_fields(record: type[Record]) -> tuple[_ComparedField, ...]:
    """The fields of a class of records that a reader sees."""
    defaults = {each.name: each.default for each in fields(record)}
    return tuple(
        _ComparedField(each.name, _refers(each.kind), defaults[each.name] is None)
        for each in fields_of(record)
        if not isinstance(each.kind, IdentifierKind) and each.name not in _NEVER_SHOWN
    )


def _refers(kind: object) -> bool:
    return isinstance(kind.of if isinstance(kind, ListOf) else kind, ReferenceKind | Citations)


def _label(document: Document, id: str) -> str:
    """An id, or the words of the item that has it if it is derived."""
    record = document.items.get(id) if "/" in id else None
    return getattr(record, "exact", "") or getattr(record, "text", "") or id


def _text(document: Document, value: object) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case Record():
            return "" if hasattr(value, "id") else _line(document, value)
        case tuple():
            return "; ".join(filter(None, (_text(document, each) for each in value)))
        case Mapping():
            texts = ((key, _text(document, each)) for key, each in value.items())
            return "; ".join(f"{key}: {text}" for key, text in texts if text)
    return str(value)


def _line(document: Document, record: Record) -> str:
    """A record without an id in one line; its shorthand field alone is not named."""
    content = _content(document, record)
    if content.keys() == {record.shorthand}:
        return content[record.shorthand]
    return ", ".join(f"{name} {text}" for name, text in content.items())
