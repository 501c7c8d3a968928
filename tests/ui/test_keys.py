"""Every key, once."""

import inspect
from importlib import import_module

from tui.ui.desk import Desk
from tui.ui.key_table import GROUPS, KEYS
from tui.ui.keys import first, lookup, table_markdown, within

DOCUMENT = ("evidence", "place", "pane", "own", "find", "view", "list", "screen", "program")
SCOPES = {"library": ("library", *DOCUMENT[6:]), "document": DOCUMENT}


def test_every_action_is_a_command_that_takes_what_it_is_told() -> None:
    for key in KEYS:
        action = getattr(import_module(f"tui.ui.{key.module}"), key.action)
        expected = 2 if key.opposite or key.told else 1
        assert len(inspect.signature(action).parameters) == expected, key.id


def test_every_command_has_a_key() -> None:
    public = {
        name
        for module in {import_module(f"tui.ui.{key.module}") for key in KEYS}
        for name, each in inspect.getmembers(module, inspect.isfunction)
        if each.__module__ == module.__name__ and not name.startswith("_")
    }
    assert public == {key.action for key in KEYS}


def test_no_key_has_two_meanings_in_one_scope() -> None:
    for scope in {key.scope for key in KEYS}:
        pressed = [each for key in within([scope]) for each in key.pressed]
        assert len(pressed) == len(set(pressed)), scope


def test_nothing_is_hidden_by_another_scope_but_enter_and_sections_in_a_source() -> None:
    for scopes in SCOPES.values():
        pressed = [each for key in KEYS if key.scope in scopes for each in key.pressed]
        assert len(pressed) == len(set(pressed))
    source = {key.id for key in KEYS if key.scope == "source"}
    assert source == {"source.excerpt", "source.claims"}


def test_no_key_is_bound_that_terminals_take_for_another() -> None:
    pressed = {each for key in KEYS for each in key.pressed}
    assert not pressed & {"ctrl+[", "ctrl+left_square_bracket", "ctrl+i", "ctrl+m", "ctrl+j"}


def test_ids_are_unique_and_their_scopes_have_a_heading() -> None:
    assert len({key.id for key in KEYS}) == len(KEYS)
    assert {key.scope for key in KEYS} == {scope for scopes in GROUPS.values() for scope in scopes}


def test_the_nearest_scope_decides() -> None:
    enter = lookup("enter", ("source", *DOCUMENT))
    assert enter is not None
    assert enter.id == "source.claims"
    assert lookup("f5", DOCUMENT) is None
    assert "evidence.open" in {key.id for key in within(("source", *DOCUMENT))}
    assert "list.section" not in {key.id for key in within(("source", *DOCUMENT))}


def test_a_footer_names_the_keys_that_work_there() -> None:
    evidence = next(key for key in KEYS if key.id == "evidence.open")
    assert first(evidence, DOCUMENT) == "enter"
    assert first(evidence, ("source", *DOCUMENT)) == "w"
    item = next(key for key in KEYS if key.id == "list.item")
    assert first(item, DOCUMENT) == "j k"
    assert item.shown == "j ↓ · k ↑"


def test_the_table_has_a_row_for_every_key() -> None:
    rows = table_markdown().splitlines()
    assert len(rows) == len(KEYS) + 2
    assert "| `1…9` `0` `!` | the pane of that number, the sources, the problems |" in rows
    assert "| `space` `PgDn` · `b` `PgUp` | a page on or back |" in rows


def test_a_desk_offers_only_scopes_that_have_keys(desk: Desk) -> None:
    assert set(desk.scopes) <= {key.scope for key in KEYS}
