"""The slide of a meeting, and below it what comes next."""

from tui.app import movement
from tui.app.flow import LinePosition, Typeset
from tui.app.slide_layout import resize_slide, slide_lines, slide_typesetter
from tui.app.widgets.item_list import ItemList
from tui.reading.listing import Listing
from tui.reading.meeting_controller import MeetingController


class Slide(ItemList):
    """What a meeting sees: the current item of the agenda."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, typeset=self._typeset_slide, has_cursor=False)
        self._meeting: MeetingController | None = None
        self._shown: object = None

    def show_slide(self, meeting: MeetingController) -> None:
        """Show the current slide of a meeting; the same one stays where it was scrolled to."""
        self._meeting = meeting
        shown = (id(meeting), meeting.shown, self.area)
        if shown == self._shown:
            self.redraw()
            return
        self._shown = shown
        self.show(shown, Listing(meeting.slide))

    def turn_page(self, direction: int) -> bool:
        """Scroll a page within the slide; return whether there was more of it."""
        view = self.view
        is_end = view.flow.fits(view.top, view.flow.last(), view.height)
        if is_end if direction > 0 else view.top == LinePosition(0, 0):
            return False
        movement.page(view, direction)
        self.redraw()
        return True

    def redraw(self) -> None:
        """Show the lines in view, and what comes next."""
        if self._meeting is not None:
            self.show_lines(slide_lines(self._meeting, *self.area, self.view))

    def _resize(self) -> None:
        resize_slide(self.view, *self.area)

    def _typeset_slide(self, listing: Listing) -> Typeset:
        return slide_typesetter(listing, self.area.height)
