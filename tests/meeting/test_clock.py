"""The clock of a meeting: no time is lost, none is counted twice."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meeting.small import BEGAN, agenda, agendas
from tui.meeting.agenda import Agenda
from tui.meeting.clock import KEPT, Clock

JUMP = 1e6
"""Seconds: longer than any meeting."""

_MOVES = st.lists(
    st.tuples(st.sampled_from(["look", "turn", "ask", "answer"]), st.integers(0, 7)), max_size=12
)


def moved(clock: Clock, agenda: Agenda, move: str, number: int, now: float) -> Clock:
    match move:
        case "turn":
            return clock.turn(agenda.parts[number % len(agenda.parts)].key, now)
        case "ask":
            return clock.ask(now)
        case "answer":
            return clock.answered(agenda, now)
    return clock.look(now)


@given(agendas(), _MOVES, st.integers(0, 60))
def test_what_ran_and_what_was_banked_is_what_has_passed(
    agenda: Agenda, moves: list[tuple[str, int]], seconds: int
) -> None:
    clock = Clock.begin(agenda, BEGAN)
    now = BEGAN
    for move, number in moves:
        now += seconds
        clock = moved(clock, agenda, move, number, now)
    assert clock.elapsed == pytest.approx(now - BEGAN)


@given(agendas(), _MOVES, st.lists(st.sampled_from([0, 30, -5000, JUMP, -JUMP]), min_size=12))
def test_a_clock_that_jumps_does_no_harm(
    agenda: Agenda, moves: list[tuple[str, int]], jumps: list[float]
) -> None:
    clock = Clock.begin(agenda, BEGAN)
    now, passed = BEGAN, 0.0
    for (move, number), jump in zip(moves, jumps, strict=False):
        now += jump
        passed += jump if 0 <= jump <= clock.length else 0
        clock = moved(clock, agenda, move, number, now)
        assert clock.elapsed == pytest.approx(passed)
        assert min([*clock.ran.values(), clock.banked, clock.left, clock.reserve]) >= 0
        assert 0 < clock.wakes(now) <= 60


@given(agendas(), _MOVES, st.integers(0, 1000))
def test_after_a_question_the_rest_fits_into_what_is_left(
    agenda: Agenda, moves: list[tuple[str, int]], seconds: int
) -> None:
    clock = Clock.begin(agenda, BEGAN)
    now = BEGAN
    for move, number in (*moves, ("ask", 0), ("answer", 0)):
        now += seconds
        clock = moved(clock, agenda, move, number, now)
    rest = clock.rest(agenda)
    assert all(each >= 0 for each in rest.values())
    ahead = clock.ahead(agenda)
    assert ahead >= min(clock.length - clock.spent, 0) - 1e-6
    assert sum(rest.values()) + clock.reserve + max(ahead, 0) == pytest.approx(clock.left)


@given(agendas(), st.integers(0, 20_000))
def test_what_must_be_covered_keeps_a_minute_as_long_as_there_are_as_many(
    agenda: Agenda, seconds: int
) -> None:
    clock = Clock.begin(agenda, BEGAN)
    before = clock.rest(agenda)
    clock = clock.ask(BEGAN).answered(agenda, BEGAN + min(seconds, clock.length))
    rest = clock.rest(agenda)
    least = {part.key: min(before[part.key], KEPT) for part in agenda.parts if part.must_cover}
    if sum(least.values()) <= clock.left:
        assert all(rest[key] >= each - 1e-6 for key, each in least.items())
    assert all(rest[key] <= each + 1e-6 for key, each in before.items())


@given(agendas(), _MOVES)
def test_a_clock_comes_out_of_json_as_it_went_in(
    agenda: Agenda, moves: list[tuple[str, int]]
) -> None:
    clock = Clock.begin(agenda, BEGAN)
    for at, (move, number) in enumerate(moves):
        clock = moved(clock, agenda, move, number, BEGAN + 60 * at)
    assert Clock.read(json.loads(json.dumps(clock.told()))) == clock


def test_who_ends_a_part_early_is_ahead_and_who_takes_longer_behind() -> None:
    parts = agenda(180, 180, 180)
    clock = Clock.begin(parts, BEGAN)
    assert clock.look(BEGAN + 100).ahead(parts) == 0
    clock = clock.turn("part-1", BEGAN + 60)
    assert clock.ahead(parts) == 120
    assert clock.look(BEGAN + 60 + 180).ahead(parts) == 120
    assert clock.look(BEGAN + 60 + 480).ahead(parts) == -180


def test_a_question_is_taken_from_what_one_is_ahead_then_from_the_reserve_then_from_all() -> None:
    parts = agenda(100, 100, length=260)
    clock = Clock.begin(parts, BEGAN).turn("part-1", BEGAN + 70)
    assert (clock.reserve, clock.ahead(parts)) == (60, 30)
    clock = clock.ask(clock.seen).answered(parts, clock.seen + 20)
    assert (clock.reserve, clock.ahead(parts), clock.remaining) == (60, 10, 100)
    clock = clock.ask(clock.seen).answered(parts, clock.seen + 50)
    assert (clock.reserve, clock.ahead(parts), clock.remaining) == (20, 0, 100)
    clock = clock.ask(clock.seen).answered(parts, clock.seen + 40)
    assert (clock.reserve, clock.ahead(parts), clock.remaining) == (0, 0, 80)


def test_while_a_question_is_answered_the_clock_of_the_part_waits() -> None:
    parts = agenda(100, 100)
    clock = Clock.begin(parts, BEGAN).ask(BEGAN + 10).look(BEGAN + 40)
    assert (clock.run, clock.banked, clock.left) == (10, 30, 160)
    assert clock.ask(BEGAN + 50).asked == BEGAN + 10


def test_an_agenda_that_is_too_long_is_fitted_at_the_beginning() -> None:
    clock = Clock.begin(agenda(300, 300, length=300), BEGAN)
    assert clock.allotted == {"part-0": 150, "part-1": 150}


def test_who_begins_late_has_so_much_less_time() -> None:
    parts = agenda(600, 600)
    starts = datetime.fromtimestamp(BEGAN - 240, UTC).isoformat()
    clock = Clock.begin(parts, BEGAN, starts)
    assert (clock.late, clock.left, clock.ahead(parts)) == (240, 960, 0)


@pytest.mark.parametrize("starts", ["", "soon", "2001-09-08", "2030-01-01T10:00:00+00:00"])
def test_a_start_that_is_not_now_changes_nothing(starts: str) -> None:
    assert Clock.begin(agenda(600), BEGAN, starts).late == 0


def test_a_line_that_was_dropped_takes_its_time_from_the_meeting() -> None:
    parts = agenda(300, 300)
    clock = Clock.begin(parts, BEGAN).look(BEGAN + 60).resumed(parts, BEGAN + 180)
    assert (clock.banked, clock.run, clock.left, clock.ahead(parts)) == (120, 60, 420, 0)


def test_a_meeting_that_stood_still_for_longer_than_it_had_left_has_lost_nothing() -> None:
    parts = agenda(300, 300)
    clock = Clock.begin(parts, BEGAN).ask(BEGAN + 60).resumed(parts, BEGAN + 9000)
    assert (clock.banked, clock.run, clock.left, clock.asked) == (0, 60, 540, None)


def test_what_a_part_took_that_is_gone_stays_spent() -> None:
    clock = Clock.begin(agenda(300, 300), BEGAN).turn("part-1", BEGAN + 200)
    fitted = clock.fitted(agenda(300, length=600))
    assert (fitted.at, fitted.elapsed, fitted.left) == ("part-0", 200, 400)


def test_the_clock_is_looked_at_once_a_minute_and_in_the_last_minute_every_ten_seconds() -> None:
    parts = agenda(600, 600)
    clock, now, looks = Clock.begin(parts, BEGAN + 25), BEGAN + 25, list[float]()
    while now < BEGAN + 25 + 900:
        now += clock.wakes(now)
        clock = clock.look(now)
        looks.append(now - BEGAN - 25)
    assert [look for look in looks if look <= 540] == [35 + 60 * at for at in range(9)] + [540]
    assert [look for look in looks if 540 < look <= 600] == [550, 560, 570, 580, 590, 600]
    assert [look for look in looks if look > 600] == [635, 695, 755, 815, 875, 935]


def test_while_a_question_is_answered_once_a_minute_is_enough() -> None:
    clock = Clock.begin(agenda(60), BEGAN).ask(BEGAN + 30)
    assert clock.wakes(BEGAN + 30) == 30


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
def test_json_that_is_no_clock_is_refused(change: dict[str, object]) -> None:
    told = {**Clock.begin(agenda(60), BEGAN).told(), **change}
    with pytest.raises(ValueError, match=r"\w"):
        Clock.read(told)
