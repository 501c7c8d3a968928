"""The generated tables of the author's manual, briefings/README.md, in Markdown."""

import re
from collections.abc import Iterable, Iterator, Mapping

from tui.checks.manual import manual_entries
from tui.checks.registry import RULES
from tui.checks.rule import Rule
from tui.model.briefing import ROLES, Briefing, Pane
from tui.model.fields import (
    Citations,
    DateKind,
    Declared,
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
from tui.model.items import Item
from tui.model.vocabularies import CREDIBILITY, MARKINGS, RELIABILITY, SCALES, Band
from tui.render.json_schema import nested

BASES = (Item, Pane)
"""Base classes whose fields are listed once rather than with each subclass."""


def fields() -> str:
    """A heading and a table of fields for each class of records."""
    tables = [_section(record) for record in (Briefing, *BASES, *nested(Briefing))]
    return "\n\n".join(tables) + "\n"


def rules() -> str:
    """A table of the rules with the first sentence of their manual text."""
    rows = ((f"`{rule.id}`", _severity(rule), _first_sentence(rule)) for rule in RULES.values())
    return _table(("rule", "severity", "what it is about"), rows) + "\n"


def likelihood() -> str:
    """A table of the terms of each scale of likelihood with their bands."""
    rows = (
        (f"`{key}`", f"{scale.name}", _terms(row))
        for key, scale in SCALES.items()
        for row in scale.rows
    )
    return _table(("scale", "origin", "terms"), rows) + "\n"


def admiralty() -> str:
    """A table of the grades of the Admiralty code: reliability and credibility side by side."""
    pairs = zip(RELIABILITY.items(), CREDIBILITY.items(), strict=True)
    rows = (
        (f"`{letter}`", reliability, f"`{number}`", credibility)
        for (letter, reliability), (number, credibility) in pairs
    )
    return _table(("", "reliability", "", "credibility"), rows) + "\n"


def name_of(record: type[Record]) -> str:
    """The name of a class of records in prose, such as `quotation marks`."""
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()


def _section(record: type[Record]) -> str:
    base = next((base for base in BASES if base in record.__mro__[1:]), None)
    inherited = {field.name for field in fields_of(base)} if base else set[str]()
    rows = [_row(field) for field in fields_of(record) if field.name not in inherited]
    role = next((role for role, pane in ROLES.items() if pane is record), "")
    parts = [f"### {name_of(record)}", f"`role: {role}`" if role else "", _summary(record)]
    if base:
        more = ", and:" if rows else ""
        parts.append(f"The fields of every [{name_of(base)}](#{_anchor(base)}){more}")
    if rows:
        parts.append(_table(("field", "value", "", "meaning"), rows))
    return "\n\n".join(filter(None, parts))


def _terms(row: Mapping[str, Band]) -> str:
    return " · ".join(f"{term} {band}" for term, band in row.items())


def _summary(record: type[Record]) -> str:
    """The first paragraph of the docstring of a class."""
    return (record.__doc__ or "").split("\n\n")[0]


def _row(field: Declared) -> tuple[str, ...]:
    return f"`{field.name}`", _value(field.kind), "required" if field.required else "", field.doc


def _value(kind: Kind) -> str:  # noqa: PLR0912 - one case for each kind
    """The values that a field accepts, in words."""
    match kind:
        case TextKind(of_source=of_source):
            return "text of the source" if of_source else "text"
        case IdentifierKind():
            return "id"
        case ReferenceKind(to=to):
            return (
                f"id of {_any_of(_with_article(each) for each in to)}" if to else "id of any item"
            )
        case WordKind(vocabulary=vocabulary) if vocabulary == MARKINGS:
            return "marking"
        case WordKind(vocabulary=vocabulary):
            return " · ".join(f"`{word}`" for word in vocabulary)
        case NumberKind(low=low, high=high):
            return f"{low} to {high}"
        case FlagKind():
            return "`true` · `false`"
        case DateKind():
            return "date"
        case RecordOf(record=record):
            return f"[{name_of(record)}](#{_anchor(record)})"
        case PaneOf():
            return f"[pane](#{_anchor(Pane)})"
        case ListOf(of=of, or_one=or_one):
            return f"{'one or a ' if or_one else ''}list: {_value(of)}"
        case MappingOf(to=to, of=of):
            return f"mapping from ids of {to}s: {_value(of)}"
        case Citations():
            return "list: id of an excerpt, or [excerpt](#excerpt) in place"
        case _:
            raise TypeError(f"no description for {kind}")


def _any_of(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _anchor(record: type[Record]) -> str:
    """The anchor that Markdown renderers give to the heading of a class."""
    return name_of(record).replace(" ", "-")


def _severity(rule: Rule) -> str:
    return f"{rule.severity}, {rule.draft} in a draft" if rule.draft else f"{rule.severity}"


def _first_sentence(rule: Rule) -> str:
    return re.split(r"(?<=[.…])\s+(?=[A-Z`])", manual_entries()[rule.id].manual, maxsplit=1)[0]


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines: Iterator[tuple[str, ...]] = iter([header, tuple("---" for _ in header), *rows])
    return "\n".join(
        f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines
    )
