"""The entries of a search: every item of a briefing, with the words that find it."""

import re
from collections.abc import Iterator
from enum import Enum

from tui.frozen import frozen
from tui.model.briefing import Pane
from tui.model.document import Document
from tui.model.fields import Record
from tui.model.items import Actor, Event, Item, Judgment, Note, Reaction, When
from tui.model.sources import Excerpt, Source
from tui.panes import dates, names
from tui.places import is_placeholder

OFFICIAL = frozenset({"official-statement", "no-statement"})
"""Forms of reactions that are a state's official statement, or its silence."""

_FORMS = {
    "official-statement": "official statement",
    "no-statement": "silence, silent: no official statement",
    "state-media": "state media",
    "expert-comment": "expert comment",
}


class EntryPart(Enum):
    """The part of an entry that a text belongs to; the value is its weight in the ranking."""

    WHO = 6.0
    """All names of the actor who speaks or is described."""
    TITLE = 6.1
    WHEN = 6.2
    TEXT = 5.0
    ABOUT = 4.0
    """What a reaction is about, and whom it addresses."""
    BEHIND = 3.0
    """The names of whom the speaker speaks for or belongs to."""
    HEADING = 2.5
    WORDS = 2.0
    """The text of the excerpts."""
    FORM = 5.1
    PANE = 1.0


@frozen
class SearchEntry:
    """An item as it can be found."""

    id: str
    kind: str
    """As `Document.kinds` has it."""
    parts: tuple[tuple[EntryPart, str], ...]
    official: bool = False
    marking: str = ""
    """Its own marking, if it has one."""
    briefing: str = ""
    """The path of the briefing, in a search of several."""


def entries(document: Document) -> Iterator[SearchEntry]:
    """Yield the entries of a briefing, in the order of the file, without placeholders."""
    headings = names.list_headings(document)
    for id, record in document.items.items():
        if not is_placeholder(id) and isinstance(record, Item | Source | Excerpt | Note):
            parts = tuple((part, text) for part, text in _parts(document, id, record) if text)
            home = names.title(document, document.homes.get(id, ""))
            around = ((EntryPart.HEADING, headings.get(id, "")), (EntryPart.PANE, home))
            yield SearchEntry(
                id,
                document.kinds.get(id, ""),
                (*parts, *((part, text) for part, text in around if text)),
                isinstance(record, Reaction) and record.form in OFFICIAL,
                record.marking if isinstance(record, Item | Source | Note) else "",
            )


def aliases(document: Document) -> Iterator[tuple[str, ...]]:
    """Yield all names of each actor: a search for one of them finds the others too."""
    for actor in document.briefing.actors:
        yield (actor.name, *actor.also)


def _parts(document: Document, id: str, record: Record) -> Iterator[tuple[EntryPart, str]]:
    match record:
        case Actor():
            yield from _who(document, id)
        case Reaction():
            yield from _who(document, record.actor)
            yield from _names(document, record.on_behalf_of, EntryPart.WHO)
            yield EntryPart.FORM, _FORMS.get(record.form, record.form)
            for each in record.about:
                yield EntryPart.ABOUT, _subject(document, each)
            for toward in record.toward:
                yield EntryPart.ABOUT, names.actor(document, toward.actor)
        case Event():
            yield EntryPart.TITLE, record.title
            yield EntryPart.TEXT, record.place.name if record.place else ""
        case Judgment():
            yield EntryPart.FORM, "confidence"
        case Source():
            yield EntryPart.FORM, "author, date, reliability: how reliable"
            yield EntryPart.WORDS, f"{record.descriptor} {record.basis}"
            yield EntryPart.TITLE, " ".join((record.short, record.title, record.container_title))
            yield EntryPart.WHO, " ".join(record.author)
            yield EntryPart.WHEN, _date(record.issued)
        case Excerpt():
            yield from _excerpt(document, record)
    yield EntryPart.TEXT, str(getattr(record, "text", ""))
    when = getattr(record, "when", None)
    if isinstance(when, When):
        yield EntryPart.WHEN, " ".join((*when.stated, _date(when.date)))
    for excerpt in document.cited(id):
        yield from _excerpt(document, excerpt)


def _excerpt(document: Document, excerpt: Excerpt) -> Iterator[tuple[EntryPart, str]]:
    yield EntryPart.WORDS, excerpt.exact
    yield EntryPart.WORDS, excerpt.translation.text if excerpt.translation else ""
    is_direct = excerpt.voice == "direct"
    yield EntryPart.FORM, "direct quotation, quote" if is_direct else ""
    for hop in excerpt.chain:
        is_speaker = is_direct and hop is excerpt.chain[-1]
        yield from _names(document, hop.agent, EntryPart.WHO if is_speaker else EntryPart.BEHIND)


def _who(document: Document, id: str) -> Iterator[tuple[EntryPart, str]]:
    """Yield the names and role of an actor, and the names of the actor that it belongs to."""
    actor = document.items.get(id)
    if isinstance(actor, Actor):
        yield from _names(document, id, EntryPart.WHO)
        yield EntryPart.TEXT, actor.role
        yield from _names(document, actor.of, EntryPart.BEHIND)


def _names(document: Document, id: str, part: EntryPart) -> Iterator[tuple[EntryPart, str]]:
    actor = document.items.get(id)
    if isinstance(actor, Actor):
        yield from ((part, name) for name in (actor.name, *actor.also))


def _subject(document: Document, id: str) -> str:
    """Return the text of what a reaction is about, with all names of the actors named there."""
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
