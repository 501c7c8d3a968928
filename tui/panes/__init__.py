"""The places of a briefing as blocks, and the tabs of its panes.

The module of a pane or view is imported when it is first shown: the first screen needs one or two.
"""

# ruff: noqa: PLC0415

from collections.abc import Callable, Iterator

from tui.blocks import Block
from tui.diagnostics import Severity
from tui.frozen import frozen
from tui.model.briefing import (
    ROLES,
    ActorsPane,
    BackgroundPane,
    OutlookPane,
    Pane,
    ReactionsPane,
)
from tui.model.document import Document
from tui.panes import names
from tui.panes.headings import nothing_called
from tui.places import Options, Place, View

SUMMARY = Pane(role="summary", id="summary", title="Summary")
SOURCES = Pane(role="sources", id="sources", title="Sources")
PROBLEMS = Pane(role="problems", id="problems", title="Problems")

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
    """The tabs: the summary, the panes of the file in its order, the sources and the problems.

    The last is left out where there are no errors or warnings.
    """
    by_id: dict[str, Tab] = {}
    for pane in _panes(document):
        key = _KEYS.get(pane.id) or (str(len(by_id) + 1) if len(by_id) < _MOST_KEYS else "")
        title = names.pane(pane)
        by_id.setdefault(pane.id, Tab(pane.id, key, title, pane.short or title))
    return tuple(by_id.values())


def blocks(document: Document, place: Place, options: Options) -> list[Block]:
    """The blocks of a place; a notice where the place does not exist."""
    shown = _blocks(document, place, options)
    if not document.policy.clearance:
        return shown
    from tui.panes import placeholders

    return placeholders.blocks(document, place, shown)


def _blocks(document: Document, place: Place, options: Options) -> list[Block]:
    if place.view is not View.PANE:
        return list(_view(place.view)(document, place, options))
    found = [pane for pane in _panes(document) if pane.id == place.key]
    if not found:
        return [nothing_called(place.key)]
    return [block for pane in found for block in _pane(document, pane, options)]


def _pane(document: Document, pane: Pane, options: Options) -> Iterator[Block]:
    """The blocks of a pane, from the module of its role."""
    match pane:
        case BackgroundPane():
            from tui.panes import background

            return background.blocks(document, pane, options)
        case ActorsPane():
            from tui.panes import actors

            return actors.blocks(document, pane, options)
        case OutlookPane():
            from tui.panes import outlook

            return outlook.blocks(document, pane, options)
        case ReactionsPane():
            from tui.panes import reactions

            return reactions.blocks(document, pane, options)
        case Pane(role="sources"):
            from tui.panes import sources

            return sources.blocks(document, pane, options)
        case Pane(role="problems"):
            from tui.panes import problems

            return problems.blocks(document, pane, options)
        case _:
            from tui.panes import summary

            return summary.blocks(document, pane, options)


def _view(view: View) -> Callable[[Document, Place, Options], Iterator[Block]]:
    """The function that makes the blocks of a view other than a pane."""
    match view:
        case View.EVIDENCE:
            from tui.panes.evidence import blocks
        case View.WORDS:
            from tui.panes.words import blocks
        case View.SOURCE:
            from tui.panes.passage import blocks
        case View.CONNECTED:
            from tui.panes.connected import blocks
        case View.TIMELINE:
            from tui.panes.timeline import blocks
        case View.MATRIX:
            from tui.panes.matrix import blocks
        case View.PANE:
            raise ValueError(view)
    return blocks


def _panes(document: Document) -> Iterator[Pane]:
    yield SUMMARY
    yield from (pane for pane in document.briefing.panes if pane.role in ROLES)
    yield SOURCES
    if any(problem.severity is not Severity.INFORMATION for problem in document.problems):
        yield PROBLEMS
