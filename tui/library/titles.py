"""How strictly the titles of what is shown in a meeting are marked: what may be kept of it.

A title may name more than its item: who said something, or where words stand. So it is not the
item's marking that counts, but up to which marking one sees that title.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from tui.model.clearance import strictness
from tui.model.document import Document, Policy
from tui.model.projection import project
from tui.model.vocabularies import MARKINGS, rank
from tui.panes.presented import Presented

_STRICTEST = len(MARKINGS) - 1


class Titles:
    """The titles of what was shown in one meeting, while the briefing is saved anew or not."""

    def __init__(self, kept: Mapping[str, Any] | None = None) -> None:
        """`kept` is what was kept of the meeting, if it goes on."""
        self._known = dict(_known(kept)) if kept is not None else {}
        """By id: the title, and the place of its marking."""
        self._document: Document | None = None
        self._views: tuple[tuple[int, Presented | None], ...] = ()

    def markings(self, document: Document, titles: Mapping[str, str]) -> dict[str, str]:
        """By id, the marking of each title: the least clearance under which one sees it.

        Of one that stood in several versions of the briefing the strictest counts. One that is
        not known from any is marked most strictly.
        """
        is_another = document is not self._document
        if is_another:
            self._document, self._views = document, tuple(_views(document))
        for id, title in titles.items():
            known, before = self._known.get(id, ("", None))
            is_known = before is not None and known == title
            if is_another or not is_known:
                found = (self._level(id, title), before if is_known else None)
                levels = [level for level in found if level is not None]
                self._known[id] = title, max(levels, default=_STRICTEST)
        return {id: MARKINGS[self._known[id][1]] for id in titles}

    def _level(self, id: str, title: str) -> int | None:
        """The place of a title's marking in this version; `None` where it does not stand there."""
        for level, view in self._views:
            if view is None or view.title(id) == title:
                return level
        return None


def _views(document: Document) -> Iterator[tuple[int, Presented | None]]:
    """The briefing as it is seen up to each marking that is in it, the least strict first.

    Where all is marked alike there is nothing to be compared.
    """
    found = strictness(document)
    levels = sorted({found.file, *found.records.values()})
    for level in levels:
        is_one = len(levels) == 1
        policy = Policy(MARKINGS[level])
        yield level, None if is_one else Presented(project(document, policy))


def _known(kept: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, int]]]:
    """What was kept of titles; one that could not be is its id."""
    titles, markings = kept.get("titles"), kept.get("markings")
    if isinstance(titles, dict) and isinstance(markings, dict):
        for id, marking in markings.items():
            yield id, (str(titles.get(id, id)), rank(str(marking)))
