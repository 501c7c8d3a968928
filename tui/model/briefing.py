"""The file as a whole: its head, its panes, and what stands behind them."""

from collections.abc import Mapping
from typing import ClassVar

from tui.model import vocabularies as words
from tui.model.fields import (
    DateKind,
    FlagKind,
    IdentifierKind,
    ListOf,
    MappingOf,
    NumberKind,
    PaneOf,
    Record,
    RecordOf,
    ReferenceKind,
    TextKind,
    WordKind,
    key,
    record,
)
from tui.model.items import Actor, Claim, Event, Judgment, Note, Point, Reaction, When
from tui.model.sources import Coverage, Excerpt, Source

FORMAT = "briefing/1"
DERIVED_PANES = ("summary", "sources", "problems")
"""Panes that the program makes; no id of a file may be one of these."""


@record
class BottomLine(Record):
    """The bottom line up front; a bare string is short for `text`."""

    shorthand: ClassVar[str] = "text"

    text: str = key(TextKind(), "One sentence, at most 40 words.", required=True)
    judgments: tuple[str, ...] = key(
        ListOf(ReferenceKind(("judgment",)), or_one=True), "The judgments that it sums up."
    )


@record
class Section(Record):
    """Claims under a heading."""

    heading: str = key(TextKind(), "The heading.")
    claims: tuple[Claim, ...] = key(ListOf(RecordOf(Claim)), "The claims.")


@record
class Pane(Record):
    """What every pane has."""

    default_title: ClassVar[str] = ""

    role: str = key(TextKind(), "What kind of pane it is.", required=True)
    id: str = key(IdentifierKind(), "The pane's id; its role if not written.")
    title: str = key(TextKind(), "Its title; a default by role if not written.")
    short: str = key(TextKind(), "A shorter title for the tab line.")
    marking: str = key(WordKind(words.MARKINGS), "Its own marking, if not the file's.")


@record
class BackgroundPane(Pane):
    """What one must know beforehand: sections of claims and a time line."""

    default_title: ClassVar[str] = "Background"

    sections: tuple[Section, ...] = key(ListOf(RecordOf(Section)), "Claims under headings.")
    timeline: tuple[Event, ...] = key(ListOf(RecordOf(Event)), "Events, in the order of time.")


@record
class IssuePane(BackgroundPane):
    """A further subject, in the shape of the background."""

    default_title: ClassVar[str] = "Issue"


@record
class ActorsPane(Pane):
    """Who is who."""

    default_title: ClassVar[str] = "Actors"

    show: tuple[str, ...] = key(
        ListOf(ReferenceKind(("actor",))), "The actors to show, in this order; all if not written."
    )


@record
class OutlookPane(Pane):
    """An event ahead: what is expected of it, what it offers, what it risks."""

    default_title: ClassVar[str] = "Outlook"

    event: Event | None = key(RecordOf(Event), "The event.")
    expected: tuple[Claim, ...] = key(ListOf(RecordOf(Claim)), "What the sources expect to happen.")
    opportunities: tuple[Claim, ...] = key(ListOf(RecordOf(Claim)), "What it offers.")
    challenges: tuple[Claim, ...] = key(ListOf(RecordOf(Claim)), "What it risks.")
    watch: tuple[Point, ...] = key(ListOf(RecordOf(Point)), "What to watch.")
    gaps: tuple[Point, ...] = key(ListOf(RecordOf(Point)), "What is not known.")


@record
class ReactionsPane(Pane):
    """Who said what about it."""

    default_title: ClassVar[str] = "Reactions"

    by: tuple[str, ...] = key(
        ListOf(ReferenceKind(("actor",)), or_one=True), "These actors and all that are `of` them."
    )
    reactions: tuple[Reaction, ...] = key(ListOf(RecordOf(Reaction)), "The reactions.")


ROLES: Mapping[str, type[Pane]] = {
    "background": BackgroundPane,
    "actors": ActorsPane,
    "outlook": OutlookPane,
    "reactions": ReactionsPane,
    "issue": IssuePane,
}


@record
class Allow(Record):
    """A check overruled, with the reason."""

    rule: str = key(
        TextKind(), "The rule's id; rules about quotations cannot be overruled.", required=True
    )
    on: tuple[str, ...] = key(
        ListOf(ReferenceKind(), or_one=True), "The items it is overruled for; all if not written."
    )
    reason: str = key(TextKind(), "Why.", required=True)


@record
class AgendaItem(Record):
    """A part of a meeting."""

    show: str = key(ReferenceKind(), "The pane or item to show.", required=True)
    minutes: int | None = key(NumberKind(1, 1440), "How long, in minutes.")
    must_cover: bool = key(FlagKind(), "The meeting must not end without it.")


@record
class Meeting(Record):
    """The meeting that the briefing is read in."""

    starts: str = key(TextKind(), "When it begins, ISO 8601.")
    minutes: int | None = key(NumberKind(1, 1440), "How long, in minutes.")
    agenda: tuple[AgendaItem, ...] = key(ListOf(RecordOf(AgendaItem)), "Its parts, in order.")


@record
class Revision(Record):
    """What was changed after the briefing was issued."""

    date: str = key(DateKind(), "When.", required=True)
    type: str = key(WordKind(words.REVISION_TYPES), "A revision, or a recall of the whole.")
    significance: str = key(
        WordKind(words.SIGNIFICANCES), "Whether it changes what readers conclude."
    )
    reason: str = key(TextKind(), "Why.")


@record
class Briefing(Record):
    """One briefing file."""

    format: str = key(WordKind((FORMAT,)), "The version of the format.", required=True)
    id: str = key(IdentifierKind(), "The briefing's id.", required=True)
    title: str = key(TextKind(), "Its title.", required=True)
    lang: str = key(TextKind(), "Its language, BCP 47.")
    status: str = key(WordKind(words.STATUSES), "How far it has come.", default="draft")
    marking: str = key(
        WordKind(words.MARKINGS), "Traffic Light Protocol 2.0; the strictest of its items."
    )
    issued: str = key(DateKind(), "When it was issued.")
    information_cutoff: When | None = key(RecordOf(When), "Until when information was taken in.")
    prepared_by: str = key(TextKind(), "Who prepared it.")
    topics: tuple[str, ...] = key(ListOf(TextKind(), or_one=True), "What it is about, in keywords.")
    estimative_language: str = key(
        WordKind(tuple(words.SCALES)), "The one scale of likelihood terms.", default="icd203"
    )
    bottom_line: BottomLine | None = key(RecordOf(BottomLine), "The bottom line up front.")
    source_summary: str = key(TextKind(), "Source summary statement, ICD 206.")
    key_judgments: tuple[Judgment, ...] = key(
        ListOf(RecordOf(Judgment)), "The analyst's judgments."
    )
    actors: tuple[Actor, ...] = key(ListOf(RecordOf(Actor)), "Who is concerned, each once.")
    panes: tuple[Pane, ...] = key(
        ListOf(PaneOf(ROLES)), "The panes, in reading order.", required=True
    )
    sources: tuple[Source, ...] = key(ListOf(RecordOf(Source)), "What it rests on.")
    excerpts: tuple[Excerpt, ...] = key(ListOf(RecordOf(Excerpt)), "Words of the sources.")
    notes: tuple[Note, ...] = key(ListOf(RecordOf(Note)), "Analyst's notes on a source's text.")
    coverage: Mapping[str, Coverage] = key(
        MappingOf("source", RecordOf(Coverage)), "What is left out, by source id."
    )
    allow: tuple[Allow, ...] = key(ListOf(RecordOf(Allow)), "Checks overruled, with reasons.")
    meeting: Meeting | None = key(RecordOf(Meeting), "The meeting it is read in.")
    revisions: tuple[Revision, ...] = key(
        ListOf(RecordOf(Revision)), "Changes since it was issued."
    )
