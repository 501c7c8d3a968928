"""The reader's annotations on the open briefing: notes, marks, links, and what is new to them."""

import copy
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.panes.reading import load
from tests.panes.small import ARTICLE, BRIEFING
from tests.reading import sessions
from tests.reading.sessions import (
    Memory,
    copied,
    enter,
    find,
    here,
    prompt_text,
    reader,
    run,
    shown,
    small,
)
from tui.frozen import replace
from tui.load import load_document
from tui.model.document import Document
from tui.places import Place, View
from tui.reading.annotations import NOT_IN_ROOM_MODE, BriefingAnnotations
from tui.reading.session import ReadingSession

REACTIONS = Place(View.PANE, "reactions")


class ReadOnlyMemory(Memory):
    """A memory in which no mark can be written."""

    def mark(self, document: Document, letter: str, place: Place) -> bool:
        return False


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def session(memory: Memory) -> ReadingSession:
    """A session at the first reaction."""
    made = sessions.session(memory=memory)
    run(made, "pane.4")
    return made


def edited(folder: Path) -> Document:
    """The small briefing, a reaction changed, one withdrawn and one new, a judgment changed."""
    briefing: dict[str, Any] = copy.deepcopy(BRIEFING)
    reactions = briefing["panes"][2]["reactions"]
    reactions[0]["text"] = "It is a deep trap."
    reactions[2] = {**reactions[2], "id": "r-late"}
    briefing["key_judgments"][0]["basis"] = "Little is known."
    return load(briefing, folder)


def listed(session: ReadingSession) -> Sequence[str]:
    """The items of the list of places."""
    assert session.places is not None
    listing = session.places.listing
    return [listing.item(at) for at in listing.items]


def choose(session: ReadingSession, item: str) -> None:
    """Go to a place of the list."""
    assert session.places is not None
    session.places.highlight(item)
    run(session, "places.go")


@pytest.mark.parametrize(
    ("file", "pane", "item", "marked"),
    [
        ("TLP:GREEN", None, None, "TLP:GREEN"),
        ("TLP:GREEN", "TLP:RED", None, "TLP:RED"),
        ("TLP:RED", "TLP:RED", "TLP:GREEN", "TLP:GREEN"),
        ("TLP:AMBER", None, "TLP:CLEAR", "TLP:CLEAR"),
        (None, None, None, ""),
    ],
)
def test_a_note_has_the_marking_of_its_item(
    file: str | None, pane: str | None, item: str | None, marked: str, tmp_path: Path
) -> None:
    briefing: dict[str, Any] = copy.deepcopy(BRIEFING)
    for part, marking in (
        (briefing, file),
        (briefing["panes"][2], pane),
        (briefing["panes"][2]["reactions"][0], item),
    ):
        part.pop("marking", None)
        if marking:
            part["marking"] = marking
    id = briefing["panes"][2]["reactions"][0]["id"]
    assert BriefingAnnotations(load(briefing, tmp_path), Memory()).draft(id).marking == marked


def test_a_note_is_saved_with_what_its_item_says(session: ReadingSession, memory: Memory) -> None:
    assert enter(session, "annotations.note", "Ask them.")
    (note,) = memory.written
    assert (note.item, note.text) == ("r-globe", "Ask them.")
    assert note.statement == "It is a trap."
    assert note.quotation == "The Globe wrote that it is a trap."
    assert session.notice == "saved in a file"


def test_a_note_is_shown_at_its_item_and_in_its_evidence(session: ReadingSession) -> None:
    enter(session, "annotations.note", "Ask them.")
    assert "1 note of your own" in shown(session)
    run(session, "evidence.open")
    assert "Ask them." in shown(session)


@pytest.mark.parametrize("id", ["evidence.open", "evidence.excerpt"])
def test_in_the_evidence_a_note_is_on_its_item(
    id: str, session: ReadingSession, memory: Memory
) -> None:
    run(session, id)
    enter(session, "annotations.note", "x")
    assert [note.item for note in memory.written] == ["r-globe"]


def test_a_note_is_edited_and_taken_back(session: ReadingSession, memory: Memory) -> None:
    enter(session, "annotations.note", "Ask.")
    assert prompt_text(session, "annotations.note") == "Ask."
    enter(session, "annotations.note", "Ask Seoul.")
    assert [note.text for note in memory.notes(small())] == ["Ask Seoul."]
    enter(session, "annotations.note", "")
    assert memory.notes(small()) == ()
    assert session.notice == "your note is taken back"
    assert "of your own" not in shown(session)


def test_a_note_that_another_session_wrote_meanwhile_is_not_lost(
    session: ReadingSession, memory: Memory
) -> None:
    other = sessions.session(memory=memory)
    run(other, "pane.4")
    draft = session.annotations.draft("r-globe")  # type: ignore[union-attr]
    enter(other, "annotations.note", "Theirs")
    session.annotations.write(replace(draft, text="Mine"))  # type: ignore[union-attr]
    assert [note.text for note in memory.notes(small())] == ["Theirs", "Mine"]
    assert prompt_text(session, "annotations.note") == "Theirs; Mine"
    enter(session, "annotations.note", "Theirs; Mine")
    assert [note.text for note in memory.notes(small())] == ["Theirs; Mine"]


def test_a_note_that_cannot_be_saved_is_kept_in_its_prompt(
    session: ReadingSession, memory: Memory
) -> None:
    memory.is_full = True
    assert not enter(session, "annotations.note", "Ask.")
    assert session.notice == "not saved in a file: No space left on device"
    memory.is_full = False
    assert enter(session, "annotations.note", "Ask.")
    assert [note.text for note in memory.written] == ["Ask."]


def test_an_unchanged_note_is_not_saved(session: ReadingSession, memory: Memory) -> None:
    assert enter(session, "annotations.note", "")
    assert enter(session, "annotations.note", "  ")
    assert not memory.written


def test_a_problem_takes_no_note(session: ReadingSession) -> None:
    run(session, "pane.problems")
    enter(session, "annotations.note", "x")
    assert session.notice == "there is no item here"


def test_words_of_notes_are_found(session: ReadingSession) -> None:
    enter(session, "annotations.note", "zebra")
    run(session, "pane.1")
    find(session, "zebra")
    assert here(session) == REACTIONS.at("r-globe")


def test_notes_are_not_copied_with_their_item(session: ReadingSession) -> None:
    enter(session, "annotations.note", "zebra")
    assert "zebra" not in copied(session, "evidence.copy")
    run(session, "evidence.open")
    assert "zebra" not in copied(session, "evidence.copy")


def test_room_mode_neither_shows_nor_takes_annotations(session: ReadingSession) -> None:
    enter(session, "annotations.note", "zebra")
    enter(session, "mark.set", "x")
    run(session, "policy.room")
    assert "your own" not in shown(session)
    enter(session, "annotations.note", "y")
    assert session.notice == NOT_IN_ROOM_MODE
    assert run(session, "annotations.changes") == NOT_IN_ROOM_MODE
    run(session, "annotations.list")
    assert "zebra" not in shown(session)
    assert listed(session) == ["mark:x"]


def test_a_mark_leads_back_from_anywhere(session: ReadingSession) -> None:
    run(session, "list.next")
    enter(session, "mark.set", "x")
    assert session.notice == "marked x"
    run(session, "pane.1")
    enter(session, "mark.go", "x")
    assert here(session) == REACTIONS.at("r-again")
    run(session, "place.back")
    assert here(session).key == "summary"


def test_a_mark_in_the_evidence_leads_there_with_its_pane_below(session: ReadingSession) -> None:
    run(session, "evidence.open")
    enter(session, "mark.set", "x")
    run(session, "pane.1")
    enter(session, "mark.go", "x")
    assert here(session) == Place(View.EVIDENCE, "r-globe", "x-trap")
    run(session, "place.leave")
    assert here(session) == REACTIONS.at("r-globe")


def test_an_unknown_mark_is_reported(session: ReadingSession) -> None:
    enter(session, "mark.go", "z")
    assert session.notice == "nothing is marked z; * lists what is"


def test_a_mark_on_what_is_gone_or_hidden_leads_nowhere(
    session: ReadingSession, memory: Memory
) -> None:
    memory.marked["g"] = Place(View.PANE, "gone", "x")
    memory.marked["e"] = Place(View.EVIDENCE, "r-gone")
    run(session, "pane.1")
    enter(session, "mark.set", "j")
    run(session, "pane.4", "policy.room")
    for letter in "gej":
        enter(session, "mark.go", letter)
        assert session.notice == f"what is marked {letter} is not shown here"
    assert here(session).key == "reactions"


def test_a_mark_that_cannot_be_written_lasts_as_long_as_the_session() -> None:
    session = sessions.session(memory=ReadOnlyMemory())
    run(session, "pane.4")
    enter(session, "mark.set", "x")
    assert session.notice == "marked x, until you leave"
    run(session, "pane.1")
    enter(session, "mark.go", "x")
    assert here(session).key == "reactions"


def test_marks_and_notes_are_listed_and_lead_there(session: ReadingSession) -> None:
    run(session, "annotations.list")
    assert "m and a letter makes one" in shown(session)
    run(session, "place.leave")
    enter(session, "annotations.note", "Ask.")
    run(session, "pane.2")
    enter(session, "mark.set", "b")
    run(session, "pane.1", "annotations.list")
    assert listed(session) == ["mark:b", "r-globe"]
    choose(session, "r-globe")
    assert here(session) == REACTIONS.at("r-globe")
    run(session, "annotations.list", "places.go")
    assert here(session).key == "background"
    run(session, "annotations.list", "place.leave")
    assert session.places is None


def test_changes_since_the_last_reading_are_marked_and_listed(
    memory: Memory, tmp_path: Path
) -> None:
    sessions.session(memory=memory).keep()
    session = sessions.session(document=edited(tmp_path), memory=memory)
    assert "2 items changed, 1 new, 1 withdrawn (D)" in session.notice
    run(session, "pane.4")
    assert "CHANGED" in shown(session).upper()
    assert "NEW" in shown(session)
    run(session, "annotations.changes")
    assert set(listed(session)) == {"j1", "r-globe", "r-late"}
    assert "WITHDRAWN" in shown(session).upper()
    assert "It is fine." in shown(session)
    choose(session, "r-late")
    assert here(session).item == "r-late"
    run(session, "policy.room")
    assert "changed" not in shown(session).lower()


def test_a_version_that_was_read_has_no_changes(memory: Memory, tmp_path: Path) -> None:
    document = edited(tmp_path)
    sessions.session(memory=memory).keep()
    sessions.session(document=document, memory=memory).keep()
    session = sessions.session(document=document, memory=memory)
    assert session.notice == ""
    assert run(session, "annotations.changes").startswith("nothing has changed")


def test_a_briefing_that_was_never_read_has_no_changes(session: ReadingSession) -> None:
    assert "NEW" not in shown(session)
    assert run(session, "annotations.changes").startswith("you have not read it before")


def test_changes_saved_while_it_is_open_are_marked_too(tmp_path: Path, memory: Memory) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    file = tmp_path / "small.yaml"
    file.write_text(json.dumps(BRIEFING), "utf-8")
    session = sessions.session(load_document(file), memory=memory, load=load_document)
    run(session, "pane.4")
    enter(session, "annotations.note", "Ask.")
    changed: dict[str, Any] = copy.deepcopy(BRIEFING)
    changed["panes"][2]["reactions"][0]["text"] = "It is a deep trap."
    file.write_text(json.dumps(changed), "utf-8")
    assert [session.reload(), session.reload()] == [False, True]
    assert "CHANGED" in shown(session).upper()
    assert "1 note of your own" in shown(session)
    run(session, "annotations.changes")
    assert listed(session) == ["r-globe"]


def test_a_link_names_the_file_and_the_item() -> None:
    session = sessions.session(load=load_document)
    run(session, "pane.4")
    assert copied(session, "annotations.link") == f"{Path('test').absolute()}#r-globe"
    run(session, "pane.problems")
    assert copied(session, "annotations.link") == "there is no item here"


def test_on_a_server_a_link_is_relative_to_its_root() -> None:
    root = Path("test").absolute().parent.parent
    session = sessions.session(load=load_document, is_restricted=True, root=str(root))
    run(session, "pane.4")
    relative = Path("test").absolute().relative_to(root)
    assert copied(session, "annotations.link") == f"{relative}#r-globe"


def test_a_briefing_from_no_file_has_no_links(session: ReadingSession) -> None:
    said = copied(session, "annotations.link")
    assert said == "this briefing was read from no file that a link could name"


def test_on_a_server_notes_and_marks_are_made_but_no_command_is_named(memory: Memory) -> None:
    session = sessions.session(memory=memory, is_restricted=True)
    run(session, "pane.4")
    enter(session, "annotations.note", "x")
    enter(session, "mark.set", "b")
    assert len(memory.written) == len(memory.marked) == 1
    run(session, "annotations.list")
    assert "notes of your own" in shown(session)
    assert "briefing notes" not in shown(session)
    assert reader(session).options.is_restricted
