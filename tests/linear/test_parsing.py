"""What a typed line means: a key as it stands in the table, or words of a command."""

import pytest

from tests.reading.sessions import Memory, SmallLibrary, press, session
from tui.app.keyboard.bindings import USUAL
from tui.app.keyboard.dispatch import dispatch
from tui.app.keyboard.names import shown
from tui.app.keyboard.table import KEYS
from tui.linear.parsing import commands_called, is_back, keys_in, number_in, spoken_keys, step_in
from tui.reading.session import ReadingSession
from tui.terminal.keyboard import Pressed


@pytest.mark.parametrize(
    ("line", "key", "character"),
    [
        ("j", "j", "j"),
        (" R ", "R", "R"),
        (" ", "space", " "),
        ("space", "space", " "),
        ("enter", "enter", None),
        ("esc", "escape", None),
        ("PgDn", "pagedown", None),
        ("↓", "down", None),
        ("Ctrl+X", "ctrl+x", None),
        ("shift+tab", "shift+tab", None),
        ("slash", "/", "/"),
        ("question mark", "?", "?"),
        ("\t", "tab", "\t"),
        ("\x18", "ctrl+x", "\x18"),
        ("\x1b[B", "down", None),
        ("\x1b", "escape", "\x1b"),
    ],
)
def test_a_key_is_known_by_its_name_by_its_sign_and_by_what_a_terminal_sends(
    line: str, key: str, character: str | None
) -> None:
    assert keys_in(line) == [Pressed(key, character)]


@pytest.mark.parametrize("line", ["", "silence", "room mode", "ctrl+nothing", "12"])
def test_what_is_no_key_is_words(line: str) -> None:
    assert keys_in(line) == []


def test_every_key_of_the_table_can_be_typed_as_the_readme_shows_it() -> None:
    for key in KEYS:
        for pressed in key.pressed:
            assert [each.name for each in keys_in(shown(pressed))] == [pressed]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("view.room", ["view.room"]),
        ("copy", ["evidence.copy"]),
        ("room mode", ["view.room"]),
        ("Cross Table", ["view.matrix"]),
        ("quit from anywhere", ["program.quit"]),
        ("alone words", ["evidence.words", "evidence.copy-words"]),
        ("no such thing", []),
    ],
)
def test_a_command_is_called_by_its_id_its_word_or_words_of_what_it_does(
    words: str, ids: list[str], session: ReadingSession
) -> None:
    assert [key.id for key in commands_called(words, session)] == ids


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("next", 1),
        ("Next Item", 1),
        ("item", 1),
        ("previous", -1),
        ("previous item", -1),
        ("back", -1),
        ("next pane", 0),
        ("silence", 0),
    ],
)
def test_a_step_is_known_by_its_direction(words: str, direction: int) -> None:
    assert step_in(words) == direction


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("list.page", "a page on"),
        ("list.end", "the head of the list"),
        ("pane.beside", "Previous pane"),
        ("place.back", "back"),
        ("place.back", "forward"),
        ("library.order", "the order before"),
        ("outline.fold", "close a pane"),
        ("list.section", "next or previous section"),
        ("place.leave", "one level back"),
    ],
)
def test_words_of_the_second_way_of_a_command_are_told_from_those_of_the_first(
    id: str, words: str
) -> None:
    first = {"a page on", "back", "next or previous section", "one level back"}
    assert is_back(USUAL.of(id), words) is (words not in first)


def test_every_command_with_two_ways_has_words_for_both() -> None:
    for key in KEYS:
        words = [word for word in key.words.replace(",", " ").split() if word not in ("or", "and")]
        assert any(is_back(key, word) for word in words) is bool(key.opposite), key.id


def test_only_commands_of_the_place_are_called() -> None:
    shelf = ReadingSession(
        dispatch=dispatch,
        document=None,
        library=SmallLibrary(),
        memory=Memory(),
    )
    assert commands_called("room mode", shelf) == []
    walled = session(is_restricted=True)
    assert commands_called("to the shell", walled) == []
    asked = session()
    press(asked, "f", *"globe", "\r")
    assert [key.id for key in commands_called("words", asked)] == ["answer.words"]


def test_signs_and_capitals_which_a_voice_passes_over_are_named() -> None:
    assert spoken_keys(["R", "j", "/", "down"]) == "R (capital), j, / (slash), down"
    assert spoken_keys(["1…9", "pagedown"]) == "1 to 9, PgDn"


def test_a_number_is_read_and_one_that_is_too_long_for_anything_is_words() -> None:
    assert [number_in(text) for text in ("12", " 0 ", "٣", "9" * 9)] == [12, 0, 3, 999_999_999]
    for text in ("", "one", "-1", "1.5", "²", "9" * 10, "1" * 4301):
        assert number_in(text) is None
