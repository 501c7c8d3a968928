"""What can be asked for: every item of a briefing, with the words by which a reader knows it."""

import re
from collections.abc import Iterator
from enum import Enum

from tui.frozen import frozen
from tui.model.briefing import Pane
from tui.model.document import Document
from tui.model.fields import Record
from tui.model.items import Actor, Event, Item, Judgment, Note, Reaction, When
from tui.model.sources import Excerpt, Source
from tui.panes import dates, lists, names
from tui.panes.room import is_placeholder

OFFICIAL = frozenset({"official-statement", "no-statement"})
"""Forms of reactions in which a state speaks, or does not."""

_FORMS = {
    "official-statement": "official statement",
    "no-statement": "silence, silent: no official statement",
    "state-media": "state media",
    "expert-comment": "expert comment",
}


class Part(Enum):
    """Where the words of an entry stand; the value is their weight in the ranking."""

    WHO = 6.0
    """The name, in every form and script, of whoever speaks or is described."""
    TITLE = 6.1
    WHEN = 6.2
    TEXT = 5.0
    ABOUT = 4.0
    """What a reaction is about, and towards whom."""
    BEHIND = 3.0
    """For whom the speaker speaks, and to whom they belong."""
    HEADING = 2.5
    WORDS = 2.0
    """The words of the excerpts."""
    FORM = 5.1
    PANE = 1.0


@frozen
class Entry:
    """One item as it can be asked for."""

    id: str
    kind: str
    """As `Document.kinds` has it."""
    parts: tuple[tuple[Part, str], ...]
    official: bool = False
    marking: str = ""
    """Its own, if not the file's."""
    briefing: str = ""
    """Which one has it, where several are asked."""


def entries(document: Document) -> Iterator[Entry]:
    """All items of a briefing, in the order of the file; those that only stand for others not."""
    headings = lists.headings(document)
    for id, record in document.items.items():
        if not is_placeholder(id) and isinstance(record, Item | Source | Excerpt | Note):
            parts = tuple((part, text) for part, text in _parts(document, id, record) if text)
            home = names.title(document, document.homes.get(id, ""))
            around = ((Part.HEADING, headings.get(id, "")), (Part.PANE, home))
            yield Entry(
                id,
                document.kinds.get(id, ""),
                (*parts, *((part, text) for part, text in around if text)),
                isinstance(record, Reaction) and record.form in OFFICIAL,
                record.marking if isinstance(record, Item | Source | Note) else "",
            )


def aliases(document: Document) -> Iterator[tuple[str, ...]]:
    """For each actor all its names: whoever asks by one of them means it by the others too."""
    for actor in document.briefing.actors:
        yield (actor.name, *actor.also)


def _parts(document: Document, id: str, record: Record) -> Iterator[tuple[Part, str]]:
    match record:
        case Actor():
            yield from _who(document, id)
        case Reaction():
            yield from _who(document, record.actor)
            yield from _names(document, record.on_behalf_of, Part.WHO)
            yield Part.FORM, _FORMS.get(record.form, record.form)
            for each in record.about:
                yield Part.ABOUT, _subject(document, each)
            for toward in record.toward:
                yield Part.ABOUT, names.actor(document, toward.actor)
        case Event():
            yield Part.TITLE, record.title
            yield Part.TEXT, record.place.name if record.place else ""
        case Judgment():
            yield Part.FORM, "confidence"
        case Source():
            yield Part.FORM, "author, date, reliability: how reliable"
            yield Part.WORDS, f"{record.descriptor} {record.basis}"
            yield Part.TITLE, " ".join((record.short, record.title, record.container_title))
            yield Part.WHO, " ".join(record.author)
            yield Part.WHEN, _date(record.issued)
        case Excerpt():
            yield from _excerpt(document, record)
    yield Part.TEXT, str(getattr(record, "text", ""))
    when = getattr(record, "when", None)
    if isinstance(when, When):
        yield Part.WHEN, " ".join((*when.stated, _date(when.date)))
    for excerpt in document.cited(id):
        yield from _excerpt(document, excerpt)


def _excerpt(document: Document, excerpt: Excerpt) -> Iterator[tuple[Part, str]]:
    yield Part.WORDS, excerpt.exact
    yield Part.WORDS, excerpt.translation.text if excerpt.translation else ""
    is_direct = excerpt.voice == "direct"
    yield Part.FORM, "direct quotation, quote" if is_direct else ""
    for hop in excerpt.chain:
        is_speaker = is_direct and hop is excerpt.chain[-1]
        yield from _names(document, hop.agent, Part.WHO if is_speaker else Part.BEHIND)


def _who(document: Document, id: str) -> Iterator[tuple[Part, str]]:
    """An actor's names and role, and the names of whom it belongs to."""
    actor = document.items.get(id)
    if isinstance(actor, Actor):
        yield from _names(document, id, Part.WHO)
        yield Part.TEXT, actor.role
        yield from _names(document, actor.of, Part.BEHIND)


def _names(document: Document, id: str, part: Part) -> Iterator[tuple[Part, str]]:
    actor = document.items.get(id)
    if isinstance(actor, Actor):
        yield from ((part, name) for name in (actor.name, *actor.also))


def _subject(document: Document, id: str) -> str:
    """What is asked about with the thing that a reaction is about: its words, and its actors'."""
    record = document.items.get(id)
    if record is None:
        return ""
    title = names.title(document, id) if isinstance(record, Event | Pane) else ""
    said = f"{title} {getattr(record, 'text', '')}"
    named = (
        name
        for each in aliases(document)
        if any(re.search(rf"\b{re.escape(alias)}\b", said) for alias in each if alias)
        for name in each
    )
    return " ".join((said, *named))


def _date(date: str) -> str:
    return f"{dates.prose(date)} {date}" if date else ""
