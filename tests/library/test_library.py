"""A folder of briefings as a list."""

import os
from pathlib import Path

import pytest

from tui.blocks import Entry, plain
from tui.library.library import Library
from tui.load import load_document
from tui.model.document import Document

DRAFT = "format: briefing/1\nid: {id}\ntitle: {title}\npanes: []\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, title in (("b.yaml", "Second"), ("a/one.yml", "First"), (".hidden.yaml", "No")):
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(DRAFT.format(id="x", title=title))
    (tmp_path / "notes.txt").write_text("no briefing")
    return tmp_path


def test_briefings_of_a_folder_and_below_are_listed_by_path(folder: Path) -> None:
    assert Library(folder, load_document).files == ("a/one.yml", "b.yaml")


def test_a_named_pipe_is_not_listed(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    assert Library(folder, load_document).files == ("a/one.yml", "b.yaml")


def test_an_entry_says_the_title_the_status_and_the_path(folder: Path) -> None:
    entry = Library(folder, load_document).blocks()[0]
    assert isinstance(entry, Entry)
    assert (plain(entry.name), plain(entry.aside)) == ("First", "draft")
    assert "a/one.yml" in plain(entry.details[0])


def test_only_shown_entries_are_read(folder: Path) -> None:
    read: list[str] = []

    def load(path: Path) -> Document:
        read.append(path.name)
        return load_document(path)

    blocks = Library(folder, load).blocks()
    assert (len(blocks), read) == (2, [])
    assert (blocks[-1].item, blocks[-1].item, read) == ("b.yaml", "b.yaml", ["b.yaml"])


def test_a_file_that_cannot_be_read_says_so_in_its_entry(folder: Path) -> None:
    library = Library(folder, load_document)
    (folder / "b.yaml").unlink()
    entry = library.blocks()[1]
    assert isinstance(entry, Entry)
    assert plain(entry.text) == "cannot be read: No such file or directory"


def test_an_entry_opens_its_briefing(folder: Path) -> None:
    assert Library(folder, load_document).open("a/one.yml").briefing.title == "First"


def test_errors_and_warnings_are_counted(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(DRAFT.format(id="x", title="X") + "colour: red\n")
    entry = Library(tmp_path, load_document).blocks()[0]
    assert isinstance(entry, Entry)
    assert "1 error" in plain(entry.details[-1])
