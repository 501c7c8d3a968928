"""Where the keys lead from an item: what is seen when one goes into it."""

from collections.abc import Callable

from tui.model.document import Document
from tui.model.items import Note
from tui.model.sources import Excerpt
from tui.panes import SOURCES
from tui.panes.dependents import excerpts_behind
from tui.places import SENTENCE, Place, View


def inside(document: Document, here: Place) -> Place | None:
    """Where `enter` leads from the item under the cursor: nearer to the words each time.

    From an item to its evidence, from evidence or words to their place in the source, from a
    source that is shown in full to its text; with nothing nearer, to all that is connected.
    """
    item = here.item
    kind = document.kinds.get(item, "")
    if here.view is View.EVIDENCE and item == here.key and kind != "excerpt":
        return _concerned(document, item) or Place(View.CONNECTED, item)
    if kind == "source" and here.view is View.PANE:
        return in_source(document, item)
    if kind == "pane":
        return Place(View.PANE, item)
    if kind == "excerpt" and here.view in (View.EVIDENCE, View.WORDS):
        return in_source(document, item)
    return Place(View.EVIDENCE, item) if item else None


def in_source(document: Document, item: str) -> Place | None:
    """The first words that an item rests on, in their source; `None` if it rests on none."""
    if document.source(item) is not None:
        return Place(View.SOURCE, item)
    if item.startswith(SENTENCE):
        return Place(View.SOURCE, item.removeprefix(SENTENCE).partition(":")[0], item)
    found: list[Excerpt] = excerpts_behind(document, item)
    return Place(View.SOURCE, found[0].source, found[0].id) if found else None


def way_to(document: Document, item: str, is_listed: Callable[[Place], bool]) -> tuple[Place, ...]:
    """The way to where an item stands: its pane, or its evidence over that where no list has it.

    `is_listed` says whether the list of a place has the item of that place.
    """
    record = document.items.get(item)
    if isinstance(record, Note) and record.on:
        return way_to(document, record.on[0], is_listed)
    place = Place(View.PANE, document.homes.get(item, SOURCES.id), item)
    if is_listed(place):
        return (place,)
    excerpt = document.excerpt(item)
    return (place.at(excerpt.source if excerpt else ""), Place(View.EVIDENCE, item))


def _concerned(document: Document, item: str) -> Place | None:
    """What a problem concerns: an excerpt as it is checked, any other item in its pane."""
    from tui.panes import problems  # noqa: PLC0415 - a clean briefing has none

    problem = problems.find(document, item)
    if problem is None or problem.item not in document.homes:
        return None
    if document.excerpt(problem.item) is not None:
        return Place(View.EVIDENCE, problem.item)
    return Place(View.PANE, document.homes[problem.item], problem.item)
