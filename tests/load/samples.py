"""A sample of every field of the format, made from how the fields are declared."""

from typing import Any

from tui.model.fields import (
    Citations,
    DateKind,
    FlagKind,
    IdentifierKind,
    Kind,
    ListOf,
    MappingOf,
    NumberKind,
    PaneOf,
    Record,
    RecordOf,
    ReferenceKind,
    TextKind,
    WordKind,
    fields_of,
)


def sample(record: type[Record], role: str = "") -> dict[str, Any]:
    """A mapping in which every field of a record is written."""
    made = {each.name: value(each.kind, each.name) for each in fields_of(record)}
    return made | ({"role": role} if role else {})


def value(kind: Kind, name: str) -> Any:  # noqa: PLR0912 - one case for each kind
    """What may stand in a field; the id of an item is left open."""
    match kind:
        case TextKind():
            return f"some {name}"
        case IdentifierKind():
            return "an-id"
        case ReferenceKind(to=to):
            return "-".join(("to", *to))
        case WordKind(vocabulary=vocabulary):
            return vocabulary[-1]
        case NumberKind(high=high):
            return high
        case FlagKind():
            return True
        case DateKind():
            return "2022-06-29/2022-06-30"
        case RecordOf(record=record):
            return sample(record)
        case PaneOf(records=records):
            return [sample(record, role) for role, record in records.items()]
        case ListOf(of=PaneOf() as panes):
            return value(panes, name)
        case ListOf(of=of):
            return [value(of, name)]
        case MappingOf(of=of):
            return {"an-id": value(of, name)}
        case Citations():
            return ["x-cited"]
        case _:
            raise TypeError(kind)
