"""The lists in which items stand: what each is called."""

from collections.abc import Iterable, Mapping

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


def headings(document: Document) -> Mapping[str, str]:
    """By item: the heading that it stands under, and what else that is called."""
    found: dict[str, str] = {}
    for pane in document.briefing.panes:
        if isinstance(pane, BackgroundPane):
            for section in pane.sections:
                found.update(_under(section.heading, section.claims))
        elif isinstance(pane, OutlookPane):
            for field, title in OUTLOOK.items():
                found.update(_under(f"{title} {_ALSO.get(field, '')}", getattr(pane, field)))
    for judgment in document.briefing.key_judgments:
        for field, title in JUDGMENT.items():
            heading = f"{judgment.text} {title} {_ALSO.get(field, '')}"
            found.update(_under(heading, getattr(judgment, field)))
    return found


def called(document: Document, point: Point) -> str:
    """What the list of a point is called, with whose it is; `point` where it is in none."""
    for judgment in document.briefing.key_judgments:
        for field, title in JUDGMENT.items():
            if point in getattr(judgment, field):
                return f"{title} ({judgment.id})"
    for pane in document.briefing.panes:
        if isinstance(pane, OutlookPane):
            for field, title in OUTLOOK.items():
                if point in getattr(pane, field):
                    return title
    for actor in document.briefing.actors:
        if point in actor.interests:
            return f"interest of {actor.name}"
    return "point"


def _under(heading: str, items: Iterable[Item | Point]) -> Mapping[str, str]:
    return dict.fromkeys((item.id for item in items), heading.strip())
