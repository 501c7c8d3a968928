"""What a typed line means: a key by its name, a number, or words of a command."""

from collections.abc import Sequence

import pytest

from tests.linear.readers import LineReader
from tests.reading.sessions import small
from tui.app.bindings import COMMANDS, READER, Command, Keys, commands_in
from tui.linear.help import spoken_keys
from tui.linear.parsing import commands_called, keys_in, number_in, step_in


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("j", "j"),
        (" R ", "R"),
        (" ", "space"),
        ("space", "space"),
        ("enter", "enter"),
        ("esc", "escape"),
        ("PgDn", "pagedown"),
        ("↓", "down"),
        ("Ctrl+X", "ctrl+x"),
        ("shift+tab", "shift+tab"),
        ("shift+ctrl+End", "ctrl+shift+end"),
        ("slash", "/"),
        ("question mark", "?"),
        ("+", "+"),
        ("\t", "tab"),
        ("\x18", "ctrl+x"),
        ("\x1b[B", "down"),
        ("\x1bOB", "down"),
        ("\x1b[6~", "pagedown"),
        ("\x1b", "escape"),
    ],
)
def test_a_key_is_known_by_its_name_and_by_what_a_terminal_sends(line: str, key: str) -> None:
    assert keys_in(line) == [key]


def test_keys_that_a_terminal_sends_come_one_after_another() -> None:
    assert keys_in("\x1b[B\x1b[Bj") == ["down", "down", "j"]


@pytest.mark.parametrize("line", ["", "silence", "room mode", "ctrl+nothing", "12"])
def test_other_lines_are_words(line: str) -> None:
    assert keys_in(line) == []


def test_every_key_of_the_table_can_be_typed_as_the_readme_shows_it() -> None:
    for command in COMMANDS.values():
        for key in command.keys:
            assert keys_in(Keys().display(key)) == [key]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("policy.room", ["policy.room"]),
        ("copy", ["evidence.copy"]),
        ("room mode", ["policy.room"]),
        ("Cross Table", ["view.matrix"]),
        ("quit from anywhere", ["app.quit"]),
        ("alone words", ["evidence.excerpt", "evidence.copy_excerpt"]),
        ("pane 3", ["pane.3"]),
        ("next pane", ["pane.next"]),
        ("previous pane", ["pane.previous"]),
        ("a page back", ["list.page_up"]),
        ("the head of the list", ["list.home"]),
        ("back to", ["place.back"]),
        ("forward", ["place.forward"]),
        ("no such thing", []),
    ],
)
def test_a_command_is_called_by_its_id_its_label_or_words_of_what_it_does(
    words: str, ids: Sequence[str]
) -> None:
    assert [each.id for each in commands_called(words, offered())] == ids


@pytest.mark.parametrize("words", ["a page", "next or previous section", "next section"])
def test_words_that_fit_both_directions_mean_the_first(words: str) -> None:
    (command,) = commands_called(words, offered())
    assert command.id in ("list.page_down", "list.next_section")


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


def test_only_commands_that_work_now_are_called() -> None:
    reader = LineReader(small())
    assert (
        reader.type("in an answer")[0]
        == "No one command is called “in an answer”; ? lists them all."
    )
    reader.type("f globe")
    assert reader.type("words")[0] == "globe: 1 of 4."
    restricted = LineReader(small(), is_restricted=True)
    assert restricted.type("to the shell")[0].startswith("No one command is called")


def test_characters_and_capitals_that_a_voice_passes_over_are_named() -> None:
    assert spoken_keys(["R", "j", "/", "down"]) == "R (capital), j, / (slash), down"
    assert spoken_keys([*"123456789", "0", "pagedown"]) == "1 to 9, 0, PgDn"


def test_a_number_is_read_unless_no_list_is_as_long() -> None:
    assert [number_in(text) for text in ("12", " 0 ", "٣", "9" * 9)] == [12, 0, 3, 999_999_999]
    for text in ("", "one", "-1", "1.5", "²", "9" * 10, "1" * 4301):
        assert number_in(text) is None


def offered() -> Sequence[Command]:
    """The commands of an open briefing."""
    return [*commands_in((*READER, "app"))]
