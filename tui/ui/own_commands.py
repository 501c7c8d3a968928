"""What the keys do that are about the reader's own, and about lists of where to go.

As those of `commands`, a function returns what is to be said, or what the terminal must do.
"""

from typing import TYPE_CHECKING

from tui.ui.copying import hand_on
from tui.ui.reply import Reply

if TYPE_CHECKING:
    from tui.ui.belongings import Belongings
    from tui.ui.desk import Desk


def write_note(desk: "Desk") -> str | None:
    """A note of the reader's own on the item."""
    noting = _belongings(desk).noting()
    if isinstance(noting, str):
        return noting
    desk.mode = noting
    return None


def set_mark(desk: "Desk") -> None:
    """A mark on where one is; its letter is typed next."""
    desk.mode = _belongings(desk).marking()


def go_to_mark(desk: "Desk") -> None:
    """To a mark; its letter is typed next."""
    desk.mode = _belongings(desk).returning()


def list_own(desk: "Desk") -> None:
    """The marks and the notes of the reader's own."""
    desk.mode = _belongings(desk).listing(is_walled=desk.is_walled)


def list_changes(desk: "Desk") -> str | None:
    """What has changed since the briefing was read last."""
    listing = _belongings(desk).changes()
    if isinstance(listing, str):
        return listing
    desk.mode = listing
    return None


def copy_link(desk: "Desk") -> Reply | str | None:
    """A link to the item to the clipboard."""
    if not desk.is_from_file:
        return "this briefing was read from no file that a link could name"
    link = _belongings(desk).link(desk.root)
    return link if isinstance(link, str) else hand_on(desk, link)


def open_outline(desk: "Desk") -> None:
    """The panes, their sections and items."""
    from tui.ui.outline import Outline  # noqa: PLC0415 - the first screen has none

    if desk.reader is not None:
        desk.mode = Outline(desk.reader)


def fold_outline(desk: "Desk", direction: int) -> None:
    """Open a pane of the outline, or close it."""
    from tui.ui.outline import Outline  # noqa: PLC0415 - loaded, where there is one

    if isinstance(desk.mode, Outline):
        desk.mode.fold(direction)


def close_outline(desk: "Desk") -> None:
    """Back to where one was."""
    desk.mode = None


def go_to_listed(desk: "Desk") -> str:
    """To what is under the cursor of a list that lies over the others."""
    from tui.ui.own_modes import Listing  # noqa: PLC0415 - loaded, where there is one

    listing, desk.mode = desk.mode, None
    return listing.go() if isinstance(listing, Listing) else ""


def _belongings(desk: "Desk") -> "Belongings":
    """What is the reader's own in the briefing that is open."""
    from tui.ui.belongings import Belongings  # noqa: PLC0415 - the first screen needs none

    if desk.reader is None or desk.personal is None:
        raise LookupError("no briefing is open")
    return Belongings(desk.reader, desk.personal)
