"""How the fields of the format are declared: once, for reading, JSON Schema and manual alike.

A record is a frozen class (`tui.frozen`) whose fields are made by `key`. Each names a `Kind`, which
says what may stand there; whoever reads, describes or documents the format walks
`fields_of(record)` and knows no field by name.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, ClassVar, TypeVar, cast, dataclass_transform

from tui.diagnostics import NOWHERE, Origin
from tui.frozen import MISSING, field, fields, frozen

_Class = TypeVar("_Class")
_Value = TypeVar("_Value")


@dataclass_transform(
    kw_only_default=True, frozen_default=True, eq_default=False, field_specifiers=(field,)
)
def record(made: type[_Class]) -> type[_Class]:
    """Make a class a frozen one that is compared by identity.

    A hash of what a record holds would make it useless as the key of a cache.
    """
    return frozen(kw_only=True, eq=False)(made)


@record
class Record:
    """A mapping of the file, read; a record that the program makes has the origin `NOWHERE`."""

    shorthand: ClassVar[str] = ""
    """The field that a bare scalar, written instead of the mapping, stands for."""

    origin: Origin = field(default=NOWHERE)

    def __repr__(self) -> str:
        written = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self)[1:])
        return f"{type(self).__name__}({', '.join(written)})"


@frozen
class Kind:
    """What may stand in a field."""


@frozen
class TextKind(Kind):
    """Words. Whole numbers and dates are accepted as they are written."""

    of_source: bool = False
    """Text of a source: compared code point for code point, so never folded by YAML."""


@frozen
class IdentifierKind(Kind):
    """A name of one's own for an item: `^[a-z0-9]+(-[a-z0-9]+)*$`, unique over the file."""


@frozen
class ReferenceKind(Kind):
    """The id of an item declared elsewhere in the file."""

    to: tuple[str, ...] = ()
    """The kinds that it may refer to, such as `actor`; empty for any."""


@frozen
class WordKind(Kind):
    """One word of a closed vocabulary."""

    vocabulary: tuple[str, ...]


@frozen
class NumberKind(Kind):
    """A whole number from `low` to `high`."""

    low: int
    high: int


@frozen
class FlagKind(Kind):
    """`true` or `false`."""


@frozen
class DateKind(Kind):
    """A date in EDTF level 1 (ISO 8601-2): `2022-05-05`, `2022-06`, `2005/..`, `2022?`."""


@frozen
class RecordOf(Kind):
    """A mapping with the fields of a record."""

    record: type[Record]


@frozen
class PaneOf(Kind):
    """A mapping whose `role` says which record it is."""

    records: Mapping[str, type[Record]]


@frozen
class ListOf(Kind):
    """A list; where `or_one`, a single value without a list is read as a list of it."""

    of: Kind
    or_one: bool = False


@frozen
class MappingOf(Kind):
    """A mapping from ids of one kind of item to values of one kind."""

    to: str
    of: Kind


@frozen
class Citations(Kind):
    """A list of excerpt ids, or of excerpts written in place, which are read into the file's."""


@frozen
class Declared:
    """A field as it was declared."""

    name: str
    kind: Kind
    doc: str
    required: bool


def key(kind: Kind, doc: str, *, required: bool = False, default: Any = MISSING) -> Any:
    """Declare a field of a record.

    `doc` is the line that the manual prints. The default of a field that is not written is
    empty, as its kind has it: `""`, `()`, `{}`, `False`, and `None` for records and numbers.
    """
    metadata = {"kind": kind, "doc": doc, "required": required}
    if isinstance(kind, MappingOf):
        return field(factory=dict, metadata=metadata)
    return field(default=_empty(kind) if default is MISSING else default, metadata=metadata)


def cached_by_class(
    function: Callable[[type[Record]], _Value],
) -> Callable[[type[Record]], _Value]:
    """Cache what a function returns for a class of records.

    `functools.cache` alone does not pass the type checker: it takes no such class for hashable,
    since instances declare `__hash__` too.
    """
    return cast("Callable[[type[Record]], _Value]", cache(function))


@cached_by_class
def fields_of(record: type[Record]) -> tuple[Declared, ...]:
    """The declared fields of a class of records, in the order of the manual."""
    return tuple(
        Declared(each.name, each.metadata["kind"], each.metadata["doc"], each.metadata["required"])
        for each in fields(record)
        if "kind" in each.metadata
    )


@cached_by_class
def nested_fields(record: type[Record]) -> tuple[str, ...]:
    """The names of the fields that hold records: one, a list or a mapping of them."""
    return tuple(each.name for each in fields_of(record) if _holds_records(each.kind))


def _holds_records(kind: Kind) -> bool:
    inner = kind.of if isinstance(kind, ListOf | MappingOf) else kind
    return isinstance(inner, RecordOf | PaneOf)


def records_in(value: object) -> tuple[Record, ...]:
    """The records in the value of a field."""
    match value:
        case Record():
            return (value,)
        case tuple():
            return tuple(each for each in value if isinstance(each, Record))
        case Mapping():
            return records_in(tuple(value.values()))
        case _:
            return ()


def _empty(kind: Kind) -> Any:
    match kind:
        case ListOf() | Citations():
            return ()
        case RecordOf() | NumberKind():
            return None
        case FlagKind():
            return False
        case _:
            return ""
