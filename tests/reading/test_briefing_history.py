"""One history over the briefings of a library."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.libraries import write
from tests.reading.sessions import Memory, press
from tui.app.keyboard.dispatch import dispatch
from tui.library.library import Library
from tui.load import load_document
from tui.places import Place, View
from tui.reading.session import ReadingSession


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path) -> Path:
    folder = tmp_path / "briefings"
    for name in ("storm", "summit", "treaty"):
        write(folder, f"{name}.yaml", f"A {name} is spoken of.")
    return folder


@pytest.fixture(name="library")
def library_fixture(folder: Path) -> Iterator[ReadingSession]:
    shelf = Library(folder, load_document)
    yield ReadingSession(
        dispatch=dispatch, document=None, library=shelf, memory=Memory(), size=(80, 24)
    )
    shelf.close()


def open_second(session: ReadingSession) -> None:
    """Read in the first briefing, leave it, and read in the second."""
    press(session, "enter", "2", "q", "j", "enter", "tab")


def where(session: ReadingSession) -> tuple[str, Place]:
    assert session.reader is not None
    return session.opened, session.reader.here.at("")


def test_back_from_where_one_began_leads_to_the_briefing_before(library: ReadingSession) -> None:
    open_second(library)
    there = where(library)
    press(library, "H", "H")
    assert where(library) == ("storm.yaml", Place(View.PANE, "background"))
    press(library, "H")
    assert where(library) == ("storm.yaml", Place(View.PANE, "summary"))
    press(library, "L", "L", "L")
    assert where(library) == there
    press(library, "L")
    assert library.notice == "nothing lies ahead"


def test_where_one_began_first_is_the_end_of_the_way(library: ReadingSession) -> None:
    open_second(library)
    press(library, "H", "H", "H", "H")
    assert library.notice == "this is where you began"
    assert library.opened == "storm.yaml"


def test_what_one_had_gone_back_from_is_forgotten_when_another_is_opened(
    library: ReadingSession,
) -> None:
    open_second(library)
    press(library, "H", "H", "q", "G", "enter", "L")
    assert library.opened == "treaty.yaml"
    assert library.notice == "nothing lies ahead"
    press(library, "H")
    assert library.opened == "storm.yaml"


def test_to_open_the_same_one_again_is_no_step(library: ReadingSession) -> None:
    press(library, "enter", "q", "enter", "H")
    assert library.notice == "this is where you began"


def test_a_briefing_that_is_gone_is_named_and_one_stays(
    library: ReadingSession, folder: Path
) -> None:
    open_second(library)
    (folder / "storm.yaml").unlink()
    press(library, "H", "H")
    assert library.opened == "summit.yaml"
    assert library.notice == "storm.yaml: No such file or directory"


def test_what_has_lost_its_pane_is_shown_from_its_beginning(
    library: ReadingSession, folder: Path
) -> None:
    open_second(library)
    text = (folder / "storm.yaml").read_text("utf-8")
    (folder / "storm.yaml").write_text(
        text.replace("background\n    s", "past\n    s").replace("[background]", "[past]"), "utf-8"
    )
    press(library, "H", "H")
    assert where(library) == ("storm.yaml", Place(View.PANE, "summary"))


def test_a_room_is_not_left_for_another_briefing(library: ReadingSession) -> None:
    open_second(library)
    press(library, "R", "H", "H", "H")
    assert library.opened == "summit.yaml"
    assert library.notice == "in room mode only ctrl+q leaves"
    assert library.reader
    assert library.reader.policy.room


def test_a_meeting_is_not_left_for_another_briefing(library: ReadingSession) -> None:
    open_second(library)
    press(library, "M", "1", "H", "H", "H", "H", "H")
    assert library.opened == "summit.yaml"
    assert library.meeting is not None
    assert library.notice == "in a meeting only ctrl+q leaves"


def test_a_briefing_that_is_opened_in_a_room_is_in_one_too(
    library: ReadingSession, folder: Path
) -> None:
    open_second(library)
    press(library, "R")
    library.open(load_document(folder / "treaty.yaml"))
    assert library.reader
    assert library.reader.policy.room


@pytest.mark.parametrize("pressed", ["H", "L", "backspace"])
def test_over_the_list_of_a_library_there_is_nowhere_to_go(
    library: ReadingSession, pressed: str
) -> None:
    press(library, "?", pressed)
    assert library.notice == "no briefing is open"
