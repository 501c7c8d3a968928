"""The records of a projected briefing, with placeholders for withheld ones."""

from collections.abc import Iterator
from typing import Any

from tui.frozen import replace
from tui.model.briefing import (
    ActorsPane,
    BackgroundPane,
    BottomLine,
    Briefing,
    Meeting,
    Pane,
    Section,
)
from tui.model.clearance import Strictness
from tui.model.document import Policy
from tui.model.fields import (
    Citations,
    Declared,
    IdentifierKind,
    ListOf,
    Record,
    RecordOf,
    ReferenceKind,
    TextKind,
    fields_of,
    nested_fields,
    records_in,
)
from tui.model.items import Claim, Event, Item, Note, When
from tui.model.sources import Coverage, Excerpt, Source
from tui.model.vocabularies import MARKINGS, rank
from tui.model.withheld_copies import Copies
from tui.model.withheld_names import Names
from tui.places import WITHHELD

_OF_THE_ANALYST = frozenset({"stance", "speaker_notes"})
"""Fields of any record that no room may see."""

UNNAMED = "Briefing"
"""The title of a briefing whose own is withheld without a trace."""


def placeholder_text(marking: str, clearance: str) -> str:
    """The text of a placeholder."""
    return f"withheld: {marking}, above {clearance}"


class Records:
    """Rebuilds the records of a briefing."""

    def __init__(
        self,
        strictness: Strictness,
        policy: Policy,
        names: Names,
        copies: Copies,
    ) -> None:
        self._strictness = strictness
        self._policy = policy
        self._most = rank(policy.clearance)
        self._is_traceless = policy.room
        self._names = names
        self._copies = copies
        self.kept: dict[Record, Record] = {}
        """The new record of each pane, item, source, excerpt and note."""

    def briefing(self, whole: Briefing) -> Briefing:
        """The projected briefing."""
        declared = fields_of(Briefing)
        made: dict[str, Any] = {each.name: self._value(whole, each, False) for each in declared}
        made["coverage"] = dict(self._coverage(whole))
        made["panes"] = tuple(filter(None, (self._pane(whole, each) for each in whole.panes)))
        if self._is_traceless:
            made.update(bottom_line=None, allow=())
        if self._strictness.file > self._most:
            made.update(self._head(whole))
        return Briefing(origin=whole.origin, **made)

    def _head(self, whole: Briefing) -> dict[str, Any]:
        """The file's own fields where the file's marking is above the clearance."""
        words = placeholder_text(MARKINGS[self._strictness.file], self._policy.clearance)
        line = whole.bottom_line
        judgments = tuple(filter(None, map(self._names.refer, line.judgments if line else ())))
        is_shown = line and not self._is_traceless
        meeting = whole.meeting
        parts = tuple(self._parts(meeting.agenda)) if meeting else ()
        nothing = dict.fromkeys(("lang", "source_summary", "prepared_by", "issued"), "")
        return {
            **nothing,
            "id": f"{WITHHELD}briefing" if not self._is_traceless else UNNAMED.lower(),
            "title": UNNAMED if self._is_traceless else words,
            "bottom_line": BottomLine(text=words, judgments=judgments) if is_shown else None,
            "information_cutoff": None,
            "topics": (),
            "coverage": {},
            "allow": (),
            "revisions": (),
            "meeting": Meeting(minutes=meeting.minutes, agenda=parts) if meeting else None,
        }

    def _coverage(self, whole: Briefing) -> Iterator[tuple[str, Coverage]]:
        """The coverage without withheld sources and withheld words."""
        for id, coverage in whole.coverage.items():
            if self._names.refer(id) and not self._names.is_above(id):
                kept = (each for each in coverage.skipped if not self._copies.hides(id, each.exact))
                yield id, replace(coverage, skipped=tuple(kept))

    def _pane(self, whole: Briefing, pane: Pane) -> Pane | None:
        """A projected pane; `None` where it has become empty and may leave no trace."""
        made = self._rebuilt(pane, False)
        if not isinstance(made, Pane):
            return None
        if self._is_traceless and self._is_above(pane):
            made = replace(made, title=type(pane).default_title, short="", marking="")
        elif self._is_above(pane):
            words = placeholder_text(
                MARKINGS[self._strictness.records[pane]], self._policy.clearance
            )
            marking = MARKINGS[self._strictness.records[pane]]
            made = replace(made, title=words, short="withheld", marking=marking)
        if self._is_above(pane) and isinstance(made, BackgroundPane):
            sections = tuple(replace(each, heading="") for each in made.sections)
            made = replace(made, sections=sections)
        if self._is_traceless and self._is_emptied(whole, pane, made):
            self.kept.pop(pane, None)
            return None
        self.kept[pane] = made
        return made

    def _is_emptied(self, whole: Briefing, before: Record, after: Record) -> bool:
        """Whether a pane has lost everything in it."""
        if isinstance(before, ActorsPane) and isinstance(after, ActorsPane):
            every = before.show or tuple(each.id for each in whole.actors)
            return bool(every) and not any(map(self._names.refer, every))
        names = nested_fields(type(before))
        had = any(getattr(before, name) for name in names)
        if not had:
            return self._is_above(before)
        return not any(getattr(after, name) for name in names)

    @staticmethod
    def _is_bare(before: Section, after: object) -> bool:
        return isinstance(after, Section) and bool(before.claims) and not after.claims

    def _rebuilt(self, record: Record, hides_words: bool) -> Record | None:
        """A record without withheld parts; `None` where it is gone.

        With `hides_words`, the fields that hold a source's words are emptied.
        """
        if record in self._names.gone:
            return None
        if self._is_above(record) and not isinstance(record, Pane):
            made = self._placeholder(record)
            self.kept[record] = made
            return made
        if isinstance(record, Item):
            hides_words = any(map(self._names.is_above, record.cites))
        elif isinstance(record, Note):
            hides_words = any(map(self._rests_on_withheld, record.on))
        elif not isinstance(record, When):
            hides_words = False
        changed: dict[str, Any] = {}
        for each in fields_of(type(record)):
            before = getattr(record, each.name)
            after = self._value(record, each, hides_words)
            if self._is_traceless and each.required and before and not after:
                return None
            if after != before:
                changed[each.name] = after
        made = replace(record, **changed) if changed else record
        if isinstance(record, Section) and self._is_traceless and self._is_bare(record, made):
            return None
        if record in self._strictness.records:
            self.kept[record] = made
        return made

    def _value(self, record: Record, of: Declared, hides_words: bool) -> object:
        """The projected value of a field."""
        value = getattr(record, of.name)
        if self._is_traceless and of.name in _OF_THE_ANALYST:
            return ""
        kind = of.kind.of if isinstance(of.kind, ListOf) else of.kind
        match kind:
            case IdentifierKind():
                return self._names.name(record, value)
            case ReferenceKind() | Citations():
                if isinstance(value, tuple):
                    return tuple(filter(None, map(self._names.refer, value)))
                return self._names.refer(value) if value else value
            case TextKind(of_source=True) if hides_words:
                return () if isinstance(value, tuple) else ""
        parts = records_in(value)
        if not parts or of.name == "panes":
            return value
        if isinstance(of.kind, RecordOf):
            return self._rebuilt(parts[0], hides_words)
        return tuple(self._parts(parts, hides_words))

    def _parts(self, parts: tuple[Record, ...], hides_words: bool = False) -> Iterator[Any]:
        for each in parts:
            made = self._rebuilt(each, hides_words)
            if made is not None:
                yield made

    def _rests_on_withheld(self, id: str) -> bool:
        return any(map(self._names.is_above, (id, *self._names.cites(id))))

    def _is_above(self, record: Record) -> bool:
        return self._strictness.records.get(record, 0) > self._most

    def _placeholder(self, record: Record) -> Record:
        """The placeholder of a record, of the same class."""
        marking = MARKINGS[self._strictness.records[record]]
        words = placeholder_text(marking, self._policy.clearance)
        id = self._names.name(record, getattr(record, "id", ""))
        match record:
            case Excerpt():
                return Excerpt(id=id, source=self._names.refer(record.source), exact=words)
            case Source():
                return Source(id=id, short=words, marking=marking)
            case Event():
                return Event(id=id, title=words, marking=marking)
            case Note():
                on = tuple(filter(None, map(self._names.refer, record.on)))
                return Note(id=id, text=words, marking=marking, on=on)
            case Claim():
                return Claim(id=id, text=words, marking=marking, kind="")
        text = "name" if hasattr(record, "name") else "text"
        empty = {each.name: "" for each in fields_of(type(record)) if each.required}
        values: dict[str, Any] = {**empty, "id": id, "marking": marking, text: words}
        return type(record)(**values)
