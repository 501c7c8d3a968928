"""Meetings for the tests of the screen: a desk whose clock is in the hand of the test."""

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
    """A clock that goes when it is told to."""

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


def meeting(size: tuple[int, int] = (80, 24), **more: Any) -> tuple[ReadingSession, Time]:
    """A desk on which a meeting has begun, and its clock."""
    time = Time()
    session = sessions.session(size, more.pop("document", None) or briefing(), now=time, **more)
    sessions.press(session, "M")
    return session, time


def controller(session: ReadingSession) -> MeetingController:
    """The meeting that goes on."""
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
