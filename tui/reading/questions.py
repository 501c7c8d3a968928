"""Asking and searching in a session: questions, their answers, and the results of a library."""

from enum import Enum

from tui.library.lazy_list import FOUND
from tui.reading.asking import Asking
from tui.reading.library_search_scope import LibrarySearchScope
from tui.reading.open_briefing import OpenBriefing
from tui.reading.result_cursor import ResultCursor
from tui.reading.search_scope import AT_ONCE, BATCH, SearchScope
from tui.reading.session import ReadingSession, unreadable


class IndexingState(Enum):
    """What background work has left to do."""

    DONE = "done"
    MORE = "more"
    ANSWERED = "answered"
    """Nothing; a question that waited for it has its answer."""


def open_chosen(session: ReadingSession) -> str:
    """Open the briefing under the cursor of the library's list."""
    library, briefings = session.library, session.briefings
    if library is None or briefings is None or not briefings.item:
        return "there is no briefing here"
    path = briefings.item.removeprefix(FOUND)
    if path == briefings.item:
        return session.open_from_library(path)
    sought = briefings.sought
    found = briefings.listing.briefings.found
    session.results = ResultCursor(sought, found, lambda path: library.finds(path, sought), path)
    return go_to_result(session)


def go_to_result(session: ReadingSession) -> str:
    """Go to the current result, in its briefing."""
    results = session.results
    if results is None:
        return ""
    if session.library is not None and (session.reader is None or session.path != results.path):
        failed = session.open_from_library(results.path)
        if session.path != results.path:
            return failed
        session.results = results
    return session.go_to_item(results.item)


def step_result(session: ReadingSession, direction: int) -> str:
    """Go to the next (1) or previous (-1) match, or result of a question."""
    if session.results is not None and not (session.finder and session.finder.is_active):
        session.results.step(direction, stays=session.is_held)
        return go_to_result(session)
    return session.finder.step(direction) if session.finder else ""


def ask(session: ReadingSession) -> None:
    """Begin a question: to the open briefing, or to all briefings of the library."""
    if session.reader is not None:
        scope = _scope(session, session.reader)
        if not scope.is_ready:
            scope.prepare(AT_ONCE)
        session.asking = Asking(scope)
    elif session.library is not None:
        session.asking = Asking(LibrarySearchScope(session.library, session.clearance))


def go_to_answer(session: ReadingSession) -> str:
    """Go to where the chosen answer stands, in its briefing."""
    asking, entry = session.asking, session.asking.entry if session.asking else None
    if asking is None or entry is None:
        return "there is no item here"
    if session.reader is None:
        try:
            document = asking.scope.open(entry)
        except OSError as error:
            return unreadable(entry.briefing, error)
        session.open(document, path=entry.briefing)
    session.asking, session.results = None, asking.results()
    if session.finder is not None:
        session.finder.stop()
    if session.meeting is not None:
        session.meeting.is_away = True
    return session.go_to_item(entry.id)


def work(session: ReadingSession, batch: int = 0) -> IndexingState:
    """Do a little background work: index the open briefing so that it can be asked at once."""
    if session.reader is None:
        return IndexingState.DONE
    scope = _scope(session, session.reader)
    if scope.is_ready:
        return IndexingState.DONE
    if not scope.prepare(batch or BATCH):
        return IndexingState.MORE
    if session.asking is not None and session.asking.scope is scope:
        session.asking.ask(session.asking.question)
        return IndexingState.ANSWERED
    return IndexingState.DONE


def _scope(session: ReadingSession, reader: OpenBriefing) -> SearchScope:
    """The search scope of the open briefing, made anew if the briefing has changed."""
    if session.scope is None or not session.scope.is_of(reader):
        session.scope = SearchScope(reader)
    return session.scope
