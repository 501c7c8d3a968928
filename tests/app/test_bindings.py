"""The table of commands: unique keys, complete groups, and names in ASCII."""

import pytest

from tests.reading import sessions
from tui.app.availability import active_commands
from tui.app.bindings import (
    APP,
    ASK,
    COMMANDS,
    GROUPS,
    HELP,
    LIBRARY,
    OUTLINE,
    PLACES,
    PRIORITY,
    READER,
    ROWS,
    Keys,
    commands_in,
    keys_table,
)
from tui.app.key_names import is_text

SCREENS = {scopes: (*scopes, *APP) for scopes in (READER, LIBRARY, ASK, PLACES, OUTLINE, HELP)}
KEYS = Keys()


def test_no_key_has_two_meanings_in_one_scope() -> None:
    for scope in {command.scope for command in COMMANDS.values()}:
        keys = [key for command in commands_in([scope]) for key in command.keys]
        assert len(keys) == len(set(keys)), scope


def test_ids_are_unique_and_every_scope_has_a_heading_and_a_screen() -> None:
    scopes = {command.scope for command in COMMANDS.values()}
    assert len(COMMANDS) == sum(len(row.commands) for row in ROWS)
    assert scopes == {scope for group in GROUPS.values() for scope in group}
    assert scopes == {scope for screen in SCREENS.values() for scope in screen}


def test_priority_commands_have_a_key_that_is_no_text() -> None:
    for id in PRIORITY:
        assert not all(map(is_text, COMMANDS[id].keys))


def test_no_key_is_bound_that_terminals_take_for_another() -> None:
    keys = {key for command in COMMANDS.values() for key in command.keys}
    assert not keys & {"ctrl+[", "ctrl+left_square_bracket", "ctrl+i", "ctrl+m", "ctrl+j"}


@pytest.mark.parametrize(
    ("commands", "evidence", "bracket"),
    [
        (("pane.4",), "enter", "list.next_section"),
        (("pane.4", "evidence.source"), "w", "source.next_excerpt"),
    ],
)
def test_a_key_belongs_to_the_first_command_that_works(
    commands: tuple[str, ...], evidence: str, bracket: str
) -> None:
    session = sessions.session()
    sessions.run(session, *commands)
    active = active_commands(session, KEYS, SCREENS[READER])
    assert active["evidence.open"] == evidence
    assert active[bracket] == "]"
    assert sum(key == "]" for key in active.values()) == 1


def test_a_restricted_reader_cannot_stop_the_program() -> None:
    restricted = active_commands(sessions.session(is_restricted=True), KEYS, SCREENS[READER])
    assert "app.suspend" not in restricted
    assert "app.suspend" in active_commands(sessions.session(), KEYS, SCREENS[READER])


def test_the_table_of_the_readme_has_every_row() -> None:
    lines = keys_table().splitlines()
    assert len(lines) == len(ROWS) + 2
    assert "| `1…9` `0` `!` | the pane of that number, the sources, the problems |" in lines
    assert "| `space` `PgDn` · `b` `PgUp` | a page on or back |" in lines


def test_in_ascii_no_key_is_named_like_another() -> None:
    ascii_keys = Keys(is_ascii=True)
    for row in ROWS:
        assert ascii_keys.shown(row.commands).isascii()
    items = [COMMANDS["list.next"], COMMANDS["list.previous"]]
    assert ascii_keys.shown(items) == "j down, k up"
    assert KEYS.shown(items) == "j ↓ · k ↑"
    panes = next(row.commands for row in ROWS if row.scope == "pane")
    assert ascii_keys.shown(panes) == "1-9 0 !"
