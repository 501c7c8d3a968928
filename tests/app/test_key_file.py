"""Keys of a reader's own."""

import pytest

from tests.app.pilots import press, running, screen
from tests.reading import sessions
from tui.app.bindings import COMMANDS, Keys
from tui.app.key_file import key_file_lines, parse_key_file


def keys_of(text: str) -> Keys:
    found = parse_key_file("keys.toml", text.encode())
    assert found.problems == ()
    return found.keys


def problem(text: str) -> str:
    (found,) = parse_key_file("keys.toml", text.encode()).problems
    return found


def test_a_key_is_taken_from_the_command_that_had_it_in_the_same_place() -> None:
    keys = keys_of('view.matrix = "o"')
    assert keys.of("view.matrix") == ("o",)
    assert keys.of("evidence.excerpt") == ()
    assert keys.of("answer.excerpt") == ("o",), "that is another place"
    assert keys.of("library.next_order") == ("o",)


def test_commands_that_share_a_key_go_on_sharing_it() -> None:
    keys = keys_of('"evidence.open" = "enter"\n"list.next_section" = ["]", "}"]')
    assert keys.of("source.related") == ("enter",)
    assert keys.of("source.next_excerpt") == ("]",)


def test_a_table_without_its_name_and_a_scope_as_a_table_are_understood() -> None:
    for text in ('[keys]\n"view.matrix" = "f2"', 'view.matrix = "f2"', '[view]\nmatrix = ["f2"]'):
        assert keys_of(text).of("view.matrix") == ("f2",)


def test_keys_are_written_as_people_write_them() -> None:
    keys = keys_of('"list.next" = ["PgDn", "↓", "esc", "Ctrl+F", " "]')
    assert keys.of("list.next") == ("pagedown", "down", "escape", "ctrl+f", "space")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"own.link" = []', "own.link is called annotations.link now"),
        ('"list.item" = "n"', "list.item is called list.next and list.previous now"),
        ('"list.nex" = "n"', "no command is called “list.nex”; did you mean list.next?"),
        ('"list.next" = 3', "list.next: write a key or a list of keys"),
        ('"list.next" = "foo"', "list.next: no key is called “foo”"),
        ('"list.next" = "ctrl+m"', "terminals send ctrl+m for enter"),
        ('"list.next" = "shift+n"', "write “N”"),
        ('"app.quit" = "q"', "app.quit: it must work while something is typed"),
        ('"list.next" = "n"\n"find.next" = "n"', "“n” is given to both list.next and find.next"),
        ("x = [", "it is not TOML"),
        ('"list.next" = "\\u001b[2J"', "no key is called"),
    ],
)
def test_what_is_wrong_names_the_command_and_what_to_write(text: str, said: str) -> None:
    assert said in problem(text)
    assert "\x1b" not in problem(text)


def test_while_anything_is_wrong_the_usual_keys_hold() -> None:
    found = parse_key_file("keys.toml", b'"view.matrix" = "f2"\n"no.such" = "x"')
    assert found.keys.of("view.matrix") == ("x",)
    assert found.keys.problem.startswith("keys: no command is called “no.such”")


def test_a_command_that_has_lost_its_only_key_is_named() -> None:
    (remark,) = parse_key_file("keys.toml", b'view.matrix = "v"').remarks
    assert remark.startswith("view.filter has no key now")


def test_a_file_of_all_keys_changes_nothing() -> None:
    keys = keys_of("\n".join(key_file_lines(Keys())))
    assert all(keys.of(id) == command.keys for id, command in COMMANDS.items())


async def test_keys_of_ones_own_work_and_the_footer_and_the_help_follow() -> None:
    keys = keys_of('"pane.next" = "z"\n"app.help" = "f1"\n"view.matrix" = []\n"list.next" = "n"')
    async with running(sessions.session(sessions.seed()), (120, 40), keys=keys) as pilot:
        await press(pilot, "z")
        assert "[3 Actors]" in screen(pilot) or "[2 Background]" in screen(pilot)
        assert "f1 help" in screen(pilot)
        await press(pilot, "n", "x")
        assert "2 of" in screen(pilot)
        assert "matrix" not in screen(pilot), "its key was taken away"
        await press(pilot, "f1")
        assert "n                   next or previous item" in screen(pilot).replace(
            "n · k ↑", "n      "
        )
