"""The index of a shelf, made in the background."""

import threading
from pathlib import Path

import pytest

from tests.library.shelves import write
from tui.blocks import Entry, plain
from tui.library.briefing_library import BriefingLibrary
from tui.load import load_document
from tui.model.document import Document


class Gate:
    """A loader that reads nothing until it is let."""

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


@pytest.fixture
def shelf(tmp_path: Path, gate: Gate) -> BriefingLibrary:
    for name in ("a", "b", "c"):
        write(tmp_path / "briefings", f"{name}.yaml", f"Word{name} of it.")
    return BriefingLibrary(tmp_path / "briefings", gate, cache=tmp_path / "cache")


def test_how_far_it_has_come_is_said_until_it_is_done(shelf: BriefingLibrary, gate: Gate) -> None:
    assert shelf.progress == ""
    shelf.begin()
    gate.waits.wait()
    assert shelf.progress == "reading 0 of 3"
    assert shelf.search("worda", 9).hits == ()
    gate.may_read.set()
    assert shelf._catalogue is not None
    shelf._catalogue._thread.join()
    assert shelf.progress == ""
    assert [hit.briefing.path for hit in shelf.search("worda", 9).hits] == ["a.yaml"]
    assert [block.item for block in shelf.blocks("on b")] == ["b.yaml"]
    shelf.close()


def test_how_a_briefing_stands_is_current_when_all_have_been_read(
    shelf: BriefingLibrary, gate: Gate
) -> None:
    gate.may_read.set()
    shelf.begin()
    catalogue = shelf._catalogue
    assert catalogue is not None
    catalogue._thread.join()
    known = catalogue.current("a.yaml")
    assert known is not None
    assert known.title == "On a"
    assert catalogue.current("z.yaml") is None
    shelf.close()
    again = BriefingLibrary(shelf.folder, Gate(), cache=shelf._cache)
    again.begin()
    assert again._catalogue is not None
    again._catalogue._thread.join()
    assert again._catalogue.standings == catalogue.standings
    again.close()


def test_an_entry_is_made_from_what_is_known(shelf: BriefingLibrary, gate: Gate) -> None:
    gate.may_read.set()
    shelf.begin()
    assert shelf._catalogue is not None
    shelf._catalogue._thread.join()
    gate.read.clear()
    assert [block.item for block in shelf.blocks(order="title")] == ["a.yaml", "b.yaml", "c.yaml"]
    assert gate.read == []
    shelf.close()


def test_what_briefings_say_is_found_below_and_told_item_by_item(
    shelf: BriefingLibrary, gate: Gate
) -> None:
    gate.may_read.set()
    shelf.begin()
    assert shelf._catalogue is not None
    shelf._catalogue._thread.join()
    listed = shelf.blocks("wordb")
    assert [*listed.found] == ["b.yaml"]
    assert listed.total == 1
    entry = listed[1]
    assert isinstance(entry, Entry)
    assert plain(entry.text) == "Wordb of it."
    assert shelf.finds("b.yaml", "wordb") == ["c"]
    assert shelf.finds("a.yaml", "wordb") == []
    assert [*shelf.blocks("welcome", "issued").found] == ["a.yaml", "b.yaml", "c.yaml"]
    shelf.close()


def test_it_ends_at_the_next_briefing_and_what_was_read_is_kept(
    shelf: BriefingLibrary, gate: Gate
) -> None:
    shelf.begin()
    gate.waits.wait()
    assert shelf._catalogue is not None
    shelf._catalogue._stopped.set()
    gate.may_read.set()
    shelf.close()
    assert gate.read == ["a.yaml"]
    again = BriefingLibrary(shelf.folder, gate, cache=shelf._cache)
    again.search("x", 1)
    assert again._catalogue is not None
    again._catalogue._thread.join()
    again.close()
    assert gate.read == ["a.yaml", "b.yaml", "c.yaml"]


def test_before_it_is_known_the_list_is_filtered_by_path(
    shelf: BriefingLibrary, gate: Gate
) -> None:
    gate.may_read.set()
    assert [block.item for block in shelf.blocks("B.y")] == ["b.yaml"]
    assert len(shelf.blocks("zzz")) == 0
    assert gate.read == ["b.yaml"]
