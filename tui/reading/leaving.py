"""Leaving a place, a briefing and the program; nothing is left by accident while others look on."""

from tui.reading.session import ReadingSession


def leave(session: ReadingSession) -> bool:
    """Go one level back, and out at the outermost; return whether that ends the program.

    While others look on, the notice says what leaves.
    """
    reader = session.reader
    if close_list(session):
        return False
    if reader is not None and not session.is_at_agenda and reader.leave_level():
        return False
    if session.is_held:
        session.notice = session.how_to_leave()
    elif reader is None or session.library is None:
        return True
    else:
        session.close()
    return False


def cancel(session: ReadingSession) -> str:
    """Close what covers the panes; if nothing does, return how to leave."""
    if close_list(session):
        return ""
    if session.is_held:
        return session.how_to_leave()
    leaving, quitting = map(session.key_label, ("app.leave", "app.quit"))
    one_by_one = f"{leaving} leaves, one level at a time; " if leaving else ""
    return f"{one_by_one}{quitting} {'at once' if leaving else 'leaves'}"


def close_list(session: ReadingSession) -> bool:
    """Close the question or the list of places; return whether there was one."""
    is_covered = session.asking is not None or session.places is not None
    if is_covered:
        session.leave_level()
    return is_covered
