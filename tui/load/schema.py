"""Construction of records from the tree of a file, driven by their field declarations.

The reader of a class of records is made from its declarations when the first such record is
read. A value that cannot be read is reported and left at its default.
"""

from collections.abc import Mapping
from typing import Any

from tui.load import scalars
from tui.load.flow_lists import warn_of_split
from tui.load.nodes import Parsed
from tui.load.problems import Problems, quoted
from tui.load.read_context import ReadContext, Reader
from tui.load.records import RecordReader
from tui.load.yaml_tree import UNREAD, List, Map, Node, Unread
from tui.model.briefing import Briefing
from tui.model.fields import (
    Citations,
    Kind,
    ListOf,
    MappingOf,
    PaneOf,
    Record,
    RecordOf,
)
from tui.model.sources import Excerpt
from tui.text.nearest import nearest


def read(parsed: Parsed, problems: Problems) -> Briefing:
    """Make the briefing from the tree of a file."""
    reading = ReadContext(parsed.root, problems)
    if type(parsed.root) is not Map:
        if parsed.whole:
            message = "a briefing is a mapping of keys to values, and this file holds none"
            reading.report("wrong-type", 0, message, "Begin with “format: briefing/1”.")
        return Briefing()
    values = _reader_of(Briefing).values(parsed.root, reading)
    values["excerpts"] = (*values.get("excerpts", ()), *reading.excerpts)
    return Briefing(origin=parsed.root, **values)


_READERS: dict[type[Record], RecordReader] = {}
"""The readers made so far."""


def _reader_of(record: type[Record]) -> RecordReader:
    found = _READERS.get(record)
    if found is None:
        found = _READERS[record] = RecordReader(record, _reader)
    return found


def _reader(kind: Kind, name: str) -> Reader:
    """Make the reader of a field."""
    match kind:
        case RecordOf(record=record):
            return _record(name, record)
        case PaneOf(records=records):
            return _pane(name, records)
        case ListOf(of=of, or_one=or_one):
            prose = isinstance(of, RecordOf) and of.record.shorthand != ""
            return _list(name, _reader(of, name), or_one=or_one, prose=prose)
        case MappingOf(of=of):
            return _mapping(name, _reader(of, name))
        case Citations():
            return _list(name, _citation(name), or_one=False, prose=False)
        case _:
            return scalars.reader(kind, name)


def _record(name: str, record: type[Record]) -> Reader:
    """Make the reader of a record."""
    reader: RecordReader | None = None

    def read(node: Node, start: int, reading: ReadContext) -> Record | Unread:
        nonlocal reader
        if reader is None:  # records of a class may contain records of the same class
            reader = _reader_of(record)
        return reader(node, start, reading, name)

    return read


def _list(name: str, read_one: Reader, *, or_one: bool, prose: bool) -> Reader:
    """Make the reader of a list; any other value is read as its only entry."""

    def read(node: Node, start: int, reading: ReadContext) -> tuple[Any, ...] | Unread:
        if type(node) is not List:
            if not or_one:
                reading.reject(node, start, name, "a list", "Write it on a line that “- ” begins.")
            got = read_one(node, start, reading)
            return UNREAD if got is UNREAD else (got,)
        if prose:
            warn_of_split(node, name, reading)
        made = [
            read_one(each, place, reading) for each, place in zip(node, node.values_at, strict=True)
        ]
        return (
            tuple(made) if UNREAD not in made else tuple(got for got in made if got is not UNREAD)
        )

    return read


def _mapping(name: str, read_one: Reader) -> Reader:
    """Make the reader of a mapping from ids."""

    def read(node: Node, start: int, reading: ReadContext) -> dict[str, Any] | Unread:
        if type(node) is not Map:
            return reading.reject(node, start, name, "a mapping from ids")
        entries = zip(node.items(), node.values_at, strict=True)
        made = {key: read_one(value, place, reading) for (key, value), place in entries}
        return {key: got for key, got in made.items() if got is not UNREAD}

    return read


def _citation(name: str) -> Reader:
    """Make the reader of a citation: the id of an excerpt, or an excerpt written in place."""

    def read(node: Node, start: int, reading: ReadContext) -> str | Unread:
        if type(node) is str:
            return UNREAD if reading.is_null(node, start) else node
        got = _reader_of(Excerpt)(node, start, reading, name)
        if not isinstance(got, Excerpt):
            return UNREAD
        reading.excerpts.append(got)
        return got.id

    return read


def _pane(name: str, records: Mapping[str, type[Record]]) -> Reader:
    """Make the reader of a pane; an unknown role is replaced by the most likely one."""

    def read(node: Node, start: int, reading: ReadContext) -> Record | Unread:
        if type(node) is not Map:
            return reading.reject(node, start, name, "a mapping that has a “role”")
        role = node.get("role")
        if type(role) is not str or role not in records:
            role = _likely_role(node, records, reading)
        return _reader_of(records[role]).identified(node, reading, role)

    return read


def _likely_role(node: Map, records: Mapping[str, type[Record]], reading: ReadContext) -> str:
    """The nearest role, or else the one that has most of the keys of the pane."""
    role, close = node.get("role"), ""
    if type(role) is str and not reading.is_null(role, node.place("role")):
        close = nearest(role[:80], records)
        help = f"Did you mean “{close}”?" if close else f"It is one of: {', '.join(records)}."
        place = node.span("role")
        reading.report("unknown-value", place, f"{quoted(role)} is no role of a pane", help)
    return close or max(
        records, key=lambda each: len(node.keys() & {*_reader_of(records[each]).names})
    )
