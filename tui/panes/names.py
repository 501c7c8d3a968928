"""What things are called: actors, sources, items and panes, by id or by record."""

from tui.blocks import Run, Style
from tui.model.briefing import Pane
from tui.model.document import Document
from tui.model.fields import Record
from tui.model.items import Actor, Event, Reaction
from tui.model.sources import Excerpt, Source

TITLE_LENGTH = 72
"""In characters: what a heading or a line of a list holds on a terminal of 80 columns."""


def actor(document: Document, id: str) -> str:
    """The name of an actor; the id itself where no actor has it."""
    found = document.items.get(id)
    return found.name or id if isinstance(found, Actor) else id


def source(document: Document, id: str) -> str:
    """How a source is named in speech."""
    found = document.source(id)
    if found is None:
        return f"an unknown source, “{id}”" if id else "an unknown source"
    return found.short or found.title or f"the source “{id}”"


def pane(shown: Pane) -> str:
    """The title of a pane, its own or its role's."""
    return shown.title or type(shown).default_title or shown.id or shown.role


def title(document: Document, id: str) -> str:
    """A line that stands for an item elsewhere; the id itself where nothing has it."""
    found = document.items.get(id)
    return id if found is None else shorten(_full_title(document, found)) or id


def kind(document: Document, id: str) -> str:
    """The kind of an item in one word; empty where nothing has the id."""
    return document.kinds.get(id, "")


def shorten(text: str) -> str:
    """The text in one line, cut after a word where it is too long for one."""
    line = " ".join(text.split())
    if len(line) <= TITLE_LENGTH:
        return line
    cut = line[:TITLE_LENGTH]
    head, space, _ = cut.rpartition(" ")
    return f"{head if space else cut} …"


def marking(record: Record) -> Run:
    """A record's own marking, for where it stands within another's block; else empty."""
    own = getattr(record, "marking", "")
    return Run(f" [{own}]" if own else "", Style.MARKING)


def _full_title(document: Document, record: Record) -> str:
    match record:
        case Actor():
            return record.name
        case Event():
            return record.title
        case Reaction():
            return f"{actor(document, record.actor)}: {record.text}"
        case Excerpt():
            return f"“{record.exact}”"
        case Source():
            return source(document, record.id)
        case Pane():
            return pane(record)
    return str(getattr(record, "text", ""))
