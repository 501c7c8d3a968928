"""The list of a library at the desk: its orders, what is found in it, and the way through."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.libraries import write
from tests.reading.sessions import press, screen
from tui.app.keyboard.dispatch import dispatch
from tui.library.library import Library
from tui.library.state import ReaderState
from tui.load import load_document
from tui.reading.session import ReadingSession


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "briefings"
    write(folder, "treaty.yaml", "A treaty of wisteria is signed.", month=3)
    write(folder, "below/summit.yaml", "A summit in Madrid begins.", "TLP:RED", month=2)
    write(folder, "below/storm.yaml", "A storm in Madrid ends.", month=1)
    shelf = Library(
        folder, load_document, cache=tmp_path / "cache", state=ReaderState(tmp_path / "state")
    )
    yield shelf
    shelf.close()


@pytest.fixture
def library(shelf: Library, tmp_path: Path) -> ReadingSession:
    """A desk with the library on it, all of which has been read."""
    memory = ReaderState(tmp_path / "state")
    session = ReadingSession(
        dispatch=dispatch, document=None, library=shelf, memory=memory, size=(80, 24)
    )
    know(session, shelf)
    return session


def know(session: ReadingSession, shelf: Library) -> None:
    session.look()
    shelf.wait()
    session.look()


def titles(session: ReadingSession) -> list[str]:
    return [word for line in screen(session).splitlines() for word in line.split() if word in NAMES]


NAMES = ("treaty", "summit", "storm")


def test_the_list_says_all_that_is_asked_of_it(library: ReadingSession) -> None:
    seen = screen(library)
    for said in ("TLP:RED", "On summit", "draft", "issued 2022-02-01", "warning", "not read"):
        assert said in seen


def test_a_key_turns_through_the_orders_and_the_foot_says_which(library: ReadingSession) -> None:
    assert titles(library) == ["storm", "summit", "treaty"]
    press(library, "o")
    assert titles(library) == ["treaty", "summit", "storm"]
    assert "newest first" in screen(library)
    press(library, "O")
    assert "by path" in screen(library)
    for _ in range(8):
        press(library, "o")
    assert titles(library) == ["storm", "summit", "treaty"]


def test_the_cursor_stays_on_its_briefing_in_another_order(library: ReadingSession) -> None:
    press(library, "o")
    assert "3 of 3  newest first" in screen(library)
    press(library, "k", "o")
    assert library.briefings is not None
    assert library.briefings.view.item == "below/summit.yaml"


def test_an_order_before_all_is_known_is_put_right_when_it_is(shelf: Library) -> None:
    session = ReadingSession(
        dispatch=dispatch, document=None, library=shelf, memory=ReaderState(shelf.folder / "none")
    )
    press(session, "o")
    know(session, shelf)
    assert titles(session) == ["treaty", "summit", "storm"]


def test_what_has_been_read_is_no_news_any_more(library: ReadingSession, shelf: Library) -> None:
    press(library, "G", "enter", "q")
    assert "draft  read" in screen(library)
    press(library, "o", "o")
    assert titles(library) == ["storm", "summit", "treaty"]
    write(shelf.folder, "treaty.yaml", "Other words.", month=3)
    shelf.open("treaty.yaml")
    press(library, "o", "O")
    assert "changed since read" in screen(library)


def test_of_what_is_strictly_marked_it_is_not_said(library: ReadingSession) -> None:
    line = next(line for line in screen(library).splitlines() if "On summit" in line)
    assert line.endswith("draft")


def test_words_are_found_in_what_the_briefings_say(library: ReadingSession) -> None:
    press(library, "/", *"madrid")
    seen = screen(library)
    assert "IN WHAT THEY SAY" in seen
    assert "A summit in Madrid begins." in seen
    assert "treaty" not in seen
    assert "1 of 2  with “madrid”" in seen


def test_a_find_is_opened_where_it_is_said_and_n_goes_on_into_the_next(
    library: ReadingSession,
) -> None:
    press(library, "/", *"madrid", "enter", "enter")
    seen = screen(library)
    assert "On storm" in seen
    assert "madrid: 1 of 1, briefing 1 of 2" in seen
    press(library, "n")
    seen = screen(library)
    assert "On summit" in seen
    assert "briefing 2 of 2" in seen
    press(library, "N")
    assert "On storm" in screen(library)
    press(library, "q")
    assert "1 of 2  with “madrid”" in screen(library)


def test_answers_are_gone_through_as_well(library: ReadingSession) -> None:
    press(library, "f", *"welcome", "enter", "enter")
    seen = []
    for _ in range(3):
        assert library.reader is not None
        assert library.reader.here.item == "r"
        seen.append(library.reader.document.briefing.id)
        press(library, "n")
    assert sorted(seen) == ["storm", "summit", "treaty"]


def test_a_find_of_ones_own_comes_first_and_esc_ends_one_after_the_other(
    library: ReadingSession,
) -> None:
    press(library, "/", *"madrid", "enter", "enter", "/", *"storm", "enter", "n")
    seen = screen(library)
    assert "storm: " in seen
    assert "On storm" in seen
    press(library, "escape", "n")
    assert "On summit" in screen(library)
    press(library, "escape")
    assert "madrid:" not in screen(library)


def test_in_a_room_no_other_briefing_is_opened(library: ReadingSession) -> None:
    press(library, "/", *"madrid", "enter", "enter", "R", "n")
    assert library.reader is not None
    assert library.reader.policy.room
    assert library.reader.document.briefing.id == "storm"


def test_a_briefing_that_is_gone_is_said_and_the_next_can_be_gone_to(
    library: ReadingSession, shelf: Library
) -> None:
    press(library, "/", *"madrid", "enter", "enter")
    (shelf.folder / "below/summit.yaml").unlink()
    press(library, "n")
    assert "below/summit.yaml: No such file" in screen(library)
    press(library, "n")
    assert "briefing 1 of 2" in screen(library)


def test_in_vain_the_list_is_as_it_was(library: ReadingSession) -> None:
    press(library, "j")
    before = screen(library)
    press(library, "/", *"madrid", "down", "escape")
    assert screen(library) == before
