"""A briefing that is being read: where one is in it, and the lists that are seen there."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui import panes
from tui.app.geometry import Geometry, text_width
from tui.app.viewport import Neighbour, Viewport
from tui.blocks import Block
from tui.frozen import replace
from tui.model.document import Document, Policy
from tui.model.projection import project
from tui.panes.annotations import Annotations, projected
from tui.panes.header import header
from tui.places import FILTERED, Filter, Options, Place, View
from tui.reading import links, movement
from tui.reading.history import History, Trail
from tui.reading.lists import Lists

_FILTERS = (Filter.ALL, Filter.VERIFIED, Filter.UNVERIFIED)

_EVERYTHING = Policy()

FOLLOWED_BLOCKS = 2_000
"""A source of more blocks is not marked afresh for every excerpt that the cursor comes to."""


class Shown(NamedTuple):
    """The lists on the screen."""

    list: Viewport
    beside: Viewport | None = None
    is_beside: bool = False
    """The cursor is in the list beside."""
    drift: int = 0
    """Lines by which the list beside has gone up with the list, or down where it is negative."""

    @property
    def active(self) -> Viewport:
        """The list with the cursor."""
        return self.beside if self.beside and self.is_beside else self.list


class OpenBriefing:
    """One briefing, a way through it, and what the reader has chosen to see."""

    def __init__(
        self,
        document: Document,
        geometry: Geometry,
        place: Place | None = None,
        own: Annotations | None = None,
        policy: Policy = _EVERYTHING,
        *,
        is_restricted: bool = False,
    ) -> None:
        """`place` and `own` are those of the whole briefing; for the rest see `Options`."""
        self.whole = document
        """The briefing as it was loaded; it is for what is remembered, and never shown."""
        self.policy = policy
        """What of it may be shown."""
        self.document = project(document, policy)
        """The part of it that may be shown."""
        self.options = Options(notes=False, is_restricted=is_restricted)
        self.wants_beside = True
        self.geometry = geometry
        """The size of the screen; whoever resizes it says so here."""
        self._own = own or Annotations()
        self._lists = Lists(self.document, projected(self.document, self._own))
        self._followed = ""
        self._drift = 0
        self._headers: dict[tuple[Place, Options], Sequence[Block]] = {}
        self._hidden: dict[tuple[Place, Options], int] = {}
        first = Place(View.PANE, self.tabs[0].id)
        is_pane = place is not None and place.view is View.PANE
        self.navigation = History((self.shown_as(place) if place and is_pane else first,))
        self._arrive()

    @property
    def tabs(self) -> Sequence[panes.Tab]:
        """The panes that there are."""
        return panes.tabs(self.document)

    @property
    def header(self) -> Sequence[Block]:
        """What the briefing is, as of when, and what must not be overlooked."""
        known = (self._filtered, self.options)
        if known not in self._headers:
            hidden = 0 if self.options.show is Filter.ALL else self.hidden
            self._headers[known] = header(self.document, self.options, hidden)
        return self._headers[known]

    @property
    def trail(self) -> Trail:
        """The way to what is on the screen, from a pane on."""
        return self.navigation.trail

    @property
    def here(self) -> Place:
        """What is on the screen, with the item under the cursor."""
        return self.navigation.here

    @property
    def shown(self) -> Shown:
        """The lists on the screen, at their sizes."""
        width, beside = self.geometry.list, self.geometry.beside
        if not beside:
            return Shown(self.list(self.here, width))
        if self.here.view is View.EVIDENCE and len(self.trail) > 1:
            under = self.list(self.trail[-2], width)
            return Shown(under, self.list(self.here, beside), is_beside=True)
        listed = self.list(self.here, width)
        if not self._followed:
            return Shown(listed)
        followed = self.list(Place(View.EVIDENCE, self._followed), beside)
        return Shown(listed, followed, drift=self._drift)

    @property
    def has_beside(self) -> bool:
        """Evidence is to stand beside the list, where the screen has room for it."""
        here = self.here.view
        over = self.trail[-2].view if here is View.EVIDENCE and len(self.trail) > 1 else here
        return self.wants_beside and over not in (View.WORDS, View.MATRIX)

    @property
    def is_behind(self) -> bool:
        """What follows the cursor, such as the evidence beside the list, is not there yet."""
        if self.here.view is View.EVIDENCE or self._followed == self.here.item:
            return False
        return self.geometry.beside > 0 or self.here.view is View.SOURCE

    @property
    def hidden(self) -> int:
        """How many items the filter hides in the list that it works on."""
        place = self._filtered
        known = (place, self.options)
        if known not in self._hidden:
            every = panes.blocks(self.document, place, replace(self.options, show=Filter.ALL))
            shown = self._lists.at(place, self.options).items
            self._hidden[known] = sum(bool(block.item) for block in every) - len(shown)
        return self._hidden[known]

    def searched(self, place: Place) -> Sequence[Block]:
        """The blocks of a place's list, with the notes in full that the list only counts."""
        if not (self.document.notes_on or self._lists.own.notes):
            return self.list(place).blocks
        return self._lists.blocks(place, replace(self.options, notes=True))

    def list(self, place: Place, width: int = 0) -> Viewport:
        """The list of a place, at that width, or at the whole screen's."""
        view = self._lists.at(place, self.options)
        width = width or self.geometry.width
        beside = Neighbour.STAYS if place.view is View.EVIDENCE else Neighbour.FOLLOWS
        view.neighbour = beside if self.geometry.beside else Neighbour.NONE
        view.resize(text_width(width), max(self.geometry.body, 1))
        return view

    def move(self, movement: Callable[[Viewport], object]) -> None:
        """Move the cursor in the list that has it.

        Evidence beside the list goes with its item until that of the next one stands there: so
        a terminal can scroll, and none stands beside an item that it does not belong to.
        """
        shown = self.shown
        top, most = shown.list.top, shown.list.height - shown.list.overlap
        movement(shown.active)
        self.settle()
        if self.here.item == self._followed:
            self._drift = 0
        elif shown.list.blocks and not shown.is_beside:
            self._drift += shown.list.flow.distance(top, shown.list.top, most) or 0

    def move_excerpt(self, direction: int) -> str:
        """In a source, to the next excerpt (1) or the one before (-1)."""
        view = self.shown.active
        at = movement.following(view, direction, self.document.excerpt)
        if at < 0:
            return "no further excerpt"
        self.move(lambda view: view.reveal(at))
        return ""

    def settle(self) -> None:
        """Take note of where the cursor has come to."""
        here = self.here.at(self.shown.active.item)
        self.navigation.amend((*self.trail[:-1], here))

    def follow(self) -> None:
        """Bring what follows the cursor to where it is."""
        if self.here.view is View.EVIDENCE or self._followed == self.here.item:
            return
        self._followed, self._drift = self.here.item, 0
        shown = self.shown.list
        if self.here.view is View.SOURCE and len(shown.blocks) <= FOLLOWED_BLOCKS:
            self._lists.renew(self.here, self.options)

    def go(self, trail: Trail) -> None:
        """Go to a place, by way of the levels under it."""
        self.navigation.visit(trail)
        self._arrive()

    def way_to(self, item: str) -> Trail:
        """The trail that leads to an item, or to a pane by its id."""
        item = self.document.projected_id(item)
        if any(tab.id == item for tab in self.tabs):
            return (Place(View.PANE, item),)
        return links.way_to(self.document, item, lambda place: self.list(place).has(place.item))

    def restore(self, navigation: History) -> None:
        """Go to where one was, with the history of that time."""
        self.navigation = navigation
        self._arrive()

    def adopt(self, document: Document) -> None:
        """Take another reading of the briefing, and stay at the same item."""
        if self.policy.clearance:
            here = [self.meant_by(place) for place in self.trail]
            self.whole = document
            self._show_as_cleared(here)
            return
        self.whole = document
        self._project()
        self._arrive()

    def take(self, own: Annotations) -> None:
        """Show what is the reader's own in the lists, and stay at the same item."""
        self._own = own
        self._lists.own = projected(self.document, self._own)
        self._arrive()

    def shown_as(self, place: Place) -> Place:
        """Where a place of the whole briefing is in what may be seen."""
        document = self.document
        key, item = document.projected_id(place.key), document.projected_id(place.item)
        return Place(place.view, key, item)

    def meant_by(self, place: Place) -> Place:
        """Where a place of what may be seen is in the whole briefing."""
        document = self.document
        key, item = document.original_id(place.key), document.original_id(place.item)
        return Place(place.view, key, item)

    def open_pane(self, pressed: str) -> str:
        """The pane with that key; says if there is none."""
        found = [tab.id for tab in self.tabs if tab.key == pressed]
        if found:
            self.go((Place(View.PANE, found[0]),))
            return ""
        return "no problems were found" if pressed == "!" else f"there is no pane {pressed}"

    def turn_pane(self, direction: int) -> None:
        """The next pane, or the one before; past an end it goes round."""
        ids = [tab.id for tab in self.tabs]
        at = ids.index(self.trail[0].key) + direction
        self.go((Place(View.PANE, ids[at % len(ids)]),))

    def open_inside(self) -> str:
        """Where the item under the cursor leads, nearer to the words."""
        return self._enter(links.inside(self.document, self.here))

    def open_words(self) -> str:
        """The words that the item rests on, large and alone."""
        return self._enter(Place(View.WORDS, self.here.item) if self.here.item else None)

    def open_source(self) -> str:
        """The words that the item rests on, in their source."""
        place = links.in_source(self.document, self.here.item)
        return self._enter(place, "no words of a source stand behind this")

    def open_connected(self) -> str:
        """All that is connected with the item."""
        return self._enter(Place(View.CONNECTED, self.here.item) if self.here.item else None)

    def open_over(self, view: View) -> None:
        """A view of the whole briefing, at the item that one comes from if it is there.

        It lies over the pane, whatever else did: `travel` goes back to that.
        """
        here = self.here
        item = here.item if here.view in FILTERED else here.key
        self.go((self.trail[0], Place(view, self.document.briefing.id, item)))

    def leave_level(self) -> bool:
        """One level back; whether there was one."""
        left = self.navigation.leave()
        if left:
            self._arrive()
        return left

    def travel(self, direction: int) -> bool:
        """Back through the places where one has been (1), or forward again (-1)."""
        moved = self.navigation.back() if direction > 0 else self.navigation.forward()
        if moved:
            self._arrive()
        return moved

    def turn_filter(self) -> None:
        """All items; only those that are verified; only those that are not."""
        at = _FILTERS.index(self.options.show) + 1
        self._choose(replace(self.options, show=_FILTERS[at % len(_FILTERS)]))

    def toggle_room(self) -> None:
        """Safe to project, or not."""
        self._restrict(replace(self.policy, room=not self.policy.room))

    def clear_for(self, clearance: str) -> None:
        """Withhold what is above a marking; nothing where it is empty."""
        self._restrict(replace(self.policy, clearance=clearance))

    @property
    def _filtered(self) -> Place:
        """The nearest list under the cursor that the filter works on, without a cursor in it."""
        return next(place for place in reversed(self.trail) if place.view in FILTERED).at("")

    def _enter(self, place: Place | None, nothing: str = "there is no item here") -> str:
        if place is None:
            return nothing
        if place.view is View.PANE:
            self.go((place,))
        elif (place.view, place.key) != (self.here.view, self.here.key):
            self.navigation.enter(place)
            self._arrive()
        return ""

    def _restrict(self, policy: Policy) -> None:
        """Show another part of the briefing; another clearance forgets the history."""
        has_clearance = bool(policy.clearance or self.policy.clearance)
        here = [self.meant_by(place) for place in self.trail]
        self.policy = policy
        if has_clearance:
            self._show_as_cleared(here)
        else:
            self._project()
            self._arrive()

    def _show_as_cleared(self, trail: Sequence[Place]) -> None:
        """Go to a trail of the whole briefing, as far as it may be seen."""
        self._project()
        shown = [self.shown_as(place) for place in trail]
        gone = next((at for at, place in enumerate(shown) if not place.key), len(shown))
        first = Place(View.PANE, self.tabs[0].id)
        self.navigation = History(tuple(shown[:gone]) or (first,))
        self._arrive()

    def _project(self) -> None:
        """Show what the policy lets one show."""
        self.document = project(self.whole, self.policy)
        self._lists.adopt(self.document)
        self._lists.own = projected(self.document, self._own)
        self._headers.clear()
        self._hidden.clear()
        self._followed, self._drift = "", 0

    def _choose(self, options: Options) -> None:
        self.options = options
        self._arrive()

    def _arrive(self) -> None:
        """Put the cursors where the trail says, as far as that may be seen."""
        self._cut()
        shown = self.shown
        seen = [(self.here, shown.active)]
        if shown.is_beside:
            seen.append((self.trail[-2], shown.list))
        for place, view in seen:
            if place.item and view.item != place.item:
                view.go(place.item)
        self.settle()
        self.follow()

    def _cut(self) -> None:
        """Leave what the options hide: a pane that is gone, an item that one had gone into."""
        trail = self.trail
        ids = [tab.id for tab in self.tabs]
        if trail[0].key not in ids:
            self.navigation.amend((Place(View.PANE, ids[0]),))
            return
        for level, under in enumerate(trail[:-1], 1):
            if under.item and not self._lists.at(under, self.options).has(under.item):
                self.navigation.amend(trail[:level])
                return
