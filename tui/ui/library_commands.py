"""What the keys do in the list of a library.

As those of `commands`, a function returns what is to be said, or nothing.
"""

from typing import TYPE_CHECKING

from tui.library.listed import FOUND
from tui.text.clean import clean
from tui.ui import course
from tui.ui.filtering import Filtering

if TYPE_CHECKING:
    from tui.ui.desk import Desk


def open_briefing(desk: "Desk") -> str:
    """The briefing under the cursor; one that is listed for what it says, at where it says it."""
    library, briefings = desk.library, desk.briefings
    if library is None or briefings is None or not briefings.view.item:
        return "there is no briefing here"
    item = briefings.view.item
    path = item.removeprefix(FOUND)
    if item != path:
        sought = briefings.sought
        desk.course = course.Course(
            sought, briefings.found, lambda path: library.finds(path, sought), path
        )
        return course.go(desk) or desk.notice
    try:
        document = library.open(path)
    except OSError as error:
        return clean(f"{path}: {error.strerror or error}")
    desk.open(document, path=path)
    return desk.notice


def filter_library(desk: "Desk") -> None:
    """Words are typed next, and the briefings listed that have them."""
    if desk.briefings is not None:
        desk.mode = Filtering(desk)


def show_library(desk: "Desk") -> None:
    """All briefings again."""
    if desk.briefings is not None:
        desk.briefings.seek("")


def turn_order(desk: "Desk", direction: int) -> None:
    """The next order of the list, or the one before."""
    if desk.briefings is not None:
        desk.briefings.turn_order(direction)


def ask_library(desk: "Desk") -> None:
    """A question to all briefings is typed next."""
    from tui.ui.asking import Asking  # noqa: PLC0415 - the first screen does not ask
    from tui.ui.library_corpus import LibraryCorpus  # noqa: PLC0415 - likewise

    if desk.library is not None:
        desk.mode = Asking(LibraryCorpus(desk.library, desk.clearance))
