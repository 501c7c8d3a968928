"""The lists of a briefing, by place: made when they are first seen, kept with their cursors."""

from collections.abc import Sequence

from tui import panes
from tui.app.typeset import typesetter
from tui.app.viewport import Viewport
from tui.blocks import Block
from tui.model.document import Document
from tui.panes.annotations import Annotations, annotated
from tui.places import Options, Place, View

KEPT_LISTS = 32
"""Lists beside the panes' that are kept: more than one goes back and forth between."""


_Kept = tuple[tuple[Options, Annotations] | None, Viewport]
"""A list and what it was made with; `None` where it is out of date."""


class Lists:
    """The lists of one document."""

    def __init__(self, document: Document, own: Annotations) -> None:
        self._document = document
        self.own = own
        """What is the reader's own, and stands in the lists."""
        self._panes: dict[str, _Kept] = {}
        self._others: dict[tuple[View, str], _Kept] = {}

    def at(self, place: Place, options: Options) -> Viewport:
        """The list of a place; with other options than before, at the item where it was."""
        if place.view is View.PANE:
            made, view = self._panes.get(place.key) or (None, None)
            if view is None or made != (options, self.own):
                view = self._make(place, options, view)
                self._panes[place.key] = ((options, self.own), view)
            return view
        made, view = self._others.pop((place.view, place.key), (None, None))
        if view is None or made != (options, self.own):
            view = self._make(place, options, view)
        self._others[place.view, place.key] = ((options, self.own), view)
        if len(self._others) > KEPT_LISTS:
            del self._others[next(iter(self._others))]
        return view

    def renew(self, place: Place, options: Options) -> None:
        """Make a list afresh, as the item that the cursor has come to wants it."""
        _, before = self._others.pop((place.view, place.key), (None, None))
        made = self._make(place, options, before)
        self._others[place.view, place.key] = ((options, self.own), made)

    def adopt(self, document: Document) -> None:
        """Take another reading of the briefing: each list is made afresh when it is next seen."""
        self._document = document
        self._panes = {key: (None, view) for key, (_, view) in self._panes.items()}
        self._others = {key: (None, view) for key, (_, view) in self._others.items()}

    def blocks(self, place: Place, options: Options) -> Sequence[Block]:
        """The blocks of a place, with what is the reader's own."""
        return annotated(panes.blocks(self._document, place, options), place, options, self.own)

    def _make(self, place: Place, options: Options, before: Viewport | None) -> Viewport:
        blocks = self.blocks(place, options)
        view = Viewport(blocks, typesetter(blocks))
        if before is not None:
            view.succeed(before)
        return view
