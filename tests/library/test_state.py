"""What is remembered for a reader."""

import os
from pathlib import Path

import pytest

from tui import frozen
from tui.library.persistence import write_atomically
from tui.library.state import LOG, ReaderState
from tui.load import load_text
from tui.model.annotations import ReaderNote, ReadSnapshot, whole
from tui.model.changes import prints
from tui.model.document import Document
from tui.places import Place, View

DOCUMENT = load_text(
    b"format: briefing/1\nid: one\ntitle: One\nmarking: TLP:CLEAR\npanes: []\n",
    "one.yaml",
    folder=None,
)
OTHER = load_text(b"format: briefing/1\nid: two\ntitle: Two\npanes: []\n", "two.yaml", folder=None)
PLACE = Place(View.PANE, "background", "c1")


def test_a_place_is_recalled_as_it_was_kept(tmp_path: Path) -> None:
    ReaderState(tmp_path).keep(DOCUMENT, PLACE)
    assert ReaderState(tmp_path).recall(DOCUMENT) == PLACE


def test_each_briefing_has_its_own_place(tmp_path: Path) -> None:
    ReaderState(tmp_path).keep(DOCUMENT, PLACE)
    assert ReaderState(tmp_path).recall(OTHER) is None


def test_the_file_is_private(tmp_path: Path) -> None:
    ReaderState(tmp_path / "state").keep(DOCUMENT, PLACE)
    (file,) = (tmp_path / "state" / "places").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"view": "no-such", "key": "", "item": ""}', b"\xff\xfe", b"1"]
)
def test_a_damaged_file_is_ignored(tmp_path: Path, damage: bytes) -> None:
    ReaderState(tmp_path).keep(DOCUMENT, PLACE)
    (file,) = (tmp_path / "places").iterdir()
    file.write_bytes(damage)
    assert ReaderState(tmp_path).recall(DOCUMENT) is None


@pytest.mark.parametrize("marking", ["", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED", "secret"])
def test_nothing_is_written_of_a_strictly_marked_briefing(marking: str, tmp_path: Path) -> None:
    text = f"format: briefing/1\nid: one\ntitle: One\nmarking: '{marking}'\npanes: []\n"
    document = load_text(text.encode(), "one.yaml", folder=None)
    state = ReaderState(tmp_path)
    assert not state.keep(document, PLACE)
    assert not state.keep_reading(document, READING)
    assert not state.mark(document, "a", PLACE)
    for saved in (
        state.save("text", [marking]),
        state.save("text", ["TLP:GREEN", marking]),
        state.report("text", [marking]),
    ):
        assert saved.startswith(f"not saved, since it is {marking or 'not marked'}")
    assert not list(tmp_path.iterdir())


def test_a_requested_report_is_written_whatever_the_marking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LOG, str(tmp_path / "report"))
    assert (
        ReaderState(tmp_path / "state").report("text", ["TLP:RED"]) == f"saved in {tmp_path}/report"
    )
    assert (tmp_path / "report").read_text() == "text"


def test_a_text_that_cannot_be_saved_says_why(tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way")
    saved = ReaderState(blocked).save("text", ["TLP:CLEAR"])
    assert saved.startswith("not saved: ")
    assert saved.endswith(f": {blocked}/copied.txt")


def test_a_folder_that_cannot_be_created_is_no_error(tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way")
    ReaderState(blocked).keep(DOCUMENT, PLACE)
    assert ReaderState(blocked).recall(DOCUMENT) is None


def test_a_failed_write_leaves_only_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept"
    file.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(file, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert file.read_bytes() == b"old"


READING = ReadSnapshot("2026-11-02", whole(DOCUMENT), prints(DOCUMENT), {"c1": "A claim"})
NOTE = ReaderNote(id="1", item="c1", text="Ask.", written="2026-11-24T10:00:00+00:00")


def test_a_briefing_that_was_read_is_recognised(tmp_path: Path) -> None:
    state = ReaderState(tmp_path)
    assert state.last_reading(DOCUMENT) is None
    assert not state.has_read(DOCUMENT)
    assert state.keep_reading(DOCUMENT, READING)
    assert ReaderState(tmp_path).has_read(DOCUMENT)
    found = ReaderState(tmp_path).last_reading(DOCUMENT)
    assert found is not None
    assert (found.date, found.whole, found.prints) == (READING.date, READING.whole, READING.prints)
    assert not state.has_read(replace_text(DOCUMENT, "Another"))


@pytest.mark.parametrize("damage", [b"", b"{}\n{}", b"[]\n[]", b"1\n", b'{"whole": "x"}\n[1]'])
def test_a_damaged_reading_is_ignored(tmp_path: Path, damage: bytes) -> None:
    state = ReaderState(tmp_path)
    state.keep_reading(DOCUMENT, READING)
    (file,) = (tmp_path / "read").iterdir()
    file.write_bytes(damage)
    assert state.last_reading(DOCUMENT) is None
    assert not state.has_read(DOCUMENT)


def test_a_strictly_marked_item_keeps_a_reading_from_being_saved(tmp_path: Path) -> None:
    text = (
        "format: briefing/1\nid: one\ntitle: One\nmarking: TLP:CLEAR\npanes:\n"
        "- role: background\n  sections: [{claims: [{text: It rains., marking: TLP:RED}]}]\n"
    )
    document = load_text(text.encode(), "one.yaml", folder=None)
    assert not ReaderState(tmp_path).keep_reading(document, READING)
    assert not list(tmp_path.iterdir())


def test_marks_of_two_sessions_are_kept(tmp_path: Path) -> None:
    one, other = ReaderState(tmp_path), ReaderState(tmp_path)
    assert one.mark(DOCUMENT, "a", PLACE)
    assert other.mark(DOCUMENT, "b", PLACE.at("c2"))
    assert one.marks(DOCUMENT) == {"a": PLACE, "b": PLACE.at("c2")}
    assert one.marks(OTHER) == {}
    (file,) = (tmp_path / "marks").iterdir()
    file.write_bytes(b"[1]")
    assert one.marks(DOCUMENT) == {}


def test_a_saved_note_says_where_and_that_the_marking_is_strict(tmp_path: Path) -> None:
    state = ReaderState(tmp_path)
    noted = state.note(DOCUMENT, NOTE)
    (file,) = (tmp_path / "notes").iterdir()
    assert noted == (True, f"saved in {file.parent}")
    assert state.notes(DOCUMENT) == (NOTE,)
    assert [*state.all_notes()] == [NOTE]
    strict = ReaderState(tmp_path / "strict").note(OTHER, NOTE)
    assert strict.is_saved
    assert strict.said.startswith(f"saved, though it is not marked, in {tmp_path}/strict/notes")


def test_a_note_that_was_merged_says_so(tmp_path: Path) -> None:
    one, other = ReaderState(tmp_path), ReaderState(tmp_path)
    one.note(DOCUMENT, NOTE)
    noted = other.note(DOCUMENT, frozen.replace(NOTE, id="2", text="Tell."))
    assert noted.said.startswith("saved with what you wrote in another terminal in ")
    assert [each.text for each in one.notes(DOCUMENT)] == ["Ask; Tell."]


def test_a_note_that_cannot_be_saved_says_why(tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way")
    noted = ReaderState(blocked).note(DOCUMENT, NOTE)
    assert not noted.is_saved
    assert noted.said.startswith("not saved: ")
    assert f": {blocked}/notes/" in noted.said


def replace_text(document: Document, title: str) -> Document:
    text = document.text.replace("title: One", f"title: {title}")
    return load_text(text.encode(), document.name, folder=None)
