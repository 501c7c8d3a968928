"""What differs between two readings of a briefing, item by item.

Each item has a print: a hash of what it says, and how it stands. Two sets of prints are enough
to tell what was added, withdrawn and changed, so that a reader's last reading is remembered
without its text.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from tui.frozen import fields, frozen
from tui.model.document import Document
from tui.model.fields import Citations, IdentifierKind, ListOf, Record, ReferenceKind, fields_of
from tui.model.sources import Excerpt, Source

BRIEFING = ""
"""Stands for the briefing itself where an id is expected."""

NOT_HELD = "not held"
"""How a source stands of which there is no local copy."""

_NEVER_SHOWN = frozenset({"speaker_notes"})
_HASHED = 16
"""Hexadecimal digits of a hash that are kept: 64 bits tell the items of a briefing apart."""


class Print(NamedTuple):
    """An item as it was read."""

    content: str
    """A hash of what it says, without what stands in items of their own."""
    standing: str = ""
    """The state of an excerpt's verification, a hash of a source's copy; empty for others."""


Prints = Mapping[str, Print]
"""By id; an item that has none in the file is told by its content, wherever it stands."""


class Pair(NamedTuple):
    """An item in both readings; its ids differ only where the file does not give it one."""

    before: str
    after: str


@frozen
class Changes:
    """What differs, in the order of the file."""

    added: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    changed: tuple[Pair, ...] = ()
    """Items that say something else."""
    standing: tuple[Pair, ...] = ()
    """Excerpts whose verification differs, and sources whose local copy does."""

    def __bool__(self) -> bool:
        return bool(self.added or self.withdrawn or self.changed or self.standing)


class Alteration(NamedTuple):
    """A field of an item that says something else."""

    name: str
    """As the format has it: `text`, `cites` …"""
    before: str
    after: str


def changes(old: Document, new: Document) -> Changes:
    """What differs between two readings."""
    return compare(prints(old), prints(new))


def prints(document: Document) -> Prints:
    """The prints of the briefing itself, under `BRIEFING`, and of all its items."""
    made = {BRIEFING: Print(_hash(document, document.briefing))}
    for id, record in document.items.items():
        made[id] = Print(_hash(document, record), standing(document, id))
    return made


def standing(document: Document, id: str) -> str:
    """How an item stands outside the file; see `Print`."""
    match document.items.get(id):
        case Excerpt():
            found = document.verifications.get(id)
            return found.state if found else ""
        case Source():
            copy = document.copies.get(id)
            return copy.sha256[:_HASHED] if copy else NOT_HELD
    return ""


def compare(before: Prints, after: Prints) -> Changes:
    """What differs between two sets of prints."""
    came_from = _pairs(before, after)
    gone = set(before).difference(came_from.values())
    pairs = [Pair(old, new) for new, old in came_from.items()]
    return Changes(
        added=tuple(id for id in after if id not in came_from),
        withdrawn=tuple(id for id in before if id in gone),
        changed=tuple(each for each in pairs if _differ(before, after, each, "content")),
        standing=tuple(each for each in pairs if _differ(before, after, each, "standing")),
    )


def alterations(old: Document, new: Document, pair: Pair) -> Iterator[Alteration]:
    """The fields of an item that differ."""
    before, after = (
        _content(old, _record(old, pair.before)),
        _content(new, _record(new, pair.after)),
    )
    for name in dict.fromkeys((*before, *after)):
        one, two = before.get(name, ""), after.get(name, "")
        if one != two:
            yield Alteration(name, one, two)


def _pairs(before: Prints, after: Prints) -> dict[str, str]:
    """By id after, in the order of the file: the id before.

    Derived ids number the items of a list, so that one more shifts all that follow: an item
    without an id of its own is the one with the same content, and only then the same number.
    """
    found = {id: id for id in after if "/" not in id and id in before}
    unnamed = {id: each.content for id, each in before.items() if "/" in id}
    for id, each in after.items():
        if unnamed.get(id) == each.content:
            found[id] = id
            del unnamed[id]
    by_content: dict[str, list[str]] = {}
    for id, content in reversed(unnamed.items()):
        by_content.setdefault(content, []).append(id)
    rest = [id for id in after if "/" in id and id not in found]
    for id in rest:
        alike = by_content.get(after[id].content)
        if alike:
            found[id] = alike.pop()
            del unnamed[found[id]]
    found.update((id, id) for id in rest if id not in found and id in unnamed)
    return {id: found[id] for id in after if id in found}


def _differ(before: Prints, after: Prints, pair: Pair, what: str) -> bool:
    one, two = getattr(before[pair.before], what), getattr(after[pair.after], what)
    return bool(one != two)


def _record(document: Document, id: str) -> Record:
    return document.items[id] if id else document.briefing


def _hash(document: Document, record: Record) -> str:
    content = _content(document, record)
    told = "\0".join((type(record).__name__, *content, *content.values()))
    return sha256(told.encode(errors="surrogatepass")).hexdigest()[:_HASHED]


def _content(document: Document, record: Record) -> dict[str, str]:
    """The fields of a record as text, by name; items that it holds are left out."""
    made = {}
    for name, refers, may_be_nothing in _shape(type(record)).told:
        value = getattr(record, name)
        if value == () and may_be_nothing:
            text = "nothing"
        elif not value:
            continue
        elif refers:
            text = ", ".join(_meant(document, value))
        else:
            text = value if type(value) is str else _text(document, value)
        if text:
            made[name] = text
    return made


class _Told(NamedTuple):
    """A field that is told."""

    name: str
    refers: bool
    """It holds ids."""
    may_be_nothing: bool
    """To hold nothing is another thing than not to be written."""


class _Shape(NamedTuple):
    """What is to be known of a class of records."""

    is_item: bool
    told: tuple[_Told, ...]


_SHAPES: dict[type[Record], _Shape] = {}
"""Those that have been made so far."""


def _shape(record: type[Record]) -> _Shape:
    found = _SHAPES.get(record)
    if found is None:
        found = _SHAPES[record] = _make_shape(record)
    return found


def _make_shape(record: type[Record]) -> _Shape:
    defaults = {each.name: each.default for each in fields(record)}
    declared = list(fields_of(record))
    return _Shape(
        any(isinstance(each.kind, IdentifierKind) for each in declared),
        tuple(
            _Told(each.name, _refers(each.kind), defaults[each.name] is None)
            for each in declared
            if not isinstance(each.kind, IdentifierKind) and each.name not in _NEVER_SHOWN
        ),
    )


def _refers(kind: object) -> bool:
    return isinstance(kind.of if isinstance(kind, ListOf) else kind, ReferenceKind | Citations)


def _meant(document: Document, value: object) -> Iterator[str]:
    """Ids; a derived one is no name to speak of, so what is meant by it is told instead."""
    ids = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
    for id in ids:
        record = document.items.get(id) if "/" in id else None
        yield getattr(record, "exact", "") or getattr(record, "text", "") or id


def _text(document: Document, value: object) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case Record():
            return "" if _shape(type(value)).is_item else _told(document, value)
        case tuple():
            return _joined(_text(document, each) for each in value)
        case Mapping():
            told = ((key, _text(document, each)) for key, each in value.items())
            return _joined(f"{key}: {text}" for key, text in told if text)
    return str(value)


def _told(document: Document, record: Record) -> str:
    """A record that is no item in one line; the field that may stand for it alone has no name."""
    content = _content(document, record)
    if content.keys() == {record.shorthand}:
        return content[record.shorthand]
    return ", ".join(f"{name} {text}" for name, text in content.items())


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(filter(None, texts))
