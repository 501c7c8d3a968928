"""The reader's notes, written from one terminal or several."""

import errno
import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tui.library import notes
from tui.model.annotations import ReaderNote

WRITER = """
import sys
from pathlib import Path
from tui.library import notes
from tui.model.annotations import ReaderNote
file, name, count, size = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
for number in range(count):
    id = f"{name}{number}"
    notes.write(file, ReaderNote(id=id, item=id, text="x" * size, written="2026-11-24"))
    print(number, flush=True)
"""


def note(id: str, text: str, *replaces: str, item: str = "r-globe", said: str = "") -> ReaderNote:
    return ReaderNote(
        id=id, item=item, text=text, written="2026-11-24", statement=said, replaces=replaces
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return notes.file_for(tmp_path / "notes", "one")


def texts(file: Path) -> list[str]:
    return [note.text for note in notes.read(file)]


def append_line(file: Path, entry: dict[str, object]) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{json.dumps(entry)}\n")


def writer(file: Path, name: str, count: int, size: int) -> "subprocess.Popen[str]":
    """Start another terminal, which prints the number of each note that it has written."""
    command = [sys.executable, "-c", WRITER, str(file), name, str(count), str(size)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_note_comes_back_as_it_was_written(file: Path) -> None:
    written = note("1", "Ask “Seoul” 한국\n\x1b.")
    notes.write(file, written)
    assert notes.read(file) == (written,)


def test_a_new_version_replaces_a_note_and_an_empty_one_deletes_it(file: Path) -> None:
    notes.write(file, note("1", "Ask."))
    notes.write(file, note("2", "Ask Seoul.", "1"))
    assert texts(file) == ["Ask Seoul."]
    notes.write(file, note("3", "", "2"))
    assert texts(file) == []
    assert file.read_text().count("Ask") == 2


def test_two_versions_of_one_note_are_merged(file: Path) -> None:
    notes.write(file, note("1", "Ask."))
    notes.write(file, note("2", "Ask Seoul.", "1"))
    merged = notes.write(file, note("3", "Ask Beijing.", "1"))
    assert merged.text == "Ask Seoul; Beijing."
    assert notes.read(file) == (merged,)


def test_first_notes_of_two_terminals_are_merged(file: Path) -> None:
    notes.write(file, note("1", "Ask Seoul"))
    notes.write(file, note("2", "Ask Beijing"))
    assert texts(file) == ["Ask Seoul; Beijing"]


def test_a_note_that_two_terminals_extend_in_turn_grows_by_what_they_add(file: Path) -> None:
    notes.write(file, note("0", "Ask."))
    drafts = {"a": notes.read(file), "b": notes.read(file)}
    for turn in range(20):
        for terminal, (draft,) in drafts.items():
            text = f"{draft.text} {terminal}{turn}"
            notes.write(file, note(f"{terminal}{turn}", text, draft.id))
        drafts = {"a": notes.read(file), "b": notes.read(file)}
    (text,) = texts(file)
    added = [f"{terminal}{turn}" for turn in range(20) for terminal in "ab"]
    assert [word.strip(";") for word in text.split()] == ["Ask.", *added]


def test_a_note_that_was_extended_elsewhere_is_not_deleted(file: Path) -> None:
    notes.write(file, note("1", "Ask"))
    notes.write(file, note("2", "Ask Seoul", "1"))
    notes.write(file, note("3", "", "1"))
    assert texts(file) == ["Ask Seoul"]


def test_notes_on_different_items_are_not_merged(file: Path) -> None:
    notes.write(file, note("1", "One", item="a"))
    notes.write(file, note("2", "Two", item="b"))
    notes.write(file, note("3", "Three", item="pane/1", said="It rains."))
    notes.write(file, note("4", "Four", item="pane/1", said="It snows."))
    assert texts(file) == ["One", "Two", "Three", "Four"]


def test_a_version_that_was_saved_twice_is_one(file: Path) -> None:
    notes.write(file, note("1", "Ask."))
    notes.write(file, note("1", "Ask Seoul."))
    assert texts(file) == ["Ask Seoul."]


@pytest.mark.parametrize("entry", [{}, {"id": 1, "item": "a"}, {"id": "a"}])
def test_a_line_that_is_no_note_is_skipped(entry: dict[str, object], file: Path) -> None:
    append_line(file, entry)
    notes.write(file, note("1", "Ask."))
    assert texts(file) == ["Ask."]


def test_values_of_other_types_become_text(file: Path) -> None:
    append_line(file, {"id": "1", "item": "a", "text": 7, "replaces": "x"})
    (found,) = notes.read(file)
    assert (found.text, found.replaces) == ("7", ())


def test_a_file_that_cannot_be_read_has_no_notes(file: Path) -> None:
    assert notes.read(file) == ()
    file.mkdir(parents=True)
    assert notes.read(file) == ()


def test_the_notes_on_all_briefings_are_found(tmp_path: Path) -> None:
    for name in ("b", "a"):
        notes.write(notes.file_for(tmp_path, name), note("1", name))
    assert [each.text for each in notes.read_all(tmp_path)] == ["a", "b"]
    assert [*notes.read_all(tmp_path / "none")] == []


def test_the_file_and_its_folder_are_private(file: Path) -> None:
    notes.write(file, note("1", "Ask."))
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_two_terminals_that_write_at_once_lose_nothing(file: Path) -> None:
    count = 40
    terminals = [writer(file, name, count, 9_000) for name in "ab"]
    for terminal in terminals:
        terminal.communicate(timeout=60)
        assert terminal.returncode == 0
    written = sorted(each.id for each in notes.read(file))
    assert written == sorted(f"{name}{number}" for name in "ab" for number in range(count))


def test_a_terminal_that_is_killed_loses_no_note_that_it_had_written(file: Path) -> None:
    terminal = writer(file, "a", 1_000, 200_000)
    assert terminal.stdout is not None
    for line in terminal.stdout:
        if line == "5\n":
            terminal.kill()
            break
    printed = [5, *(int(line) for line in terminal.stdout if line.endswith("\n"))]
    terminal.wait(timeout=60)
    terminal.stdout.close()
    notes.write(file, note("last", "Ask."))
    found = [each.id for each in notes.read(file)]
    assert found[-1] == "last"
    assert {*found} >= {f"a{number}" for number in range(max(printed) + 1)}


def test_a_full_disk_is_an_error_and_harms_no_note(file: Path) -> None:
    notes.write(file, note("1", "first", item="a"))
    size = file.stat().st_size
    with file_size_limit(size + 10), pytest.raises(OSError, match=r".") as raised:
        notes.write(file, note("2", "second", item="b"))
    assert raised.value.errno == errno.EFBIG
    assert file.stat().st_size == size + 10
    assert texts(file) == ["first"]
    notes.write(file, note("3", "third", item="c"))
    assert texts(file) == ["first", "third"]


def test_a_torn_line_harms_no_other_note(file: Path) -> None:
    notes.write(file, note("1", "first", item="a"))
    start = file.stat().st_size
    notes.write(file, note("2", "second", item="b"))
    whole = file.read_bytes()
    for end in range(start, len(whole) - 1):
        file.write_bytes(whole[:end])
        notes.write(file, note("3", "third", item="c"))
        assert texts(file) in (["first", "third"], ["first", "second", "third"]), end
