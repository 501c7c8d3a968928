"""Going to a find or back through the history, where that may open another briefing."""

from typing import TYPE_CHECKING

from tui.diagnostics import reason
from tui.reading.briefing_history import Stay
from tui.text.clean import clean

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.model.document import Document
    from tui.reading.session import ReadingSession


def go_to_result(session: "ReadingSession") -> str:
    """Go to the find at the cursor; says if it cannot be read or has gone."""
    cursor = session.course
    if cursor is None:
        return ""
    if session.library is not None and (session.reader is None or session.opened != cursor.path):
        document = _document(session.library, cursor.path)
        if isinstance(document, str):
            return document
        session.keep()
        session.open(document, path=cursor.path)
        session.course = cursor
    reader = session.reader
    if reader is None or cursor.item not in reader.document.items:
        if reader is not None and cursor.item in reader.whole.items:
            return "it is not shown here"
        return "it has been changed, and no longer says this"
    reader.go(reader.way_to(cursor.item))
    return ""


def step_result(session: "ReadingSession", direction: int) -> str:
    """Go to the next find (1) or the one before (-1).

    In a room or a meeting those are the finds in the open briefing.
    """
    if session.course is None or session.reader is None:
        return ""
    session.course.step(direction, stays=session.is_held)
    return go_to_result(session)


def turn_briefing(session: "ReadingSession", direction: int) -> str:
    """Go back to the briefing before (1), or forward again (-1); says if there is none."""
    stay = session.briefing_history.peek(direction)
    if session.reader is None or session.library is None or stay is None:
        return "this is where you began" if direction > 0 else "nothing lies ahead"
    document = _document(session.library, stay.path)
    if isinstance(document, str):
        return document
    here = Stay(session.opened, session.reader.navigation)
    turned = session.briefing_history.turned(direction, here)
    session.keep()
    session.open(document, path=stay.path)
    session.briefing_history = turned
    session.reader.restore(stay.navigation)
    return session.notice


def _document(library: "Library", path: str) -> "Document | str":
    """The briefing at a path, or why it cannot be read."""
    try:
        return library.open(path)
    except OSError as error:
        return clean(f"{path}: {reason(error)}")
