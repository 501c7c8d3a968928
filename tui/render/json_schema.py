"""The JSON Schema of the format, generated from the declarations of its fields.

JSON Schema draft 2020-12, for editors (yaml-language-server) and for other programs. What it
cannot express (references, excerpts in their sources, days of the month) is left to
`briefing check`.
"""

from collections.abc import Iterator, Mapping
from json import dumps
from typing import Any

from tui.model.briefing import DERIVED_PANES, Briefing
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
from tui.model.sources import Excerpt

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = "^[a-z0-9]+(-[a-z0-9]+)*$"


def render() -> str:
    """Return the schema as text."""
    return dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def json_schema() -> Schema:
    """Return the schema as a JSON value."""
    return {
        "$schema": DIALECT,
        "title": "Briefing",
        "$comment": "Made by `briefing schema`; the field tables are in the author's manual.",
        **_mapping(Briefing, {}),
        "$defs": {
            record.__name__: _definition(record, role) for record, role in nested(Briefing).items()
        },
    }


def nested(record: type[Record]) -> dict[type[Record], str]:
    """Return the classes of records in a class and their roles, in the order of the manual."""
    roles: dict[type[Record], str] = {}
    waiting = list(_parts(record))
    while waiting:
        found, role = waiting.pop(0)
        if found not in roles:
            roles[found] = role
            waiting += _parts(found)
    return roles


_SCALAR = ["string", "number", "boolean"]
"""What YAML parsers of editors may take a text for; the program reads it as text."""
_PART = (
    r"(Y-?[1-9][0-9]{4,}|-?([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(-(0[1-9]|1[0-2]|2[1-4]|XX)(-(0[1-9]|[12][0-9]|3[01]|XX)(T[0-9:Z+-]+)?)?)?)[?~%]?"
)
_DATE = rf"^({_PART}(/({_PART}|\.\.)?)?|(\.\.)?/{_PART})$"
"""EDTF level 1 (ISO 8601-2), except for the number of days in a month."""


def _definition(record: type[Record], role: str) -> Schema:
    """Return the schema of a record: a mapping, or a text if the record has a short form."""
    written = _mapping(record, {"role": {"const": role}} if role else {})
    if not record.shorthand:
        return written
    description = written.pop("description")
    return {"description": description, "anyOf": [written, {"type": _SCALAR}]}


def _mapping(record: type[Record], fixed: Mapping[str, Schema]) -> Schema:
    declared = list(fields_of(record))
    return {
        "description": (record.__doc__ or "").split("\n\n")[0],
        "type": "object",
        "properties": {
            each.name: {"description": each.doc, **fixed.get(each.name, _kind(each.kind))}
            for each in declared
        },
        "required": [each.name for each in declared if each.required],
        "additionalProperties": False,
    }


def _kind(kind: Kind) -> Schema:  # noqa: PLR0912 - one case for each kind
    match kind:
        case TextKind():
            return {"type": _SCALAR}
        case IdentifierKind():
            return {
                "type": ["string", "integer"],
                "pattern": IDENTIFIER,
                "not": {"enum": list(DERIVED_PANES)},
            }
        case ReferenceKind():
            return {"type": ["string", "integer"]}
        case WordKind(vocabulary=vocabulary):
            return {"enum": list(vocabulary)}
        case NumberKind(low=low, high=high):
            return {"type": "integer", "minimum": low, "maximum": high}
        case FlagKind():
            return {"type": "boolean"}
        case DateKind():
            return {"type": ["string", "integer"], "pattern": _DATE}
        case RecordOf(record=record):
            return _reference(record)
        case PaneOf(records=records):
            return _pane(records)
        case ListOf(of=of, or_one=or_one):
            items = _kind(of)
            many = {"type": "array", "items": items}
            return {"anyOf": [items, many]} if or_one else many
        case MappingOf(of=of):
            names = {"pattern": IDENTIFIER}
            return {"type": "object", "propertyNames": names, "additionalProperties": _kind(of)}
        case Citations():
            cited = {"anyOf": [{"type": ["string", "integer"]}, _reference(Excerpt)]}
            return {"type": "array", "items": cited}
        case _:
            raise TypeError(f"no schema for {kind}")


def _reference(record: type[Record]) -> Schema:
    return {"$ref": f"#/$defs/{record.__name__}"}


def _pane(records: Mapping[str, type[Record]]) -> Schema:
    """Return the schema of a mapping whose `role` determines its keys."""
    return {
        "type": "object",
        "required": ["role"],
        "properties": {"role": {"enum": list(records)}},
        "allOf": [
            {
                "if": {"properties": {"role": {"const": role}}, "required": ["role"]},
                "then": _reference(record),
            }
            for role, record in records.items()
        ],
    }


def _parts(record: type[Record]) -> Iterator[tuple[type[Record], str]]:
    for each in fields_of(record):
        yield from _records(each.kind)


def _records(kind: Kind) -> Iterator[tuple[type[Record], str]]:
    """Yield the classes of records in a kind, with their roles or `""`."""
    match kind:
        case RecordOf(record=record):
            yield record, ""
        case PaneOf(records=records):
            yield from ((record, role) for role, record in records.items())
        case ListOf(of=of) | MappingOf(of=of):
            yield from _records(of)
        case Citations():
            yield Excerpt, ""
