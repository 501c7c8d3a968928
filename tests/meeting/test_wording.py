"""The clock of a meeting as text."""

import time
from collections.abc import Iterator

import pytest

from tests.meeting.small import BEGAN, agenda
from tui.meeting import wording
from tui.meeting.clock import Clock


@pytest.fixture(autouse=True)
def _utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


PARTS = agenda(180, 1800, 720)


@pytest.mark.parametrize(
    ("clock", "line", "header"),
    [
        (
            Clock.begin(PARTS, BEGAN).update(BEGAN + 100),
            "item 1:40 of 3:00   meeting 1 of 45, on time",
            "01:48",
        ),
        (
            Clock.begin(PARTS, BEGAN).switch("part-1", BEGAN + 50).update(BEGAN + 120),
            "item 1:10 of 30:00   meeting 2 of 45, 2 ahead",
            "01:49 +2",
        ),
        (
            Clock.begin(PARTS, BEGAN).update(BEGAN + 400),
            "item 6:40 of 3:00   meeting 6 of 45, 3 behind",
            "01:53 −3",
        ),
        (
            Clock.begin(PARTS, BEGAN).ask(BEGAN + 60).update(BEGAN + 100),
            "question since 01:48   meeting 1 of 45, on time",
            "01:48",
        ),
    ],
)
def test_the_clock_is_formatted_in_three_lengths(clock: Clock, line: str, header: str) -> None:
    assert wording.clock_line(clock, PARTS) == line
    assert wording.time_of_day(clock, PARTS) == header
    short = wording.short_clock_line(clock, PARTS)
    assert len(wording.shortest_clock_line(clock, PARTS)) < len(short) < len(line)


@pytest.mark.parametrize(
    ("seconds", "words"), [(3, "less than a minute"), (61, "1 minute"), (725, "12 minutes")]
)
def test_durations_are_formatted_in_whole_minutes(seconds: float, words: str) -> None:
    assert wording.minutes(seconds) == words
