"""What was shown in a meeting."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.record import MeetingRecord, Showing


def test_what_was_shown_stands_in_order_with_when_and_how_long() -> None:
    record = MeetingRecord().show("a", 100).show("b", 160).show("a", 200).look(230)
    assert record.showings == (
        Showing("a", 100, 160),
        Showing("b", 160, 200),
        Showing("a", 200, 230),
    )
    assert record.ids == ("a", "b")
    assert record.seconds("a") == 90


def test_what_was_on_the_screen_for_a_moment_was_passed_by() -> None:
    record = MeetingRecord().show("a", 100).show("b", 110).show("c", 111).show("d", 111.5)
    assert record.ids == ("a", "d")
    assert record.show("a", 120).ids == ("a", "d")


def test_who_comes_back_at_once_has_not_left() -> None:
    record = MeetingRecord().show("a", 100).show("b", 150).show("a", 151).look(200)
    assert record.showings == (Showing("a", 100, 200),)


def test_nothing_is_shown_while_the_screen_is_blank() -> None:
    record = MeetingRecord().show("a", 100).show("", 150).look(500).show("a", 600).look(610)
    assert record.showings == (Showing("a", 100, 150), Showing("a", 600, 610))


def test_what_is_read_of_json_is_on_no_screen() -> None:
    record = MeetingRecord.read(
        json.loads(json.dumps(MeetingRecord().show("a", 100).look(150).told()))
    )
    assert record.look(900).show("a", 900).showings == (
        Showing("a", 100, 150),
        Showing("a", 900, 900),
    )


def test_what_is_over_is_all_but_what_is_on_the_screen_still() -> None:
    record = MeetingRecord().show("a", 0).show("b", 60)
    assert [showing.id for showing in record.over] == ["a"]
    assert [showing.id for showing in record.show("", 120).over] == ["a", "b"]


@pytest.mark.parametrize(
    "told",
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
def test_json_that_is_no_record_is_refused(told: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        MeetingRecord.read(told)


_MOMENTS = st.floats(0, 10_000)


@given(st.lists(st.tuples(st.sampled_from(["a", "b", ""]), _MOMENTS)), _MOMENTS)
def test_no_showing_ends_before_it_begins_whatever_the_clock_does(
    shown: list[tuple[str, float]], last: float
) -> None:
    record = MeetingRecord()
    for id, moment in shown:
        record = record.show(id, moment)
    record = record.look(last)
    assert all(showing.ended >= showing.began for showing in record.showings)
    again = MeetingRecord.read(json.loads(json.dumps(record.told())))
    assert (again.showings, again.questions) == (record.showings, record.questions)
