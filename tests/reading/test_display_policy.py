"""Showing less: room mode and a clearance, from wherever one is."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.reading.sessions import Clipboard, Memory, SmallLibrary, press, screen, session, small
from tui.app.keyboard.dispatch import dispatch
from tui.library.library import Library
from tui.load import load_document
from tui.model.annotations import ReaderNote, ReadSnapshot
from tui.model.changes import Print
from tui.model.document import Document
from tui.places import Place, View
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession

MIXED = Path(__file__).parents[1] / "panes/mixed/mixed.yaml"
OURS = ("trap door", "Our reading", "likely", "hostile", "HOSTILE", "CRITICAL", "[-]", "[?]")
SECRET = "secret"

STATES: dict[str, Sequence[str]] = {
    "summary": (),
    "evidence": ("2", "enter"),
    "words": ("2", "w"),
    "source": ("2", "s"),
    "connected": ("r",),
    "time line": ("c",),
    "matrix": ("x",),
    "sources": ("0",),
    "problems": ("!",),
    "only verified": ("v",),
    "found": ("/", *"talks", "enter"),
    "answer held": ("f", *"talks", "enter"),
    "help": ("?",),
    "outline": ("t",),
    "marks": ("m", "q", "*"),
    "changes": ("D",),
    "plain": ("y", "y"),
    "agenda": ("M",),
    "shown so far": ("M", "S"),
}
"""Where one can be without typing, and the keys that lead there."""

TYPING: dict[str, Sequence[str]] = {
    "finding": ("/", *"talks"),
    "asking": ("f", *"talks"),
    "palette": ("ctrl+p",),
    "noting": ("a", *"mine"),
    "marking": ("m",),
}


@pytest.fixture(scope="module")
def mixed() -> Document:
    return load_document(MIXED)


@pytest.fixture
def reading(mixed: Document) -> ReadingSession:
    return session(document=mixed, clearance="TLP:GREEN", load=load_document)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("state", STATES)
def test_under_a_clearance_no_screen_tells_what_is_withheld(
    state: str, size: tuple[int, int], mixed: Document
) -> None:
    more = {"memory": remembering(), "clipboard": Clipboard(), "load": load_document}
    opened = session(size, mixed, clearance="TLP:GREEN", **more)
    press(opened, *STATES[state])
    for shown in scrolled(opened):
        assert SECRET not in shown.lower()


@pytest.mark.parametrize("state", STATES)
def test_a_clearance_that_is_chosen_withholds_at_once_from_anywhere(
    state: str, mixed: Document
) -> None:
    opened = session(document=mixed, memory=remembering(), load=load_document)
    press(opened, *STATES[state], "C")
    for shown in scrolled(opened):
        assert SECRET not in shown.lower()
    assert opened.clearance == "TLP:CLEAR"


@pytest.mark.parametrize("state", STATES)
def test_room_mode_works_from_anywhere_and_leaves_no_trace(state: str, mixed: Document) -> None:
    opened = session(
        document=mixed, clearance="TLP:GREEN", memory=remembering(), load=load_document
    )
    press(opened, *STATES[state], "R")
    assert opened.reader
    assert opened.reader.policy.room
    for shown in scrolled(opened):
        if state != "help":  # which says that there are such things
            assert not any(word in shown for word in OURS)
            assert "withheld" not in shown
            assert "TLP:GREEN" not in shown
        assert SECRET not in shown.lower()


@pytest.mark.parametrize("state", [*STATES, *TYPING])
def test_the_screen_is_blanked_from_anywhere_and_comes_back(state: str, mixed: Document) -> None:
    opened = session(document=mixed, memory=remembering())
    press(opened, "j", "k", *{**STATES, **TYPING}[state])
    before = screen(opened).splitlines()
    assert press(opened, "ctrl+x") is Reply.BLANK
    assert screen(opened).strip() == ""
    press(opened, "j")
    assert screen(opened).splitlines()[:-2] == before[:-2]  # what was said last is not repeated


def test_each_clearance_has_its_turn_and_then_all_may_be_seen(mixed: Document) -> None:
    opened = session(document=mixed)
    said = []
    for _ in range(5):
        press(opened, "C")
        said.append(opened.notice)
    assert said == [
        *(f"what is above TLP:{each} is withheld" for each in ("CLEAR", "GREEN", "AMBER")),
        "what is above TLP:AMBER+STRICT is withheld",
        "nothing is withheld",
    ]
    assert opened.reader
    assert opened.reader.document is mixed


def test_the_footer_says_which_clearance_holds(reading: ReadingSession) -> None:
    assert "up to TLP:GREEN" in screen(reading)
    press(reading, "R")
    assert "TLP:GREEN" not in screen(reading)


def test_what_is_withheld_stands_in_its_place_and_can_be_chosen(reading: ReadingSession) -> None:
    press(reading, "2", "j")
    assert reading.reader
    assert reading.reader.here.item.startswith("withheld/")
    assert "withheld: TLP:RED, above TLP:GREEN" in screen(reading)
    press(reading, "enter")
    assert reading.reader.here.view is View.EVIDENCE
    assert "withheld: TLP:RED, above TLP:GREEN" in screen(reading)


def test_one_stays_at_the_item_while_a_clearance_comes_and_goes(mixed: Document) -> None:
    opened = session(document=mixed)
    press(opened, "2", "j", "enter")
    assert opened.reader
    assert opened.reader.here.key == "secret-offer"
    press(opened, "C")
    assert opened.reader.here.key.startswith("withheld/")
    press(opened, "C", "C", "C", "C")
    assert opened.reader.here.key == "secret-offer"


def test_what_is_copied_says_that_it_is_withheld(mixed: Document) -> None:
    clipboard = Clipboard()
    opened = session(document=mixed, clearance="TLP:GREEN", clipboard=clipboard)
    press(opened, "2", "j", "y", "g", "Y", "j", "Y")
    item, words, alone = clipboard.sent
    assert "withheld: TLP:RED, above TLP:GREEN" in item
    assert words == "The talks began on May 5."
    assert alone == "withheld: TLP:RED, above TLP:GREEN"
    assert SECRET not in "".join(clipboard.sent).lower()


def test_there_is_no_link_to_what_is_withheld_and_no_note_on_it(mixed: Document) -> None:
    opened = session(document=mixed, clearance="TLP:GREEN", load=load_document)
    press(opened, "2", "j")
    for pressed in ("U", "a"):
        press(opened, pressed)
        assert opened.notice == "it is withheld from what you have chosen to see"


def test_a_note_of_ones_own_is_withheld_with_what_it_is_on(mixed: Document) -> None:
    memory = Memory()
    for item in ("secret-offer", "c1"):
        told = f"mine on {item}"
        note = ReaderNote(id=item, item=item, text=told, written="2026", marking="TLP:CLEAR")
        memory.note(mixed, note)
    stricter = ReaderNote(id="n", item="r1", text="stricter", written="2026", marking="TLP:RED")
    memory.note(mixed, stricter)
    opened = session((80, 40), mixed, memory=memory, clearance="TLP:GREEN")
    for place, is_shown in (("2", True), ("3", False)):
        press(opened, place, "enter")
        assert ("mine on c1" in screen(opened)) is is_shown
        assert "stricter" not in screen(opened)
    press(opened, "*")
    assert "mine on c1" in screen(opened)
    assert "withheld, as what it is on" in screen(opened)
    assert "secret" not in screen(opened).lower()


def test_a_mark_is_kept_by_what_it_marks_and_leads_back_to_it(mixed: Document) -> None:
    memory = Memory()
    opened = session(document=mixed, memory=memory, clearance="TLP:GREEN")
    press(opened, "2", "j", "m", "q")
    assert memory.marks(mixed)["q"] == Place(View.PANE, "background", "secret-offer")
    press(opened, "1", "'", "q")
    assert opened.reader
    assert opened.reader.here.item.startswith("withheld/")


def test_what_is_remembered_is_of_the_whole_briefing(mixed: Document) -> None:
    memory = Memory()
    opened = session(document=mixed, memory=memory, clearance="TLP:GREEN")
    press(opened, "4", "j")
    opened.keep()
    assert memory.recall(mixed) == Place(View.PANE, "secret-pane", "secret-pane/1")
    again = session(document=mixed, memory=memory)
    assert again.reader
    assert again.reader.here.item == "secret-pane/1"


def test_what_was_sought_is_sought_anew_where_less_is_seen(mixed: Document) -> None:
    opened = session((120, 40), mixed)
    press(opened, "/", *"secret", "enter")
    assert "secret: 2 of 16" in screen(opened)
    press(opened, "C", "g")
    assert "secret: not found" in screen(opened)


def test_there_is_no_room_without_a_briefing() -> None:
    opened = ReadingSession(
        dispatch=dispatch,
        document=None,
        library=SmallLibrary(),
        memory=Memory(),
    )
    press(opened, "R")
    assert opened.notice == "there is no briefing open that could be made safe for a room"
    press(opened, "C")
    assert opened.notice == "what is above TLP:CLEAR is withheld"


def test_a_briefing_that_is_read_afresh_stays_cleared(mixed: Document) -> None:
    opened = session(document=small(), clearance="TLP:GREEN")
    assert opened.reader
    opened.reader.adopt(mixed)
    assert opened.reader.whole is mixed
    assert SECRET not in screen(opened).lower()


def test_a_library_lists_and_finds_nothing_by_what_is_withheld(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "library"
    shutil.copytree(MIXED.parent, folder)
    shutil.copy(folder / "mixed.yaml", folder / "again.yaml")
    shelf = Library(folder, load_document)
    opened = ReadingSession(
        dispatch=dispatch, document=None, library=shelf, memory=Memory(), size=(80, 40)
    )
    assert "Harbour talks" in screen(opened)
    press(opened, "C", "C")
    assert screen(opened).count("withheld: TLP:RED, above TLP:GREEN") == 2
    assert "Harbour" not in screen(opened)
    assert "mixed" not in screen(opened)
    for sought, count in (("ships", 2), ("gold", 0), ("mixed", 0), ("harbour", 0)):
        answered(shelf)
        press(opened, "f", *sought)
        assert screen(opened).count("Ships have come.") == count
        assert SECRET not in screen(opened).lower()
        press(opened, "escape")
    press(opened, "/", *"mixed")
    assert "No briefing has these words." in screen(opened)
    press(opened, "escape")
    assert "up to TLP:GREEN" in screen(opened)
    press(opened, "f", *"ships", "enter", "enter")
    assert opened.reader
    assert "Ships have come." in screen(opened)
    assert SECRET not in screen(opened).lower()
    assert opened.reader.whole.briefing.title == "Harbour talks"
    shelf.close()


def answered(shelf: Library) -> None:
    """Wait until all of a library has been read."""
    shelf.begin()
    shelf.wait()


def remembering() -> Memory:
    """A memory of a reading in which there was something that is gone, and all else is new."""
    memory = Memory()
    memory.reading = ReadSnapshot(
        "2026-11-01", "other", {"secret-x": Print("x")}, {"secret-x": "SECRET"}
    )
    return memory


def scrolled(opened: ReadingSession) -> Iterator[str]:
    """What is seen while one goes down the list on the screen."""
    for _ in range(30):
        opened.follow()
        yield screen(opened)
        press(opened, "j")
