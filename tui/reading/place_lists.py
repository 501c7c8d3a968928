"""The lists of places that a reader opens: what was shown, annotations, changes, the outline."""

from tui.panes.presented import Presented
from tui.reading.annotations import changes_since_read, marks_and_notes
from tui.reading.place_list import Outline, shown_so_far
from tui.reading.session import ReadingSession


def list_shown(session: ReadingSession) -> str:
    """List what was shown in the meeting, or by the presenter."""
    reader = session.reader
    if reader is None or (session.meeting is None and session.peer is None):
        return session.no_meeting()
    if session.meeting is not None:
        session.meeting.look()
        record, title = session.meeting.record, session.meeting.title
    elif session.peer is not None:
        record = session.peer.record
        title = Presented(reader.document).title

    def go(id: str) -> str:
        reader.go(reader.way_to(id))
        return ""

    session.places = shown_so_far(record, title, go)
    return ""


def list_annotations(session: ReadingSession) -> str:
    """List the reader's marks and notes."""
    if session.reader is None or session.annotations is None:
        return "no briefing is open"
    restricted = session.is_restricted
    session.places = marks_and_notes(session.reader, session.annotations, is_restricted=restricted)
    return ""


def list_changes(session: ReadingSession) -> str:
    """List what has changed since the briefing was read last."""
    if session.reader is None or session.annotations is None:
        return "no briefing is open"
    listed = changes_since_read(session.reader, session.annotations)
    if isinstance(listed, str):
        return listed
    session.places = listed
    return ""


def list_outline(session: ReadingSession) -> str:
    """List the panes, their sections and items."""
    if session.reader is None:
        return "no briefing is open"
    session.places = Outline(session.reader)
    return ""


def go_to_place(session: ReadingSession) -> str:
    """Go to where the item under the cursor of the list of places is."""
    places, session.places = session.places, None
    if session.meeting is not None:
        session.meeting.is_away = True
    return places.go() if places is not None else ""
