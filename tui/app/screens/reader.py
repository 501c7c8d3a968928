"""The screen of a briefing: a list, the evidence beside it, and the slides of a meeting."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer

from tui.app.bindings import READER
from tui.app.geometry import SIDE_PANE_FROM, Geometry
from tui.app.header import screen_geometry
from tui.app.screens.base import BriefingScreen
from tui.app.services import Services
from tui.app.textual_bindings import bindings
from tui.app.viewport import Neighbour
from tui.app.widgets.item_list import ItemList
from tui.app.widgets.rows import PaneTabs
from tui.app.widgets.slide import Slide
from tui.places import Place, View
from tui.reading.open_briefing import OpenBriefing

FOLLOW_AFTER = 0.08
"""Seconds without a key after which the side pane follows the cursor."""

_WHOLE_WIDTH = (View.WORDS, View.MATRIX)
"""Views that have no side pane."""


class ReaderScreen(BriefingScreen):
    """An open briefing."""

    BINDINGS = bindings(READER)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._wants_side = True
        self._side_item = ""
        """The item whose evidence is in the side pane."""
        self._following: Timer | None = None

    @property
    def reader(self) -> OpenBriefing:
        """The open briefing."""
        if self.session.reader is None:
            raise LookupError("no briefing is open")
        return self.session.reader

    @property
    def geometry(self) -> Geometry:
        """How the screen is divided now."""
        view = self._under.view
        has_side = self._wants_side and not self.session.is_at_agenda and view not in _WHOLE_WIDTH
        return screen_geometry(self.session, *self.size, has_side=has_side)

    @property
    def active_list(self) -> ItemList:
        """The list that the keys move in: the slide, the evidence, or the list."""
        if self.session.is_at_agenda:
            return self.query_one(Slide)
        is_side = self._is_evidence_beside
        return self.query_one("#side" if is_side else "#list", ItemList)

    def compose_body(self) -> ComposeResult:
        """Make the list, the side pane, and the slide that covers both."""
        with Horizontal(id="panes"):
            yield ItemList(id="list", neighbour=Neighbour.FOLLOWS)
            yield ItemList(id="side", neighbour=Neighbour.STAYS, has_divider=True)
        yield Slide(id="slide")

    def update_body(self) -> None:
        """Show the current place, and the evidence for its item."""
        if self.session.reader is None:
            return
        geometry = self.geometry
        self._divide(geometry)
        words = self.session.highlighted_words
        item_list, side = self.query_one("#list", ItemList), self.query_one("#side", ItemList)
        if self.session.is_at_agenda and self.session.meeting is not None:
            slide = self.query_one(Slide)
            slide.show_slide(self.session.meeting)
            self.focus_list()
            return
        item_list.words = side.words = words
        item_list.neighbour = Neighbour.FOLLOWS if geometry.side else Neighbour.NONE
        reader, here = self.reader, self.reader.here
        item_list.is_active, side.is_active = not self._is_evidence_beside, self._is_evidence_beside
        if self._is_evidence_beside:
            self._show(item_list, reader, self._under)
            self._show(side, reader, here)
            self._side_item = here.key
            self.focus_list()
        else:
            self._show(item_list, reader, here, reader.revealed)
            self.focus_list()
            self._follow_later(at_once=self._side_item == "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys of the agenda to it while it is on the screen."""
        if action == "move" and self.session.is_at_agenda:
            return parameters in (("list.next",), ("list.previous",))
        return super().check_action(action, parameters)

    def highlighted(self, target: ItemList, item: str) -> None:
        """Take note of the cursor, and have the side pane follow it."""
        if target is not self.active_list:
            self._go_between_lists(target, item)
            return
        self.reader.highlight(item)
        self.session.settle()
        self.update_rows()
        if target.id == "list":
            self._follow_later()

    def scrolled(self, target: ItemList, lines: int) -> None:
        """Scroll the side pane along until it follows: a terminal scrolls only whole rows."""
        if target.id == "list" and self.geometry.side:
            side = self.query_one("#side", ItemList)
            side.drift = 0 if target.view.item == self._side_item else side.drift + lines
            side.redraw()

    @on(PaneTabs.Selected)
    async def tab_selected(self, event: PaneTabs.Selected) -> None:
        """Open the pane whose tab was clicked."""
        self.services.last_command = ""
        notice = self.reader.open_pane(event.key)
        if self.session.meeting is not None:
            self.session.meeting.is_away = True
        await self.done(notice)

    async def action_evidence_side(self) -> None:
        """Show or hide the side pane."""
        if self.size.width < SIDE_PANE_FROM:
            key = self.services.keys.first("evidence.open")
            notice = f"evidence stands beside the list from {SIDE_PANE_FROM} columns on"
            await self.done(f"{notice}; {key} opens it" if key else notice)
            return
        self._wants_side = not self._wants_side
        await self.done(f"evidence beside the list: {'on' if self._wants_side else 'off'}")

    async def action_find_ask(self) -> None:
        """Ask the briefing a question."""
        await self.begin_question()

    async def action_agenda_next(self) -> None:
        """Go on in the slide, or to the next one."""
        await self._turn_slide(1)

    async def action_agenda_previous(self) -> None:
        """Go back in the slide, or to the previous one."""
        await self._turn_slide(-1)

    async def action_meeting_end(self) -> None:
        """End the meeting, if the key is pressed twice."""
        is_repeated = self.services.last_command == "meeting.end"
        await self.done(self.session.end_meeting(is_repeated=is_repeated))

    async def _turn_slide(self, direction: int) -> None:
        slide, meeting = self.query_one(Slide), self.session.meeting
        if meeting is None or slide.turn_page(direction):
            return
        await self.done(meeting.turn(direction))

    @property
    def _is_evidence_beside(self) -> bool:
        """Whether the cursor is in the evidence in the side pane."""
        reader = self.session.reader
        is_evidence = reader is not None and reader.here.view is View.EVIDENCE
        return is_evidence and len(self.reader.trail) > 1 and self.geometry.side > 0

    @property
    def _under(self) -> Place:
        """The place of the list, under the evidence that may be beside it."""
        reader = self.session.reader
        if reader is None:
            return Place(View.PANE, "")
        trail = reader.trail
        is_over = trail[-1].view is View.EVIDENCE and len(trail) > 1
        return trail[-2] if is_over else trail[-1]

    def _divide(self, geometry: Geometry) -> None:
        """Give the rows and columns to the widgets."""
        self.divide(geometry)
        side = self.query_one("#side", ItemList)
        self.query_one("#list", ItemList).fit(geometry.list, geometry.body)
        side.fit(geometry.side, geometry.body)
        self.query_one(Slide).fit(geometry.width, geometry.body)
        side.set_class(not geometry.side, "-hidden")
        side.styles.width = geometry.side
        is_agenda = self.session.is_at_agenda
        self.query_one("#panes").set_class(is_agenda, "-hidden")
        self.query_one("#slide").set_class(not is_agenda, "-hidden")

    def _show(self, target: ItemList, reader: OpenBriefing, place: Place, reveal: int = -1) -> None:
        key = (reader.document.briefing.id, place.view, place.key)
        target.show(key, reader.listing_at(place), place.item, reveal)

    def _follow_later(self, *, at_once: bool = False) -> None:
        """Have the side pane follow the cursor once no key comes."""
        if self._following is not None:
            self._following.stop()
        if at_once or not self.services.patience:
            self._follow()
        elif self._side_item != self.reader.here.item or self.reader.here.view is View.SOURCE:
            self._following = self.set_timer(self.services.patience * FOLLOW_AFTER, self._follow)

    def _follow(self) -> None:
        reader = self.session.reader
        if reader is None or reader.here.view is View.EVIDENCE:
            return
        if reader.mark_excerpt():
            self._show(self.query_one("#list", ItemList), reader, reader.here)
        self._side_item = reader.here.item
        side = self.query_one("#side", ItemList)
        if not self._side_item:
            side.clear()
        elif self.geometry.side:
            self._show(side, reader, Place(View.EVIDENCE, self._side_item))

    def _go_between_lists(self, target: ItemList, item: str) -> None:
        """Go to the list that was clicked: into the evidence, or back from it."""
        reader = self.reader
        if target.id == "side":
            if self._side_item == reader.here.item:
                reader.go((*reader.trail, Place(View.EVIDENCE, self._side_item, item)))
        else:
            reader.leave_level()
            reader.highlight(item)
        self.session.settle()
        self.update()
