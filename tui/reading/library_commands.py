"""What the keys do in the list of a library.

As those of `commands`, a function returns what is to be said, or nothing.
"""

from typing import TYPE_CHECKING

from tui.diagnostics import reason
from tui.reading.navigation import go_to_result
from tui.text.clean import clean

if TYPE_CHECKING:
    from tui.reading.session import ReadingSession


def open_briefing(session: "ReadingSession") -> str:
    """The briefing under the cursor; one that is listed for what it says, at where it says it."""
    from tui.library.lazy_list import FOUND  # noqa: PLC0415 - loaded where there is a library
    from tui.reading.result_cursor import ResultCursor  # noqa: PLC0415 - likewise

    library, briefings = session.library, session.briefings
    if library is None or briefings is None or not briefings.view.item:
        return "there is no briefing here"
    item = briefings.view.item
    path = item.removeprefix(FOUND)
    if item != path:
        sought = briefings.sought
        session.course = ResultCursor(
            sought, briefings.found, lambda path: library.finds(path, sought), path
        )
        return go_to_result(session) or session.notice
    try:
        document = library.open(path)
    except OSError as error:
        return clean(f"{path}: {reason(error)}")
    session.open(document, path=path)
    return session.notice


def filter_library(session: "ReadingSession") -> None:
    """Words are typed next, and the briefings listed that have them."""
    from tui.reading.library_filter import LibraryFilter  # noqa: PLC0415 - likewise

    if session.briefings is not None:
        session.mode = LibraryFilter(session)


def show_library(session: "ReadingSession") -> None:
    """All briefings again."""
    if session.briefings is not None:
        session.briefings.seek("")


def turn_order(session: "ReadingSession", direction: int) -> None:
    """The next order of the list, or the one before."""
    if session.briefings is not None:
        session.briefings.turn_order(direction)


def ask_library(session: "ReadingSession") -> None:
    """A question to all briefings is typed next."""
    from tui.reading.asking import Asking  # noqa: PLC0415 - the first screen does not ask
    from tui.reading.library_search_scope import LibrarySearchScope  # noqa: PLC0415 - likewise

    if session.library is not None:
        session.mode = Asking(LibrarySearchScope(session.library, session.clearance))
