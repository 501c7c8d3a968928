"""The dialogue: what is told, only what is new, and what a line does."""

from pathlib import Path

import pytest

from tests.linear.consoles import Talk
from tests.reading.sessions import SEED, Memory, SmallLibrary, seed
from tui.app.keyboard.dispatch import dispatch
from tui.app.keyboard.rebinding import bound
from tui.load import load_document
from tui.places import Filter, View
from tui.reading.outline import Outline
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession


@pytest.fixture
def talk() -> Talk:
    """A dialogue on the small briefing."""
    return Talk()


@pytest.fixture
def seeded() -> Talk:
    """A dialogue on the briefing that comes with the program."""
    return Talk(document=seed())


def item(talk: Talk) -> str:
    assert talk.session.reader is not None
    return talk.session.reader.here.item


def test_it_begins_with_what_this_is_as_of_when_where_one_can_go_and_the_first_item(
    seeded: Talk,
) -> None:
    told = seeded.told
    assert told[0] == "TLP:CLEAR. NATO–South Korea relations and China, final."
    assert told[1].startswith("AS OF JUNE 2022 (inferred).")
    assert told[2].startswith("Panes: 1 Summary, 2 Background,")
    assert told[3:5] == ["Summary.", "BOTTOM LINE."]
    assert any(text.startswith("j1, ours: ") for text in told)
    assert not any(text.startswith("j2") for text in told)
    assert told[-1] == "An empty line reads on, ? lists the commands, q leaves."
    assert seeded.dialogue.prompt == "1 of 3: "


def test_an_empty_line_reads_on_and_headings_are_told_where_they_stand(seeded: Talk) -> None:
    assert seeded.say("6", "", "")[0] == "Unclear, ours: Da Zhigang, undated."
    told = seeded.say("")
    assert told[:2] == ["ABOUT: NATO in the Asia-Pacific.", "Critical, ours: Xinhua, undated."]
    assert seeded.dialogue.prompt == "4 of 6: "
    assert seeded.say("k")[:2] == [
        "ABOUT: South Korea joins the CCDCOE.",
        "Unclear, ours: Da Zhigang, undated.",
    ]


def test_an_item_taller_than_a_screen_is_told_once_and_in_full(seeded: Talk) -> None:
    first = seeded.say("0")
    assert any("SHA-256" in text for text in first)
    assert seeded.say("") == ["Nothing further that way; tab opens the next pane."]
    assert seeded.say("1", "j")[0].startswith("j2, ours: ")
    assert seeded.say("j")[0].startswith("j3, ours: ")


def test_what_stands_below_the_last_item_is_told_when_one_reads_on(seeded: Talk) -> None:
    assert seeded.say("G")[-1].startswith("More below this. WHAT IT ALL RESTS ON.")
    assert seeded.say("")[:2] == [
        "WHAT IT ALL RESTS ON.",
        "1 source: an undated article, author unknown.",
    ]
    assert seeded.say("") == ["Nothing further that way; tab opens the next pane."]
    assert seeded.say("6", "G")[-1] == "Stance is our reading, not the speaker’s word."


def test_the_evidence_says_who_said_it_the_words_and_what_was_checked(seeded: Talk) -> None:
    told = seeded.say("6", "", "enter")
    assert told[0] == "Evidence, excerpt 1 of 1."
    begins = [text.split(" ", 1)[0] for text in told[1:4]]
    assert begins == ["Say:", "Quotable?", "Words:"]
    assert "Checked: word for word in our copy, line 24, sentence 2." in told
    back = seeded.say("esc")
    assert back[0] == "Chinese reactions, 6 items."
    assert len(back) == 4, "who comes back to an item is only reminded of it"


def test_from_the_evidence_into_the_source_line_by_line(seeded: Talk) -> None:
    told = seeded.say("6", "", "enter", "s")
    assert told[0] == "Source: an undated article, 99 % used; 1 % skipped; 0 % not covered."
    assert told[1].startswith("Line 24: Thus, the Chinese Communist Party media apparatus")
    assert told[2] == "used: x-chess."
    assert seeded.say("")[0].startswith("Line 24: Da Zhigang, ")


def test_find_takes_the_rest_of_the_line_and_tells_how_often(talk: Talk) -> None:
    assert talk.say("/ seoul")[0].startswith("seoul: find 2 of ")
    assert talk.say("n")[0].startswith("seoul: find 3 of ")
    before = item(talk)
    assert talk.say("find no-such-word") == ["Not found: no-such-word."]
    assert item(talk) == before
    assert talk.say("find trap")[0].startswith("trap: find 1 of 1.")
    assert talk.say("n")[0].startswith("trap: find 1 of 1.")


def test_find_asks_for_the_words_where_there_are_none(talk: Talk) -> None:
    assert talk.say("/") == []
    assert talk.dialogue.prompt == "Find: "
    assert talk.say("trap")[0].startswith("trap: find 1 of ")
    assert talk.dialogue.prompt != "Find: "


def test_an_empty_line_closes_what_asks_for_something(talk: Talk) -> None:
    for key in ("/", "f", "m", "'", "a", "ctrl+p"):
        assert talk.say(key, "") == ["Nothing is typed."]
        assert talk.session.mode is None
    assert talk.say("/", "esc") == ["Nothing has changed."]


def test_ask_tells_the_card_and_the_others_by_number(seeded: Talk) -> None:
    told = seeded.say("f beijing cyb")
    assert told[0].startswith("Ask: ")
    assert told[1].startswith("NO OFFICIAL STATEMENT: China, on: South Korea joins the CCDCOE")
    assert any(text.startswith("2 reaction: Global Times: ") for text in told)
    assert seeded.dialogue.prompt.startswith("Answer 1 of ")
    assert seeded.say("2")[0].startswith("STATE MEDIA: Global Times")
    assert seeded.say("0") == [f"There is no 0: the last one is {count(seeded)}."]
    assert seeded.say("enter")[0].startswith("beijing cyb: 2 of ")
    assert item(seeded) == "r-global-times"
    assert seeded.say("f qqqq") == ["Nothing here answers that."]


def count(talk: Talk) -> str:
    return talk.dialogue.prompt.rpartition(" of ")[2].removesuffix(": ")


def test_a_mark_and_the_way_back_to_it(talk: Talk) -> None:
    assert talk.say("2", "m a") == ["marked a."]
    assert talk.say("3", "' a")[0].startswith("Background")
    assert talk.say("*")[:2] == ["Marks and notes of your own.", "MARKS."]
    assert talk.say("esc", "' b") == ["nothing is marked b; * lists what is."]


def test_a_note_is_written_shown_written_anew_and_taken_back(talk: Talk) -> None:
    assert talk.say("2", "a to be asked")[0] == "saved in a file."
    assert talk.say("a") == [
        "Your note: to be asked",
        "Type it anew; ctrl+u takes it back, an empty line leaves it.",
    ]
    assert talk.say("") == ["Nothing is typed."]
    assert talk.say("a asked")[0] == "saved in a file."
    memory = talk.session.memory
    assert isinstance(memory, Memory)
    assert [note.text for note in memory.notes(seed())] == ["asked"]
    assert talk.say("a", "ctrl+u")[0] == "your note is taken back."
    assert memory.notes(seed()) == ()


def test_what_cannot_be_saved_stays_to_be_saved_again(talk: Talk) -> None:
    memory = talk.session.memory
    assert isinstance(memory, Memory)
    memory.is_full = True
    told = talk.say("2", "a mine")
    assert told[0] == "not saved in a file: No space left on device."
    assert talk.dialogue.prompt == "Note: "


def test_a_command_is_found_by_words_and_among_several_by_number(talk: Talk) -> None:
    assert talk.say("ctrl+p", "cross table")[0] == "Who reacted to what, 3 items."
    told = talk.say("ctrl+p the words")
    assert told[0] == "Which of these, by its number?"
    chosen = next(each for each in told if each.endswith(": the words, large and alone."))
    assert talk.dialogue.prompt == "Commands: "
    assert talk.say("99")[0].startswith("There is no 99")
    assert talk.say(chosen.partition(":")[0])[0] == "Words."
    assert talk.say("ctrl+p zzz") == ["No command has these words."]


def test_words_that_fit_several_commands_run_none_of_them(talk: Talk) -> None:
    told = talk.say("words")
    assert told[0].startswith("Words")
    told = talk.say("alone words")
    assert told == [
        "No one command is called “alone words”; ? lists them all.",
        "o: the words, large and alone.",
        "Y (capital): copy the words alone.",
    ]
    assert talk.say("R2D2") == ["No one command is called “R2D2”; ? lists them all."]
    assert talk.say("§") == ["§ does nothing here; ? lists the commands."]


def test_next_previous_and_back_go_through_what_there_is_wherever_one_is(seeded: Talk) -> None:
    def prompts(*lines: str) -> list[str]:
        told = []
        for line in lines:
            seeded.say(line)
            told.append(seeded.dialogue.prompt)
        return told

    seeded.say("6")
    walk = ("next", "Next item", "previous", "item", "previous item")
    assert prompts(*walk) == [f"{number} of 6: " for number in (2, 3, 2, 3, 2)]
    seeded.say("f xinhua")
    assert prompts(*walk) == [f"Answer {number} of 9: " for number in (2, 3, 2, 3, 2)]
    seeded.say("previous")
    assert seeded.say("previous") == ["Nothing further that way."]
    assert prompts("back", "t", "previous") == ["2 of 6: ", "8 of 13: ", "7 of 13: "]
    assert prompts("back", "enter", "back") == ["2 of 6: ", "1 of 1: ", "2 of 6: "]


def test_in_an_agenda_they_go_from_step_to_step() -> None:
    talk = Talk(document=seed(), now=lambda: 0.0)
    talk.say("M")
    for words, head in (
        ("next", "BACKGROUND, 1 of 25."),
        ("next item", "BACKGROUND, 2 of 25."),
        ("previous item", "BACKGROUND, 1 of 25."),
        ("back", "SUMMARY."),
        ("item", "BACKGROUND, 1 of 25."),
        ("previous", "SUMMARY."),
    ):
        assert talk.say(words)[0] == head, words
    assert talk.say("previous") == ["this is the first of the agenda."]


def test_words_of_the_other_way_round_go_the_other_way_round(seeded: Talk) -> None:
    assert seeded.say("2", "previous pane")[0] == "Summary."
    seeded.say("6", "next section")
    assert seeded.dialogue.prompt == "4 of 6: "
    seeded.say("previous section")
    assert seeded.dialogue.prompt == "1 of 6: "
    assert seeded.say("back and")[0] == "Summary."
    assert seeded.say("forward")[0] == "Chinese reactions, 6 items."


def test_words_run_a_command_whose_keys_are_taken_away() -> None:
    bindings = bound("keys.toml", '"list.section" = []').bindings
    talk = Talk(document=seed(), bindings=bindings)
    talk.say("6", "next section")
    assert talk.dialogue.prompt == "4 of 6: "
    talk.say("previous section")
    assert talk.dialogue.prompt == "1 of 6: "


def test_what_means_nothing_behind_a_command_is_said_and_nothing_is_done(talk: Talk) -> None:
    before = talk.dialogue.prompt
    assert talk.say("5 actors") == ["“actors” means nothing behind “5”: nothing is done."]
    assert talk.say("copy all") == ["“all” means nothing behind “copy”: nothing is done."]
    assert talk.dialogue.prompt == before
    talk.say("t")
    before = talk.dialogue.prompt
    assert talk.say("a linear note") == ["a does nothing here; ? lists the commands."]
    assert talk.say("go nowhere") == ["“nowhere” means nothing behind “go”: nothing is done."]
    assert talk.say("go 999")[0].startswith("There is no 999: the last one is ")
    assert talk.dialogue.prompt == before
    assert isinstance(talk.session.mode, Outline)


def test_a_number_behind_what_opens_an_entry_says_which(seeded: Talk) -> None:
    assert seeded.say("t", "go 4")[0] == "Summary."
    assert seeded.dialogue.prompt == "3 of 3: "
    assert seeded.say("t", "open 7")[-1].startswith("4 open: ")
    seeded.say("f xinhua", "go 2")
    assert item(seeded) != "" and seeded.session.mode is None
    assert seeded.say("6", "enter 3")[0].startswith("Evidence")
    assert seeded.say("back")[0] == "Chinese reactions, 6 items."
    assert seeded.dialogue.prompt == "3 of 6: "


def test_all_commands_are_told_a_line_each_and_one_is_where_one_was(talk: Talk) -> None:
    told = talk.say("?")
    assert told[0].startswith("An empty line reads on.")
    assert "j, down; or k, up: next or previous item; a line, inside an item taller" in told[2]
    assert "/ (slash): find words in all panes." in told
    assert talk.session.mode is None
    assert talk.say("?") == told


def test_a_copied_text_is_told_as_it_is_with_where_it_is_saved(talk: Talk) -> None:
    told = talk.say("4", "Y")
    assert told[-1].startswith("End of the text; saved in a file")
    assert talk.session.mode is None
    assert talk.reply is Reply.DRAW
    assert [*talk.say("y")][:1] == ["TLP:CLEAR  A small briefing  final"]


def test_room_mode_is_told_with_what_it_cannot_do(talk: Talk) -> None:
    told = talk.say("4", "R")
    assert told[0] == "Room mode. What stands above stays there."
    assert not any("ours" in text for text in told)
    assert talk.say("q", "q") == ["in room mode only ctrl+q leaves."]
    assert talk.say("R")[0] == "Room mode is off."
    talk.say("ctrl+q")
    assert talk.reply is Reply.LEAVE


def test_the_filter_is_told_with_how_many_it_hides(talk: Talk) -> None:
    talk.say("2", "v")
    assert talk.told[0].startswith("Only what is verified: 2 hidden here.")
    assert talk.session.reader is not None
    assert talk.session.reader.options.show is Filter.VERIFIED
    assert talk.say("v", "v")[0] == "All items are listed again."


def test_a_blank_dialogue_says_nothing_until_it_comes_back(talk: Talk) -> None:
    told = talk.say("ctrl+x")
    assert talk.reply is Reply.BLANK
    assert len(told) == 1 and "cannot hide what stands above" in told[0]
    assert talk.dialogue.prompt == "Blank: "
    assert talk.say("6")[0] == "Summary."
    assert talk.dialogue.prompt != "Blank: "


def test_what_was_told_is_told_again_when_asked_for(talk: Talk) -> None:
    first = talk.say("4")
    assert talk.say("ctrl+l") == first


def test_leaving_and_stopping_are_for_whoever_has_the_terminal(talk: Talk) -> None:
    for line, reply in (("ctrl+z", Reply.SUSPEND), ("q", Reply.LEAVE)):
        assert talk.say(line) == []
        assert talk.reply is reply
    talk.say("/")
    assert talk.dialogue.command("program.suspend") is Reply.SUSPEND, "whatever is being typed"
    walled = Talk(is_restricted=True)
    assert walled.say("ctrl+z")[0].startswith("ctrl+z does nothing here")


def test_there_is_neither_mouse_nor_colour_nor_a_place_beside(talk: Talk) -> None:
    assert talk.say("ctrl+t") == ["here the mouse is always the terminal's own."]
    assert talk.say("T") == ["this terminal has no other colours."]
    assert talk.say("e")[0].endswith("enter opens it.")


def test_ctrl_c_closes_what_is_typed_or_says_how_to_leave(talk: Talk) -> None:
    talk.say("/")
    talk.dialogue.command("program.cancel")
    assert talk.session.mode is None
    talk.told.clear()
    talk.dialogue.command("program.cancel")
    assert talk.told == ["q leaves, one level at a time; ctrl+q at once."]


def test_a_meeting_is_gone_through_by_empty_lines_and_each_step_tells_what_is_next() -> None:
    talk = Talk(document=seed(), now=lambda: 0.0)
    told = talk.say("M")
    assert told[0] == "the meeting begins: 40 minutes, 7 parts."
    assert told[-2:] == [
        "Next: Background.",
        "item 0:00 of 3:00; meeting 0 of 40, on time. not shown yet: 8 must-cover",
    ]
    assert talk.dialogue.prompt == "Agenda 1 of 7: "
    assert talk.say("")[-2].startswith("Next: ")
    assert talk.dialogue.prompt == "Agenda 2 of 7: "
    assert talk.say("6")[0] == "Chinese reactions, 6 items."
    assert talk.say("M")[-2].startswith("Next: ")
    assert talk.say("q") == ["in a meeting only ctrl+q leaves."]


def test_a_library_is_gone_through_and_a_briefing_opened_by_number() -> None:
    talk = Talk(
        ReadingSession(
            dispatch=dispatch,
            document=None,
            library=SmallLibrary(),
            memory=Memory(),
        )
    )
    assert talk.told[0].startswith("Briefings")
    assert talk.dialogue.prompt == "1 of 2: "
    assert talk.say("2")[0].startswith("Gone")
    assert "No such file" in talk.say("enter")[0]
    assert "A small briefing" in talk.say("1")[0]
    assert "A small briefing" in " ".join(talk.say("enter"))
    assert talk.session.reader is not None
    assert talk.say("q")[0].startswith("Briefings")
    assert talk.say("/ Gone", "enter")[0].startswith("gone: ")


def test_the_outline_tells_what_is_open_and_closed(talk: Talk) -> None:
    assert talk.say("t", "1")[-1].startswith("1 open: ")
    assert talk.say("h")[-1].startswith("1 closed: ")
    assert talk.say("2", "enter")[0].startswith("Background")


def test_a_saved_file_is_told_of_before_the_next_line(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text(SEED.read_text("utf-8"), "utf-8")
    talk = Talk(document=load_document(path), load=load_document)
    talk.say("6")
    path.write_text(SEED.read_text("utf-8").replace("relations and China", "and CHINA"), "utf-8")
    talk.told.clear()
    talk.dialogue.look()
    assert talk.told == []
    talk.dialogue.look()
    assert any("and CHINA" in text for text in talk.told)
    assert talk.session.reader is not None and talk.session.reader.here.view is View.PANE


def test_a_number_that_python_refuses_to_read_is_no_number_of_anything(talk: Talk) -> None:
    long = "1" * 4301
    assert talk.say("f trap", long)[0].startswith("No one command is called “1")
    assert talk.say("esc", "ctrl+p", "pane", long) == ["No command has these words."]
