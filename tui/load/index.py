"""Look-up tables of a briefing: records by id, the panes that list them, their citations."""

from collections.abc import Mapping
from typing import NamedTuple

from tui.load.problems import Problems, quoted
from tui.model.briefing import ActorsPane, Briefing, Pane
from tui.model.fields import Record, nested_fields, records_in
from tui.model.items import Judgment, Note
from tui.model.sources import Excerpt, Source


class DocumentIndex(NamedTuple):
    """The look-up tables of a `tui.model.document.Document`, whose attributes describe them."""

    items: Mapping[str, Record]
    kinds: Mapping[str, str]
    homes: Mapping[str, str]
    cited_by: Mapping[str, tuple[str, ...]]
    notes_on: Mapping[str, tuple[Note, ...]]


def index(briefing: Briefing, problems: Problems) -> DocumentIndex:
    """Build the tables; an id used twice is reported, and its first record is kept."""
    walk = _Walk(problems)
    for name in nested_fields(Briefing):
        for each in records_in(getattr(briefing, name)):
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
    """Builds the tables."""

    def __init__(self, problems: Problems) -> None:
        self.items: dict[str, Record] = {}
        self.kinds: dict[str, str] = {}
        self.homes: dict[str, str] = {}
        self.cited_by: dict[str, list[str]] = {}
        self._problems = problems

    def visit(self, record: Record, owner: str, home: str) -> None:
        """Add a record and the records in it.

        Args:
            record: The record.
            owner: The id of the nearest record that contains it and has one.
            home: The id of the pane that lists it; empty if none does.
        """
        id = getattr(record, "id", None)
        if id is not None:
            owner = id
            self._add(id, record, home)
        for each in getattr(record, "cites", ()):
            self.cited_by.setdefault(each, []).append(owner)
        for name in nested_fields(type(record)):
            value = getattr(record, name)
            if value:
                for each in records_in(value):
                    self.visit(each, owner, home)

    def _add(self, id: str, record: Record, home: str) -> None:
        if id in self.items:
            self._report_duplicate(id, record)
            return
        self.items[id] = record
        self.kinds[id] = "pane" if isinstance(record, Pane) else type(record).__name__.lower()
        if home:
            self.homes[id] = home

    def _report_duplicate(self, id: str, record: Record) -> None:
        first = self.items[id].origin.span("id")
        message = f"{quoted(id)} is the id of the {self.kinds[id]} in line {first.line} too"
        self._problems.add("duplicate-id", record.origin.span("id"), message, item=id)


def _home(record: Record) -> str:
    """The id of the pane that lists a record from the top level of the file."""
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
    """Give each actor and its interests the first pane that shows the actor as their home."""
    panes = [pane for pane in briefing.panes if isinstance(pane, ActorsPane)]
    for actor in briefing.actors:
        home = next((pane.id for pane in panes if not pane.show or actor.id in pane.show), "")
        if home:
            for each in (actor, *actor.interests):
                walk.homes.setdefault(each.id, home)
