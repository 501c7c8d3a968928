"""Showing less: room mode and a clearance, from wherever the reader is."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.panes.reading import text
from tests.reading.meetings import controller, turn
from tests.reading.sessions import (
    Memory,
    ask,
    copied,
    enter,
    find,
    here,
    hold,
    library_session,
    reader,
    run,
    session,
    shown,
    small,
)
from tui.library.library import Library
from tui.load import load_document
from tui.model.annotations import ReaderNote, ReadSnapshot
from tui.model.changes import Print
from tui.model.document import Document
from tui.places import Place, View
from tui.reading.session import ReadingSession

MIXED = Path(__file__).parents[1] / "panes/mixed/mixed.yaml"
OURS = ("trap door", "Our reading", "likely", "hostile", "HOSTILE", "CRITICAL", "[-]", "[?]")
SECRET = "secret"
WITHHELD = "withheld: TLP:RED, above TLP:GREEN"


def _commands(*ids: str) -> Callable[[ReadingSession], object]:
    return lambda session: run(session, *ids)


STATES: Mapping[str, Callable[[ReadingSession], object]] = {
    "summary": _commands(),
    "evidence": _commands("pane.2", "evidence.open"),
    "words": _commands("pane.2", "evidence.excerpt"),
    "source": _commands("pane.2", "evidence.source"),
    "connected": _commands("evidence.related"),
    "time line": _commands("view.timeline"),
    "matrix": _commands("view.matrix"),
    "sources": _commands("pane.sources"),
    "problems": _commands("pane.problems"),
    "only verified": _commands("view.filter"),
    "found": lambda session: find(session, "talks"),
    "question": lambda session: ask(session, "talks"),
    "answer kept": lambda session: hold(session, "talks"),
    "outline": _commands("pane.outline"),
    "marks": lambda session: (enter(session, "mark.set", "q"), run(session, "annotations.list")),
    "changes": _commands("annotations.changes"),
    "agenda": _commands("meeting.open"),
    "away from the agenda": _commands("meeting.open", "pane.2"),
    "shown so far": _commands("meeting.open", "meeting.shown"),
}
"""Where a reader can be, and what leads there."""


@pytest.fixture(scope="module")
def mixed() -> Document:
    return load_document(MIXED)


@pytest.fixture
def reading(mixed: Document) -> ReadingSession:
    """A session with items of every marking, of which some are withheld."""
    return session(mixed, clearance="TLP:GREEN", load=load_document)


def remembering() -> Memory:
    """A memory of a reading in which there was something that is gone, and all else is new."""
    memory = Memory()
    memory.reading = ReadSnapshot(
        "2026-11-01", "other", {"secret-x": Print("x")}, {"secret-x": "SECRET"}
    )
    return memory


def everything_shown(opened: ReadingSession) -> Iterator[str]:
    """What is shown while the reader goes down the current list."""
    yield shown(opened)
    if opened.asking is not None:
        for _ in range(opened.asking.count):
            opened.asking.choose(1)
            yield shown(opened)
    elif opened.is_at_agenda:
        while turn(opened, 1) == "":
            yield shown(opened)
            yield controller(opened).status(200)
    elif opened.places is None and opened.reader is not None:
        while opened.reader.step(1):
            yield shown(opened)


@pytest.mark.parametrize("state", STATES)
def test_under_a_clearance_nothing_withheld_is_shown(state: str, mixed: Document) -> None:
    opened = session(mixed, clearance="TLP:GREEN", memory=remembering(), load=load_document)
    STATES[state](opened)
    for seen in everything_shown(opened):
        assert SECRET not in seen.lower()


@pytest.mark.parametrize("state", STATES)
def test_a_clearance_that_is_chosen_withholds_at_once_from_anywhere(
    state: str, mixed: Document
) -> None:
    opened = session(mixed, memory=remembering(), load=load_document)
    STATES[state](opened)
    run(opened, "policy.clearance")
    for seen in everything_shown(opened):
        assert SECRET not in seen.lower()
    assert opened.clearance == "TLP:CLEAR"


@pytest.mark.parametrize("state", STATES)
def test_room_mode_is_turned_on_from_anywhere_and_leaves_no_trace(
    state: str, mixed: Document
) -> None:
    opened = session(mixed, clearance="TLP:GREEN", memory=remembering(), load=load_document)
    STATES[state](opened)
    run(opened, "policy.room")
    assert reader(opened).policy.room
    for seen in everything_shown(opened):
        assert not any(word in seen for word in OURS)
        assert "withheld" not in seen
        assert "TLP:GREEN" not in seen
        assert SECRET not in seen.lower()


def test_each_clearance_has_its_turn_and_then_none(mixed: Document) -> None:
    opened = session(mixed)
    assert [run(opened, "policy.clearance") for _ in range(5)] == [
        *(f"what is above TLP:{each} is withheld" for each in ("CLEAR", "GREEN", "AMBER")),
        "what is above TLP:AMBER+STRICT is withheld",
        "nothing is withheld",
    ]
    assert reader(opened).document is mixed


def test_in_room_mode_a_clearance_is_not_mentioned(mixed: Document) -> None:
    opened = session(mixed)
    assert run(opened, "policy.room", "policy.clearance") == ""


def test_a_placeholder_is_in_the_place_of_what_is_withheld(reading: ReadingSession) -> None:
    run(reading, "pane.2", "list.next")
    assert here(reading).item.startswith("withheld/")
    assert WITHHELD in shown(reading)
    run(reading, "evidence.open")
    assert here(reading).view is View.EVIDENCE
    assert WITHHELD in shown(reading)


def test_the_reader_stays_at_the_item_while_a_clearance_comes_and_goes(mixed: Document) -> None:
    opened = session(mixed)
    run(opened, "pane.2", "list.next", "evidence.open")
    assert here(opened).key == "secret-offer"
    run(opened, "policy.clearance")
    assert here(opened).key.startswith("withheld/")
    run(opened, *["policy.clearance"] * 4)
    assert here(opened).key == "secret-offer"


def test_a_copy_says_what_is_withheld(reading: ReadingSession) -> None:
    run(reading, "pane.2", "list.next")
    item, words = copied(reading, "evidence.copy"), copied(reading, "evidence.copy_excerpt")
    assert WITHHELD in item
    assert words == WITHHELD
    assert SECRET not in (item + words).lower()


def test_there_is_no_link_to_what_is_withheld_and_no_note_on_it(reading: ReadingSession) -> None:
    run(reading, "pane.2", "list.next")
    notice = "it is withheld from what you have chosen to see"
    assert copied(reading, "annotations.link") == notice
    enter(reading, "annotations.note", "x")
    assert reading.notice == notice


def test_a_note_is_withheld_with_its_item_or_by_its_own_marking(mixed: Document) -> None:
    memory = Memory()
    for item in ("secret-offer", "c1"):
        told = f"mine on {item}"
        note = ReaderNote(id=item, item=item, text=told, written="2026", marking="TLP:CLEAR")
        memory.note(mixed, note)
    stricter = ReaderNote(id="n", item="r1", text="stricter", written="2026", marking="TLP:RED")
    memory.note(mixed, stricter)
    opened = session(mixed, memory=memory, clearance="TLP:GREEN")
    for pane, is_shown in (("pane.2", True), ("pane.3", False)):
        run(opened, pane, "evidence.open")
        evidence = text([*reader(opened).listing.blocks])
        assert ("mine on c1" in evidence) is is_shown
        assert "stricter" not in evidence
    run(opened, "annotations.list")
    assert "mine on c1" in shown(opened)
    assert "withheld, as what it is on" in shown(opened)
    assert SECRET not in shown(opened).lower()


def test_a_mark_is_kept_by_its_item_and_leads_back_to_its_placeholder(mixed: Document) -> None:
    memory = Memory()
    opened = session(mixed, memory=memory, clearance="TLP:GREEN")
    run(opened, "pane.2", "list.next")
    enter(opened, "mark.set", "q")
    assert memory.marks(mixed)["q"] == Place(View.PANE, "background", "secret-offer")
    run(opened, "pane.1")
    enter(opened, "mark.go", "q")
    assert here(opened).item.startswith("withheld/")


def test_the_place_in_the_whole_briefing_is_remembered(mixed: Document) -> None:
    memory = Memory()
    opened = session(mixed, memory=memory, clearance="TLP:GREEN")
    run(opened, "pane.4", "list.next")
    opened.keep()
    assert memory.recall(mixed) == Place(View.PANE, "secret-pane", "secret-pane/1")
    assert here(session(mixed, memory=memory)).item == "secret-pane/1"


def test_words_are_searched_again_where_less_is_shown(mixed: Document) -> None:
    opened = session(mixed)
    find(opened, "secret")
    assert opened.finder is not None
    assert opened.finder.find.matches
    run(opened, "policy.clearance")
    assert opened.finder.is_active
    assert not opened.finder.find.matches
    assert run(opened, "find.next") == "not found: secret"


def test_there_is_no_room_mode_without_a_briefing() -> None:
    opened = library_session()
    said = "there is no briefing open that could be made safe for a room"
    assert run(opened, "policy.room") == said
    assert run(opened, "policy.clearance") == "what is above TLP:CLEAR is withheld"


def test_a_briefing_that_is_read_again_stays_cleared(mixed: Document) -> None:
    opened = session(small(), clearance="TLP:GREEN")
    reader(opened).adopt(mixed)
    assert reader(opened).whole is mixed
    assert SECRET not in shown(opened).lower()


def test_a_library_lists_and_finds_nothing_that_is_withheld(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    shutil.copytree(MIXED.parent, folder)
    shutil.copy(folder / "mixed.yaml", folder / "again.yaml")
    library = Library(folder, load_document, cache=tmp_path / "cache")
    opened = library_session(library=library)
    assert "Harbour talks" in shown(opened)
    run(opened, "policy.clearance", "policy.clearance")
    assert shown(opened).count(WITHHELD) == 2
    assert "Harbour" not in shown(opened)
    assert "mixed" not in shown(opened)
    library.begin()
    library.wait()
    for sought, count in (("ships", 2), ("gold", 0), ("mixed", 0), ("harbour", 0)):
        ask(opened, sought)
        assert shown(opened).count("Ships have come.") == count
        assert SECRET not in shown(opened).lower()
        run(opened, "place.leave")
    enter(opened, "library.filter", "mixed")
    assert "No briefing has these words." in shown(opened)
    run(opened, "library.all")
    hold(opened, "ships")
    run(opened, "answer.go")
    assert "Ships have come." in shown(opened)
    assert SECRET not in shown(opened).lower()
    assert reader(opened).whole.briefing.title == "Harbour talks"
    library.close()
