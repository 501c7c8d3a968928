"""What the keys of a meeting do; see `commands`."""

from typing import TYPE_CHECKING

from tui.meeting.wording import minutes, minutes_and_seconds
from tui.ui import commands
from tui.ui.meetings.shown import show_record
from tui.ui.reply import Reply

if TYPE_CHECKING:
    from tui.ui.desk import Desk
    from tui.ui.meetings.sitting import Sitting


def open_meeting(desk: "Desk") -> str:
    """Begin a meeting, go on with one, or come back to its agenda; there, say how it stands."""
    if desk.meeting is None:
        return desk.meet()
    if desk.meeting.is_away:
        desk.meeting.return_to_agenda()
        return ""
    desk.meeting.look()
    return desk.meeting.sentence


def turn_agenda(desk: "Desk", direction: int) -> str:
    """What comes next in the agenda, or came before; first the rest of what is longer."""
    if _meeting(desk).turn(direction, desk.geometry):
        return ""
    return "this is the last of the agenda" if direction > 0 else "this is the first of the agenda"


def turn_agenda_part(desk: "Desk", direction: int) -> str:
    """The next part of the agenda, or the head of this one or of the one before."""
    if _meeting(desk).turn_part(direction):
        return ""
    return "this is the last part" if direction > 0 else "this is the first part"


def do_nothing(desk: "Desk") -> None:
    """Clickers send keys that must lead nowhere."""


def blank_meeting(desk: "Desk") -> Reply:
    """Show nothing at all until a key is pressed."""
    return commands.blank(desk)


def toggle_speaker_notes(desk: "Desk") -> str:
    """The speaker's notes on what is shown, or not."""
    meeting = _meeting(desk)
    if desk.reader is not None and desk.reader.options.room:
        return "no notes in room mode"
    meeting.has_notes = not meeting.has_notes
    if not meeting.has_notes:
        return "notes: off"
    return "notes: on" if meeting.is_of_note else "notes: on; there is none on this"


def toggle_question(desk: "Desk") -> str:
    """The clock of the item waits while a question is answered, or goes on."""
    meeting = desk.meeting
    if meeting is None:
        return _none(desk)
    if meeting.toggle_question():
        key = desk.bindings.told("meeting.question")
        return f"a question: the clock of the item waits{f', {key} goes on' if key else ''}"
    took = meeting.record.questions[-1].seconds
    left = minutes(meeting.clock.left)
    return f"{minutes_and_seconds(took)} for the question; the rest has {left}"


def list_shown(desk: "Desk") -> str | None:
    """What was shown in the meeting so far."""
    if desk.meeting is not None:
        desk.meeting.look()
        show_record(desk, desk.meeting.record, desk.meeting.title)
    elif desk.companion is not None and desk.reader is not None:
        from tui.panes.presented import Presented  # noqa: PLC0415 - loaded where there is a meeting

        title = Presented(desk.reader.document, desk.reader.options).title
        show_record(desk, desk.companion.record, title)
    else:
        return _none(desk)
    return None


def end_meeting(desk: "Desk") -> str:
    """End the meeting; it takes the key twice."""
    if desk.meeting is None:
        return _none(desk)
    key = desk.bindings.told("meeting.end")
    if not desk.is_repeated:
        return f"{key or 'this'} once more ends the meeting"
    desk.meeting.end()
    why_not = desk.meeting.why_not_kept
    desk.meeting = None
    printed = "it is kept" if desk.is_walled else "briefing minutes prints it"
    return f"the meeting is over; {why_not or printed}"


def _none(desk: "Desk") -> str:
    key = desk.bindings.told("meeting.open")
    return f"there is no meeting{f'; {key} begins one' if key else ''}"


def _meeting(desk: "Desk") -> "Sitting":
    """The meeting: the scopes of these commands hold nowhere else."""
    if desk.meeting is None:
        raise LookupError("there is no meeting")
    return desk.meeting
