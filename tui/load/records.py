"""Readers of records: mappings whose keys are the declared fields of a class."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from tui.load.problems import quoted
from tui.load.read_context import NULLS, ReadContext, Reader
from tui.load.yaml_tree import UNREAD, Map, Node, Unread
from tui.model.fields import FlagKind, IdentifierKind, Kind, Record, fields_of
from tui.model.sources import Excerpt
from tui.text.nearest import nearest


class _Fields(dict[str, Reader]):
    """The readers of fields, each made on first use."""

    def __init__(self, kinds: Mapping[str, Kind], reader: Callable[[Kind, str], Reader]) -> None:
        super().__init__()
        self._kinds = kinds
        self._reader = reader

    def __missing__(self, name: str) -> Reader:
        made = self[name] = self._reader(self._kinds[name], name)
        return made


class RecordReader:
    """Reads one class of records."""

    def __init__(self, record: type[Record], reader: Callable[[Kind, str], Reader]) -> None:
        """Prepare for a class.

        Args:
            record: The class.
            reader: Makes the reader of a field from its kind and name.
        """
        declared = list(fields_of(record))
        self.names = [each.name for each in declared]
        """The keys of the record, in the order of the manual."""
        self._record = record
        self._known = frozenset(self.names)
        self._fields = _Fields({each.name: each.kind for each in declared}, reader)
        self._required = frozenset(each.name for each in declared if each.required)
        self._flags = {each.name for each in declared if isinstance(each.kind, FlagKind)}
        self._label = re.sub("(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()
        self._title = getattr(record, "default_title", "")
        self._identifier = next(
            (each.name for each in declared if isinstance(each.kind, IdentifierKind)), ""
        )

    def __call__(self, node: Node, start: int, reading: ReadContext, name: str) -> Record | Unread:
        """Read a record from a mapping or from its shorthand, a bare text."""
        if type(node) is str and self._record.shorthand and not reading.is_null(node, start):
            node = self._expand(node, start, reading)
        if type(node) is not Map:
            help = f"Its keys are: {', '.join(self.names)}."
            return reading.reject(node, start, name, "a mapping", help)
        if not self._identifier:
            return self._record(origin=node, **self.values(node, reading))
        return self.identified(node, reading)

    def values(self, node: Map, reading: ReadContext) -> dict[str, Any]:
        """Read the fields of a mapping, by name."""
        known, fields = self._known, self._fields
        made: dict[str, Any] = {}
        unknown: list[str] = []
        unread = False
        for name, start in zip(node, node.values_at, strict=True):
            if name in known:
                got = fields[name](node[name], start, reading)
                if got is UNREAD:
                    unread = True
                else:
                    made[name] = got
            else:
                unknown.append(name)
        if unknown or unread or not self._required <= made.keys():
            self._report_keys(node, made, unknown, reading)
        return made

    def identified(self, node: Map, reading: ReadContext, role: str = "") -> Record:
        """Read a record that has an id, either written or derived from its place or role."""
        owner = reading.owner
        group = owner or self._label
        number = reading.number(group)
        id = node.get(self._identifier)
        if type(id) is not str or "/" in id or id in NULLS:
            id = reading.unique(role) if role else f"{group}/{number}"
        reading.owner = id
        values = self.values(node, reading)
        values[self._identifier] = id
        if role:
            values["role"] = role
            values.setdefault("title", self._title)
        elif self._record is Excerpt and "source" not in values:
            values["source"] = reading.only_source(node)
        reading.owner = owner
        return self._record(origin=node, **values)

    def _expand(self, short: str, start: int, reading: ReadContext) -> Map:
        """The mapping that a shorthand stands for."""
        made = Map(reading.page, start)
        if short in self._flags:
            made[short] = "true"
        else:
            made[self._record.shorthand] = short
        made.values_at.append(start)
        return made

    def _report_keys(
        self, node: Map, made: dict[str, Any], unknown: list[str], reading: ReadContext
    ) -> None:
        """Report unknown and missing keys; an unknown key is read as the nearest known one.

        A key whose value could not be read is not missing; one without a value is.
        """
        written = set(made)
        for (name, value), start in zip(node.items(), node.values_at, strict=True):
            if value != "" and not reading.is_null(value, start):
                written.add(name)
        for name in unknown:
            if reading.problems.is_full("unknown-key"):
                break
            close = nearest(name[:80], [each for each in self.names if each not in written])
            help = f"Did you mean “{close}”?" if close else f"It has: {', '.join(self.names)}."
            message = f"{quoted(name)} is no key of this {self._label}"
            reading.report("unknown-key", node.key_span(name), message, help)
            if close:
                written.add(close)
                got = self._fields[close](node[name], node.place(name), reading)
                if got is not UNREAD:
                    made[close] = got
        missing = [f"“{name}”" for name in self.names if name in self._required - written]
        if missing and not node.cut:
            message = f"this {self._label} has no {' and no '.join(missing)}"
            reading.report("missing-key", node.span(), message)
