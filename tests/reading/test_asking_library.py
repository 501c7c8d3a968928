"""Asking and filtering a library at the desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.libraries import write
from tests.reading.sessions import Clipboard, Memory, press, screen
from tui.app.keyboard.dispatch import dispatch
from tui.library.library import Library
from tui.load import load_document
from tui.places import Place, View
from tui.reading.asking import Asking
from tui.reading.session import ReadingSession
from tui.search.library_search import AT_ONCE


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "briefings"
    write(folder, "treaty.yaml", "A treaty of wisteria is signed.")
    write(folder, "below/summit.yaml", "A summit in Madrid begins.", "TLP:RED")
    write(folder, "below/storm.yaml", "A storm in Madrid ends.")
    shelf = Library(folder, load_document, cache=tmp_path / "cache")
    yield shelf
    shelf.close()


@pytest.fixture
def library(shelf: Library) -> ReadingSession:
    """A desk with the library on it, all of which has been read."""
    session = ReadingSession(
        dispatch=dispatch,
        document=None,
        library=shelf,
        memory=Memory(),
        clipboard=Clipboard(),
        size=(80, 24),
    )
    session.look()
    shelf.wait()
    return session


def asking(session: ReadingSession) -> Asking:
    assert isinstance(session.mode, Asking)
    return session.mode


def test_the_card_names_its_briefing_and_its_marking(library: ReadingSession) -> None:
    press(library, "f", *"madrid beg")
    seen = screen(library)
    assert "TLP:RED  On summit" in seen
    assert "CLAIM" in seen
    assert "A summit in Madrid begins." in seen


def test_the_others_name_theirs(library: ReadingSession) -> None:
    press(library, "f", *"madrid")
    seen = screen(library)
    assert "MORE ANSWERS" in seen
    assert seen.count("On s") == 2
    assert "below/summit.yaml" in seen or "below/storm.yaml" in seen


def test_what_is_left_out_is_said(library: ReadingSession, shelf: Library) -> None:
    for number in range(AT_ONCE + 1):
        write(shelf.folder, f"many/b{number}.yaml", "The magnolia blossoms.")
    shelf.close()
    shelf.begin()
    shelf.wait()
    press(library, "f", *"magnol")
    assert f"answers, in the {AT_ONCE} best of {AT_ONCE + 1} briefings" in screen(library)


def test_the_second_enter_opens_the_briefing_there_and_q_comes_back(
    library: ReadingSession,
) -> None:
    press(library, "f", *"wister", "enter", "enter")
    assert library.reader is not None
    assert library.reader.document.briefing.id == "treaty"
    assert library.reader.here == Place(View.PANE, "background", "c")
    press(library, "q")
    assert library.reader is None
    assert "briefings  1 of 3" in screen(library)


@pytest.mark.parametrize("key", ["o", "r"])
def test_the_held_card_opens_what_is_behind_it(library: ReadingSession, key: str) -> None:
    press(library, "f", *"wister", "enter", key)
    assert library.reader is not None
    assert library.reader.here.key == "c"
    assert library.reader.here.view in (View.WORDS, View.CONNECTED)


def test_the_held_card_is_copied_with_its_marking(library: ReadingSession) -> None:
    press(library, "f", *"summit mad", "enter", "y")
    clipboard = library.clipboard
    assert isinstance(clipboard, Clipboard)
    assert "A summit in Madrid begins." in clipboard.sent[0]
    assert "TLP:RED" in clipboard.sent[0]
    assert library.reader is None


def test_in_vain_one_is_where_one_was(library: ReadingSession) -> None:
    press(library, "j")
    before = screen(library)
    press(library, "f", *"wister", "enter", "escape")
    assert screen(library) == before
    press(library, "f", *"wister", "escape")
    assert screen(library) == before


def test_a_briefing_that_is_gone_or_changed_in_the_meantime_says_so(
    library: ReadingSession, shelf: Library
) -> None:
    press(library, "f", *"wister", "enter")
    file = shelf.folder / "treaty.yaml"
    file.unlink()
    asking(library).search_scope._read.clear()  # type: ignore[union-attr]
    for key in ("enter", "o", "y"):
        press(library, key)
        assert "treaty.yaml: No such file" in screen(library)
        assert library.reader is None
    write(shelf.folder, "treaty.yaml", "Other words.")
    file.write_text(file.read_text().replace("id: c,", "id: other,"))
    press(library, "y")
    assert "there is no item here" in screen(library)
    press(library, "enter")
    assert "no longer says this" in screen(library)


def test_letters_leave_fewer_briefings_by_title_and_path(library: ReadingSession) -> None:
    press(library, "/", *"on st")
    assert "On storm" in screen(library)
    assert "On summit" not in screen(library)
    press(library, "ctrl+u", *"BELOW")
    assert "1 of 2  with “BELOW”" in screen(library)
    press(library, "down", "enter")
    assert library.mode is None
    assert "2 of 2  with “BELOW”" in screen(library)
    assert "esc all" in screen(library)
    press(library, "enter")
    assert library.reader is not None
    press(library, "q", "escape")
    assert "1 of 3  by path" in screen(library)
    assert "with “" not in screen(library)
    assert "esc all" not in screen(library)


def test_a_filter_in_vain_is_said_and_esc_brings_all_back(library: ReadingSession) -> None:
    press(library, "j")
    before = screen(library)
    press(library, "/", *"zzz")
    assert "No briefing has these words" in screen(library)
    press(library, "escape")
    assert screen(library) == before


def test_how_far_it_has_been_read_is_news_once(shelf: Library) -> None:
    session = ReadingSession(
        dispatch=dispatch,
        document=None,
        library=shelf,
        memory=Memory(),
    )
    session.look()
    shelf.wait()
    session.look()
    assert not session.look()
    assert "reading" not in screen(session)


def test_the_keys_are_in_the_footer_and_the_help(library: ReadingSession) -> None:
    foot = screen(library).splitlines()[-1]
    assert "f ask" in foot
    assert "/ find" in foot
    assert "o O order" in foot
    press(library, "?")
    assert "ask all briefings" in screen(library)
