"""The lists of a briefing, by place: made when they are first seen, kept with their cursors."""

from tui import panes
from tui.model.document import Document
from tui.places import Options, Place, View
from tui.ui.typeset import typesetter
from tui.ui.viewport import Viewport

KEPT_LISTS = 32
"""Lists beside the panes' that are kept: more than one goes back and forth between."""


class Lists:
    """The lists of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._panes: dict[str, tuple[Options, Viewport]] = {}
        self._others: dict[tuple[View, str], tuple[Options, Viewport]] = {}

    def at(self, place: Place, options: Options) -> Viewport:
        """The list of a place; with other options than before, at the item where it was."""
        if place.view is View.PANE:
            made, view = self._panes.get(place.key) or (None, None)
            if view is None or made != options:
                view = self._make(place, options, view)
                self._panes[place.key] = (options, view)
            return view
        made, view = self._others.pop((place.view, place.key), (None, None))
        if view is None or made != options:
            view = self._make(place, options, view)
        self._others[place.view, place.key] = (options, view)
        if len(self._others) > KEPT_LISTS:
            del self._others[next(iter(self._others))]
        return view

    def renew(self, place: Place, options: Options) -> None:
        """Make a list afresh, as the item that the cursor has come to wants it."""
        _, before = self._others.pop((place.view, place.key), (None, None))
        self._others[place.view, place.key] = (options, self._make(place, options, before))

    def _make(self, place: Place, options: Options, before: Viewport | None) -> Viewport:
        blocks = panes.blocks(self._document, place, options)
        view = Viewport(blocks, typesetter(blocks))
        if before is not None:
            view.succeed(before)
        return view
