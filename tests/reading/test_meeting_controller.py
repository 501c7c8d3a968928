"""The meeting on the open briefing: agenda, clock, going away and coming back, resuming."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.meeting.small import BEGAN
from tests.panes.reading import load
from tests.panes.small import BRIEFING
from tests.reading import sessions
from tests.reading.meetings import (
    AGENDA,
    NOTE,
    Time,
    blank,
    briefing,
    controller,
    meeting,
    turn,
    wait,
)
from tests.reading.sessions import (
    Memory,
    ask,
    copied,
    enter,
    find,
    here,
    hold,
    reader,
    run,
    shown,
)
from tui.library.state import ReaderState
from tui.load import load_document
from tui.places import View
from tui.reading.commands import COMMANDS
from tui.reading.session import ReadingSession

STEPS = ["j1", "reactions", "r-globe", "r-again", "r-silence", "c-joined"]


def steps(session: ReadingSession) -> Sequence[str]:
    """The ids of the slides."""
    return [step.id for step in controller(session).agenda.steps]


def test_every_slide_of_the_agenda_is_shown_in_turn() -> None:
    session, _ = meeting()
    assert session.notice == "the meeting begins: 20 minutes, 3 parts"
    passed = [controller(session).shown[0]]
    while turn(session, 1) == "":
        passed.append(controller(session).shown[0])
    assert session.notice == "this is the last of the agenda"
    assert passed == STEPS
    while turn(session, -1) == "":
        assert controller(session).shown[0] in STEPS
    assert session.notice == "this is the first of the agenda"


def test_parts_are_turned_as_a_whole() -> None:
    session, _ = meeting()
    run(session, "agenda.next_part")
    assert (controller(session).shown[0], controller(session).place) == ("reactions", "2 of 3")
    turn(session, 1)
    run(session, "agenda.previous_part")
    assert controller(session).shown[0] == "reactions"
    run(session, "agenda.next_part")
    assert run(session, "agenda.next_part") == "this is the last part"
    run(session, "agenda.previous_part", "agenda.previous_part")
    assert run(session, "agenda.previous_part") == "this is the first part"


def test_the_panes_below_are_at_the_item_of_the_slide() -> None:
    session, _ = meeting()
    turn(session, 1, 1)
    assert here(session).item == "r-globe"
    assert session.is_at_agenda


def test_what_comes_next_is_named_and_what_must_be_covered_is_counted() -> None:
    session, time = meeting()
    assert controller(session).following == "Reactions"
    assert controller(session).uncovered == "not shown yet: 1 must-cover"
    wait(session, time, 60)
    turn(session, 1, 1)
    assert controller(session).uncovered == ""
    assert controller(session).following == "Globe: It is fine."
    turn(session, 1, 1, 1)
    assert controller(session).following == ""


def test_the_clock_shows_the_item_and_the_meeting() -> None:
    session, time = meeting()
    wait(session, time, 60)
    turn(session, 1)
    wait(session, time, 120)
    assert controller(session).status(100) == "item 2:00 of 12:00   meeting 3 of 20, 2 ahead"
    assert "+2" in controller(session).time
    assert len(controller(session).status(30)) <= 30


def test_at_the_agenda_its_command_says_how_the_meeting_stands() -> None:
    session, time = meeting()
    wait(session, time, 60)
    assert run(session, "meeting.open").startswith("item 1:00 of 3:00, meeting 1 of 20")
    assert "1 must-cover left" in session.notice


def test_a_question_takes_its_time_from_all_that_is_left() -> None:
    session, time = meeting()
    assert run(session, "meeting.question").endswith("p goes on")
    wait(session, time, 600)
    assert "meeting 10 of 20, 10 behind" in controller(session).status(100)
    assert run(session, "meeting.question") == "10:00 for the question; the rest has 10 minutes"
    turn(session, 1)
    clock, agenda = controller(session).clock, controller(session).agenda
    assert sum(clock.remaining_by_part(agenda).values()) + clock.ahead(agenda) == pytest.approx(600)


def test_the_time_of_a_blank_screen_is_not_shown_time() -> None:
    session, time = meeting()
    wait(session, time, 30)
    blank(session)
    wait(session, time, 300)
    blank(session, is_blank=False)
    wait(session, time, 30)
    session.tick()
    assert [each.seconds for each in controller(session).record.showings] == [30, 30]
    assert controller(session).clock.run == 360


def test_a_meeting_is_held_so_that_it_is_not_left_by_accident() -> None:
    session, _ = meeting()
    assert session.is_held
    assert session.how_to_leave() == "in a meeting only ctrl+q leaves"


@pytest.mark.parametrize(
    "id",
    ["pane.1", "pane.4", "pane.next", "evidence.open", "evidence.source", "view.timeline"],
)
def test_a_command_leads_away_from_the_agenda_and_one_leads_back(id: str) -> None:
    session, _ = meeting()
    run(session, id)
    assert controller(session).is_away
    assert not session.is_at_agenda
    run(session, "meeting.open")
    assert session.is_at_agenda
    assert "Beijing will likely stay silent." in shown(session)


def test_an_answer_leads_away_even_to_the_same_item() -> None:
    session, _ = meeting()
    hold(session, "beijing will")
    run(session, "answer.go")
    assert controller(session).is_away


def test_found_words_lead_away() -> None:
    session, _ = meeting()
    find(session, "trap")
    assert controller(session).is_away
    assert "It is a trap." in shown(session)


@pytest.mark.parametrize("id", ["meeting.shown", "annotations.list", "pane.outline"])
def test_a_list_that_is_closed_leaves_the_agenda_there(id: str) -> None:
    session, _ = meeting()
    before = shown(session)
    run(session, id)
    assert not session.is_at_agenda
    run(session, "place.leave")
    assert session.is_at_agenda
    assert shown(session) == before.replace("the meeting begins: 20 minutes, 3 parts", "")


def test_a_question_that_is_closed_leaves_the_agenda_there() -> None:
    session, _ = meeting()
    ask(session, "trap")
    assert not session.is_at_agenda
    run(session, "place.leave")
    assert session.is_at_agenda


def test_what_was_shown_is_listed_with_its_time_so_far() -> None:
    session, time = meeting()
    time.now += 42
    run(session, "meeting.shown")
    assert "0:42" in shown(session)


def test_what_was_shown_is_listed_last_first_and_can_be_gone_to() -> None:
    session, time = meeting()
    for _ in range(3):
        wait(session, time, 60)
        turn(session, 1)
    run(session, "meeting.shown")
    listed = shown(session)
    assert listed.index("Globe: It is a trap.") < listed.index("Beijing will likely stay silent.")
    assert "1:00" in listed
    assert session.places is not None
    session.places.highlight("j1")
    run(session, "places.go")
    assert controller(session).is_away
    assert here(session).item == "j1"


def test_away_from_the_agenda_what_is_current_is_recorded() -> None:
    session, time = meeting()
    wait(session, time, 60)
    run(session, "pane.4", "list.next")
    wait(session, time, 60)
    run(session, "evidence.excerpt")
    wait(session, time, 60)
    assert "item 3:00 of 3:00   meeting 3 of 20, on time" in controller(session).status(200)
    assert controller(session).record.ids == ("j1", "r-again")


@pytest.mark.parametrize("columns", [30, 60, 120])
def test_away_from_the_agenda_what_must_be_covered_is_counted(columns: int) -> None:
    session, _ = meeting()
    run(session, "pane.1")
    assert "1 must-cover" in controller(session).status(columns)


def test_a_kept_answer_is_recorded() -> None:
    session, time = meeting()
    wait(session, time, 60)
    hold(session, "trap")
    wait(session, time, 60)
    run(session, "place.leave")
    assert controller(session).record.ids == ("j1", "r-globe")
    assert not controller(session).is_away


def test_what_room_mode_hides_is_not_on_the_agenda_and_not_counted() -> None:
    session, time = meeting()
    wait(session, time, 60)
    run(session, "policy.room")
    assert steps(session) == STEPS[1:]
    assert controller(session).place == "1 of 2"
    assert "REACTIONS" in shown(session).upper()
    run(session, "meeting.shown")
    assert "likely" not in shown(session)
    run(session, "place.leave", "policy.room")
    assert steps(session) == STEPS
    assert controller(session).clock.elapsed == 60


def test_the_speakers_notes_are_shown_on_request_and_never_in_room_mode() -> None:
    session, _ = meeting()
    assert NOTE not in shown(session)
    assert run(session, "agenda.notes") == "notes: on"
    assert NOTE in shown(session)
    turn(session, 1)
    assert not controller(session).has_speaker_notes
    turn(session, -1)
    run(session, "policy.room")
    assert NOTE not in shown(session)
    assert run(session, "agenda.notes") == "no notes in room mode"
    run(session, "policy.room", "agenda.previous_part")
    assert NOTE not in shown(session)


def test_the_item_of_the_slide_is_that_of_the_other_commands() -> None:
    session, _ = meeting()
    turn(session, 1, 1)
    assert "The Globe wrote that it is a trap." in copied(session, "evidence.copy")
    assert not controller(session).is_away
    run(session, "evidence.source")
    assert (here(session).view, here(session).item) == (View.SOURCE, "x-trap")


def test_a_meeting_that_is_ended_is_over() -> None:
    memory = Memory()
    session, _ = meeting(memory=memory)
    notice = session.end_meeting(is_repeated=True)
    assert notice == "the meeting is over; briefing minutes prints it"
    assert session.meeting is None
    assert memory.held is not None
    assert memory.held["is_ended"]
    run(session, "meeting.open")
    assert session.notice == "the meeting begins: 20 minutes, 3 parts"


def test_on_a_server_no_command_is_named_that_cannot_be_run() -> None:
    session, _ = meeting(is_restricted=True)
    assert session.end_meeting(is_repeated=True) == "the meeting is over; it is kept"


@pytest.mark.parametrize("id", [id for id in COMMANDS if id.startswith(("meeting.", "agenda."))])
def test_without_a_meeting_its_commands_say_how_to_begin_one(id: str) -> None:
    session = sessions.session()
    if id not in ("meeting.open", "agenda.nothing"):
        assert run(session, id) == "there is no meeting; M begins one"
    notice = session.end_meeting(is_repeated=True)
    assert notice == "there is no meeting; M begins one" or session.meeting is None


def test_without_a_briefing_there_is_no_meeting() -> None:
    session = sessions.library_session()
    assert run(session, "meeting.open") == "a meeting is on one briefing: open it first"


def test_a_meeting_that_was_interrupted_is_offered_and_resumed(tmp_path: Path) -> None:
    session, time = meeting(memory=ReaderState(tmp_path))
    wait(session, time, 100)
    turn(session, 1, 1)
    wait(session, time, 90)
    again = Time()
    again.now = time.now + 300
    other = sessions.session(briefing(), memory=ReaderState(tmp_path), now=again)
    assert other.notice.startswith("M goes on with the meeting that stopped at ")
    assert other.notice.endswith(", 5 minutes ago")
    run(other, "meeting.open")
    assert other.notice == "the meeting goes on; 5 minutes were banked"
    assert controller(other).record.ids == ("j1", "r-globe")
    assert "It is a trap." in shown(other)
    assert controller(other).clock.elapsed == again.now - BEGAN


def test_turning_the_agenda_does_not_wait_for_the_disk() -> None:
    memory = Memory()
    session, _ = meeting(memory=memory)
    before = memory.held
    turn(session, 1)
    run(session, "agenda.next_part", "meeting.open", "pane.1")
    blank(session)
    blank(session, is_blank=False)
    assert memory.held is before
    assert controller(session).is_changed
    for write in (session.tick, lambda: run(session, "meeting.question"), session.keep):
        turn(session, 1, -1)
        assert memory.held is before
        write()
        assert memory.held is not before
        before = memory.held


def test_a_meeting_that_cannot_be_kept_any_more_is_reported_once(tmp_path: Path) -> None:
    session, time = meeting(memory=ReaderState(tmp_path))
    shutil.rmtree(tmp_path / "meetings")
    (tmp_path / "meetings").write_text("a file")
    wait(session, time, 60)
    assert session.notice.startswith("the meeting is not saved: ")
    wait(session, time, 120)
    assert session.notice == ""


def test_a_meeting_of_yesterday_is_not_offered(tmp_path: Path) -> None:
    session, time = meeting(memory=ReaderState(tmp_path))
    wait(session, time, 100)
    time.now += 13 * 3600
    assert sessions.session(briefing(), memory=ReaderState(tmp_path), now=time).notice == ""


def test_a_meeting_that_was_ended_is_not_offered(tmp_path: Path) -> None:
    session, time = meeting(memory=ReaderState(tmp_path))
    session.end_meeting(is_repeated=True)
    assert sessions.session(briefing(), memory=ReaderState(tmp_path), now=time).notice == ""


@pytest.mark.parametrize(
    "held", [{}, {"proceedings": 3}, {"proceedings": {"clock": {}, "record": []}}]
)
def test_a_damaged_record_of_a_meeting_does_no_harm(held: dict[str, object]) -> None:
    memory = Memory()
    memory.held = held
    session, _ = meeting(memory=memory)
    assert session.notice == "the meeting begins: 20 minutes, 3 parts"


def test_a_briefing_that_changes_leaves_its_meeting_where_it_was(tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(sessions.SEED.read_text("utf-8"), "utf-8")
    session, time = meeting(load_document(str(file)), load=load_document)
    run(session, "agenda.next_part", "agenda.next_part")
    step = controller(session).shown
    wait(session, time, 60)
    text = file.read_text("utf-8").replace("{show: background, minutes: 6}", "{show: j2}")
    file.write_text(text, "utf-8")
    assert [session.reload(), session.reload()] == [False, True]
    session.settle()
    assert [part.show for part in controller(session).agenda.parts][:2] == ["j1", "j2"]
    assert controller(session).shown == step
    assert controller(session).clock.elapsed == 60


def test_another_briefing_has_another_meeting() -> None:
    session, _ = meeting()
    session.open(sessions.seed())
    assert session.meeting is None


def test_what_is_above_the_clearance_is_not_on_the_agenda_and_not_counted(tmp_path: Path) -> None:
    told = {**BRIEFING, "meeting": AGENDA, "marking": "TLP:AMBER"}
    told["key_judgments"] = [{**BRIEFING["key_judgments"][0], "marking": "TLP:AMBER"}]
    told["sources"] = [{**BRIEFING["sources"][0], "marking": "TLP:GREEN"}]
    told["panes"] = json.loads(json.dumps(BRIEFING["panes"]))
    for item in (*told["panes"][0]["sections"][0]["claims"], *told["panes"][2]["reactions"]):
        item["marking"] = "TLP:GREEN"
    for pane in told["panes"]:
        pane["marking"] = "TLP:GREEN"
    session, time = meeting(load(told, tmp_path))
    wait(session, time, 60)
    while session.clearance != "TLP:GREEN":
        run(session, "policy.clearance")
    assert steps(session) == STEPS[1:]
    assert controller(session).agenda.uncovered(()) == 1
    run(session, "meeting.shown")
    assert "Beijing will likely" not in shown(session)
    run(session, "place.leave")
    ask(session, "silent")
    assert "Beijing will likely" not in shown(session)
    while session.clearance:
        run(session, "policy.clearance")
    assert steps(session) == STEPS
    assert controller(session).clock.elapsed == 60


_COMMANDS = st.sampled_from([*COMMANDS, "turn", "turn back", "blank", "ask", "find"])


@settings(deadline=None)
@given(st.lists(st.tuples(_COMMANDS, st.sampled_from([0, 1, 90, -400, 1e9])), max_size=14))
def test_whatever_happens_and_whatever_the_clock_does_the_meeting_goes_on(
    commands: list[tuple[str, float]],
) -> None:
    session, time = meeting()
    passed = 0.0
    for id, seconds in commands:
        time.now += seconds
        passed += seconds if 0 <= seconds <= 20 * 60 else 0
        match id:
            case "turn" | "turn back":
                turn(session, 1 if id == "turn" else -1)
            case "blank":
                blank(session, is_blank=not session.is_blank)
            case "ask" | "find":
                enter(session, "find.ask" if id == "ask" else "find.open", "trap")
            case _:
                run(session, id)
        controller(session).tick()
        assert controller(session).clock.elapsed == pytest.approx(passed)
        assert not (session.is_blank and controller(session).record.is_open)
        assert len(controller(session).status(80)) <= 80
        if reader(session).policy.room:
            assert "will likely" not in shown(session)
            assert NOTE not in shown(session)
