"""The commands that need no screen: by id, functions that the app and the linear mode share."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.places import View
from tui.reading.open_briefing import OpenBriefing
from tui.reading.place_list import Outline
from tui.reading.session import ReadingSession

if TYPE_CHECKING:
    from tui.reading.meeting_controller import MeetingController


def _reader(session: ReadingSession) -> OpenBriefing:
    if session.reader is None:
        raise LookupError("no briefing is open")
    return session.reader


def _open_overview(view: View) -> Callable[[ReadingSession], str]:
    def open_overview(session: ReadingSession) -> str:
        _reader(session).open_overview(view)
        return ""

    return open_overview


def _open_pane(key: str) -> Callable[[ReadingSession], str]:
    def open_pane(session: ReadingSession) -> str:
        if session.meeting is not None:
            session.meeting.is_away = True
        return _reader(session).open_pane(key)

    return open_pane


def _turn_pane(session: ReadingSession, direction: int) -> str:
    _reader(session).turn_pane(direction)
    return ""


def _turn_filter(session: ReadingSession) -> str:
    _reader(session).turn_filter()
    return ""


def _turn_order(session: ReadingSession, direction: int) -> str:
    if session.briefings is not None:
        session.briefings.turn_order(direction)
    return ""


def _list_all(session: ReadingSession) -> str:
    if session.briefings is not None:
        session.briefings.seek("")
    return ""


def _open_chosen(session: ReadingSession) -> str:
    from tui.reading.questions import open_chosen  # noqa: PLC0415 - not for the first frame

    return open_chosen(session)


def _step_result(session: ReadingSession, direction: int) -> str:
    from tui.reading.questions import step_result  # noqa: PLC0415 - not for the first frame

    return step_result(session, direction)


def _leave_level(session: ReadingSession) -> str:
    session.leave_level()
    return ""


def _fold(session: ReadingSession, direction: int) -> str:
    if isinstance(session.places, Outline):
        session.places.fold(direction)
    return ""


def _choose_answer(session: ReadingSession, direction: int) -> str:
    if session.asking is not None:
        session.asking.choose(direction)
    return ""


def _in_meeting(act: Callable[["MeetingController"], str]) -> Callable[[ReadingSession], str]:
    return lambda session: act(session.meeting) if session.meeting else session.no_meeting()


def _go_to_answer(then: str = "") -> Callable[[ReadingSession], str]:
    """Go to the answer, and on to what a command opens there."""

    def go(session: ReadingSession) -> str:
        from tui.reading.questions import go_to_answer  # noqa: PLC0415 - not for the first frame

        asked = session.asking
        notice = go_to_answer(session)
        return notice if session.asking is asked or not then else COMMANDS[then](session)

    return go


def _list(session: ReadingSession, name: str) -> str:
    from tui.reading import place_lists  # noqa: PLC0415 - not for the first frame

    match name:
        case "shown":
            return place_lists.list_shown(session)
        case "annotations":
            return place_lists.list_annotations(session)
        case "changes":
            return place_lists.list_changes(session)
    return place_lists.list_outline(session)


def _go_to_place(session: ReadingSession) -> str:
    from tui.reading.place_lists import go_to_place  # noqa: PLC0415 - not for the first frame

    return go_to_place(session)


def _return_to_presenter(session: ReadingSession) -> str:
    return session.peer.come_back() if session.peer is not None else ""


COMMANDS: Mapping[str, Callable[[ReadingSession], str]] = {
    **{f"pane.{key}": _open_pane(key) for key in "123456789"},
    "pane.sources": _open_pane("0"),
    "pane.problems": _open_pane("!"),
    "pane.next": lambda session: _turn_pane(session, 1),
    "pane.previous": lambda session: _turn_pane(session, -1),
    "library.open": _open_chosen,
    "library.next_order": lambda session: _turn_order(session, 1),
    "library.previous_order": lambda session: _turn_order(session, -1),
    "library.all": _list_all,
    "source.next_excerpt": lambda session: _reader(session).step_excerpt(1),
    "source.previous_excerpt": lambda session: _reader(session).step_excerpt(-1),
    "source.related": lambda session: _reader(session).open_related(),
    "evidence.open": lambda session: _reader(session).open_inside(),
    "evidence.excerpt": lambda session: _reader(session).open_excerpt(),
    "evidence.source": lambda session: _reader(session).open_source(),
    "evidence.related": lambda session: _reader(session).open_related(),
    "place.leave": _leave_level,
    "place.back": lambda session: session.travel(1),
    "place.forward": lambda session: session.travel(-1),
    "answer.next": lambda session: _choose_answer(session, 1),
    "answer.previous": lambda session: _choose_answer(session, -1),
    "answer.go": _go_to_answer(),
    "answer.excerpt": _go_to_answer("evidence.excerpt"),
    "answer.source": _go_to_answer("evidence.source"),
    "answer.related": _go_to_answer("evidence.related"),
    "annotations.list": lambda session: _list(session, "annotations"),
    "annotations.changes": lambda session: _list(session, "changes"),
    "pane.outline": lambda session: _list(session, "outline"),
    "outline.unfold": lambda session: _fold(session, 1),
    "outline.fold": lambda session: _fold(session, -1),
    "places.go": _go_to_place,
    "agenda.next_part": _in_meeting(lambda meeting: meeting.turn_part(1)),
    "agenda.previous_part": _in_meeting(lambda meeting: meeting.turn_part(-1)),
    "agenda.notes": _in_meeting(lambda meeting: meeting.toggle_notes()),
    "agenda.nothing": lambda session: "",
    "meeting.open": ReadingSession.meet,
    "meeting.question": _in_meeting(lambda meeting: meeting.toggle_question()),
    "meeting.shown": lambda session: _list(session, "shown"),
    "find.next": lambda session: _step_result(session, 1),
    "find.previous": lambda session: _step_result(session, -1),
    "follow.return": _return_to_presenter,
    "view.timeline": _open_overview(View.TIMELINE),
    "view.matrix": _open_overview(View.MATRIX),
    "view.filter": _turn_filter,
    "policy.clearance": ReadingSession.turn_clearance,
    "policy.room": ReadingSession.toggle_room,
}
"""Each returns a notice for the reader, or an empty string."""
