"""What the keys do that are about the reader's own, and about lists of where to go.

As those of `commands`, a function returns what is to be said, or what the terminal must do.
"""

from typing import TYPE_CHECKING

from tui.reading.copying import hand_on
from tui.reading.reply import Reply

if TYPE_CHECKING:
    from tui.reading.annotating import AnnotationActions
    from tui.reading.session import ReadingSession


def write_note(session: "ReadingSession") -> str | None:
    """A note of the reader's own on the item."""
    noting = _belongings(session).noting()
    if isinstance(noting, str):
        return noting
    session.mode = noting
    return None


def set_mark(session: "ReadingSession") -> None:
    """A mark on where one is; its letter is typed next."""
    session.mode = _belongings(session).marking()


def go_to_mark(session: "ReadingSession") -> None:
    """To a mark; its letter is typed next."""
    session.mode = _belongings(session).returning()


def list_own(session: "ReadingSession") -> None:
    """The marks and the notes of the reader's own."""
    session.mode = _belongings(session).listing(is_restricted=session.is_restricted)


def list_changes(session: "ReadingSession") -> str | None:
    """What has changed since the briefing was read last."""
    listing = _belongings(session).changes()
    if isinstance(listing, str):
        return listing
    session.mode = listing
    return None


def copy_link(session: "ReadingSession") -> Reply | str | None:
    """A link to the item to the clipboard."""
    if not session.is_from_file:
        return "this briefing was read from no file that a link could name"
    link = _belongings(session).link(session.root)
    return link if isinstance(link, str) else hand_on(session, link)


def open_outline(session: "ReadingSession") -> None:
    """The panes, their sections and items."""
    from tui.reading.outline import Outline  # noqa: PLC0415 - the first screen has none

    if session.reader is not None:
        session.mode = Outline(session.reader)


def fold_outline(session: "ReadingSession", direction: int) -> None:
    """Open a pane of the outline, or close it."""
    from tui.reading.outline import Outline  # noqa: PLC0415 - loaded, where there is one

    if isinstance(session.mode, Outline):
        session.mode.fold(direction)


def close_outline(session: "ReadingSession") -> None:
    """Back to where one was."""
    session.mode = None


def go_to_listed(session: "ReadingSession") -> str:
    """To what is under the cursor of a list that lies over the others."""
    from tui.reading.annotation_prompts import PlaceList  # noqa: PLC0415 - loaded, where there is one

    listing, session.mode = session.mode, None
    return listing.go() if isinstance(listing, PlaceList) else ""


def _belongings(session: "ReadingSession") -> "AnnotationActions":
    """What is the reader's own in the briefing that is open."""
    from tui.reading.annotating import AnnotationActions  # noqa: PLC0415 - the first screen needs none

    if session.reader is None or session.personal is None:
        raise LookupError("no briefing is open")
    return AnnotationActions(session.reader, session.personal)
