"""A meeting in progress: its steps, questions, and how it is saved and resumed."""

import json

import pytest

from tests.meeting.small import BEGAN, agenda
from tui.meeting.agenda import Agenda, AgendaPart
from tui.meeting.state import MeetingState

PANE = AgendaPart("pane", "pane", 120.0, False, ("pane", "a", "b"))
ITEM = AgendaPart("c", "c", 60.0, True, ("c",))
AGENDA = Agenda((PANE, ITEM), 180.0, (("c",), ("elsewhere",)))


def ids(meeting: MeetingState) -> list[str]:
    return [step.id for step in meeting.steps]


def test_steps_go_through_a_pane_and_on_with_one_clock_per_part() -> None:
    meeting = MeetingState.begin(AGENDA, BEGAN)
    now = BEGAN
    visited = [meeting.step.id]
    while meeting.turn(1, now := now + 10):
        visited.append(meeting.step.id)
    assert visited == ["pane", "a", "b", "c"]
    assert meeting.next_step is None
    assert meeting.clock.ran == {"pane": 30}
    assert meeting.clock.at == "c"
    assert meeting.turn(-1, now)
    assert (meeting.step.id, meeting.clock.at) == ("b", "pane")


def test_an_agenda_without_parts_cannot_begin() -> None:
    with pytest.raises(IndexError):
        MeetingState.begin(Agenda((), 60.0, ()), BEGAN)


def test_whole_parts_can_be_skipped() -> None:
    meeting = MeetingState.begin(AGENDA, BEGAN)
    assert not meeting.turn_part(-1, BEGAN)
    meeting.turn(1, BEGAN)
    assert meeting.turn_part(1, BEGAN)
    assert meeting.step.id == "c"
    assert not meeting.turn_part(1, BEGAN)
    meeting.turn(-1, BEGAN)
    assert meeting.turn_part(-1, BEGAN)
    assert meeting.step.id == "pane"


def test_a_question_is_recorded_with_what_was_on_the_screen() -> None:
    meeting = MeetingState.begin(AGENDA, BEGAN)
    meeting.show("a", BEGAN)
    assert meeting.toggle_question(BEGAN + 10)
    assert not meeting.toggle_question(BEGAN + 40)
    assert [(each.id, each.seconds) for each in meeting.record.questions] == [("a", 30)]
    assert meeting.clock.banked == 30


def test_must_cover_items_count_wherever_they_are_shown() -> None:
    meeting = MeetingState.begin(AGENDA, BEGAN)
    assert meeting.uncovered == 2
    meeting.show("elsewhere", BEGAN)
    assert meeting.uncovered == 1


def test_a_new_agenda_keeps_the_step_or_goes_to_the_next_that_remains() -> None:
    meeting = MeetingState.begin(AGENDA, BEGAN)
    meeting.turn(1, BEGAN + 10)
    shorter = AgendaPart("pane", "pane", 120.0, False, ("pane", "b"))
    meeting.adopt(Agenda((shorter, ITEM), 180.0, ()), BEGAN + 20)
    assert meeting.step.id == "b"
    meeting.adopt(AGENDA, BEGAN + 30)
    assert meeting.step.id == "b"
    meeting.adopt(agenda(60, 60), BEGAN + 40)
    assert meeting.step.id == "item-0"
    assert meeting.clock.elapsed == 40


def test_a_meeting_resumes_where_it_stopped() -> None:
    meeting = MeetingState.begin(AGENDA, BEGAN)
    meeting.turn(1, BEGAN + 20)
    meeting.show("a", BEGAN + 20)
    meeting.update(BEGAN + 30)
    data = json.loads(json.dumps(meeting.to_dict()))
    again = MeetingState.resume(data, AGENDA, BEGAN + 60)
    assert (again.step.id, again.clock.run, again.clock.banked) == ("a", 30, 30)
    assert again.record.ids == ("a",)


def test_a_question_open_when_the_meeting_stopped_is_recorded() -> None:
    meeting = MeetingState.begin(AGENDA, BEGAN)
    meeting.show("a", BEGAN)
    meeting.toggle_question(BEGAN + 10)
    meeting.update(BEGAN + 30)
    again = MeetingState.resume(meeting.to_dict(), AGENDA, BEGAN + 60)
    assert [(each.id, each.seconds) for each in again.record.questions] == [("a", 20)]
    assert (again.clock.asked, again.clock.banked, again.clock.run) == (None, 50, 10)


def test_a_meeting_whose_step_is_gone_resumes_at_the_start_of_the_part() -> None:
    meeting = MeetingState.begin(AGENDA, BEGAN)
    for _ in range(2):
        meeting.turn(1, BEGAN)
    shorter = AgendaPart("pane", "pane", 120.0, False, ("pane", "a"))
    again = MeetingState.resume(meeting.to_dict(), Agenda((ITEM, shorter), 180.0, ()), BEGAN)
    assert (again.step.id, ids(again)) == ("pane", ["c", "pane", "a"])
