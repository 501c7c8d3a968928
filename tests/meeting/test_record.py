"""The record of what was shown in a meeting."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.record import MeetingRecord, Showing


def test_showings_are_in_order_with_start_and_duration() -> None:
    record = MeetingRecord().show("a", 100).show("b", 160).show("a", 200).update(230)
    assert record.showings == (
        Showing("a", 100, 160),
        Showing("b", 160, 200),
        Showing("a", 200, 230),
    )
    assert record.ids == ("a", "b")
    assert record.seconds("a") == 90


def test_what_was_shown_for_less_than_two_seconds_is_not_recorded() -> None:
    record = MeetingRecord().show("a", 100).show("b", 110).show("c", 111).show("d", 111.5)
    assert record.ids == ("a", "d")
    assert record.show("a", 120).ids == ("a", "d")


def test_coming_back_at_once_continues_the_showing() -> None:
    record = MeetingRecord().show("a", 100).show("b", 150).show("a", 151).update(200)
    assert record.showings == (Showing("a", 100, 200),)


def test_nothing_is_shown_while_the_screen_is_blank() -> None:
    record = MeetingRecord().show("a", 100).show("", 150).update(500).show("a", 600).update(610)
    assert record.showings == (Showing("a", 100, 150), Showing("a", 600, 610))


def test_a_record_from_json_has_no_open_showing() -> None:
    record = MeetingRecord.from_dict(
        json.loads(json.dumps(MeetingRecord().show("a", 100).update(150).to_dict()))
    )
    assert record.update(900).show("a", 900).showings == (
        Showing("a", 100, 150),
        Showing("a", 900, 900),
    )


def test_finished_showings_leave_out_the_open_one() -> None:
    record = MeetingRecord().show("a", 0).show("b", 60)
    assert [showing.id for showing in record.finished] == ["a"]
    assert [showing.id for showing in record.show("", 120).finished] == ["a", "b"]


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"showings": [], "questions": 3},
        {"showings": [["a", 1]], "questions": []},
        {"showings": [["a", 2, 1]], "questions": []},
        {"showings": [["", 1, 2]], "questions": []},
        {"showings": [["a", float("nan"), 2]], "questions": []},
        {"showings": [["a", 1, True]], "questions": []},
        {"showings": [["a", 1, 1e300]], "questions": []},
        {"showings": [["a" * 500, 1, 2]], "questions": []},
        {"showings": [["a", 1, 2]] * 20_001, "questions": []},
    ],
)
def test_json_that_is_not_a_record_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        MeetingRecord.from_dict(data)


_MOMENTS = st.floats(0, 10_000)


@given(st.lists(st.tuples(st.sampled_from(["a", "b", ""]), _MOMENTS)), _MOMENTS)
def test_no_showing_ends_before_it_begins_though_the_clock_jumps(
    shown: list[tuple[str, float]], last: float
) -> None:
    record = MeetingRecord()
    for id, now in shown:
        record = record.show(id, now)
    record = record.update(last)
    assert all(showing.ended >= showing.began for showing in record.showings)
    again = MeetingRecord.from_dict(json.loads(json.dumps(record.to_dict())))
    assert (again.showings, again.questions) == (record.showings, record.questions)
