"""The places of a briefing as blocks, and the tabs of its panes."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from tui.blocks import Block
from tui.diagnostics import Severity
from tui.frozen import frozen
from tui.model.briefing import Pane
from tui.model.document import Document
from tui.panes import names
from tui.panes.headings import nothing_called
from tui.places import Options, Place, View

SUMMARY = Pane(role="summary", id="summary", title="Summary")
SOURCES = Pane(role="sources", id="sources", title="Sources")
PROBLEMS = Pane(role="problems", id="problems", title="Problems")

PANES: Mapping[str, str] = {
    "summary": "tui.panes.summary",
    "background": "tui.panes.background",
    "issue": "tui.panes.background",
    "actors": "tui.panes.actors",
    "outlook": "tui.panes.outlook",
    "reactions": "tui.panes.reactions",
    "sources": "tui.panes.sources",
    "problems": "tui.panes.problems",
}
"""By role: the module of a pane of that role, with a function `blocks(document, pane, options)`."""

VIEWS: Mapping[View, str] = {
    View.EVIDENCE: "tui.panes.evidence",
    View.WORDS: "tui.panes.words",
    View.SOURCE: "tui.panes.passage",
    View.CONNECTED: "tui.panes.connected",
    View.TIMELINE: "tui.panes.timeline",
    View.MATRIX: "tui.panes.matrix",
}
"""The modules of the other views, each with a function `blocks(document, place, options)`.

A module is loaded when its view is first shown: the first screen needs one or two.
"""

_KEYS = {SOURCES.id: "0", PROBLEMS.id: "!"}
_MOST_KEYS = 9


@frozen
class Tab:
    """A pane in the tab line."""

    id: str
    key: str
    """`1` to `9`, `0`, `!`; empty for a pane beyond the ninth, which has none."""
    title: str
    short: str


def tabs(document: Document) -> tuple[Tab, ...]:
    """The summary, the panes of the file in its order, the sources, and problems if there are.

    Problems that are only for information do not count.
    """
    made: dict[str, Tab] = {}
    for pane in _panes(document):
        key = _KEYS.get(pane.id) or (str(len(made) + 1) if len(made) < _MOST_KEYS else "")
        title = names.pane(pane)
        made.setdefault(pane.id, Tab(pane.id, key, title, pane.short or title))
    return tuple(made.values())


def blocks(document: Document, place: Place, options: Options) -> list[Block]:
    """The blocks of a place; a notice where it leads nowhere."""
    made = _blocks(document, place, options)
    if not document.policy.clearance:
        return made
    from tui.panes import placeholders  # noqa: PLC0415 - only under a clearance

    return placeholders.blocks(document, place, made)


def _blocks(document: Document, place: Place, options: Options) -> list[Block]:
    if place.view is not View.PANE:
        return list(import_module(VIEWS[place.view]).blocks(document, place, options))
    found = [pane for pane in _panes(document) if pane.id == place.key]
    made = [block for pane in found for block in _pane(document, pane, options)]
    return made if found else [nothing_called(place.key)]


def _pane(document: Document, pane: Pane, options: Options) -> Iterator[Block]:
    made: Iterator[Block] = import_module(PANES[pane.role]).blocks(document, pane, options)
    return made


def _panes(document: Document) -> Iterator[Pane]:
    yield SUMMARY
    yield from (pane for pane in document.briefing.panes if pane.role in PANES)
    yield SOURCES
    clean = all(found.severity is Severity.INFORMATION for found in document.problems)
    if not clean:
        yield PROBLEMS
