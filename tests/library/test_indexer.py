"""The indexing of a library in the background."""

import threading
from pathlib import Path

import pytest

from tests.library.libraries import write
from tui.blocks import Entry, plain
from tui.library.library import Library
from tui.load import load_document
from tui.model.document import Document
from tui.search.indexer import Indexer
from tui.search.library_index import LibraryIndex


class Gate:
    """A loader that waits until it may read."""

    def __init__(self) -> None:
        self.waits = threading.Event()
        self.may_read = threading.Event()
        self.read: list[str] = []

    def __call__(self, path: Path) -> Document:
        self.waits.set()
        self.may_read.wait()
        self.read.append(path.name)
        return load_document(path)


@pytest.fixture
def gate() -> Gate:
    return Gate()


def indexer_of(folder: Path, load: Gate, cache: Path) -> Indexer:
    return Indexer(LibraryIndex(folder, load, cache=cache))


@pytest.fixture
def library(tmp_path: Path, gate: Gate) -> Library:
    for name in ("a", "b", "c"):
        write(tmp_path / "briefings", f"{name}.yaml", f"Word{name} of it.")
    return Library(tmp_path / "briefings", gate, cache=tmp_path / "cache")


def test_progress_is_shown_until_it_is_done(library: Library, gate: Gate) -> None:
    assert library.progress == ""
    library.begin()
    gate.waits.wait()
    assert library.progress == "reading 0 of 3"
    assert library.search("worda", 9).hits == ()
    gate.may_read.set()
    library.wait()
    assert library.progress == ""
    assert [hit.briefing.path for hit in library.search("worda", 9).hits] == ["a.yaml"]
    assert [block.item for block in library.blocks("on b")] == ["b.yaml"]
    library.close()


def test_summaries_are_current_when_all_briefings_have_been_read(
    tmp_path: Path, library: Library, gate: Gate
) -> None:
    gate.may_read.set()
    indexer = indexer_of(library.folder, gate, tmp_path)
    indexer.wait()
    known = indexer.current("a.yaml")
    assert known is not None
    assert known.title == "On a"
    assert indexer.current("z.yaml") is None
    indexer.close()
    again = indexer_of(library.folder, Gate(), tmp_path)
    again.wait()
    assert again.summaries == indexer.summaries
    again.close()


def test_an_entry_is_made_from_its_summary(library: Library, gate: Gate) -> None:
    gate.may_read.set()
    library.begin()
    library.wait()
    gate.read.clear()
    assert [block.item for block in library.blocks(order="title")] == ["a.yaml", "b.yaml", "c.yaml"]
    assert gate.read == []
    library.close()


def test_briefings_are_found_by_the_words_of_their_items(library: Library, gate: Gate) -> None:
    gate.may_read.set()
    library.begin()
    library.wait()
    listed = library.blocks("wordb")
    assert [*listed.found] == ["b.yaml"]
    assert listed.total == 1
    entry = listed[1]
    assert isinstance(entry, Entry)
    assert plain(entry.text) == "Wordb of it."
    assert library.finds("b.yaml", "wordb") == ["c"]
    assert library.finds("a.yaml", "wordb") == []
    assert [*library.blocks("welcome", "issued").found] == ["a.yaml", "b.yaml", "c.yaml"]
    library.close()


def test_it_stops_at_the_next_briefing_and_keeps_what_was_read(
    tmp_path: Path, library: Library, gate: Gate
) -> None:
    indexer = indexer_of(library.folder, gate, tmp_path)
    gate.waits.wait()
    indexer.stop()
    gate.may_read.set()
    indexer.close()
    assert gate.read == ["a.yaml"]
    again = indexer_of(library.folder, gate, tmp_path)
    again.wait()
    again.close()
    assert gate.read == ["a.yaml", "b.yaml", "c.yaml"]


def test_before_indexing_the_list_is_filtered_by_path(library: Library, gate: Gate) -> None:
    gate.may_read.set()
    assert [block.item for block in library.blocks("B.y")] == ["b.yaml"]
    assert len(library.blocks("zzz")) == 0
    assert gate.read == ["b.yaml"]
