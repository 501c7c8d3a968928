"""The clock of a meeting as text."""

import time

from tui.meeting.agenda import MINUTE, Agenda
from tui.meeting.clock import Clock


def clock_line(clock: Clock, agenda: Agenda) -> str:
    """Format the current item and the meeting: `item 1:40 of 3:00   meeting 14 of 45, 2 ahead`."""
    return f"{_item(clock)}   meeting {_meeting(clock, agenda)}"


def short_clock_line(clock: Clock, agenda: Agenda) -> str:
    """Format the clock for a narrow screen: `1:40 of 3:00   14 of 45, 2 ahead`."""
    return f"{_item(clock).removeprefix('item ')}   {_meeting(clock, agenda)}"


def shortest_clock_line(clock: Clock, agenda: Agenda) -> str:
    """Format the clock without what the header shows: `1:40 of 3:00   14 of 45`."""
    return short_clock_line(clock, agenda).rpartition(",")[0]


def time_of_day(clock: Clock, agenda: Agenda) -> str:
    """Format the time of the last update and the minutes ahead of the plan: `10:14 +2`."""
    minutes = int(clock.ahead(agenda) / MINUTE)
    return f"{hours_and_minutes(clock.seen)}{f' {minutes:+d}'.replace('-', '−') if minutes else ''}"


def hours_and_minutes(timestamp: float) -> str:
    """Format a time, in seconds since the epoch, as local time: `10:14`."""
    return time.strftime("%H:%M", time.localtime(timestamp))


def minutes_and_seconds(seconds: float) -> str:
    """Format a duration: `1:40`."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def minutes(seconds: float) -> str:
    """Format a duration in whole minutes: `12 minutes`."""
    count = int(seconds // MINUTE)
    return "1 minute" if count == 1 else f"{count} minutes" if count else "less than a minute"


def _item(clock: Clock) -> str:
    if clock.asked is not None:
        return f"question since {hours_and_minutes(clock.asked)}"
    allotted = minutes_and_seconds(clock.allotted.get(clock.at, 0.0))
    return f"item {minutes_and_seconds(clock.run)} of {allotted}"


def _meeting(clock: Clock, agenda: Agenda) -> str:
    ahead = int(clock.ahead(agenda) / MINUTE)
    pace = f"{abs(ahead)} {'ahead' if ahead > 0 else 'behind'}" if ahead else "on time"
    return f"{int(clock.spent // MINUTE)} of {int(clock.length // MINUTE)}, {pace}"
