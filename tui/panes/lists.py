"""The lists in which items stand: what each is called."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.model.briefing import BackgroundPane, OutlookPane
from tui.model.document import Document
from tui.model.items import Item, Point

OUTLOOK = {
    "expected": "expected",
    "opportunities": "opportunities",
    "challenges": "challenges",
    "watch": "to watch",
    "gaps": "not known",
}
"""The lists of an outlook by the names of their fields, in the order in which they are read."""

JUDGMENT = {"indicators": "would change it", "gaps": "open"}
"""Those of a judgment."""

_ALSO = {"challenges": "risks", "gaps": "gaps, unknown", "indicators": "indicators, what to watch"}
"""What such a list is called too, by those who ask for it."""


class _List(NamedTuple):
    title: str
    whose: str
    """What it belongs to beside its pane; else empty."""
    also: str
    items: Sequence[Item | Point]


def headings(document: Document) -> Mapping[str, str]:
    """By item: the heading that it stands under, and what else that is called."""
    found: dict[str, str] = {}
    for pane in document.briefing.panes:
        if isinstance(pane, BackgroundPane):
            for section in pane.sections:
                found.update(dict.fromkeys((each.id for each in section.claims), section.heading))
    texts = {judgment.id: judgment.text for judgment in document.briefing.key_judgments}
    for each in _lists(document):
        heading = f"{texts.get(each.whose, '')} {each.title} {each.also}".strip()
        found.update(dict.fromkeys((item.id for item in each.items), heading))
    return found


def called(document: Document) -> Mapping[str, str]:
    """By item of a list: what that is called, with whose it is."""
    found: dict[str, str] = {}
    for each in _lists(document):
        name = f"{each.title} ({each.whose})" if each.whose else each.title
        found.update(dict.fromkeys((item.id for item in each.items), name))
    for actor in document.briefing.actors:
        found.update(dict.fromkeys((p.id for p in actor.interests), f"interest of {actor.name}"))
    return found


def _lists(document: Document) -> Iterator[_List]:
    """The lists of the outlooks and of the judgments."""
    for pane in document.briefing.panes:
        if isinstance(pane, OutlookPane):
            for field, title in OUTLOOK.items():
                yield _List(title, "", _ALSO.get(field, ""), getattr(pane, field))
    for judgment in document.briefing.key_judgments:
        for field, title in JUDGMENT.items():
            yield _List(title, judgment.id, _ALSO.get(field, ""), getattr(judgment, field))
