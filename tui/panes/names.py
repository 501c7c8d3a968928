"""Names for actors, sources, items, panes and the lists that items belong to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.blocks import Run, Style
from tui.model.briefing import BackgroundPane, OutlookPane, Pane
from tui.model.document import Document
from tui.model.fields import Record
from tui.model.items import Actor, Event, Item, Point, Reaction
from tui.model.sources import Excerpt, Source

TITLE_LENGTH = 72
"""Characters of a heading or list line that fit on a terminal of 80 columns."""

OUTLOOK_LISTS = {
    "expected": "expected",
    "opportunities": "opportunities",
    "challenges": "challenges",
    "watch": "to watch",
    "gaps": "not known",
}
"""The lists of an outlook by field name, in reading order."""

JUDGMENT_LISTS = {"indicators": "would change it", "gaps": "open"}
"""The lists of a judgment by field name."""

_SYNONYMS = {
    "challenges": "risks",
    "gaps": "gaps, unknown",
    "indicators": "indicators, what to watch",
}
"""Other words for a list that a question may use, by field name."""


class _ItemList(NamedTuple):
    title: str
    owner: str
    """The id of the judgment that the list belongs to; empty for a list of a pane."""
    synonyms: str
    items: Sequence[Item | Point]


def actor(document: Document, id: str) -> str:
    """The name of an actor; the id itself for an unknown actor."""
    found = document.items.get(id)
    return found.name or id if isinstance(found, Actor) else id


def source(document: Document, id: str) -> str:
    """The name of a source as used in a sentence."""
    found = document.source(id)
    if found is None:
        return f"an unknown source, “{id}”" if id else "an unknown source"
    return found.short or found.title or f"the source “{id}”"


def pane(shown: Pane) -> str:
    """The title of a pane; the default of its role if it has none."""
    return shown.title or type(shown).default_title or shown.id or shown.role


def title(document: Document, id: str) -> str:
    """The title of an item in one line; the id itself for an unknown item."""
    found = document.items.get(id)
    return id if found is None else shorten(_full_title(document, found)) or id


def kind(document: Document, id: str) -> str:
    """The kind of an item in one word; empty for an unknown item."""
    return document.kinds.get(id, "")


def shorten(text: str) -> str:
    """The text in one line, cut between words at `TITLE_LENGTH`."""
    line = " ".join(text.split())
    if len(line) <= TITLE_LENGTH:
        return line
    cut = line[:TITLE_LENGTH]
    head, space, _ = cut.rpartition(" ")
    return f"{head if space else cut} …"


def marking(record: Record) -> Run:
    """A record's own marking in brackets, for another item's block; empty without one."""
    own = getattr(record, "marking", "")
    return Run(f" [{own}]" if own else "", Style.MARKING)


def count(number: int, noun: str) -> str:
    """A number with its noun in the singular or plural: `1 source`, `2 sources`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def section_headings(document: Document) -> dict[str, str]:
    """The section heading of each claim, by claim id."""
    return {
        claim.id: section.heading
        for pane in document.briefing.panes
        if isinstance(pane, BackgroundPane)
        for section in pane.sections
        for claim in section.claims
    }


def list_headings(document: Document) -> Mapping[str, str]:
    """The headings under which items can be searched for, with their synonyms, by item id."""
    found = section_headings(document)
    texts = {judgment.id: judgment.text for judgment in document.briefing.key_judgments}
    for each in _lists(document):
        heading = f"{texts.get(each.owner, '')} {each.title} {each.synonyms}".strip()
        found.update(dict.fromkeys((item.id for item in each.items), heading))
    return found


def list_names(document: Document) -> Mapping[str, str]:
    """The name of the list that an item belongs to, with its owner, by item id."""
    found: dict[str, str] = {}
    for each in _lists(document):
        name = f"{each.title} ({each.owner})" if each.owner else each.title
        found.update(dict.fromkeys((item.id for item in each.items), name))
    for actor in document.briefing.actors:
        found.update(dict.fromkeys((p.id for p in actor.interests), f"interest of {actor.name}"))
    return found


def _lists(document: Document) -> Iterator[_ItemList]:
    for pane in document.briefing.panes:
        if isinstance(pane, OutlookPane):
            for field, title in OUTLOOK_LISTS.items():
                yield _ItemList(title, "", _SYNONYMS.get(field, ""), getattr(pane, field))
    for judgment in document.briefing.key_judgments:
        for field, title in JUDGMENT_LISTS.items():
            synonyms = _SYNONYMS.get(field, "")
            yield _ItemList(title, judgment.id, synonyms, getattr(judgment, field))


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
