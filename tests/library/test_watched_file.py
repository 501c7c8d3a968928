"""A file that may change while its briefing is open."""

import os
from pathlib import Path

import pytest

from tui.library.watched_file import WatchedFile, is_broken, with_problems_of
from tui.load import load_document, load_text
from tui.model.document import Document

TEXT = "format: briefing/1\nid: one\ntitle: One\nmarking: TLP:CLEAR\npanes: []\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "one.yaml"
    file.write_text(TEXT)
    return file


def watch(file: Path) -> WatchedFile:
    return WatchedFile(load_document(file), load_document)


def test_an_untouched_file_is_unchanged(file: Path) -> None:
    watched = watch(file)
    assert [watched.is_saved() for _ in range(3)] == [False] * 3


def test_a_change_is_reported_from_the_second_look_until_the_file_is_read(file: Path) -> None:
    watched = watch(file)
    file.write_text(TEXT.replace("One", "Another"))
    assert [watched.is_saved(), watched.is_saved()] == [False, True]
    assert watched.read().briefing.title == "Another"
    assert not watched.is_saved()


def test_a_file_that_is_being_written_is_not_reported(file: Path) -> None:
    watched = watch(file)
    file.write_text("")
    assert not watched.is_saved()
    file.write_text(TEXT[:20])
    assert not watched.is_saved()
    file.write_text(TEXT.replace("One", "Another"))
    assert [watched.is_saved(), watched.is_saved()] == [False, True]


def test_a_replaced_file_is_reported(file: Path, tmp_path: Path) -> None:
    watched = watch(file)
    before = file.stat()
    new = tmp_path / "new"
    new.write_text(TEXT.replace("One", "Two"))
    os.utime(new, ns=(before.st_atime_ns, before.st_mtime_ns))
    new.replace(file)
    assert [watched.is_saved(), watched.is_saved()] == [False, True]
    assert watched.read().briefing.title == "Two"


def test_a_file_that_is_missing_for_a_moment_is_not_reported(file: Path) -> None:
    watched = watch(file)
    file.rename(file.with_suffix(".away"))
    assert not watched.is_saved()
    file.with_suffix(".away").rename(file)
    assert [watched.is_saved(), watched.is_saved()] == [False, False]


def test_a_removed_file_is_reported_once(file: Path) -> None:
    watched = watch(file)
    file.unlink()
    assert [watched.is_saved(), watched.is_saved()] == [False, True]
    with pytest.raises(FileNotFoundError):
        watched.read()
    assert [watched.is_saved(), watched.is_saved()] == [False, False]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        (TEXT, False),
        (TEXT + "strange: 1\n", False),
        ("", True),
        ("just words\n", True),
        (TEXT + "sources: [{id: 'unclosed\n", True),
    ],
)
def test_a_file_that_cannot_be_read_to_its_end_is_broken(text: str, broken: bool) -> None:
    assert is_broken(read(text)) is broken


def test_a_briefing_is_kept_with_the_problems_of_its_broken_file() -> None:
    broken = read(TEXT + "sources: [{id: 'unclosed\n")
    kept = with_problems_of(read(TEXT), broken)
    assert kept.briefing.title == "One"
    assert (kept.problems, kept.text) == (broken.problems, broken.text)


def read(text: str) -> Document:
    return load_text(text.encode(), "one.yaml", folder=None)
