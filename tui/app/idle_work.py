"""What is done before it is asked for, a little at a time, while no key comes."""

from enum import Enum
from typing import TYPE_CHECKING

from tui.reading.asking import Asking
from tui.reading.search_scope import IN_PASSING, SearchScope

if TYPE_CHECKING:
    from tui.reading.session import ReadingSession


class Work(Enum):
    """What is left to do."""

    NONE = "none"
    MORE = "more"
    SHOWN = "shown"
    """Nothing, and what somebody has waited for is there to be shown."""


def work(session: "ReadingSession") -> Work:
    """Take in a little more of the briefing that is open, so that it can be asked at once."""
    if session.reader is None:
        return Work.NONE
    if session.search_scope is None or not session.search_scope.is_of(session.reader):
        session.search_scope = SearchScope(session.reader)
    if session.search_scope.is_ready:
        return Work.NONE
    if not session.search_scope.prepare(IN_PASSING):
        return Work.MORE
    mode = session.mode
    if isinstance(mode, Asking) and mode.search_scope is session.search_scope:
        mode.ask()
        return Work.SHOWN
    return Work.NONE
