"""One open briefing: where the reader is in it, and what they have chosen to see."""

from collections.abc import Mapping, Sequence

from tui import panes
from tui.blocks import Block
from tui.frozen import replace
from tui.model.document import Document, Policy
from tui.model.projection import project
from tui.panes.annotations import Annotations, annotated, projected
from tui.panes.header import header
from tui.places import FILTERED, Filter, Options, Place, View
from tui.reading import links
from tui.reading.history import History, Trail
from tui.reading.listing import Listing

_FILTERS = (Filter.ALL, Filter.VERIFIED, Filter.UNVERIFIED)

KEPT_LISTINGS = 64
"""Lists that are kept once they were made; more than a reader goes back and forth between."""

MARKED_BLOCKS = 2_000
"""Blocks of a source, at most, whose marks follow the excerpt under the cursor."""


EVERYTHING = Policy()
"""The policy that withholds nothing."""


class OpenBriefing:
    """A briefing, a way through it, and the reader's choices."""

    def __init__(
        self,
        document: Document,
        place: Place | None = None,
        annotations: Annotations | None = None,
        policy: Policy = EVERYTHING,
        *,
        is_restricted: bool = False,
    ) -> None:
        """Open a briefing.

        Args:
            document: The whole briefing.
            place: Where in it to begin; by default at its first pane.
            annotations: The reader's annotations on the whole briefing.
            policy: What of it may be shown.
            is_restricted: The reader can run no other command, and is told of none.
        """
        self.whole = document
        """The briefing before anything is withheld: for what is remembered, never for display."""
        self.policy = policy
        self.options = Options(notes=False, is_restricted=is_restricted)
        self.document = project(document, policy)
        """The briefing as it may be shown."""
        self.revealed = -1
        """A block of the list to bring into view that need not show an item; -1 for none."""
        self._annotations = annotations or Annotations()
        self._shown_annotations = self._visible_annotations()
        self._listings: dict[tuple[View, str, Options], Listing] = {}
        self._marked_for: dict[str, str] = {}
        """By source: the excerpt that its list marks."""
        self._headers: dict[Options, Sequence[Block]] = {}
        self._hidden: dict[tuple[Place, Options], int] = {}
        self._cursors: dict[tuple[View, str], str] = {}
        """By list: the item under the cursor when the reader was there last."""
        self._arrived: Mapping[tuple[View, str], Listing] = {}
        """The lists of the trail at which the reader arrived last."""
        first = Place(View.PANE, self.tabs[0].id)
        is_pane = place is not None and place.view is View.PANE
        self.history = History((self.shown_place(place) if place and is_pane else first,))
        self._arrive()

    @property
    def tabs(self) -> Sequence[panes.Tab]:
        """The panes."""
        return panes.tabs(self.document)

    @property
    def header(self) -> Sequence[Block]:
        """Title and marking, as of when, and what must not be overlooked."""
        options = self.options
        if options.show is not Filter.ALL:
            return header(self.document, options, self.hidden)
        if options not in self._headers:
            self._headers[options] = header(self.document, options, 0)
        return self._headers[options]

    @property
    def trail(self) -> Trail:
        """The way to the current place, from its pane on."""
        return self.history.trail

    @property
    def here(self) -> Place:
        """The current place, with the item under the cursor."""
        return self.history.here

    @property
    def listing(self) -> Listing:
        """The list at the current place."""
        return self.listing_at(self.here)

    @property
    def cursor(self) -> int:
        """The index of the block under the cursor in the current list; -1 if it has no items."""
        return self.listing.index(self.here.item)

    @property
    def hidden(self) -> int:
        """The number of items that the filter hides in the list that it applies to."""
        place = next(each for each in reversed(self.trail) if each.view in FILTERED).at("")
        known = (place, self.options)
        if known not in self._hidden:
            every = panes.blocks(self.document, place, replace(self.options, show=Filter.ALL))
            shown = self.listing_at(place).items
            self._hidden[known] = sum(bool(block.item) for block in every) - len(shown)
        return self._hidden[known]

    def listing_at(self, place: Place) -> Listing:
        """Return the list of a place."""
        key = (place.view, place.key, self.options)
        listing = self._listings.pop(key, None)
        if listing is None:
            listing = Listing(self._blocks(place, self.options))
            if place.view is View.SOURCE:
                self._marked_for[place.key] = place.item
        self._listings[key] = listing
        if len(self._listings) > KEPT_LISTINGS:
            del self._listings[next(iter(self._listings))]
        return listing

    def searched_blocks(self, place: Place) -> Sequence[Block]:
        """Return the blocks of a place with all notes in full, for words to be found in them."""
        if not (self.document.notes_on or self._shown_annotations.notes):
            return self.listing_at(place).blocks
        return self._blocks(place, replace(self.options, notes=True))

    def highlight(self, item: str) -> None:
        """Move the cursor to an item of the current list."""
        self.revealed = -1
        self.history.amend((*self.trail[:-1], self.here.at(item)))
        self._cursors[self.here.view, self.here.key] = item

    def reveal(self, block: int) -> None:
        """Bring a block into view; the cursor goes to it, or to the next item if it shows none."""
        listing = self.listing
        at = listing.next_item(block - 1)
        self.highlight(listing.item(at if at >= 0 else listing.previous_item(block)))
        self.revealed = block

    def step(self, direction: int) -> bool:
        """Move the cursor to the next (1) or previous (-1) item; return whether there is one."""
        listing, at = self.listing, self.cursor
        to = listing.next_item(at) if direction > 0 else listing.previous_item(at)
        if to >= 0:
            self.highlight(listing.item(to))
        return to >= 0

    def step_excerpt(self, direction: int) -> str:
        """In a source, go to the next or previous excerpt; return a notice if there is none."""
        at = self.listing.neighbour(self.cursor, direction, self.document.excerpt)
        if at < 0:
            return "no further excerpt"
        self.reveal(at)
        return ""

    def mark_excerpt(self) -> bool:
        """Mark the excerpt under the cursor in its source; return whether the list has changed."""
        here = self.here
        if here.view is not View.SOURCE or self._marked_for.get(here.key) == here.item:
            return False
        if len(self.listing.blocks) > MARKED_BLOCKS:
            return False
        del self._listings[here.view, here.key, self.options]
        self.listing_at(here)
        return True

    def go(self, trail: Trail) -> None:
        """Go to a place by way of the levels under it."""
        self.history.visit(trail)
        self._arrive()

    def restore(self, history: History) -> None:
        """Go back to an earlier place, with its history."""
        self.history = history
        self._arrive()

    def way_to(self, item: str) -> Trail:
        """Return the way to an item or a pane, as the options show it."""
        if any(tab.id == item for tab in self.tabs):
            return (Place(View.PANE, item),)
        item = self.document.projected_id(item)
        return links.way_to(self.document, item, self._is_listed)

    def adopt(self, document: Document) -> None:
        """Take a new version of the briefing and stay at the same item."""
        here = [self.whole_place(place) for place in self.trail]
        self.whole = document
        self._show(here, keeps_history=not self.policy.clearance)

    def annotate(self, annotations: Annotations) -> None:
        """Show other annotations of the reader's and stay at the same item."""
        self._annotations = annotations
        self._shown_annotations = self._visible_annotations()
        self._listings.clear()
        self._arrive()

    def shown_place(self, place: Place) -> Place:
        """Return where a place of the whole briefing is in what may be shown."""
        key, item = map(self.document.projected_id, (place.key, place.item))
        return Place(place.view, key, item)

    def whole_place(self, place: Place) -> Place:
        """Return where a place of what may be shown is in the whole briefing."""
        key, item = map(self.document.original_id, (place.key, place.item))
        return Place(place.view, key, item)

    def open_pane(self, key: str) -> str:
        """Open the pane with a key; return a notice if there is none."""
        found = [tab.id for tab in self.tabs if tab.key == key]
        if found:
            self.go((Place(View.PANE, found[0]),))
            return ""
        return "no problems were found" if key == "!" else f"there is no pane {key}"

    def turn_pane(self, direction: int) -> None:
        """Open the next or previous pane; past an end, the one at the other end."""
        ids = [tab.id for tab in self.tabs]
        at = ids.index(self.trail[0].key) + direction
        self.go((Place(View.PANE, ids[at % len(ids)]),))

    def open_inside(self) -> str:
        """Go into the item under the cursor, one step nearer to the source's words."""
        return self._enter(links.inside(self.document, self.here))

    def open_excerpt(self) -> str:
        """Open the excerpts of the item alone."""
        return self._enter(Place(View.WORDS, self.here.item) if self.here.item else None)

    def open_source(self) -> str:
        """Open the source at the item's first excerpt."""
        place = links.in_source(self.document, self.here.item)
        return self._enter(place, "no words of a source stand behind this")

    def open_related(self) -> str:
        """Open all that is related to the item."""
        return self._enter(Place(View.CONNECTED, self.here.item) if self.here.item else None)

    def open_overview(self, view: View) -> None:
        """Open the timeline or the matrix over the pane, at the current item if it is there."""
        here = self.here
        item = here.item if here.view in FILTERED else here.key
        self.go((self.trail[0], Place(view, self.document.briefing.id, item)))

    def leave_level(self) -> bool:
        """Go one level back; return whether there was one."""
        left = self.history.leave()
        if left:
            self._arrive()
        return left

    def travel(self, direction: int) -> bool:
        """Go back (1) or forward (-1) in the history; return whether that was possible."""
        moved = self.history.back() if direction > 0 else self.history.forward()
        if moved:
            self._arrive()
        return moved

    def turn_filter(self) -> None:
        """Show all items, then those verified, then those not verified."""
        at = _FILTERS.index(self.options.show) + 1
        self.options = replace(self.options, show=_FILTERS[at % len(_FILTERS)])
        self._arrive()

    def toggle_room(self) -> None:
        """Turn room mode on or off."""
        self._restrict(replace(self.policy, room=not self.policy.room))

    def clear_for(self, clearance: str) -> None:
        """Withhold what is marked more strictly than `clearance`; nothing if it is empty."""
        self._restrict(replace(self.policy, clearance=clearance))

    def _restrict(self, policy: Policy) -> None:
        has_clearance = bool(policy.clearance or self.policy.clearance)
        here = [self.whole_place(place) for place in self.trail]
        self.policy = policy
        self._show(here, keeps_history=not has_clearance)

    def _show(self, trail: Sequence[Place], *, keeps_history: bool) -> None:
        """Project the briefing again and go to a trail of the whole one as far as it is shown.

        Where places are called otherwise than before, the history leads nowhere and begins anew.
        """
        self.document = project(self.whole, self.policy)
        self._shown_annotations = self._visible_annotations()
        self._listings.clear()
        self._headers.clear()
        self._hidden.clear()
        if not keeps_history:
            shown = [self.shown_place(place) for place in trail]
            end = next((at for at, place in enumerate(shown) if not place.key), len(shown))
            first = Place(View.PANE, self.tabs[0].id)
            self.history = History(tuple(shown[:end]) or (first,))
        self._arrive()

    def _visible_annotations(self) -> Annotations:
        return projected(self.document, self._annotations)

    def _blocks(self, place: Place, options: Options) -> Sequence[Block]:
        blocks = panes.blocks(self.document, place, options)
        return annotated(blocks, place, options, self._shown_annotations)

    def _is_listed(self, place: Place) -> bool:
        return self.listing_at(place).index(place.item) >= 0

    def _enter(self, place: Place | None, nothing: str = "there is no item here") -> str:
        if place is None:
            return nothing
        if place.view is View.PANE:
            self.go((place,))
        elif (place.view, place.key) != (self.here.view, self.here.key):
            self.history.enter(place)
            self._arrive()
        return ""

    def _arrive(self) -> None:
        """Leave what is not shown, and put the cursor on an item of the list."""
        self.revealed = -1
        ids = [tab.id for tab in self.tabs]
        trail = self.trail
        if trail[0].key not in ids:
            trail = (Place(View.PANE, ids[0]),)
        for level, under in enumerate(trail[:-1], 1):
            if under.item and not self._is_listed(under):
                trail = trail[:level]
                break
        here, listing = trail[-1], self.listing_at(trail[-1])
        if listing.index(here.item) < 0:
            here = here.at(self._nearest_item(here, listing))
        self.history.amend((*trail[:-1], here))
        self._cursors[here.view, here.key] = here.item
        self.mark_excerpt()
        self._arrived = {(place.view, place.key): self.listing_at(place) for place in self.trail}

    def _nearest_item(self, here: Place, listing: Listing) -> str:
        """The item to stand at where the one under the cursor is not listed (any more).

        In another version of the same list it is the next item that is still there, else the
        last one before it; else the item where the reader left the list, or the first one.
        """
        before = self._arrived.get((here.view, here.key))
        at = before.index(here.item) if before is not None else -1
        if before is not None and at >= 0:
            start = before.ordinal(at)
            for index in (*before.items[start:], *reversed(before.items[:start])):
                if listing.index(before.item(index)) >= 0:
                    return before.item(index)
        left = self._cursors.get((here.view, here.key), "")
        return left if listing.index(left) >= 0 else listing.item(listing.next_item(-1))
