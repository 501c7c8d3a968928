"""What the keys of a meeting do; see `commands`."""

from typing import TYPE_CHECKING

from tui.reading import commands
from tui.reading.reply import Reply

if TYPE_CHECKING:
    from tui.reading.meeting_controller import MeetingController
    from tui.reading.session import ReadingSession


def open_meeting(session: "ReadingSession") -> str:
    """Begin a meeting, go on with one, or come back to its agenda; there, say how it stands."""
    if session.meeting is None:
        return session.meet()
    if session.meeting.is_away:
        session.meeting.return_to_agenda()
        return ""
    session.meeting.look()
    return session.meeting.sentence


def turn_agenda(session: "ReadingSession", direction: int) -> str:
    """What comes next in the agenda, or came before; first the rest of what is longer."""
    if _meeting(session).turn(direction, session.geometry):
        return ""
    return "this is the last of the agenda" if direction > 0 else "this is the first of the agenda"


def turn_agenda_part(session: "ReadingSession", direction: int) -> str:
    """The next part of the agenda, or the head of this one or of the one before."""
    if _meeting(session).turn_part(direction):
        return ""
    return "this is the last part" if direction > 0 else "this is the first part"


def do_nothing(session: "ReadingSession") -> None:
    """Clickers send keys that must lead nowhere."""


def blank_meeting(session: "ReadingSession") -> Reply:
    """Show nothing at all until a key is pressed."""
    return commands.blank(session)


def toggle_speaker_notes(session: "ReadingSession") -> str:
    """The speaker's notes on what is shown, or not."""
    meeting = _meeting(session)
    if session.reader is not None and session.reader.policy.room:
        return "no notes in room mode"
    meeting.has_notes = not meeting.has_notes
    if not meeting.has_notes:
        return "notes: off"
    return "notes: on" if meeting.is_of_note else "notes: on; there is none on this"


def toggle_question(session: "ReadingSession") -> str:
    """The clock of the item waits while a question is answered, or goes on."""
    from tui.meeting.wording import minutes, minutes_and_seconds  # noqa: PLC0415 - loaded with a meeting

    meeting = session.meeting
    if meeting is None:
        return _none(session)
    if meeting.toggle_question():
        key = session.bindings.told("meeting.question")
        return f"a question: the clock of the item waits{f', {key} goes on' if key else ''}"
    took = meeting.record.questions[-1].seconds
    left = minutes(meeting.clock.left)
    return f"{minutes_and_seconds(took)} for the question; the rest has {left}"


def list_shown(session: "ReadingSession") -> str | None:
    """What was shown in the meeting so far."""
    from tui.reading.shown_list import show_record  # noqa: PLC0415 - loaded where there is a meeting

    if session.meeting is not None:
        session.meeting.look()
        show_record(session, session.meeting.record, session.meeting.title)
    elif session.peer is not None and session.reader is not None:
        from tui.panes.presented import Presented  # noqa: PLC0415 - loaded where there is a meeting

        title = Presented(session.reader.document).title
        show_record(session, session.peer.record, title)
    else:
        return _none(session)
    return None


def end_meeting(session: "ReadingSession") -> str:
    """End the meeting; it takes the key twice."""
    if session.meeting is None:
        return _none(session)
    key = session.bindings.told("meeting.end")
    if not session.is_repeated:
        return f"{key or 'this'} once more ends the meeting"
    session.meeting.end()
    why_not = session.meeting.why_not_kept
    session.meeting = None
    printed = "it is kept" if session.is_restricted else "briefing minutes prints it"
    return f"the meeting is over; {why_not or printed}"


def _none(session: "ReadingSession") -> str:
    key = session.bindings.told("meeting.open")
    return f"there is no meeting{f'; {key} begins one' if key else ''}"


def _meeting(session: "ReadingSession") -> "MeetingController":
    """The meeting: the scopes of these commands hold nowhere else."""
    if session.meeting is None:
        raise LookupError("there is no meeting")
    return session.meeting
