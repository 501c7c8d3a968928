"""Notes of a reader's own."""

from pathlib import Path

import pytest

from tui.library import journal, notes
from tui.model.annotations import ReaderNote


def note(id: str, text: str, *replaces: str) -> ReaderNote:
    return ReaderNote(id=id, item="r-globe", text=text, written="2026-11-24", replaces=replaces)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return notes.named(tmp_path, "one")


def texts(file: Path) -> list[str]:
    return [note.text for note in notes.read(file)]


def test_a_note_comes_back_as_it_was_written(file: Path) -> None:
    written = note("1", "Ask “Seoul”.")
    notes.write(file, written)
    assert notes.read(file) == (written,)


def test_another_version_stands_in_its_place_and_an_empty_one_takes_it_back(file: Path) -> None:
    notes.write(file, note("1", "Ask."))
    notes.write(file, note("2", "Ask Seoul.", "1"))
    assert texts(file) == ["Ask Seoul."]
    notes.write(file, note("3", "", "2"))
    assert texts(file) == []
    assert file.read_text().count("Ask") == 2


def test_two_versions_that_did_not_know_of_each_other_both_stand(file: Path) -> None:
    notes.write(file, note("1", "Ask."))
    notes.write(file, note("2", "Ask Seoul.", "1"))
    notes.write(file, note("3", "Ask Beijing.", "1"))
    assert texts(file) == ["Ask Seoul.", "Ask Beijing."]
    notes.write(file, note("4", "Ask both.", "2", "3"))
    assert texts(file) == ["Ask both."]


def test_a_version_that_was_saved_twice_is_one(file: Path) -> None:
    notes.write(file, note("1", "Ask."))
    notes.write(file, note("1", "Ask Seoul."))
    assert texts(file) == ["Ask Seoul."]


@pytest.mark.parametrize("entry", [{}, {"id": 1, "item": "a"}, {"id": "a"}])
def test_what_is_no_note_is_passed_over(entry: dict[str, object], file: Path) -> None:
    journal.append(file, entry)
    notes.write(file, note("1", "Ask."))
    assert texts(file) == ["Ask."]


def test_a_note_of_strange_values_is_still_text(file: Path) -> None:
    journal.append(file, {"id": "1", "item": "a", "text": 7, "replaces": "x"})
    (found,) = notes.read(file)
    assert (found.text, found.replaces) == ("7", ())


def test_a_file_that_cannot_be_read_has_no_notes(file: Path) -> None:
    file.mkdir()
    assert notes.read(file) == ()


def test_the_notes_on_all_briefings_are_found(tmp_path: Path) -> None:
    for name in ("b", "a"):
        notes.write(notes.named(tmp_path, name), note("1", name))
    assert [each.text for each in notes.read_all(tmp_path)] == ["a", "b"]
    assert [*notes.read_all(tmp_path / "none")] == []
