"""Random briefings made from the declarations of the format, each text in them unique.

A new field is therefore part of these tests as soon as it is declared.
"""

import random
from typing import Any

from tui.model import fields as kinds
from tui.model.briefing import FORMAT, Briefing
from tui.model.fields import Kind, Record, fields_of

_DATES = ("2022-05-05", "2022-06", "2021", "2022-06-29/2022-06-30", "2005/..", "2022?", "2022-22")
_UNWRITTEN = {"format", "id", "panes.role", "excerpts.emphasis"}
"""The paths of fields that are set elsewhere or repeat part of another text."""


class Generator:
    """A generator of one random briefing; remembers the field of each text."""

    def __init__(self, chance: random.Random) -> None:
        self.texts: dict[str, str] = {}
        """The path of the field, such as `panes.sections.heading`, by the text."""
        self._chance = chance
        self._ids: list[str] = []

    def briefing(self) -> dict[str, Any]:
        """The briefing as written in a file; some of its references point to nothing."""
        made = self._record(Briefing, "")
        return {**made, "format": FORMAT, "id": "generated"}

    def _record(self, record: type[Record], path: str) -> dict[str, Any]:
        return {
            each.name: self._value(each.kind, f"{path}{each.name}")
            for each in fields_of(record)
            if f"{path}{each.name}" not in _UNWRITTEN
            and (each.required or self._chance.random() < 0.7)
        }

    def _value(self, kind: Kind, path: str) -> Any:
        match kind:
            case kinds.TextKind():
                return self._text(path)
            case kinds.IdentifierKind():
                return self._id()
            case kinds.ReferenceKind():
                return self._known()
            case kinds.Citations():
                return [self._known() for _ in self._few()]
            case kinds.WordKind():
                return self._chance.choice(kind.vocabulary)
            case kinds.NumberKind():
                return self._chance.randint(kind.low, kind.high)
            case kinds.FlagKind():
                return self._chance.random() < 0.5
            case kinds.DateKind():
                return self._chance.choice(_DATES)
        return self._composite(kind, path)

    def _composite(self, kind: Kind, path: str) -> Any:
        match kind:
            case kinds.RecordOf():
                return self._record(kind.record, f"{path}.")
            case kinds.PaneOf():
                role = self._chance.choice([*kind.records])
                return {**self._record(kind.records[role], f"{path}."), "role": role}
            case kinds.ListOf():
                return [self._value(kind.of, path) for _ in self._few()]
            case kinds.MappingOf():
                known = dict.fromkeys(self._known() for _ in self._few())
                return {id: self._value(kind.of, path) for id in known}
        raise TypeError(kind)

    def _few(self) -> range:
        return range(self._chance.randint(0, 3))

    def _text(self, path: str) -> str:
        text = f"text{len(self.texts)}."
        self.texts[text] = path
        return text

    def _id(self) -> str:
        self._ids.append(f"i{len(self._ids)}")
        return self._ids[-1]

    def _known(self) -> str:
        """An id of an item made already or later, or of none."""
        return f"i{self._chance.randrange(len(self._ids) + 20)}"
