"""The clock in words."""

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
    ("clock", "line", "head"),
    [
        (
            Clock.begin(PARTS, BEGAN).look(BEGAN + 100),
            "item 1:40 of 3:00   meeting 1 of 45, on time",
            "01:48",
        ),
        (
            Clock.begin(PARTS, BEGAN).turn("part-1", BEGAN + 50).look(BEGAN + 120),
            "item 1:10 of 30:00   meeting 2 of 45, 2 ahead",
            "01:49 +2",
        ),
        (
            Clock.begin(PARTS, BEGAN).look(BEGAN + 400),
            "item 6:40 of 3:00   meeting 6 of 45, 3 behind",
            "01:53 −3",
        ),
        (
            Clock.begin(PARTS, BEGAN).ask(BEGAN + 60).look(BEGAN + 100),
            "question since 01:48   meeting 1 of 45, on time",
            "01:48",
        ),
    ],
)
def test_the_clock_stands_in_words_and_numbers(clock: Clock, line: str, head: str) -> None:
    assert wording.clock_line(clock, PARTS) == line
    assert wording.time_of_day(clock, PARTS) == head
    short = wording.short_clock_line(clock, PARTS)
    assert len(wording.shortest_clock_line(clock, PARTS)) < len(short) < len(line)


@pytest.mark.parametrize(
    ("seconds", "words"), [(3, "less than a minute"), (61, "1 minute"), (725, "12 minutes")]
)
def test_a_length_of_time_stands_in_whole_minutes(seconds: float, words: str) -> None:
    assert wording.minutes(seconds) == words
