"""Every key, once."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import tui.reading
from tui.app.keyboard.bindings import USUAL, is_typed, table_markdown
from tui.app.keyboard.contexts import CONTEXTS, MAIN_CONTEXTS, WHILE_TYPING
from tui.app.keyboard.table import GROUPS, KEYS
from tui.reading.overlays import Overlay
from tui.reading.session import ReadingSession

DOCUMENT, SOURCE = CONTEXTS["document"], CONTEXTS["source"]


def test_no_key_has_two_meanings_in_one_scope() -> None:
    for scope in {key.scope for key in KEYS}:
        pressed = [each for key in USUAL.within([scope]) for each in key.pressed]
        assert len(pressed) == len(set(pressed)), scope


def test_nothing_is_hidden_by_another_scope_where_one_is_most_of_the_time() -> None:
    for context in MAIN_CONTEXTS:
        scopes = CONTEXTS[context]
        pressed = [each for key in KEYS if key.scope in scopes for each in key.pressed]
        assert len(pressed) == len(set(pressed)), context


def test_every_mode_has_the_scopes_of_a_context() -> None:
    for module in pkgutil.walk_packages(tui.reading.__path__, "tui.reading."):
        import_module(module.name)
    found = {mode.__name__: mode.scopes for mode in modes(Overlay)}
    assert "Asking" in found
    for name, scopes in found.items():
        if not isinstance(scopes, property):
            assert scopes in {(), *CONTEXTS.values()}, name


def test_every_scope_holds_somewhere_and_every_command_can_be_given_there() -> None:
    for key in KEYS:
        contexts = [scopes for scopes in CONTEXTS.values() if key.scope in scopes]
        assert any(key in USUAL.within(scopes) for scopes in contexts), key.id


def test_what_works_while_something_is_typed_has_a_key_that_is_no_text() -> None:
    for id in WHILE_TYPING:
        key = USUAL.of(id)
        given = [USUAL.while_typing(each) for each in key.pressed if not is_typed(each)]
        assert given
        assert all(each is key for each in given)


def test_no_key_is_bound_that_terminals_take_for_another() -> None:
    pressed = {each for key in KEYS for each in key.pressed}
    assert not pressed & {"ctrl+[", "ctrl+left_square_bracket", "ctrl+i", "ctrl+m", "ctrl+j"}


def test_ids_are_unique_and_their_scopes_have_a_heading() -> None:
    assert len({key.id for key in KEYS}) == len(KEYS)
    assert {key.scope for key in KEYS} == {scope for scopes in GROUPS.values() for scope in scopes}


def test_the_nearest_scope_decides() -> None:
    enter = USUAL.lookup("enter", SOURCE)
    assert enter is not None
    assert enter.id == "source.claims"
    assert USUAL.lookup("f5", DOCUMENT) is None
    assert "evidence.open" in {key.id for key in USUAL.within(SOURCE)}
    assert "list.section" not in {key.id for key in USUAL.within(SOURCE)}


def test_a_footer_names_the_keys_that_work_there() -> None:
    evidence = next(key for key in KEYS if key.id == "evidence.open")
    assert USUAL.first(evidence, DOCUMENT) == "enter"
    assert USUAL.first(evidence, SOURCE) == "w"
    item = next(key for key in KEYS if key.id == "list.item")
    assert USUAL.first(item, DOCUMENT) == "j k"
    assert item.shown == "j ↓ · k ↑"


def test_the_help_names_the_keys_that_work_there(session: ReadingSession) -> None:
    evidence = USUAL.of("evidence.open")
    assert USUAL.shown(evidence, DOCUMENT) == "enter w"
    assert USUAL.shown(evidence, SOURCE) == "w"


def test_the_table_has_a_row_for_every_key() -> None:
    rows = table_markdown().splitlines()
    assert len(rows) == len(KEYS) + 2
    assert "| `1…9` `0` `!` | the pane of that number, the sources, the problems |" in rows
    assert "| `space` `PgDn` · `b` `PgUp` | a page on or back |" in rows


def test_a_desk_offers_only_scopes_that_have_keys(session: ReadingSession) -> None:
    assert set(session.scopes) <= {key.scope for key in KEYS}


def modes(of: type[Overlay]) -> Iterator[type[Overlay]]:
    for mode in of.__subclasses__():
        yield mode
        yield from modes(mode)


def test_in_ascii_no_name_of_a_key_is_spelled_like_another_key() -> None:
    plain = USUAL.in_ascii()
    scopes = DOCUMENT
    for key in plain.within(scopes):
        for told in (plain.shown(key, scopes), plain.first(key, scopes), plain.hint(key.id)):
            assert told.isascii(), told
    item = plain.of("list.item")
    assert plain.shown(item, scopes) == "j down, k up"
    assert USUAL.shown(item, scopes) == "j ↓ · k ↑"
    assert plain.lookup("down", scopes) is item
    panes = plain.lookup("1", scopes)
    assert panes is not None
    assert plain.shown(panes, scopes) == "1-9 0 !"
