"""Meetings for the tests of the screen: a desk whose clock is in the hand of the test."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.meeting.small import BEGAN
from tests.panes.reading import load
from tests.panes.small import BRIEFING
from tests.ui import desks
from tui.model.document import Document
from tui.ui.desk import Desk
from tui.ui.meetings.sitting import Sitting

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


def meeting(size: tuple[int, int] = (80, 24), **more: Any) -> tuple[Desk, Time]:
    """A desk on which a meeting has begun, and its clock."""
    time = Time()
    desk = desks.desk(size, more.pop("document", None) or briefing(), now=time, **more)
    desks.press(desk, "M")
    return desk, time


def sitting(desk: Desk) -> Sitting:
    """The meeting that goes on."""
    if desk.meeting is None:
        raise AssertionError("there is no meeting")
    return desk.meeting


def wait(desk: Desk, time: Time, seconds: float) -> None:
    """Let time pass, with a look at the clock whenever it is due."""
    until = time.now + seconds
    while (due := time.now + sitting(desk).wakes()) <= until:
        time.now = due
        desk.tick()
    time.now = until
