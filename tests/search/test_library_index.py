"""The index of a folder of briefings."""

import multiprocessing
import os
import sqlite3
from pathlib import Path

import pytest

from tests.library.libraries import index, paths, write
from tui.load import load_document
from tui.model.document import Document
from tui.search import store
from tui.search.library_index import LibraryIndex
from tui.search.library_search import search


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "briefings"
    write(folder, "treaty.yaml", "A treaty of wisteria is signed.")
    write(folder, "below/summit.yaml", "A summit in Madrid begins.")
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "own"


class Counting:
    """A loader that records what is read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, path: Path) -> Document:
        self.read.append(path.name)
        return load_document(path)


def answering(made: LibraryIndex, question: str) -> list[str]:
    return [hit.briefing.path for hit in search(made, question, 9).hits]


def file_of(cache: Path) -> Path:
    (file,) = cache.glob("*.sqlite")
    return file


def test_all_briefings_of_the_folder_are_summarized(folder: Path, cache: Path) -> None:
    first, second = index(folder, cache).summaries()
    assert (first.path, second.path) == ("below/summit.yaml", "treaty.yaml")
    assert (second.title, second.id, second.issued) == ("On treaty", "treaty", "2022-05-01")
    assert (second.marking, second.status) == ("TLP:CLEAR", "draft")
    assert second.problems == second.errors + second.warnings


def test_an_unchanged_briefing_is_not_read_again(folder: Path, cache: Path) -> None:
    index(folder, cache).close()
    loader = Counting()
    again = LibraryIndex(folder, loader, cache=cache)
    again.update()
    assert loader.read == []
    assert answering(again, "wisteria") == ["treaty.yaml"]


def test_a_touched_file_is_recognised_by_its_bytes(folder: Path, cache: Path) -> None:
    index(folder, cache).close()
    os.utime(folder / "treaty.yaml", ns=(1, 1))
    loader = Counting()
    for _ in range(2):
        LibraryIndex(folder, loader, cache=cache).update()
    assert loader.read == []


def test_a_changed_briefing_is_read_again_and_its_old_words_are_removed(
    folder: Path, cache: Path
) -> None:
    made = index(folder, cache)
    write(folder, "treaty.yaml", "Another treaty of magnolia.")
    made.update()
    assert answering(made, "magnolia") == ["treaty.yaml"]
    assert answering(made, "wisteria") == []
    assert len(paths(made)) == 2


def test_a_removed_briefing_is_removed_from_the_index(folder: Path, cache: Path) -> None:
    made = index(folder, cache)
    (folder / "treaty.yaml").unlink()
    made.update()
    assert paths(made) == ["below/summit.yaml"]
    assert answering(made, "wisteria") == []


def test_a_changed_copy_of_a_source_is_a_change(tmp_path: Path, cache: Path) -> None:
    source = tmp_path / "article.txt"
    source.write_text("Seoul joined.\n")
    (tmp_path / "x.yaml").write_text(
        "format: briefing/1\nid: x\ntitle: X\npanes: []\n"
        "sources: [{id: s, short: s, file: article.txt}]\n"
        "excerpts: [{id: e, source: s, voice: narrator, exact: Seoul joined.}]\n"
    )
    made = index(tmp_path, cache)
    assert made.summaries()[0].verbatim == 1
    source.write_text("Seoul left it.\n")
    made.update()
    assert made.summaries()[0].verbatim == 0
    source.unlink()
    made.update()
    assert made.summaries()[0].verbatim == 0


def test_a_file_that_cannot_be_read_is_reported_and_not_indexed(folder: Path, cache: Path) -> None:
    made = index(folder, cache)
    (folder / "treaty.yaml").unlink()
    (folder / "treaty.yaml").symlink_to("nowhere")
    failed: list[str] = []
    made.update(failed=lambda path, _: failed.append(path))
    assert (failed, paths(made)) == (["treaty.yaml"], ["below/summit.yaml"])


def test_an_update_reports_progress_and_can_be_stopped(folder: Path, cache: Path) -> None:
    calls: list[tuple[int, int]] = []
    made = LibraryIndex(folder, load_document, cache=cache)
    made.update(lambda *done: calls.append(done), stopped=lambda: len(calls) == 1)
    assert calls == [(0, 2)]
    assert paths(made) == ["below/summit.yaml"]
    made.update()
    assert len(paths(made)) == 2


def test_the_file_and_its_folder_are_private(folder: Path, cache: Path) -> None:
    made = index(folder, cache)
    assert cache.stat().st_mode & 0o777 == 0o700
    files = [*cache.iterdir()]
    assert len(files) > 1
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    made.close()


@pytest.mark.parametrize("marking", ["", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED", "secret"])
def test_nothing_is_written_of_a_strictly_marked_briefing(
    marking: str, folder: Path, cache: Path
) -> None:
    write(folder, "hush.yaml", "The nightingale flies.", marking=f"'{marking}'")
    made = index(folder, cache)
    assert answering(made, "nightingale") == ["hush.yaml"]
    assert len(paths(made)) == 3
    made.close()
    written = b"".join(file.read_bytes() for file in cache.iterdir())
    assert b"nightingale" not in written
    assert b"hush" not in written
    assert b"wisteria" in written
    assert [*cache.glob("*-wal")] == []


def test_a_strictly_marked_item_keeps_its_briefing_in_memory(folder: Path, cache: Path) -> None:
    file = write(folder, "hush.yaml", "The nightingale flies.")
    file.write_text(file.read_text().replace("{id: c,", "{id: c, marking: TLP:RED,"))
    made = index(folder, cache)
    assert answering(made, "nightingale") == ["hush.yaml"]
    made.close()
    assert b"nightingale" not in b"".join(each.read_bytes() for each in cache.iterdir())


def test_a_briefing_that_becomes_stricter_is_taken_off_the_disk(folder: Path, cache: Path) -> None:
    made = index(folder, cache)
    write(folder, "treaty.yaml", "A treaty of wisteria is signed.", marking="TLP:RED")
    made.update()
    assert answering(made, "wisteria") == ["treaty.yaml"]
    made.close()
    assert b"wisteria" not in b"".join(file.read_bytes() for file in cache.iterdir())


@pytest.mark.parametrize(
    "damage",
    [b"", b"no database at all, but longer than the hundred bytes of its head " * 9],
)
def test_a_damaged_file_is_rebuilt(damage: bytes, folder: Path, cache: Path) -> None:
    index(folder, cache).close()
    file_of(cache).write_bytes(damage)
    made = index(folder, cache)
    assert answering(made, "wisteria") == ["treaty.yaml"]


def test_damage_beyond_the_first_page_is_repaired(folder: Path, cache: Path) -> None:
    index(folder, cache).close()
    data = bytearray(file_of(cache).read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    file_of(cache).write_bytes(data)
    made = index(folder, cache)
    assert answering(made, "wisteria") == ["treaty.yaml"]


def test_rows_without_meaning_are_damage(folder: Path, cache: Path) -> None:
    index(folder, cache).close()
    with sqlite3.connect(file_of(cache)) as base:
        base.execute("UPDATE briefing SET summary = 'no JSON'")
    base.close()
    made = index(folder, cache)
    assert made.summaries() == []
    made.update()
    assert len(paths(made)) == 2


def test_an_index_of_another_version_is_rebuilt(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(folder, cache).close()
    monkeypatch.setattr(store, "VERSION", store.VERSION + 1)
    loader = Counting()
    LibraryIndex(folder, loader, cache=cache).update()
    assert len(loader.read) == 2


def test_without_a_cache_folder_the_index_is_in_memory(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way")
    made = index(folder, blocked / "cache")
    assert answering(made, "wisteria") == ["treaty.yaml"]


def test_while_another_session_locks_the_file_the_index_is_in_memory(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(folder, cache).close()
    monkeypatch.setattr(store, "PATIENCE", 0)
    made = LibraryIndex(folder, load_document, cache=cache)
    other = sqlite3.connect(file_of(cache), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    write(folder, "treaty.yaml", "Another treaty of magnolia.")
    made.update()
    assert answering(made, "magnolia") == ["treaty.yaml"]
    assert len(paths(made)) == 2
    assert answering(index(folder, cache), "magnolia") == ["treaty.yaml"]
    assert other.execute("SELECT count(*) FROM briefing").fetchone() == (2,)
    other.close()


def test_on_a_full_disk_the_index_is_in_memory(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = LibraryIndex(folder, load_document, cache=cache)
    made._shared._base.execute("PRAGMA max_page_count = 1")
    made.update()
    assert answering(made, "wisteria") == ["treaty.yaml"]


def test_other_roots_have_another_index(folder: Path, cache: Path, tmp_path: Path) -> None:
    index(folder, cache).close()
    LibraryIndex(folder, load_document, cache=cache, roots=[tmp_path]).close()
    assert len([*cache.glob("*.sqlite")]) == 2


def test_several_sessions_at_once_build_one_index(folder: Path, cache: Path) -> None:
    for number in range(30):
        write(folder, f"many/b{number}.yaml", f"Word{number} is said.")
    context = multiprocessing.get_context("spawn")
    sessions = [context.Process(target=_session, args=(folder, cache)) for _ in range(3)]
    for session in sessions:
        session.start()
    for session in sessions:
        session.join()
    assert [session.exitcode for session in sessions] == [0, 0, 0]
    loader = Counting()
    made = LibraryIndex(folder, loader, cache=cache)
    made.update()
    assert loader.read == []
    assert len(paths(made)) == 32
    assert answering(made, "word7") == ["many/b7.yaml"]


def test_many_segments_are_merged(folder: Path, cache: Path) -> None:
    made = index(folder, cache)
    for number in range(store.MOST_SEGMENTS + 2):
        write(folder, "treaty.yaml", f"Version{number} of it.")
        made.update()
    made.close()
    with sqlite3.connect(file_of(cache)) as base:
        (segments,) = base.execute("SELECT count(DISTINCT segment) FROM posting").fetchone()
    base.close()
    assert segments <= store.MOST_SEGMENTS
    assert answering(index(folder, cache), f"version{number}") == ["treaty.yaml"]


def _session(folder: Path, cache: Path) -> None:
    made = index(folder, cache)
    assert len(paths(made)) == 32
    made.close()
