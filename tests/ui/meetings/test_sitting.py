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
from tests.ui import desks
from tests.ui.desks import SIZES, Memory, press, screen
from tests.ui.sittings import AGENDA, NOTE, Time, briefing, meeting, sitting, wait
from tui.library.state import State
from tui.places import View
from tui.ui.reply import Reply

KEYS_OF_A_MEETING = ("M", "p", "R", "C", "N", "b", ".", "]", "[", "pagedown", "pageup", "1", "4")
STEPS = ["j1", "reactions", "r-globe", "r-again", "r-silence", "c-joined"]


def seed_meeting(size: tuple[int, int]) -> str:
    """The agenda of the briefing that comes with the program, after some minutes."""
    desk, time = meeting(size, document=desks.seed())
    wait(desk, time, 150)
    press(desk, "]", "]", "]")
    wait(desk, time, 200)
    press(desk, "pagedown", "pagedown", "pagedown")
    wait(desk, time, 60)
    return screen(desk)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_agenda_stands_large_and_calm_on_the_screen(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.meeting.wording.hours_and_minutes", lambda _: "10:14")
    assert_golden(f"screens/meeting-{size[0]}x{size[1]}.txt", seed_meeting(size))


@pytest.mark.parametrize("size", [*SIZES, (40, 12), (20, 5), (8, 3), (3, 1)])
def test_every_step_can_be_read_to_its_end_on_every_screen(size: tuple[int, int]) -> None:
    desk, _ = meeting(size)
    met = list[str]()
    for _ in range(200):
        drawn = screen(desk)
        assert all(len(line) <= size[0] for line in drawn.splitlines())
        assert len(drawn.splitlines()) == size[1]
        if desk.notice == "this is the last of the agenda":
            break
        met.append(sitting(desk).record.showings[-1].id)
        press(desk, "pagedown")
    assert list(dict.fromkeys(met)) == STEPS


def test_an_item_taller_than_the_screen_is_read_before_the_next_one() -> None:
    desk, _ = meeting((60, 20), document=desks.seed())
    first = screen(desk)
    press(desk, "pagedown")
    assert sitting(desk).record.showings[-1].id == "j1"
    assert screen(desk) != first
    press(desk, "pageup")
    assert screen(desk).splitlines()[:15] == first.splitlines()[:15]
    press(desk, "j")
    assert screen(desk) != first


def test_what_comes_next_is_named_and_what_must_be_covered_is_counted() -> None:
    desk, time = meeting()
    assert "next  Reactions" in screen(desk)
    assert "not shown yet: 1 must-cover" in screen(desk)
    wait(desk, time, 60)
    press(desk, "space", "space")
    assert "must-cover" not in screen(desk)
    assert "next  Globe: It is fine." in screen(desk)
    press(desk, "space", "space", "space")
    assert "this is the last of the agenda" in screen(desk)


def test_the_clock_tells_the_item_and_the_meeting() -> None:
    desk, time = meeting((120, 40))
    wait(desk, time, 60)
    press(desk, "pagedown")
    wait(desk, time, 120)
    assert "item 2:00 of 12:00   meeting 3 of 20, 2 ahead" in screen(desk)
    assert "+2" in screen(desk).splitlines()[0]


def test_a_question_takes_its_time_from_all_that_is_left() -> None:
    desk, time = meeting((120, 40))
    press(desk, "p")
    wait(desk, time, 600)
    assert "meeting 10 of 20, 10 behind" in screen(desk)
    press(desk, "p")
    assert "10:00 for the question; the rest has 10 minutes" in screen(desk)
    press(desk, "pagedown")
    assert "item 0:00 of " in screen(desk)
    assert "12:00" not in screen(desk)
    clock, agenda = sitting(desk).clock, sitting(desk).agenda
    assert sum(clock.rest(agenda).values()) + clock.ahead(agenda) == pytest.approx(600)


@pytest.mark.parametrize("blanking", ["b", ".", "ctrl+x"])
def test_the_screen_is_blanked_by_a_clicker_and_its_time_is_not_shown_time(blanking: str) -> None:
    desk, time = meeting()
    wait(desk, time, 30)
    assert press(desk, blanking) is Reply.BLANK
    assert not screen(desk).strip()
    wait(desk, time, 300)
    assert press(desk, "pagedown") is Reply.REPAINT
    wait(desk, time, 30)
    sitting(desk).tick()
    assert [each.seconds for each in sitting(desk).record.showings] == [30, 30]
    assert sitting(desk).clock.run == 360


def test_escape_does_nothing_and_only_one_key_leaves() -> None:
    desk, _ = meeting()
    before = screen(desk).splitlines()[:20]
    press(desk, "escape")
    assert screen(desk).splitlines()[:20] == before
    for key in ("q", "ctrl+c", "ctrl+z"):
        assert press(desk, key) is Reply.DRAW
        assert desk.notice == "in a meeting only ctrl+q leaves"
    assert press(desk, "ctrl+q") is Reply.LEAVE


@pytest.mark.parametrize(
    "keys", [("1",), ("4",), ("enter",), ("s",), ("tab",), ("f", *"trap", "enter", "enter")]
)
def test_one_can_go_anywhere_and_come_back_with_one_key(keys: tuple[str, ...]) -> None:
    desk, _ = meeting()
    press(desk, *keys)
    assert sitting(desk).is_away
    press(desk, "M")
    assert not sitting(desk).is_away
    assert "Beijing will likely stay silent." in screen(desk)


@pytest.mark.parametrize(
    "keys", [("f", "escape"), ("?", "?"), ("ctrl+p", "escape"), ("S", "escape")]
)
def test_what_lies_over_the_agenda_leaves_it_there(keys: tuple[str, ...]) -> None:
    desk, _ = meeting()
    before = screen(desk)
    press(desk, *keys[:1])
    assert screen(desk) != before
    press(desk, *keys[1:])
    assert not sitting(desk).is_away
    assert screen(desk).splitlines()[:20] == before.splitlines()[:20]


def test_what_is_on_the_screen_still_is_listed_with_its_time_so_far() -> None:
    desk, time = meeting()
    time.now += 42
    press(desk, "S")
    assert "0:42" in screen(desk)


def test_words_are_found_from_the_agenda_too() -> None:
    desk, _ = meeting()
    press(desk, "/", *"trap")
    assert sitting(desk).is_away
    assert "It is a trap." in screen(desk)


def test_away_from_the_agenda_the_clock_goes_on_and_what_is_seen_is_shown() -> None:
    desk, time = meeting((120, 40))
    wait(desk, time, 60)
    press(desk, "4", "j")
    wait(desk, time, 60)
    press(desk, "o")
    wait(desk, time, 60)
    drawn = screen(desk)
    assert "item 3:00 of 3:00   meeting 3 of 20, on time" in drawn
    assert sitting(desk).record.ids == ("j1", "r-again")


def test_in_the_summary_the_must_cover_items_are_counted_on_every_screen() -> None:
    for size in SIZES:
        desk, _ = meeting(size)
        press(desk, "1")
        assert "1 must-cover" in screen(desk).splitlines()[-2]


def test_an_answer_that_is_held_was_shown() -> None:
    desk, time = meeting()
    wait(desk, time, 60)
    press(desk, "f", *"trap", "enter")
    wait(desk, time, 60)
    press(desk, "escape")
    assert sitting(desk).record.ids == ("j1", "r-globe")
    assert not sitting(desk).is_away


def test_what_a_room_hides_is_in_no_agenda_there_and_not_counted() -> None:
    desk, time = meeting()
    wait(desk, time, 60)
    press(desk, "R")
    assert [step.id for step in sitting(desk).agenda.steps] == STEPS[1:]
    drawn = screen(desk)
    assert "REACTIONS" in drawn
    assert "1 of 2" in drawn
    press(desk, "S")
    assert "likely" not in screen(desk)
    press(desk, "escape", "R")
    assert [step.id for step in sitting(desk).agenda.steps] == STEPS
    assert sitting(desk).clock.elapsed == 60


def test_the_notes_of_the_speaker_are_there_only_when_asked_for_and_in_no_room() -> None:
    desk, _ = meeting((120, 40))
    assert NOTE not in screen(desk)
    press(desk, "N")
    assert NOTE in screen(desk)
    press(desk, "R")
    assert NOTE not in screen(desk)
    assert press(desk, "N") is Reply.DRAW
    assert desk.notice == "no notes in room mode"
    press(desk, "R", "[")
    assert NOTE not in screen(desk)


def test_what_was_shown_is_listed_and_can_be_gone_to() -> None:
    desk, time = meeting()
    for _ in range(3):
        wait(desk, time, 60)
        press(desk, "pagedown")
    press(desk, "S")
    drawn = screen(desk)
    assert drawn.index("Globe: It is a trap.") < drawn.index("Beijing will likely stay silent.")
    assert "1:00" in drawn
    press(desk, "G", "enter")
    assert sitting(desk).is_away
    assert desk.reader is not None
    assert desk.reader.here.item == "j1"


def test_the_item_of_the_agenda_is_that_of_the_other_commands() -> None:
    clipboard = desks.Clipboard()
    desk, _ = meeting(clipboard=clipboard)
    press(desk, "pagedown", "pagedown", "y")
    assert "The Globe wrote that it is a trap." in clipboard.sent[0]
    assert not sitting(desk).is_away
    press(desk, "s")
    assert desk.reader is not None
    assert (desk.reader.here.view, desk.reader.here.item) == (View.SOURCE, "x-trap")


def test_a_click_on_a_pane_leads_there() -> None:
    from tui.ui import pointing

    desk, _ = meeting()
    tabs = next(row for row, line in enumerate(screen(desk).splitlines()) if "[1 " in line)
    column = screen(desk).splitlines()[tabs].index("4")
    pointing.click(desk, column, tabs)
    assert sitting(desk).is_away


def test_ending_it_takes_the_key_twice() -> None:
    memory = Memory()
    desk, _ = meeting(memory=memory)
    press(desk, "E")
    assert desk.meeting is not None
    press(desk, "E")
    assert desk.meeting is None
    assert memory.held is not None
    assert memory.held["is_ended"]
    press(desk, "M")
    assert desk.notice == "the meeting begins: 20 minutes, 3 parts"


def test_without_a_meeting_its_keys_say_how_to_begin_one() -> None:
    desk = desks.desk()
    for key in ("p", "S", "E"):
        press(desk, key)
        assert desk.notice == "there is no meeting; M begins one"


def test_a_meeting_that_was_dropped_is_offered_and_goes_on(tmp_path: Path) -> None:
    desk, time = meeting(memory=State(tmp_path))
    wait(desk, time, 100)
    press(desk, "pagedown", "pagedown")
    wait(desk, time, 90)
    again = Time()
    again.now = time.now + 300
    other = desks.desk((120, 40), briefing(), memory=State(tmp_path), now=again)
    assert other.notice.startswith("M goes on with the meeting that stopped at ")
    assert other.notice.endswith(", 5 minutes ago")
    press(other, "M")
    assert other.notice == "the meeting goes on; 5 minutes were banked"
    assert sitting(other).record.ids == ("j1", "reactions", "r-globe")[::2]
    assert "It is a trap." in screen(other)
    assert sitting(other).clock.elapsed == again.now - BEGAN


def test_no_key_that_turns_the_agenda_waits_for_the_disk() -> None:
    memory = Memory()
    desk, _ = meeting(memory=memory)
    before = memory.held
    press(desk, "pagedown", "]", "M", "1", "b", "b")
    assert memory.held is before
    assert sitting(desk).is_changed
    for write in (desk.tick, lambda: press(desk, "p"), desk.keep):
        press(desk, "pagedown", "pageup")
        assert memory.held is before
        write()
        assert memory.held is not before
        before = memory.held


def test_that_nothing_is_kept_any_more_is_said_once(tmp_path: Path) -> None:
    desk, time = meeting(memory=State(tmp_path))
    assert desk.notice == "the meeting begins: 20 minutes, 3 parts"
    shutil.rmtree(tmp_path / "meetings")
    (tmp_path / "meetings").write_text("a file")
    wait(desk, time, 60)
    assert desk.notice.startswith("the meeting is not saved: ")
    wait(desk, time, 120)
    assert desk.notice == ""


def test_a_meeting_of_yesterday_or_one_that_was_ended_is_not_offered(tmp_path: Path) -> None:
    desk, time = meeting(memory=State(tmp_path))
    wait(desk, time, 100)
    time.now += 13 * 3600
    other = desks.desk(document=briefing(), memory=State(tmp_path), now=time)
    assert other.notice == ""
    press(desk, "E", "E")
    assert desks.desk(document=briefing(), memory=State(tmp_path), now=time).notice == ""


def test_where_the_end_is_told_no_command_is_named_that_cannot_be_run() -> None:
    for walled, said in ((False, "briefing minutes prints it"), (True, "it is kept")):
        desk, _ = meeting(is_walled=walled)
        press(desk, "E", "E")
        assert desk.notice == f"the meeting is over; {said}"


def test_what_was_kept_and_is_no_meeting_does_no_harm() -> None:
    memory = Memory()
    damaged: list[dict[str, object]] = [{}, {"proceedings": 3}]
    damaged.append({"proceedings": {"clock": {}, "record": []}})
    for held in damaged:
        memory.held = held
        desk, _ = meeting(memory=memory)
        assert desk.notice == "the meeting begins: 20 minutes, 3 parts"


def test_a_briefing_that_changes_in_the_meeting_leaves_it_where_it_was(tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(desks.SEED.read_text("utf-8"), "utf-8")
    from tui.load import load_document

    desk, time = meeting(document=load_document(str(file)), load=load_document)
    press(desk, "]", "]")
    wait(desk, time, 60)
    text = file.read_text("utf-8").replace("{show: background, minutes: 6}", "{show: j2}")
    file.write_text(text, "utf-8")
    desk.look()
    desk.look()
    assert [part.show for part in sitting(desk).agenda.parts][:2] == ["j1", "j2"]
    assert "ACTORS" in screen(desk)
    assert sitting(desk).clock.elapsed == 60


def test_another_briefing_has_another_meeting() -> None:
    desk, _ = meeting()
    desk.open(desks.seed())
    assert desk.meeting is None


_KEYS = st.sampled_from([*KEYS_OF_A_MEETING, *"fS/?tv", "enter", "escape", "tab", "s", "r", "x"])


@given(st.lists(st.tuples(_KEYS, st.sampled_from([0, 1, 90, -400, 1e9])), max_size=14))
def test_whatever_is_pressed_and_whatever_the_clock_does_the_meeting_goes_on(
    pressed: list[tuple[str, float]],
) -> None:
    desk, time = meeting()
    passed = 0.0
    for key, seconds in pressed:
        time.now += seconds
        passed += seconds if 0 <= seconds <= 20 * 60 else 0
        press(desk, key)
        sitting(desk).tick()
        assert len(screen(desk).splitlines()) == 24
        assert sitting(desk).clock.elapsed == pytest.approx(passed)
        assert sitting(desk).record.is_open is not desk.is_blank
        if desk.reader is not None and desk.reader.options.room:
            assert "will likely" not in screen(desk)
            assert NOTE not in screen(desk)


def test_a_meeting_can_begin_at_once() -> None:
    desk = desks.desk(document=briefing(), now=Time(), is_meeting=True)
    assert "Beijing will likely stay silent." in screen(desk)
    assert desk.notice == "the meeting begins: 20 minutes, 3 parts"


def test_what_is_above_the_clearance_is_in_no_agenda_and_not_counted(tmp_path: Path) -> None:
    told = {**BRIEFING, "meeting": AGENDA, "marking": "TLP:AMBER"}
    told["key_judgments"] = [{**BRIEFING["key_judgments"][0], "marking": "TLP:AMBER"}]
    told["sources"] = [{**BRIEFING["sources"][0], "marking": "TLP:GREEN"}]
    told["panes"] = json.loads(json.dumps(BRIEFING["panes"]))
    for item in (*told["panes"][0]["sections"][0]["claims"], *told["panes"][2]["reactions"]):
        item["marking"] = "TLP:GREEN"
    for pane in told["panes"]:
        pane["marking"] = "TLP:GREEN"
    desk, time = meeting((120, 40), document=load(told, tmp_path))
    wait(desk, time, 60)
    assert desk.reader is not None
    while desk.clearance != "TLP:GREEN":
        press(desk, "C")
    assert [step.id for step in sitting(desk).agenda.steps] == STEPS[1:]
    assert sitting(desk).agenda.uncovered(()) == 1
    for key in ("S", "escape", "f", *"silent", "escape", "["):
        press(desk, key)
        assert "Beijing will likely" not in screen(desk)
    while desk.clearance:
        press(desk, "C")
    assert [step.id for step in sitting(desk).agenda.steps] == STEPS
    assert sitting(desk).clock.elapsed == 60
