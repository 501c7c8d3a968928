"""Meetings for tests: a session whose clock the test turns."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.meeting.small import BEGAN
from tests.panes.reading import load
from tests.panes.small import BRIEFING
from tests.reading import sessions
from tui.model.document import Document
from tui.reading.meeting_controller import MeetingController
from tui.reading.session import ReadingSession

NOTE = "Look at nobody."

AGENDA = {
    "minutes": 20,
    "agenda": [
        {"show": "j1", "minutes": 3, "must_cover": True},
        {"show": "reactions", "minutes": 12, "must_cover": True},
        {"show": "c-joined", "minutes": 5},
    ],
}


class Time:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = BEGAN

    def __call__(self) -> float:
        return self.now


@cache
def briefing() -> Document:
    """The small briefing with an agenda, and with a note for the speaker on its judgment."""
    told: dict[str, Any] = deepcopy(BRIEFING)
    told["meeting"] = AGENDA
    told["key_judgments"][0]["speaker_notes"] = NOTE
    return load(told, Path(mkdtemp()))


def meeting(document: Document | None = None, **more: Any) -> tuple[ReadingSession, Time]:
    """A session in which a meeting has begun, and its clock."""
    time = Time()
    session = sessions.session(document or briefing(), now=time, **more)
    sessions.run(session, "meeting.open")
    return session, time


def turn(session: ReadingSession, *directions: int) -> str:
    """Go to the next (1) or previous (-1) slide, several times; return the last notice."""
    for direction in directions:
        session.notice = controller(session).turn(direction)
        session.settle()
    return session.notice


def blank(session: ReadingSession, *, is_blank: bool = True) -> None:
    """Blank the screen, or show it again."""
    session.is_blank = is_blank
    session.settle()


def controller(session: ReadingSession) -> MeetingController:
    """Return the meeting."""
    if session.meeting is None:
        raise AssertionError("there is no meeting")
    return session.meeting


def wait(session: ReadingSession, time: Time, seconds: float) -> None:
    """Let time pass, with a look at the clock whenever it is due."""
    until = time.now + seconds
    while (due := time.now + controller(session).wakes()) <= until:
        time.now = due
        session.tick()
    time.now = until
