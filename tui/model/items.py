"""The items of a briefing: what its panes list, each in the analyst's own words."""

from typing import ClassVar

from tui.model import vocabularies as words
from tui.model.fields import (
    Citations,
    DateKind,
    FlagKind,
    IdentifierKind,
    ListOf,
    NumberKind,
    Record,
    RecordOf,
    ReferenceKind,
    TextKind,
    WordKind,
    key,
    record,
)


@record
class When(Record):
    """A time as the source states it and as it is resolved; a bare string is short for `date`."""

    shorthand: ClassVar[str] = "date"

    stated: tuple[str, ...] = key(
        ListOf(TextKind(of_source=True), or_one=True),
        "The source's words: “May 5”, or a list of them.",
    )
    date: str = key(DateKind(), "The date, EDTF level 1.")
    inferred: tuple[str, ...] = key(
        ListOf(WordKind(words.DATE_PARTS), or_one=True), "The parts that the source does not state."
    )
    basis: str = key(TextKind(), "What the inferred parts rest on.")
    undated: bool = key(FlagKind(), "The source gives no date.")


@record
class Location(Record):
    """Where an event takes place; a bare string is short for `name`."""

    shorthand: ClassVar[str] = "name"

    name: str = key(TextKind(), "The place's name.", required=True)
    iso3166: str = key(TextKind(), "Country code, ISO 3166-1 alpha-3.")


@record
class Item(Record):
    """What every item has."""

    id: str = key(IdentifierKind(), "The item's id; one that nothing refers to needs none.")
    marking: str = key(WordKind(words.MARKINGS), "Its own marking, if not the file's.")
    must_cover: bool = key(FlagKind(), "A meeting must not end without it.")
    speaker_notes: str = key(TextKind(), "For the presenter alone; in no output.")
    cites: tuple[str, ...] = key(Citations(), "The excerpts that it rests on.")


@record
class Claim(Item):
    """A statement in the analyst's own words; a bare string is short for `text`."""

    shorthand: ClassVar[str] = "text"

    text: str = key(TextKind(), "The statement, in own words.", required=True)
    kind: str = key(
        WordKind(words.CLAIM_KINDS),
        "Information from a source, or an assumption.",
        default="information",
    )
    credibility: int | None = key(NumberKind(1, 6), "Admiralty code, 1 to 6.")
    basis: str = key(TextKind(), "Why that credibility.")
    when: When | None = key(RecordOf(When), "When it was so or was said.")
    reported_likelihood: str = key(
        TextKind(of_source=True), "The source's own word, “likely”: shown as such, without a band."
    )


@record
class Event(Item):
    """Something that happened, or is expected to happen, at a time."""

    title: str = key(TextKind(), "What happened, in a few own words.", required=True)
    when: When | None = key(RecordOf(When), "When.")
    place: Location | None = key(RecordOf(Location), "Where.")
    status: str = key(
        WordKind(words.EVENT_STATUSES), "As of the information cutoff.", default="undetermined"
    )
    text: str = key(TextKind(), "More about it, in own words.")


@record
class Point(Item):
    """An indicator, a gap, an interest, something to watch; a bare string is short for `text`."""

    shorthand: ClassVar[str] = "text"

    text: str = key(TextKind(), "The point, in own words.", required=True)


@record
class Relation(Record):
    """How an actor stands to another."""

    type: str = key(TextKind(), "The kind of relation: “global partner of”.", required=True)
    to: str = key(ReferenceKind(("actor",)), "The other actor.", required=True)
    text: str = key(TextKind(), "More about it, in own words.")
    cites: tuple[str, ...] = key(Citations(), "The excerpts that it rests on.")


@record
class Actor(Item):
    """A state, an organisation, a person, a medium or a group."""

    name: str = key(TextKind(), "The name that the briefing uses.", required=True)
    kind: str = key(WordKind(words.ACTOR_KINDS), "What it is.", required=True)
    also: tuple[str, ...] = key(
        ListOf(TextKind(), or_one=True), "Other forms and scripts (reference data)."
    )
    role: str = key(TextKind(), "Office or function: “foreign minister”.")
    of: str = key(ReferenceKind(("actor",)), "The actor that it belongs to.")
    iso3166: str = key(TextKind(), "Country code, ISO 3166-1 alpha-3.")
    wikidata: str = key(TextKind(), "Wikidata item: `Q884`.")
    text: str = key(TextKind(), "Who it is, in own words.")
    positions: tuple[str, ...] = key(
        ListOf(ReferenceKind(("claim", "reaction"))),
        "Claims and reactions that state its position.",
    )
    interests: tuple[Point, ...] = key(ListOf(RecordOf(Point)), "What it wants.")
    relations: tuple[Relation, ...] = key(ListOf(RecordOf(Relation)), "How it stands to others.")


@record
class Toward(Record):
    """Towards whom a reaction is directed, and how."""

    actor: str = key(ReferenceKind(("actor",)), "The actor.", required=True)
    stance: str = key(
        WordKind(words.STANCES), "The analyst's reading, if not the reaction's stance."
    )


@record
class Reaction(Item):
    """What somebody said, or did not say, about something."""

    actor: str = key(ReferenceKind(("actor",)), "Who reacted.", required=True)
    on_behalf_of: str = key(ReferenceKind(("actor",)), "For whom they spoke.")
    form: str = key(WordKind(words.FORMS), "What kind of statement it is.", required=True)
    about: tuple[str, ...] = key(
        ListOf(ReferenceKind(("event", "claim", "pane")), or_one=True), "What it is about."
    )
    toward: tuple[Toward, ...] = key(ListOf(RecordOf(Toward)), "Towards whom it is directed.")
    stance: str = key(WordKind(words.STANCES), "The analyst's reading.", default="unclear")
    text: str = key(TextKind(), "What was said, in own words.", required=True)
    when: When | None = key(RecordOf(When), "When it was said.")
    search_scope: str = key(TextKind(), "Where a statement was looked for and not found.")
    as_of: str = key(DateKind(), "Until when it was looked for.")


@record
class Judgment(Item):
    """A key judgment of the analyst, in the terms of ICD 203."""

    text: str = key(TextKind(), "The judgment; holds the likelihood term.", required=True)
    likelihood: str = key(TextKind(), "A term of the file's estimative scale.")
    confidence: str = key(WordKind(words.CONFIDENCES), "Confidence in the judgment.")
    basis: str = key(TextKind(), "Why that confidence.")
    supported_by: tuple[str, ...] = key(
        ListOf(ReferenceKind(("claim", "event", "reaction"))), "What speaks for it."
    )
    contradicted_by: tuple[str, ...] | None = key(
        ListOf(ReferenceKind(("claim", "event", "reaction"))),
        "What speaks against it; `[]` where nothing does.",
        default=None,
    )
    indicators: tuple[Point, ...] = key(ListOf(RecordOf(Point)), "What would change it.")
    gaps: tuple[Point, ...] = key(ListOf(RecordOf(Point)), "What is not known.")


@record
class Note(Record):
    """An analyst's note: about the text of a source, never in it."""

    id: str = key(IdentifierKind(), "The note's id.")
    on: tuple[str, ...] = key(
        ListOf(ReferenceKind(), or_one=True), "What it is about.", required=True
    )
    at: str = key(TextKind(of_source=True), "The part of an excerpt that it is about.")
    reads: str = key(TextKind(of_source=True), "What the source reads there.")
    usual: str = key(TextKind(), "How it is usually written.")
    text: str = key(TextKind(), "The note.", required=True)
    marking: str = key(WordKind(words.MARKINGS), "Its own marking, if not the file's.")
