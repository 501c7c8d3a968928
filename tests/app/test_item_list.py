"""Lists on the screen, and items that they do not have."""

from tests.app.pilots import press, running
from tests.app.viewports import seen, viewport
from tests.reading import sessions
from tui.app.flow import LinePosition
from tui.app.widgets.item_list import ItemList
from tui.reading.listing import Listing


async def test_an_empty_list_can_be_asked_for_an_item() -> None:
    async with running(sessions.session()) as pilot:
        shown = pilot.app.screen.query_one("#list", ItemList)
        shown.show("nothing", Listing(()), "r-again")
        assert shown.view.item == ""
        await press(pilot, "j")


def test_revealing_an_item_that_is_not_in_the_list_leaves_the_view() -> None:
    view = viewport([2] * 30, [True] * 30, (80, 8))
    view.reveal(20)
    before = seen(view)
    view.reveal(view.listing.index("nobody"))
    assert (seen(view), view.item) == (before, "item-20")
    empty = viewport([], [], (80, 8))
    empty.reveal(empty.listing.index("nobody"))
    assert (empty.item, empty.top) == ("", LinePosition(0, 0))
