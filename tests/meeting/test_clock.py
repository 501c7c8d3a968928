"""The clock of a meeting: no time is lost or counted twice."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meeting.small import BEGAN, agenda, agendas
from tui.meeting.agenda import Agenda
from tui.meeting.clock import MIN_MUST_COVER, Clock

JUMP = 1e6
"""Seconds: longer than any meeting."""

_MOVES = st.lists(
    st.tuples(st.sampled_from(["update", "switch", "ask", "answer"]), st.integers(0, 7)),
    max_size=12,
)


def apply(clock: Clock, agenda: Agenda, move: str, number: int, now: float) -> Clock:
    match move:
        case "switch":
            return clock.switch(agenda.parts[number % len(agenda.parts)].key, now)
        case "ask":
            return clock.ask(now)
        case "answer":
            return clock.answer(agenda, now)
    return clock.update(now)


@given(agendas(), _MOVES, st.integers(0, 60))
def test_the_time_used_by_parts_and_banked_is_the_time_that_passed(
    agenda: Agenda, moves: list[tuple[str, int]], seconds: int
) -> None:
    clock = Clock.begin(agenda, BEGAN)
    now = BEGAN
    for move, number in moves:
        now += seconds
        clock = apply(clock, agenda, move, number, now)
    assert clock.elapsed == pytest.approx(now - BEGAN)


@given(agendas(), _MOVES, st.lists(st.sampled_from([0, 30, -5000, JUMP, -JUMP]), min_size=12))
def test_jumps_of_the_system_clock_count_nothing(
    agenda: Agenda, moves: list[tuple[str, int]], jumps: list[float]
) -> None:
    clock = Clock.begin(agenda, BEGAN)
    now, passed = BEGAN, 0.0
    for (move, number), jump in zip(moves, jumps, strict=False):
        now += jump
        passed += jump if 0 <= jump <= clock.length else 0
        clock = apply(clock, agenda, move, number, now)
        assert clock.elapsed == pytest.approx(passed)
        assert min([*clock.ran.values(), clock.banked, clock.left, clock.reserve]) >= 0
        assert 0 < clock.next_update(now) <= 60


@given(agendas(), _MOVES, st.integers(0, 1000))
def test_after_a_question_the_remaining_parts_fit_into_the_time_left(
    agenda: Agenda, moves: list[tuple[str, int]], seconds: int
) -> None:
    clock = Clock.begin(agenda, BEGAN)
    now = BEGAN
    for move, number in (*moves, ("ask", 0), ("answer", 0)):
        now += seconds
        clock = apply(clock, agenda, move, number, now)
    remaining = clock.remaining_by_part(agenda)
    assert all(each >= 0 for each in remaining.values())
    ahead = clock.ahead(agenda)
    assert ahead >= min(clock.length - clock.spent, 0) - 1e-6
    assert sum(remaining.values()) + clock.reserve + max(ahead, 0) == pytest.approx(clock.left)


@given(agendas(), st.integers(0, 20_000))
def test_must_cover_parts_keep_a_minute_each_while_there_is_enough(
    agenda: Agenda, seconds: int
) -> None:
    clock = Clock.begin(agenda, BEGAN)
    before = clock.remaining_by_part(agenda)
    clock = clock.ask(BEGAN).answer(agenda, BEGAN + min(seconds, clock.length))
    remaining = clock.remaining_by_part(agenda)
    least = {
        part.key: min(before[part.key], MIN_MUST_COVER) for part in agenda.parts if part.must_cover
    }
    if sum(least.values()) <= clock.left:
        assert all(remaining[key] >= each - 1e-6 for key, each in least.items())
    assert all(remaining[key] <= each + 1e-6 for key, each in before.items())


@given(agendas(), _MOVES)
def test_a_clock_survives_a_round_trip_through_json(
    agenda: Agenda, moves: list[tuple[str, int]]
) -> None:
    clock = Clock.begin(agenda, BEGAN)
    for at, (move, number) in enumerate(moves):
        clock = apply(clock, agenda, move, number, BEGAN + 60 * at)
    assert Clock.from_dict(json.loads(json.dumps(clock.to_dict()))) == clock


def test_ending_a_part_early_is_ahead_and_overrunning_it_behind() -> None:
    parts = agenda(180, 180, 180)
    clock = Clock.begin(parts, BEGAN)
    assert clock.update(BEGAN + 100).ahead(parts) == 0
    clock = clock.switch("part-1", BEGAN + 60)
    assert clock.ahead(parts) == 120
    assert clock.update(BEGAN + 60 + 180).ahead(parts) == 120
    assert clock.update(BEGAN + 60 + 480).ahead(parts) == -180


def test_a_question_uses_the_lead_then_the_reserve_then_the_time_of_all_parts() -> None:
    parts = agenda(100, 100, length=260)
    clock = Clock.begin(parts, BEGAN).switch("part-1", BEGAN + 70)
    assert (clock.reserve, clock.ahead(parts)) == (60, 30)
    clock = clock.ask(clock.seen).answer(parts, clock.seen + 20)
    assert (clock.reserve, clock.ahead(parts), clock.remaining) == (60, 10, 100)
    clock = clock.ask(clock.seen).answer(parts, clock.seen + 50)
    assert (clock.reserve, clock.ahead(parts), clock.remaining) == (20, 0, 100)
    clock = clock.ask(clock.seen).answer(parts, clock.seen + 40)
    assert (clock.reserve, clock.ahead(parts), clock.remaining) == (0, 0, 80)


def test_the_clock_of_the_part_stops_while_a_question_is_open() -> None:
    parts = agenda(100, 100)
    clock = Clock.begin(parts, BEGAN).ask(BEGAN + 10).update(BEGAN + 40)
    assert (clock.run, clock.banked, clock.left) == (10, 30, 160)
    assert clock.ask(BEGAN + 50).asked == BEGAN + 10


def test_an_agenda_that_is_too_long_is_shortened_at_the_start() -> None:
    clock = Clock.begin(agenda(300, 300, length=300), BEGAN)
    assert clock.allotted == {"part-0": 150, "part-1": 150}


def test_a_late_start_leaves_less_time() -> None:
    parts = agenda(600, 600)
    starts = datetime.fromtimestamp(BEGAN - 240, UTC).isoformat()
    clock = Clock.begin(parts, BEGAN, starts)
    assert (clock.late, clock.left, clock.ahead(parts)) == (240, 960, 0)


@pytest.mark.parametrize("starts", ["", "soon", "2001-09-08", "2030-01-01T10:00:00+00:00"])
def test_a_stated_start_that_is_invalid_or_far_away_changes_nothing(starts: str) -> None:
    assert Clock.begin(agenda(600), BEGAN, starts).late == 0


def test_time_while_disconnected_is_banked() -> None:
    parts = agenda(300, 300)
    clock = Clock.begin(parts, BEGAN).update(BEGAN + 60).resume(parts, BEGAN + 180)
    assert (clock.banked, clock.run, clock.left, clock.ahead(parts)) == (120, 60, 420, 0)


def test_an_interruption_longer_than_the_time_left_counts_nothing() -> None:
    parts = agenda(300, 300)
    clock = Clock.begin(parts, BEGAN).ask(BEGAN + 60).resume(parts, BEGAN + 9000)
    assert (clock.banked, clock.run, clock.left, clock.asked) == (0, 60, 540, None)


def test_time_used_by_a_removed_part_stays_used() -> None:
    clock = Clock.begin(agenda(300, 300), BEGAN).switch("part-1", BEGAN + 200)
    fitted = clock.fit(agenda(300, length=600))
    assert (fitted.at, fitted.elapsed, fitted.left) == ("part-0", 200, 400)


def test_updates_come_every_minute_and_in_the_last_minute_every_ten_seconds() -> None:
    parts = agenda(600, 600)
    clock, now, updates = Clock.begin(parts, BEGAN + 25), BEGAN + 25, list[float]()
    while now < BEGAN + 25 + 900:
        now += clock.next_update(now)
        clock = clock.update(now)
        updates.append(now - BEGAN - 25)
    assert [at for at in updates if at <= 540] == [35 + 60 * at for at in range(9)] + [540]
    assert [at for at in updates if 540 < at <= 600] == [550, 560, 570, 580, 590, 600]
    assert [at for at in updates if at > 600] == [635, 695, 755, 815, 875, 935]


def test_updates_come_every_minute_while_a_question_is_open() -> None:
    clock = Clock.begin(agenda(60), BEGAN).ask(BEGAN + 30)
    assert clock.next_update(BEGAN + 30) == 30


@pytest.mark.parametrize(
    "change",
    [
        {"length": -1},
        {"began": "now"},
        {"at": ""},
        {"allotted": []},
        {"ran": {"part-0": None}},
        {"ran": {str(at): 1 for at in range(2001)}},
        {"asked": float("inf")},
        {"banked": None},
    ],
)
def test_json_that_is_not_a_clock_is_refused(change: dict[str, object]) -> None:
    data = {**Clock.begin(agenda(60), BEGAN).to_dict(), **change}
    with pytest.raises(ValueError, match=r"\w"):
        Clock.from_dict(data)
