"""What is the reader's own: changes since they read last, notes, marks and links."""

import copy
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.panes.reading import load
from tests.panes.small import ARTICLE, BRIEFING
from tests.ui import desks
from tests.ui.desks import Clipboard, Memory, press, screen, small
from tui.load import load_document
from tui.model.document import Document
from tui.places import Place, View
from tui.ui.belongings import NOT_IN_A_ROOM
from tui.ui.desk import Desk
from tui.ui.own_modes import Lettering, Listing, Noting


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def desk(memory: Memory) -> Desk:
    return desks.desk(memory=memory)


def edited(folder: Path) -> Document:
    """The small briefing, a reaction changed and one withdrawn, an event new."""
    briefing: dict[str, Any] = copy.deepcopy(BRIEFING)
    reactions = briefing["panes"][2]["reactions"]
    reactions[0]["text"] = "It is a deep trap."
    reactions[2] = {**reactions[2], "id": "r-late"}
    briefing["key_judgments"][0]["basis"] = "Little is known."
    return load(briefing, folder)


def listed(desk: Desk) -> Sequence[str]:
    """The items of the list that lies over the others."""
    assert isinstance(desk.mode, Listing)
    return [block.item for block in desk.mode.view.blocks if block.item]


def here(desk: Desk) -> Place:
    assert desk.reader is not None
    return desk.reader.here


class Written(Memory):
    """A memory that cannot be written to, but for notes."""

    def mark(self, document: Document, letter: str, place: Place) -> bool:
        return False


def test_a_note_is_saved_on_the_item_and_shown_beside_it(desk: Desk, memory: Memory) -> None:
    press(desk, "4", "a", *"Ask them.")
    assert "note: Ask them." in screen(desk)
    press(desk, "\r")
    (note,) = memory.written
    assert (note.item, note.text) == ("r-globe", "Ask them.")
    assert (note.statement, note.quotation) == (
        "It is a trap.",
        "The Globe wrote that it is a trap.",
    )
    assert "saved in a file" in screen(desk)
    assert "1 note of your own" in screen(desk)
    press(desk, "\r", "G")
    assert "Ask them." in screen(desk)


def test_in_the_evidence_the_note_is_on_the_item_that_it_is_for(desk: Desk, memory: Memory) -> None:
    press(desk, "4", "\r", "a", "x", "\r")
    assert [note.item for note in memory.written] == ["r-globe"]


def test_a_note_is_edited_and_taken_back(desk: Desk, memory: Memory) -> None:
    press(desk, "4", "a", *"Ask.", "\r", "a")
    assert "note: Ask." in screen(desk)
    press(desk, "backspace", *" Seoul.", "\r")
    assert [note.text for note in memory.notes(small())] == ["Ask Seoul."]
    press(desk, "a", "ctrl+u", "\r")
    assert memory.notes(small()) == ()
    assert desk.notice == "your note is taken back"
    assert "of your own" not in screen(desk)


def test_a_note_that_another_session_wrote_meanwhile_is_not_lost(
    desk: Desk, memory: Memory
) -> None:
    other = desks.desk(memory=memory)
    press(desk, "4", "a", *"Mine")
    press(other, "4", "a", *"Theirs", "\r")
    press(desk, "\r")
    assert [note.text for note in memory.notes(small())] == ["Theirs", "Mine"]
    press(desk, "a")
    assert "note: Theirs; Mine" in screen(desk)
    press(desk, "\r")
    assert [note.text for note in memory.notes(small())] == ["Theirs; Mine"]


def test_a_note_that_cannot_be_saved_stays_to_be_saved_again(desk: Desk, memory: Memory) -> None:
    memory.is_full = True
    press(desk, "4", "a", *"Ask.", "\r")
    assert isinstance(desk.mode, Noting)
    assert "not saved in a file: No space left on device" in screen(desk)
    assert "note: Ask." in screen(desk)
    memory.is_full = False
    press(desk, "\r")
    assert desk.mode is None
    assert [note.text for note in memory.written] == ["Ask."]


def test_what_is_left_unchanged_or_with_esc_is_not_saved(desk: Desk, memory: Memory) -> None:
    press(desk, "4", "a", *"Ask.", "\x1b", "a", "\r")
    assert not memory.written
    press(desk, "!", "a")
    assert desk.notice == "there is no item here"


def test_notes_are_found_in_full(desk: Desk) -> None:
    press(desk, "4", "a", *"zebra", "\r", "1", "/", *"zebra", "\r")
    assert here(desk) == Place(View.PANE, "reactions", "r-globe")


def test_notes_are_not_copied_with_the_item() -> None:
    clipboard = Clipboard()
    desk = desks.desk(clipboard=clipboard)
    press(desk, "4", "a", *"zebra", "\r", "y", "\r", "y")
    assert len(clipboard.sent) == 2
    assert not any("zebra" in sent for sent in clipboard.sent)


def test_a_room_neither_shows_nor_takes_what_is_ones_own(desk: Desk, memory: Memory) -> None:
    press(desk, "4", "a", *"zebra", "\r", "m", "x", "R")
    assert "own" not in screen(desk)
    for key in ("a", "D"):
        press(desk, key)
        assert desk.notice == NOT_IN_A_ROOM
    press(desk, "*")
    assert "zebra" not in screen(desk)
    assert listed(desk) == ["mark:x"]


def test_a_mark_leads_back_from_anywhere(desk: Desk) -> None:
    press(desk, "4", "j", "m", "x")
    assert desk.notice == "marked x"
    press(desk, "1", "'")
    assert isinstance(desk.mode, Lettering)
    press(desk, "x")
    assert here(desk) == Place(View.PANE, "reactions", "r-again")
    press(desk, "backspace")
    assert here(desk).key == "summary"


def test_a_mark_within_the_evidence_leads_there_and_back_to_its_pane(desk: Desk) -> None:
    press(desk, "4", "\r", "m", "x", "1", "'", "x")
    assert here(desk) == Place(View.EVIDENCE, "r-globe", "x-trap")
    press(desk, "\x1b")
    assert here(desk) == Place(View.PANE, "reactions", "r-globe")


@pytest.mark.parametrize("key", ["\x1b", "\r", "f5", "-"])
def test_what_is_no_letter_marks_nothing(key: str, desk: Desk, memory: Memory) -> None:
    press(desk, "4", "m", key)
    assert not memory.marked
    assert desk.mode is None


def test_a_letter_that_marks_nothing_is_said(desk: Desk) -> None:
    press(desk, "'", "z")
    assert desk.notice == "nothing is marked z; * lists what is"


def test_a_mark_on_what_is_gone_or_hidden_leads_nowhere(desk: Desk, memory: Memory) -> None:
    memory.marked["g"] = Place(View.PANE, "gone", "x")
    memory.marked["e"] = Place(View.EVIDENCE, "r-gone")
    press(desk, "1", "m", "j", "4", "R")
    for letter in "gej":
        press(desk, "'", letter)
        assert desk.notice == f"what is marked {letter} is not shown here"
    assert here(desk).key == "reactions"


def test_a_mark_that_may_not_be_written_lasts_as_long_as_the_session() -> None:
    desk = desks.desk(memory=Written())
    press(desk, "4", "m", "x")
    assert desk.notice == "marked x, until you leave"
    press(desk, "1", "'", "x")
    assert here(desk).key == "reactions"


def test_marks_and_notes_are_listed_and_lead_there(desk: Desk) -> None:
    press(desk, "*")
    assert "m and a letter makes one" in screen(desk).lower()
    press(desk, "\x1b", "4", "a", *"Ask.", "\r", "2", "m", "b", "1", "*")
    assert listed(desk) == ["mark:b", "r-globe"]
    press(desk, "j", "\r")
    assert here(desk) == Place(View.PANE, "reactions", "r-globe")
    press(desk, "*", "\r")
    assert here(desk).key == "background"
    press(desk, "*", "q")
    assert desk.mode is None


def test_what_changed_since_it_was_read_is_marked_and_listed(
    memory: Memory, tmp_path: Path
) -> None:
    desks.desk(memory=memory).keep()
    desk = desks.desk(document=edited(tmp_path), memory=memory)
    assert "2 items changed, 1 new, 1 withdrawn (D)" in desk.notice
    press(desk, "4")
    assert "CHANGED" in screen(desk)
    assert "NEW" in screen(desk)
    press(desk, "D")
    assert set(listed(desk)) == {"j1", "r-globe", "r-late"}
    assert "WITHDRAWN" in screen(desk)
    assert "It is fine." in screen(desk)
    press(desk, "G", "\r")
    assert here(desk).item == "r-late"
    press(desk, "R")
    assert "CHANGED" not in screen(desk)


def test_once_it_was_left_it_is_read(memory: Memory, tmp_path: Path) -> None:
    document = edited(tmp_path)
    desks.desk(memory=memory).keep()
    desks.desk(document=document, memory=memory).keep()
    desk = desks.desk(document=document, memory=memory)
    press(desk, "4")
    assert "CHANGED" not in screen(desk)
    press(desk, "D")
    assert desk.notice.startswith("nothing has changed")


def test_a_briefing_that_is_new_to_the_reader_has_nothing_new_in_it(desk: Desk) -> None:
    press(desk, "4")
    assert "NEW" not in screen(desk)
    press(desk, "D")
    assert desk.notice.startswith("you have not read it before")


def test_what_is_saved_while_it_is_read_is_marked_too(tmp_path: Path, memory: Memory) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    file = tmp_path / "small.yaml"
    file.write_text(json.dumps(BRIEFING), "utf-8")
    document = load_document(file)
    desk = Desk(document=document, library=None, memory=memory, load=load_document)
    press(desk, "4", "a", *"Ask.", "\r")
    changed: dict[str, Any] = copy.deepcopy(BRIEFING)
    changed["panes"][2]["reactions"][0]["text"] = "It is a deep trap."
    file.write_text(json.dumps(changed), "utf-8")
    assert [desk.look(), desk.look()] == [False, True]
    assert "CHANGED" in screen(desk)
    assert "1 note of your own" in screen(desk)
    press(desk, "D")
    assert listed(desk) == ["r-globe"]


def test_a_link_names_the_file_and_the_item() -> None:
    clipboard = Clipboard()
    desk = desks.desk(clipboard=clipboard, load=load_document)
    press(desk, "4", "U")
    assert clipboard.sent == [f"{Path('test').absolute()}#r-globe"]
    above = Path("test").absolute().parent.parent
    walled = desks.desk(clipboard=clipboard, load=load_document, is_walled=True, root=str(above))
    press(walled, "4", "U")
    assert clipboard.sent[-1] == f"{Path('test').absolute().relative_to(above)}#r-globe"
    press(walled, "!", "U")
    assert walled.notice == "there is no item here"
    piped = desks.desk(clipboard=clipboard)
    press(piped, "4", "U")
    assert piped.notice.startswith("this briefing was read from no file")


def test_on_a_server_too_one_notes_and_marks(memory: Memory) -> None:
    desk = desks.desk(memory=memory, is_walled=True)
    press(desk, "4", "a", "x", "\r", "m", "b")
    marked: Mapping[str, Place] = memory.marked
    assert len(memory.written) == len(marked) == 1
    press(desk, "*")
    assert "notes of your own" in screen(desk)
    assert "briefing notes" not in screen(desk)
