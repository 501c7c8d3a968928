"""A meeting on the desk: the agenda, the clock, going away and coming back, going on."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.goldens import assert_golden
from tests.meeting.small import BEGAN
from tests.panes.reading import load
from tests.panes.small import BRIEFING
from tests.reading import sessions
from tests.reading.meetings import AGENDA, NOTE, Time, briefing, controller, meeting, wait
from tests.reading.sessions import SIZES, Memory, press, screen
from tui.library.state import ReaderState
from tui.places import View
from tui.reading.reply import Reply

KEYS_OF_A_MEETING = ("M", "p", "R", "C", "N", "b", ".", "]", "[", "pagedown", "pageup", "1", "4")
STEPS = ["j1", "reactions", "r-globe", "r-again", "r-silence", "c-joined"]


def seed_meeting(size: tuple[int, int]) -> str:
    """The agenda of the briefing that comes with the program, after some minutes."""
    session, time = meeting(size, document=sessions.seed())
    wait(session, time, 150)
    press(session, "]", "]", "]")
    wait(session, time, 200)
    press(session, "pagedown", "pagedown", "pagedown")
    wait(session, time, 60)
    return screen(session)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_agenda_stands_large_and_calm_on_the_screen(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.meeting.wording.hours_and_minutes", lambda _: "10:14")
    assert_golden(f"screens/meeting-{size[0]}x{size[1]}.txt", seed_meeting(size))


@pytest.mark.parametrize("size", [*SIZES, (40, 12), (20, 5), (8, 3), (3, 1)])
def test_every_step_can_be_read_to_its_end_on_every_screen(size: tuple[int, int]) -> None:
    session, _ = meeting(size)
    met = list[str]()
    for _ in range(200):
        drawn = screen(session)
        assert all(len(line) <= size[0] for line in drawn.splitlines())
        assert len(drawn.splitlines()) == size[1]
        if session.notice == "this is the last of the agenda":
            break
        met.append(controller(session).record.showings[-1].id)
        press(session, "pagedown")
    assert list(dict.fromkeys(met)) == STEPS


def test_an_item_taller_than_the_screen_is_read_before_the_next_one() -> None:
    session, _ = meeting((60, 20), document=sessions.seed())
    first = screen(session)
    press(session, "pagedown")
    assert controller(session).record.showings[-1].id == "j1"
    assert screen(session) != first
    press(session, "pageup")
    assert screen(session).splitlines()[:15] == first.splitlines()[:15]
    press(session, "j")
    assert screen(session) != first


def test_what_comes_next_is_named_and_what_must_be_covered_is_counted() -> None:
    session, time = meeting()
    assert "next  Reactions" in screen(session)
    assert "not shown yet: 1 must-cover" in screen(session)
    wait(session, time, 60)
    press(session, "space", "space")
    assert "must-cover" not in screen(session)
    assert "next  Globe: It is fine." in screen(session)
    press(session, "space", "space", "space")
    assert "this is the last of the agenda" in screen(session)


def test_the_clock_tells_the_item_and_the_meeting() -> None:
    session, time = meeting((120, 40))
    wait(session, time, 60)
    press(session, "pagedown")
    wait(session, time, 120)
    assert "item 2:00 of 12:00   meeting 3 of 20, 2 ahead" in screen(session)
    assert "+2" in screen(session).splitlines()[0]


def test_a_question_takes_its_time_from_all_that_is_left() -> None:
    session, time = meeting((120, 40))
    press(session, "p")
    wait(session, time, 600)
    assert "meeting 10 of 20, 10 behind" in screen(session)
    press(session, "p")
    assert "10:00 for the question; the rest has 10 minutes" in screen(session)
    press(session, "pagedown")
    assert "item 0:00 of " in screen(session)
    assert "12:00" not in screen(session)
    clock, agenda = controller(session).clock, controller(session).agenda
    assert sum(clock.remaining_by_part(agenda).values()) + clock.ahead(agenda) == pytest.approx(600)


@pytest.mark.parametrize("blanking", ["b", ".", "ctrl+x"])
def test_the_screen_is_blanked_by_a_clicker_and_its_time_is_not_shown_time(blanking: str) -> None:
    session, time = meeting()
    wait(session, time, 30)
    assert press(session, blanking) is Reply.BLANK
    assert not screen(session).strip()
    wait(session, time, 300)
    assert press(session, "pagedown") is Reply.REPAINT
    wait(session, time, 30)
    controller(session).tick()
    assert [each.seconds for each in controller(session).record.showings] == [30, 30]
    assert controller(session).clock.run == 360


def test_escape_does_nothing_and_only_one_key_leaves() -> None:
    session, _ = meeting()
    before = screen(session).splitlines()[:20]
    press(session, "escape")
    assert screen(session).splitlines()[:20] == before
    for key in ("q", "ctrl+c", "ctrl+z"):
        assert press(session, key) is Reply.DRAW
        assert session.notice == "in a meeting only ctrl+q leaves"
    assert press(session, "ctrl+q") is Reply.LEAVE


@pytest.mark.parametrize(
    "keys", [("1",), ("4",), ("enter",), ("s",), ("tab",), ("f", *"trap", "enter", "enter")]
)
def test_one_can_go_anywhere_and_come_back_with_one_key(keys: tuple[str, ...]) -> None:
    session, _ = meeting()
    press(session, *keys)
    assert controller(session).is_away
    press(session, "M")
    assert not controller(session).is_away
    assert "Beijing will likely stay silent." in screen(session)


@pytest.mark.parametrize(
    "keys", [("f", "escape"), ("?", "?"), ("ctrl+p", "escape"), ("S", "escape")]
)
def test_what_lies_over_the_agenda_leaves_it_there(keys: tuple[str, ...]) -> None:
    session, _ = meeting()
    before = screen(session)
    press(session, *keys[:1])
    assert screen(session) != before
    press(session, *keys[1:])
    assert not controller(session).is_away
    assert screen(session).splitlines()[:20] == before.splitlines()[:20]


def test_what_is_on_the_screen_still_is_listed_with_its_time_so_far() -> None:
    session, time = meeting()
    time.now += 42
    press(session, "S")
    assert "0:42" in screen(session)


def test_words_are_found_from_the_agenda_too() -> None:
    session, _ = meeting()
    press(session, "/", *"trap")
    assert controller(session).is_away
    assert "It is a trap." in screen(session)


def test_away_from_the_agenda_the_clock_goes_on_and_what_is_seen_is_shown() -> None:
    session, time = meeting((120, 40))
    wait(session, time, 60)
    press(session, "4", "j")
    wait(session, time, 60)
    press(session, "o")
    wait(session, time, 60)
    drawn = screen(session)
    assert "item 3:00 of 3:00   meeting 3 of 20, on time" in drawn
    assert controller(session).record.ids == ("j1", "r-again")


def test_in_the_summary_the_must_cover_items_are_counted_on_every_screen() -> None:
    for size in SIZES:
        session, _ = meeting(size)
        press(session, "1")
        assert "1 must-cover" in screen(session).splitlines()[-2]


def test_an_answer_that_is_held_was_shown() -> None:
    session, time = meeting()
    wait(session, time, 60)
    press(session, "f", *"trap", "enter")
    wait(session, time, 60)
    press(session, "escape")
    assert controller(session).record.ids == ("j1", "r-globe")
    assert not controller(session).is_away


def test_what_a_room_hides_is_in_no_agenda_there_and_not_counted() -> None:
    session, time = meeting()
    wait(session, time, 60)
    press(session, "R")
    assert [step.id for step in controller(session).agenda.steps] == STEPS[1:]
    drawn = screen(session)
    assert "REACTIONS" in drawn
    assert "1 of 2" in drawn
    press(session, "S")
    assert "likely" not in screen(session)
    press(session, "escape", "R")
    assert [step.id for step in controller(session).agenda.steps] == STEPS
    assert controller(session).clock.elapsed == 60


def test_the_notes_of_the_speaker_are_there_only_when_asked_for_and_in_no_room() -> None:
    session, _ = meeting((120, 40))
    assert NOTE not in screen(session)
    press(session, "N")
    assert NOTE in screen(session)
    press(session, "R")
    assert NOTE not in screen(session)
    assert press(session, "N") is Reply.DRAW
    assert session.notice == "no notes in room mode"
    press(session, "R", "[")
    assert NOTE not in screen(session)


def test_what_was_shown_is_listed_and_can_be_gone_to() -> None:
    session, time = meeting()
    for _ in range(3):
        wait(session, time, 60)
        press(session, "pagedown")
    press(session, "S")
    drawn = screen(session)
    assert drawn.index("Globe: It is a trap.") < drawn.index("Beijing will likely stay silent.")
    assert "1:00" in drawn
    press(session, "G", "enter")
    assert controller(session).is_away
    assert session.reader is not None
    assert session.reader.here.item == "j1"


def test_the_item_of_the_agenda_is_that_of_the_other_commands() -> None:
    clipboard = sessions.Clipboard()
    session, _ = meeting(clipboard=clipboard)
    press(session, "pagedown", "pagedown", "y")
    assert "The Globe wrote that it is a trap." in clipboard.sent[0]
    assert not controller(session).is_away
    press(session, "s")
    assert session.reader is not None
    assert (session.reader.here.view, session.reader.here.item) == (View.SOURCE, "x-trap")


def test_a_click_on_a_pane_leads_there() -> None:
    from tui.app import mouse

    session, _ = meeting()
    tabs = next(row for row, line in enumerate(screen(session).splitlines()) if "[1 " in line)
    column = screen(session).splitlines()[tabs].index("4")
    mouse.click(session, column, tabs)
    assert controller(session).is_away


def test_ending_it_takes_the_key_twice() -> None:
    memory = Memory()
    session, _ = meeting(memory=memory)
    press(session, "E")
    assert session.meeting is not None
    press(session, "E")
    assert session.meeting is None
    assert memory.held is not None
    assert memory.held["is_ended"]
    press(session, "M")
    assert session.notice == "the meeting begins: 20 minutes, 3 parts"


def test_without_a_meeting_its_keys_say_how_to_begin_one() -> None:
    session = sessions.session()
    for key in ("p", "S", "E"):
        press(session, key)
        assert session.notice == "there is no meeting; M begins one"


def test_a_meeting_that_was_dropped_is_offered_and_goes_on(tmp_path: Path) -> None:
    session, time = meeting(memory=ReaderState(tmp_path))
    wait(session, time, 100)
    press(session, "pagedown", "pagedown")
    wait(session, time, 90)
    again = Time()
    again.now = time.now + 300
    other = sessions.session((120, 40), briefing(), memory=ReaderState(tmp_path), now=again)
    assert other.notice.startswith("M goes on with the meeting that stopped at ")
    assert other.notice.endswith(", 5 minutes ago")
    press(other, "M")
    assert other.notice == "the meeting goes on; 5 minutes were banked"
    assert controller(other).record.ids == ("j1", "reactions", "r-globe")[::2]
    assert "It is a trap." in screen(other)
    assert controller(other).clock.elapsed == again.now - BEGAN


def test_no_key_that_turns_the_agenda_waits_for_the_disk() -> None:
    memory = Memory()
    session, _ = meeting(memory=memory)
    before = memory.held
    press(session, "pagedown", "]", "M", "1", "b", "b")
    assert memory.held is before
    assert controller(session).is_changed
    for write in (session.tick, lambda: press(session, "p"), session.keep):
        press(session, "pagedown", "pageup")
        assert memory.held is before
        write()
        assert memory.held is not before
        before = memory.held


def test_that_nothing_is_kept_any_more_is_said_once(tmp_path: Path) -> None:
    session, time = meeting(memory=ReaderState(tmp_path))
    assert session.notice == "the meeting begins: 20 minutes, 3 parts"
    shutil.rmtree(tmp_path / "meetings")
    (tmp_path / "meetings").write_text("a file")
    wait(session, time, 60)
    assert session.notice.startswith("the meeting is not saved: ")
    wait(session, time, 120)
    assert session.notice == ""


def test_a_meeting_of_yesterday_or_one_that_was_ended_is_not_offered(tmp_path: Path) -> None:
    session, time = meeting(memory=ReaderState(tmp_path))
    wait(session, time, 100)
    time.now += 13 * 3600
    other = sessions.session(document=briefing(), memory=ReaderState(tmp_path), now=time)
    assert other.notice == ""
    press(session, "E", "E")
    assert (
        sessions.session(document=briefing(), memory=ReaderState(tmp_path), now=time).notice == ""
    )


def test_where_the_end_is_told_no_command_is_named_that_cannot_be_run() -> None:
    for walled, said in ((False, "briefing minutes prints it"), (True, "it is kept")):
        session, _ = meeting(is_restricted=walled)
        press(session, "E", "E")
        assert session.notice == f"the meeting is over; {said}"


def test_what_was_kept_and_is_no_meeting_does_no_harm() -> None:
    memory = Memory()
    damaged: list[dict[str, object]] = [{}, {"proceedings": 3}]
    damaged.append({"proceedings": {"clock": {}, "record": []}})
    for held in damaged:
        memory.held = held
        session, _ = meeting(memory=memory)
        assert session.notice == "the meeting begins: 20 minutes, 3 parts"


def test_a_briefing_that_changes_in_the_meeting_leaves_it_where_it_was(tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(sessions.SEED.read_text("utf-8"), "utf-8")
    from tui.load import load_document

    session, time = meeting(document=load_document(str(file)), load=load_document)
    press(session, "]", "]")
    wait(session, time, 60)
    text = file.read_text("utf-8").replace("{show: background, minutes: 6}", "{show: j2}")
    file.write_text(text, "utf-8")
    session.look()
    session.look()
    assert [part.show for part in controller(session).agenda.parts][:2] == ["j1", "j2"]
    assert "ACTORS" in screen(session)
    assert controller(session).clock.elapsed == 60


def test_another_briefing_has_another_meeting() -> None:
    session, _ = meeting()
    session.open(sessions.seed())
    assert session.meeting is None


_KEYS = st.sampled_from([*KEYS_OF_A_MEETING, *"fS/?tv", "enter", "escape", "tab", "s", "r", "x"])


@given(st.lists(st.tuples(_KEYS, st.sampled_from([0, 1, 90, -400, 1e9])), max_size=14))
def test_whatever_is_pressed_and_whatever_the_clock_does_the_meeting_goes_on(
    pressed: list[tuple[str, float]],
) -> None:
    session, time = meeting()
    passed = 0.0
    for key, seconds in pressed:
        time.now += seconds
        passed += seconds if 0 <= seconds <= 20 * 60 else 0
        press(session, key)
        controller(session).tick()
        assert len(screen(session).splitlines()) == 24
        assert controller(session).clock.elapsed == pytest.approx(passed)
        assert controller(session).record.is_open is not session.is_blank
        if session.reader is not None and session.reader.policy.room:
            assert "will likely" not in screen(session)
            assert NOTE not in screen(session)


def test_a_meeting_can_begin_at_once() -> None:
    session = sessions.session(document=briefing(), now=Time(), is_meeting=True)
    assert "Beijing will likely stay silent." in screen(session)
    assert session.notice == "the meeting begins: 20 minutes, 3 parts"


def test_what_is_above_the_clearance_is_in_no_agenda_and_not_counted(tmp_path: Path) -> None:
    told = {**BRIEFING, "meeting": AGENDA, "marking": "TLP:AMBER"}
    told["key_judgments"] = [{**BRIEFING["key_judgments"][0], "marking": "TLP:AMBER"}]
    told["sources"] = [{**BRIEFING["sources"][0], "marking": "TLP:GREEN"}]
    told["panes"] = json.loads(json.dumps(BRIEFING["panes"]))
    for item in (*told["panes"][0]["sections"][0]["claims"], *told["panes"][2]["reactions"]):
        item["marking"] = "TLP:GREEN"
    for pane in told["panes"]:
        pane["marking"] = "TLP:GREEN"
    session, time = meeting((120, 40), document=load(told, tmp_path))
    wait(session, time, 60)
    assert session.reader is not None
    while session.clearance != "TLP:GREEN":
        press(session, "C")
    assert [step.id for step in controller(session).agenda.steps] == STEPS[1:]
    assert controller(session).agenda.uncovered(()) == 1
    for key in ("S", "escape", "f", *"silent", "escape", "["):
        press(session, key)
        assert "Beijing will likely" not in screen(session)
    while session.clearance:
        press(session, "C")
    assert [step.id for step in controller(session).agenda.steps] == STEPS
    assert controller(session).clock.elapsed == 60
