"""A sample of every field of the format, made from how the fields are declared."""

from typing import Any

from tui.model.fields import (
    Citations,
    Date,
    Flag,
    Identifier,
    Kind,
    ListOf,
    MappingOf,
    Number,
    PaneOf,
    Record,
    RecordOf,
    Reference,
    Text,
    Word,
    fields_of,
)


def sample(record: type[Record], role: str = "") -> dict[str, Any]:
    """A mapping in which every field of a record is written."""
    made = {each.name: value(each.kind, each.name) for each in fields_of(record)}
    return made | ({"role": role} if role else {})


def value(kind: Kind, name: str) -> Any:  # noqa: PLR0912 - one case for each kind
    """What may stand in a field; the id of an item is left open."""
    match kind:
        case Text():
            return f"some {name}"
        case Identifier():
            return "an-id"
        case Reference(to=to):
            return "-".join(("to", *to))
        case Word(vocabulary=vocabulary):
            return vocabulary[-1]
        case Number(high=high):
            return high
        case Flag():
            return True
        case Date():
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
