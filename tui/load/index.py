"""What refers to what in a briefing: its records by id, and where each is shown and cited."""

from collections.abc import Mapping
from typing import NamedTuple

from tui.load.problems import Problems, quoted
from tui.model.briefing import ActorsPane, Briefing, Pane
from tui.model.fields import IdentifierKind, Kind, ListOf, PaneOf, Record, RecordOf, fields_of
from tui.model.items import Judgment, Note
from tui.model.sources import Excerpt, Source


class DocumentIndex(NamedTuple):
    """The look-up tables of a `tui.model.document.Document`, which says what each holds."""

    items: Mapping[str, Record]
    kinds: Mapping[str, str]
    homes: Mapping[str, str]
    cited_by: Mapping[str, tuple[str, ...]]
    notes_on: Mapping[str, tuple[Note, ...]]


def index(briefing: Briefing, problems: Problems) -> DocumentIndex:
    """Walk a briefing once; ids that stand twice are reported, and the first is kept."""
    walk = _Walk(problems)
    for name in _shape(Briefing).nested:
        value = getattr(briefing, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Record):
                walk.visit(each, "", _home(each))
    _place_actors(briefing, walk)
    notes: dict[str, list[Note]] = {}
    for note in briefing.notes:
        for on in note.on:
            notes.setdefault(on, []).append(note)
    return DocumentIndex(
        walk.items,
        walk.kinds,
        walk.homes,
        {excerpt: tuple(dict.fromkeys(by)) for excerpt, by in walk.cited_by.items()},
        {on: tuple(each) for on, each in notes.items()},
    )


class _Walk:
    """The tables, while they are filled."""

    def __init__(self, problems: Problems) -> None:
        self.items: dict[str, Record] = {}
        self.kinds: dict[str, str] = {}
        self.homes: dict[str, str] = {}
        self.cited_by: dict[str, list[str]] = {}
        self._problems = problems

    def visit(self, record: Record, owner: str, home: str) -> None:
        """Enter a record and what it holds; `owner` is the nearest round it that has an id."""
        shape = _shape(type(record))
        if shape.identified:
            owner = record.id  # type: ignore[attr-defined]
            self._enter(owner, record, shape.kind, home)
        if shape.cites:
            for each in record.cites:  # type: ignore[attr-defined]
                self.cited_by.setdefault(each, []).append(owner)
        for name in shape.nested:
            value = getattr(record, name)
            if value:
                for each in value if type(value) is tuple else (value,):
                    self.visit(each, owner, home)

    def _enter(self, id: str, record: Record, kind: str, home: str) -> None:
        if id in self.items:
            self._report_duplicate(id, record)
            return
        self.items[id] = record
        self.kinds[id] = kind
        if home:
            self.homes[id] = home

    def _report_duplicate(self, id: str, record: Record) -> None:
        first = self.items[id].origin.span("id")
        message = f"{quoted(id)} is the id of the {self.kinds[id]} in line {first.line} too"
        self._problems.add("duplicate-id", record.origin.span("id"), message, item=id)


class _Shape(NamedTuple):
    """What the walk needs to know of a class of records."""

    identified: bool
    cites: bool
    nested: tuple[str, ...]
    """The fields that hold records."""
    kind: str


_SHAPES: dict[type[Record], _Shape] = {}
"""Those that have been made so far."""


def _shape(record: type[Record]) -> _Shape:
    found = _SHAPES.get(record)
    if found is None:
        found = _SHAPES[record] = _make_shape(record)
    return found


def _make_shape(record: type[Record]) -> _Shape:
    declared = list(fields_of(record))
    return _Shape(
        identified=any(isinstance(each.kind, IdentifierKind) for each in declared),
        cites=any(each.name == "cites" for each in declared),
        nested=tuple(each.name for each in declared if _holds_records(each.kind)),
        kind="pane" if issubclass(record, Pane) else record.__name__.lower(),
    )


def _holds_records(kind: Kind) -> bool:
    match kind:
        case RecordOf() | PaneOf():
            return True
        case ListOf(of=of):
            return _holds_records(of)
        case _:
            return False


def _home(record: Record) -> str:
    """The pane that lists a record which stands at the top of the file, and all that it holds."""
    match record:
        case Pane(id=id):
            return id
        case Judgment():
            return "summary"
        case Source() | Excerpt():
            return "sources"
        case _:
            return ""


def _place_actors(briefing: Briefing, walk: _Walk) -> None:
    """Say which pane lists each actor, with its interests: the first that shows it."""
    panes = [pane for pane in briefing.panes if isinstance(pane, ActorsPane)]
    for actor in briefing.actors:
        home = next((pane.id for pane in panes if not pane.show or actor.id in pane.show), "")
        if home:
            for each in (actor, *actor.interests):
                walk.homes.setdefault(each.id, home)
