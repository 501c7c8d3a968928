"""The dialogue: what is said, only what is new, and what a line does."""

from pathlib import Path

import pytest

from tests.linear.readers import LineReader
from tests.reading.sessions import SEED, SmallLibrary, seed, small
from tui.app.bindings import Keys
from tui.linear.state import Outcome
from tui.load import load_document
from tui.places import Filter, View
from tui.reading.place_list import Outline


@pytest.fixture
def reader() -> LineReader:
    """A reader of the small briefing."""
    return LineReader(small())


@pytest.fixture
def seeded() -> LineReader:
    """A reader of the briefing that comes with the program."""
    return LineReader(seed())


def test_it_begins_with_what_this_is_as_of_when_where_one_can_go_and_the_first_item(
    seeded: LineReader,
) -> None:
    said = seeded.said
    assert said[0] == "TLP:CLEAR. NATO–South Korea relations and China, final."
    assert said[1].startswith("AS OF JUNE 2022 (inferred).")
    assert said[2].startswith("Panes: 1 Summary, 2 Background,")
    assert said[3:5] == ["Summary.", "BOTTOM LINE."]
    assert any(text.startswith("j1, ours: ") for text in said)
    assert not any(text.startswith("j2") for text in said)
    assert said[-1] == "An empty line reads on, ? lists the commands, q leaves."
    assert seeded.mode.prompt == "1 of 3: "


def test_an_empty_line_reads_on_and_headings_are_told_where_they_stand(seeded: LineReader) -> None:
    assert seeded.type("6", "", "")[0] == "Unclear, ours: Da Zhigang, undated."
    said = seeded.type("")
    assert said[:2] == ["ABOUT: NATO in the Asia-Pacific.", "Critical, ours: Xinhua, undated."]
    assert seeded.mode.prompt == "4 of 6: "
    assert seeded.type("k")[:2] == [
        "ABOUT: South Korea joins the CCDCOE.",
        "Unclear, ours: Da Zhigang, undated.",
    ]


def test_an_item_taller_than_a_screen_is_told_once_and_in_full(seeded: LineReader) -> None:
    first = seeded.type("0")
    assert any("SHA-256" in text for text in first)
    assert seeded.type("") == ["Nothing further that way; tab opens the next pane."]
    assert seeded.type("1", "j")[0].startswith("j2, ours: ")
    assert seeded.type("j")[0].startswith("j3, ours: ")


def test_what_stands_below_the_last_item_is_told_when_one_reads_on(seeded: LineReader) -> None:
    assert seeded.type("G")[-1].startswith("More below this. WHAT IT ALL RESTS ON.")
    assert seeded.type("")[:2] == [
        "WHAT IT ALL RESTS ON.",
        "1 source: an undated article, author unknown.",
    ]
    assert seeded.type("") == ["Nothing further that way; tab opens the next pane."]
    assert seeded.type("6", "G")[-1] == "Stance is our reading, not the speaker’s word."


def test_the_evidence_says_who_said_it_the_words_and_what_was_checked(seeded: LineReader) -> None:
    said = seeded.type("6", "", "enter")
    assert said[0] == "Evidence, excerpt 1 of 1."
    begins = [text.split(" ", 1)[0] for text in said[1:4]]
    assert begins == ["Say:", "Quotable?", "Words:"]
    assert "Checked: word for word in our copy, line 24, sentence 2." in said
    back = seeded.type("esc")
    assert back[0] == "Chinese reactions, 6 items."
    assert len(back) == 4, "who comes back to an item is only reminded of it"


def test_from_the_evidence_into_the_source_line_by_line(seeded: LineReader) -> None:
    said = seeded.type("6", "", "enter", "s")
    assert said[0] == "Source: an undated article, 99 % used; 1 % skipped; 0 % not covered."
    assert said[1].startswith("Line 24: Thus, the Chinese Communist Party media apparatus")
    assert said[2] == "used: x-chess."
    assert seeded.type("")[0].startswith("Line 24: Da Zhigang, ")


def test_find_takes_the_rest_of_the_line_and_tells_how_often(reader: LineReader) -> None:
    assert reader.type("/ seoul")[0].startswith("seoul: find 2 of ")
    assert reader.type("n")[0].startswith("seoul: find 3 of ")
    before = reader.item
    assert reader.type("find no-such-word") == ["not found: no-such-word."]
    assert reader.item == before
    assert reader.type("find trap")[0].startswith("trap: find 1 of 1.")
    assert reader.type("n")[0].startswith("trap: find 1 of 1.")


def test_find_asks_for_the_words_where_there_are_none(reader: LineReader) -> None:
    assert reader.type("/") == []
    assert reader.mode.prompt == "Find: "
    assert reader.type("trap")[0].startswith("trap: find 1 of ")
    assert reader.mode.prompt != "Find: "


def test_an_empty_line_closes_what_asks_for_something(reader: LineReader) -> None:
    for key in ("/", "f", "m", "'", "a", "ctrl+p"):
        assert reader.type(key, "") == ["Nothing is typed."]
        assert not reader.session.is_typing
    assert reader.type("/", "esc") == ["Nothing has changed."]


def test_ask_tells_the_card_and_the_others_by_number(seeded: LineReader) -> None:
    said = seeded.type("f beijing cyb")
    assert said[0].startswith("Ask: ")
    assert said[1].startswith("NO OFFICIAL STATEMENT: China, on: South Korea joins the CCDCOE")
    assert any(text.startswith("2 reaction: Global Times: ") for text in said)
    assert seeded.mode.prompt.startswith("Answer 1 of ")
    assert seeded.type("2")[0].startswith("STATE MEDIA: Global Times")
    assert seeded.type("0") == [f"There is no 0: the last one is {count(seeded)}."]
    assert seeded.type("enter")[0].startswith("beijing cyb: 2 of ")
    assert seeded.item == "r-global-times"
    assert seeded.type("f qqqq") == ["Nothing here answers that."]


def count(reader: LineReader) -> str:
    return reader.mode.prompt.rpartition(" of ")[2].removesuffix(": ")


def test_a_mark_and_the_way_back_to_it(reader: LineReader) -> None:
    assert reader.type("2", "m a") == ["marked a."]
    assert reader.type("3", "' a")[0].startswith("Background")
    assert reader.type("*")[:2] == ["Marks and notes of your own.", "MARKS."]
    assert reader.type("esc", "' b") == ["nothing is marked b; * lists what is."]


def test_a_note_is_written_shown_written_anew_and_taken_back(reader: LineReader) -> None:
    assert reader.type("2", "a to be asked")[0] == "saved in a file."
    assert reader.type("a") == [
        "Your note: to be asked",
        "Type it anew; ctrl+u takes it back, an empty line leaves it.",
    ]
    assert reader.type("") == ["Nothing is typed."]
    assert reader.type("a asked")[0] == "saved in a file."
    memory = reader.memory
    assert [note.text for note in memory.notes(seed())] == ["asked"]
    assert reader.type("a", "ctrl+u")[0] == "your note is taken back."
    assert memory.notes(seed()) == ()


def test_what_cannot_be_saved_stays_to_be_saved_again(reader: LineReader) -> None:
    reader.memory.is_full = True
    said = reader.type("2", "a mine")
    assert said[0] == "not saved in a file: No space left on device."
    assert reader.mode.prompt == "Note: "


def test_a_command_is_found_by_words_and_among_several_by_number(reader: LineReader) -> None:
    assert reader.type("ctrl+p", "cross table")[0] == "Who reacted to what, 3 items."
    said = reader.type("ctrl+p the words")
    assert said[0] == "Which of these, by its number?"
    chosen = next(each for each in said if each.endswith(": the words, large and alone."))
    assert reader.mode.prompt == "Commands: "
    assert reader.type("99")[0].startswith("There is no 99")
    assert reader.type(chosen.partition(":")[0])[0] == "Words."
    assert reader.type("ctrl+p zzz") == ["No command has these words."]


def test_words_that_fit_several_commands_run_none_of_them(reader: LineReader) -> None:
    said = reader.type("words")
    assert said[0].startswith("Words")
    said = reader.type("alone words")
    assert said == [
        "No one command is called “alone words”; ? lists them all.",
        "o: the words, large and alone.",
        "Y (capital): copy the words alone.",
    ]
    assert reader.type("R2D2") == ["No one command is called “R2D2”; ? lists them all."]
    assert reader.type("§") == ["§ does nothing here; ? lists the commands."]


def test_next_previous_and_back_go_through_what_there_is_wherever_one_is(
    seeded: LineReader,
) -> None:
    prompts = seeded.prompts
    seeded.type("6")
    walk = ("next", "Next item", "previous", "item", "previous item")
    assert prompts(*walk) == [f"{number} of 6: " for number in (2, 3, 2, 3, 2)]
    seeded.type("f xinhua")
    assert prompts(*walk) == [f"Answer {number} of 9: " for number in (2, 3, 2, 3, 2)]
    seeded.type("previous")
    assert seeded.type("previous") == ["Nothing further that way."]
    assert prompts("back", "t", "previous") == ["2 of 6: ", "8 of 13: ", "7 of 13: "]
    assert prompts("back", "enter", "back") == ["2 of 6: ", "1 of 1: ", "2 of 6: "]


def test_back_is_the_previous_item_where_there_is_no_level_to_leave(seeded: LineReader) -> None:
    assert seeded.prompts("6", "", "back") == ["1 of 6: ", "2 of 6: ", "1 of 6: "]


def test_in_an_agenda_they_go_from_step_to_step() -> None:
    reader = LineReader(seed(), now=lambda: 0.0)
    reader.type("M")
    for words, head in (
        ("next", "BACKGROUND, 1 of 25."),
        ("next item", "BACKGROUND, 2 of 25."),
        ("previous item", "BACKGROUND, 1 of 25."),
        ("back", "SUMMARY."),
        ("item", "BACKGROUND, 1 of 25."),
        ("previous", "SUMMARY."),
    ):
        assert reader.type(words)[0] == head, words
    assert reader.type("previous") == ["this is the first of the agenda."]


def test_words_of_the_other_way_round_go_the_other_way_round(seeded: LineReader) -> None:
    assert seeded.type("2", "previous pane")[0] == "Summary."
    seeded.type("6", "next section")
    assert seeded.mode.prompt == "4 of 6: "
    seeded.type("previous section")
    assert seeded.mode.prompt == "1 of 6: "
    assert seeded.type("back and")[0] == "Summary."
    assert seeded.type("forward")[0] == "Chinese reactions, 6 items."


def test_words_run_a_command_whose_keys_are_taken_away() -> None:
    keys = Keys({"list.next_section": (), "list.previous_section": ()})
    reader = LineReader(seed(), keys=keys)
    reader.type("6", "next section")
    assert reader.mode.prompt == "4 of 6: "
    reader.type("previous section")
    assert reader.mode.prompt == "1 of 6: "


def test_what_means_nothing_behind_a_command_is_said_and_nothing_is_done(
    reader: LineReader,
) -> None:
    before = reader.mode.prompt
    assert reader.type("5 actors") == ["“actors” means nothing behind “5”: nothing is done."]
    assert reader.type("copy all") == ["“all” means nothing behind “copy”: nothing is done."]
    assert reader.mode.prompt == before
    reader.type("t")
    before = reader.mode.prompt
    assert reader.type("a linear note") == ["a does nothing here; ? lists the commands."]
    assert reader.type("go nowhere") == ["“nowhere” means nothing behind “go”: nothing is done."]
    assert reader.type("go 999")[0].startswith("There is no 999: the last one is ")
    assert reader.mode.prompt == before
    assert isinstance(reader.session.places, Outline)


def test_a_number_behind_what_opens_an_entry_says_which(seeded: LineReader) -> None:
    assert seeded.type("t", "go 4")[0] == "Summary."
    assert seeded.mode.prompt == "3 of 3: "
    assert seeded.type("t", "open 7")[-1].startswith("4 open: ")
    seeded.type("f xinhua", "go 2")
    assert seeded.item != "" and seeded.session.asking is None
    assert seeded.type("6", "enter 3")[0].startswith("Evidence")
    assert seeded.type("back")[0] == "Chinese reactions, 6 items."
    assert seeded.mode.prompt == "3 of 6: "


def test_all_commands_are_told_a_line_each_and_one_is_where_one_was(reader: LineReader) -> None:
    said = reader.type("?")
    assert said[0].startswith("An empty line reads on.")
    assert "j, down; or k, up: next or previous item; a line, inside an item taller" in said[2]
    assert "/ (slash): find words in all panes." in said
    assert reader.type("?") == said


def test_a_copied_text_is_told_as_it_is_with_where_it_is_saved(reader: LineReader) -> None:
    said = reader.type("4", "Y")
    assert said[-1].startswith("End of the text; saved in a file")
    assert reader.outcome is Outcome.GO_ON
    assert [*reader.type("y")][:1] == ["TLP:CLEAR  A small briefing  final"]


def test_room_mode_is_told_with_what_it_cannot_do(reader: LineReader) -> None:
    said = reader.type("4", "R")
    assert said[0] == "Room mode. What stands above stays there."
    assert not any("ours" in text for text in said)
    assert reader.type("q", "q") == ["in room mode only ctrl+q leaves."]
    assert reader.type("R")[0] == "Room mode is off."
    reader.type("ctrl+q")
    assert reader.outcome is Outcome.LEAVE


def test_the_filter_is_told_with_how_many_it_hides(reader: LineReader) -> None:
    reader.type("2", "v")
    assert reader.said[0].startswith("Only what is verified: 2 hidden here.")
    assert reader.session.reader is not None
    assert reader.session.reader.options.show is Filter.VERIFIED
    assert reader.type("v", "v")[0] == "All items are listed again."


def test_a_blank_dialogue_says_nothing_until_it_comes_back(reader: LineReader) -> None:
    said = reader.type("ctrl+x")
    assert reader.outcome is Outcome.BLANK
    assert len(said) == 1 and "cannot hide what stands above" in said[0]
    assert reader.mode.prompt == "Blank: "
    assert reader.type("6")[0] == "Summary."
    assert reader.mode.prompt != "Blank: "


def test_keys_that_a_terminal_sends_are_pressed_until_something_is_asked_for(
    seeded: LineReader,
) -> None:
    seeded.type("6", "\x1b[B\x1b[B")
    assert seeded.mode.prompt == "3 of 6: "
    seeded.type("\x1b[B/o")
    assert (seeded.item, seeded.mode.prompt) == ("r-xinhua-confrontation", "Find: ")


def test_what_was_told_is_told_again_when_asked_for(reader: LineReader) -> None:
    first = reader.type("4")
    assert reader.type("ctrl+l") == first


def test_leaving_and_stopping_are_for_whoever_has_the_terminal(reader: LineReader) -> None:
    for line, reply in (("ctrl+z", Outcome.SUSPEND), ("q", Outcome.LEAVE)):
        assert reader.type(line) == []
        assert reader.outcome is reply
    reader.type("/")
    assert reader.mode.command("app.suspend") is Outcome.SUSPEND, "whatever is being typed"
    restricted = LineReader(small(), is_restricted=True)
    assert restricted.type("ctrl+z")[0].startswith("ctrl+z does nothing here")


def test_there_is_neither_mouse_nor_colour_nor_a_place_beside(reader: LineReader) -> None:
    assert reader.type("ctrl+t") == ["here the mouse is always the terminal's own."]
    assert reader.type("T") == ["this terminal has no other colours."]
    assert reader.type("e")[0].endswith("enter opens it.")


def test_ctrl_c_closes_what_is_typed_or_says_how_to_leave(reader: LineReader) -> None:
    reader.type("/")
    reader.mode.command("app.cancel")
    assert not reader.session.is_typing
    reader.said.clear()
    reader.mode.command("app.cancel")
    assert reader.said == ["q leaves, one level at a time; ctrl+q at once."]


def test_a_meeting_is_gone_through_by_empty_lines_and_each_step_tells_what_is_next() -> None:
    reader = LineReader(seed(), now=lambda: 0.0)
    said = reader.type("M")
    assert said[0] == "the meeting begins: 40 minutes, 7 parts."
    assert said[-2:] == [
        "Next: Background.",
        "item 0:00 of 3:00; meeting 0 of 40, on time. not shown yet: 8 must-cover",
    ]
    assert reader.mode.prompt == "Agenda 1 of 7: "
    assert reader.type("")[-2].startswith("Next: ")
    assert reader.mode.prompt == "Agenda 2 of 7: "
    assert reader.type("6")[0] == "Chinese reactions, 6 items."
    assert reader.type("M")[-2].startswith("Next: ")
    assert reader.type("q") == ["in a meeting only ctrl+q leaves."]


def test_a_library_is_gone_through_and_a_briefing_opened_by_number() -> None:
    reader = LineReader(library=SmallLibrary())
    assert reader.said[0].startswith("Briefings")
    assert reader.mode.prompt == "1 of 2: "
    assert reader.type("2")[0].startswith("Gone")
    assert "No such file" in reader.type("enter")[0]
    assert "A small briefing" in reader.type("1")[0]
    assert "A small briefing" in " ".join(reader.type("enter"))
    assert reader.session.reader is not None
    assert reader.type("q")[0].startswith("Briefings")
    assert reader.type("/ Gone", "enter")[0].startswith("gone: ")


def test_the_outline_tells_what_is_open_and_closed(reader: LineReader) -> None:
    assert reader.type("t", "1")[-1].startswith("1 open: ")
    assert reader.type("h")[-1].startswith("1 closed: ")
    assert reader.type("2", "enter")[0].startswith("Background")


def test_a_saved_file_is_told_of_before_the_next_line(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text(SEED.read_text("utf-8"), "utf-8")
    reader = LineReader(load_document(path), load=load_document)
    reader.type("6")
    path.write_text(SEED.read_text("utf-8").replace("relations and China", "and CHINA"), "utf-8")
    reader.said.clear()
    reader.mode.look()
    assert reader.said == []
    reader.mode.look()
    assert any("and CHINA" in text for text in reader.said)
    assert reader.session.reader is not None and reader.session.reader.here.view is View.PANE


def test_a_number_that_python_refuses_to_read_is_no_number_of_anything(reader: LineReader) -> None:
    long = "1" * 4301
    assert reader.type("f trap", long)[0].startswith("No one command is called “1")
    assert reader.type("esc", "ctrl+p", "pane", long) == ["No command has these words."]


def test_a_question_without_an_answer_says_how_far_the_library_is_indexed() -> None:
    class HalfIndexed(SmallLibrary):
        progress = "reading 1 of 2"

    reader = LineReader(library=HalfIndexed())
    assert reader.type("f globe") == ["Nothing here answers that, reading 1 of 2."]


def test_a_list_is_entered_where_the_reader_left_it(seeded: LineReader) -> None:
    assert seeded.prompts("6", "", "1", "6")[1:] == ["2 of 6: ", "1 of 3: ", "2 of 6: "]
