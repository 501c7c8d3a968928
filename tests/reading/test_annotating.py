"""What is the reader's own: changes since they read last, notes, marks and links."""

import copy
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.panes.reading import load
from tests.panes.small import ARTICLE, BRIEFING
from tests.reading import sessions
from tests.reading.sessions import Clipboard, Memory, press, screen, small
from tui.app.keyboard.dispatch import dispatch
from tui.load import load_document
from tui.model.document import Document
from tui.places import Place, View
from tui.reading.annotating import NOT_IN_A_ROOM
from tui.reading.annotation_prompts import MarkPrompt, NotePrompt, PlaceList
from tui.reading.session import ReadingSession


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def session(memory: Memory) -> ReadingSession:
    return sessions.session(memory=memory)


def edited(folder: Path) -> Document:
    """The small briefing, a reaction changed and one withdrawn, an event new."""
    briefing: dict[str, Any] = copy.deepcopy(BRIEFING)
    reactions = briefing["panes"][2]["reactions"]
    reactions[0]["text"] = "It is a deep trap."
    reactions[2] = {**reactions[2], "id": "r-late"}
    briefing["key_judgments"][0]["basis"] = "Little is known."
    return load(briefing, folder)


def listed(session: ReadingSession) -> Sequence[str]:
    """The items of the list that lies over the others."""
    assert isinstance(session.mode, PlaceList)
    return [block.item for block in session.mode.view.blocks if block.item]


def here(session: ReadingSession) -> Place:
    assert session.reader is not None
    return session.reader.here


class Written(Memory):
    """A memory that cannot be written to, but for notes."""

    def mark(self, document: Document, letter: str, place: Place) -> bool:
        return False


def test_a_note_is_saved_on_the_item_and_shown_beside_it(
    session: ReadingSession, memory: Memory
) -> None:
    press(session, "4", "a", *"Ask them.")
    assert "note: Ask them." in screen(session)
    press(session, "\r")
    (note,) = memory.written
    assert (note.item, note.text) == ("r-globe", "Ask them.")
    assert (note.statement, note.quotation) == (
        "It is a trap.",
        "The Globe wrote that it is a trap.",
    )
    assert "saved in a file" in screen(session)
    assert "1 note of your own" in screen(session)
    press(session, "\r", "G")
    assert "Ask them." in screen(session)


def test_in_the_evidence_the_note_is_on_the_item_that_it_is_for(
    session: ReadingSession, memory: Memory
) -> None:
    press(session, "4", "\r", "a", "x", "\r")
    assert [note.item for note in memory.written] == ["r-globe"]


def test_a_note_is_edited_and_taken_back(session: ReadingSession, memory: Memory) -> None:
    press(session, "4", "a", *"Ask.", "\r", "a")
    assert "note: Ask." in screen(session)
    press(session, "backspace", *" Seoul.", "\r")
    assert [note.text for note in memory.notes(small())] == ["Ask Seoul."]
    press(session, "a", "ctrl+u", "\r")
    assert memory.notes(small()) == ()
    assert session.notice == "your note is taken back"
    assert "of your own" not in screen(session)


def test_a_note_that_another_session_wrote_meanwhile_is_not_lost(
    session: ReadingSession, memory: Memory
) -> None:
    other = sessions.session(memory=memory)
    press(session, "4", "a", *"Mine")
    press(other, "4", "a", *"Theirs", "\r")
    press(session, "\r")
    assert [note.text for note in memory.notes(small())] == ["Theirs", "Mine"]
    press(session, "a")
    assert "note: Theirs; Mine" in screen(session)
    press(session, "\r")
    assert [note.text for note in memory.notes(small())] == ["Theirs; Mine"]


def test_a_note_that_cannot_be_saved_stays_to_be_saved_again(
    session: ReadingSession, memory: Memory
) -> None:
    memory.is_full = True
    press(session, "4", "a", *"Ask.", "\r")
    assert isinstance(session.mode, NotePrompt)
    assert "not saved in a file: No space left on device" in screen(session)
    assert "note: Ask." in screen(session)
    memory.is_full = False
    press(session, "\r")
    assert session.mode is None
    assert [note.text for note in memory.written] == ["Ask."]


def test_what_is_left_unchanged_or_with_esc_is_not_saved(
    session: ReadingSession, memory: Memory
) -> None:
    press(session, "4", "a", *"Ask.", "\x1b", "a", "\r")
    assert not memory.written
    press(session, "!", "a")
    assert session.notice == "there is no item here"


def test_notes_are_found_in_full(session: ReadingSession) -> None:
    press(session, "4", "a", *"zebra", "\r", "1", "/", *"zebra", "\r")
    assert here(session) == Place(View.PANE, "reactions", "r-globe")


def test_notes_are_not_copied_with_the_item() -> None:
    clipboard = Clipboard()
    session = sessions.session(clipboard=clipboard)
    press(session, "4", "a", *"zebra", "\r", "y", "\r", "y")
    assert len(clipboard.sent) == 2
    assert not any("zebra" in sent for sent in clipboard.sent)


def test_a_room_neither_shows_nor_takes_what_is_ones_own(
    session: ReadingSession, memory: Memory
) -> None:
    press(session, "4", "a", *"zebra", "\r", "m", "x", "R")
    assert "own" not in screen(session)
    for key in ("a", "D"):
        press(session, key)
        assert session.notice == NOT_IN_A_ROOM
    press(session, "*")
    assert "zebra" not in screen(session)
    assert listed(session) == ["mark:x"]


def test_a_mark_leads_back_from_anywhere(session: ReadingSession) -> None:
    press(session, "4", "j", "m", "x")
    assert session.notice == "marked x"
    press(session, "1", "'")
    assert isinstance(session.mode, MarkPrompt)
    press(session, "x")
    assert here(session) == Place(View.PANE, "reactions", "r-again")
    press(session, "backspace")
    assert here(session).key == "summary"


def test_a_mark_within_the_evidence_leads_there_and_back_to_its_pane(
    session: ReadingSession,
) -> None:
    press(session, "4", "\r", "m", "x", "1", "'", "x")
    assert here(session) == Place(View.EVIDENCE, "r-globe", "x-trap")
    press(session, "\x1b")
    assert here(session) == Place(View.PANE, "reactions", "r-globe")


@pytest.mark.parametrize("key", ["\x1b", "\r", "f5", "-"])
def test_what_is_no_letter_marks_nothing(key: str, session: ReadingSession, memory: Memory) -> None:
    press(session, "4", "m", key)
    assert not memory.marked
    assert session.mode is None


def test_a_letter_that_marks_nothing_is_said(session: ReadingSession) -> None:
    press(session, "'", "z")
    assert session.notice == "nothing is marked z; * lists what is"


def test_a_mark_on_what_is_gone_or_hidden_leads_nowhere(
    session: ReadingSession, memory: Memory
) -> None:
    memory.marked["g"] = Place(View.PANE, "gone", "x")
    memory.marked["e"] = Place(View.EVIDENCE, "r-gone")
    press(session, "1", "m", "j", "4", "R")
    for letter in "gej":
        press(session, "'", letter)
        assert session.notice == f"what is marked {letter} is not shown here"
    assert here(session).key == "reactions"


def test_a_mark_that_may_not_be_written_lasts_as_long_as_the_session() -> None:
    session = sessions.session(memory=Written())
    press(session, "4", "m", "x")
    assert session.notice == "marked x, until you leave"
    press(session, "1", "'", "x")
    assert here(session).key == "reactions"


def test_marks_and_notes_are_listed_and_lead_there(session: ReadingSession) -> None:
    press(session, "*")
    assert "m and a letter makes one" in screen(session).lower()
    press(session, "\x1b", "4", "a", *"Ask.", "\r", "2", "m", "b", "1", "*")
    assert listed(session) == ["mark:b", "r-globe"]
    press(session, "j", "\r")
    assert here(session) == Place(View.PANE, "reactions", "r-globe")
    press(session, "*", "\r")
    assert here(session).key == "background"
    press(session, "*", "q")
    assert session.mode is None


def test_what_changed_since_it_was_read_is_marked_and_listed(
    memory: Memory, tmp_path: Path
) -> None:
    sessions.session(memory=memory).keep()
    session = sessions.session(document=edited(tmp_path), memory=memory)
    assert "2 items changed, 1 new, 1 withdrawn (D)" in session.notice
    press(session, "4")
    assert "CHANGED" in screen(session)
    assert "NEW" in screen(session)
    press(session, "D")
    assert set(listed(session)) == {"j1", "r-globe", "r-late"}
    assert "WITHDRAWN" in screen(session)
    assert "It is fine." in screen(session)
    press(session, "G", "\r")
    assert here(session).item == "r-late"
    press(session, "R")
    assert "CHANGED" not in screen(session)


def test_once_it_was_left_it_is_read(memory: Memory, tmp_path: Path) -> None:
    document = edited(tmp_path)
    sessions.session(memory=memory).keep()
    sessions.session(document=document, memory=memory).keep()
    session = sessions.session(document=document, memory=memory)
    press(session, "4")
    assert "CHANGED" not in screen(session)
    press(session, "D")
    assert session.notice.startswith("nothing has changed")


def test_a_briefing_that_is_new_to_the_reader_has_nothing_new_in_it(
    session: ReadingSession,
) -> None:
    press(session, "4")
    assert "NEW" not in screen(session)
    press(session, "D")
    assert session.notice.startswith("you have not read it before")


def test_what_is_saved_while_it_is_read_is_marked_too(tmp_path: Path, memory: Memory) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    file = tmp_path / "small.yaml"
    file.write_text(json.dumps(BRIEFING), "utf-8")
    document = load_document(file)
    session = ReadingSession(
        dispatch=dispatch, document=document, library=None, memory=memory, load=load_document
    )
    press(session, "4", "a", *"Ask.", "\r")
    changed: dict[str, Any] = copy.deepcopy(BRIEFING)
    changed["panes"][2]["reactions"][0]["text"] = "It is a deep trap."
    file.write_text(json.dumps(changed), "utf-8")
    assert [session.look(), session.look()] == [False, True]
    assert "CHANGED" in screen(session)
    assert "1 note of your own" in screen(session)
    press(session, "D")
    assert listed(session) == ["r-globe"]


def test_a_link_names_the_file_and_the_item() -> None:
    clipboard = Clipboard()
    session = sessions.session(clipboard=clipboard, load=load_document)
    press(session, "4", "U")
    assert clipboard.sent == [f"{Path('test').absolute()}#r-globe"]
    above = Path("test").absolute().parent.parent
    walled = sessions.session(
        clipboard=clipboard, load=load_document, is_restricted=True, root=str(above)
    )
    press(walled, "4", "U")
    assert clipboard.sent[-1] == f"{Path('test').absolute().relative_to(above)}#r-globe"
    press(walled, "!", "U")
    assert walled.notice == "there is no item here"
    piped = sessions.session(clipboard=clipboard)
    press(piped, "4", "U")
    assert piped.notice.startswith("this briefing was read from no file")


def test_on_a_server_too_one_notes_and_marks(memory: Memory) -> None:
    session = sessions.session(memory=memory, is_restricted=True)
    press(session, "4", "a", "x", "\r", "m", "b")
    marked: Mapping[str, Place] = memory.marked
    assert len(memory.written) == len(marked) == 1
    press(session, "*")
    assert "notes of your own" in screen(session)
    assert "briefing notes" not in screen(session)
