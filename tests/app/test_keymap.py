"""A reader's own keys on the screens of the app."""

import pytest
from textual.keys import _character_to_key

from tests.app.pilots import burst, running, screen
from tests.reading import sessions
from tui.app.bindings import Keys
from tui.app.key_file import parse_key_file
from tui.places import Place, View

MATRIX = Place(View.MATRIX, "small", "r-globe")


def own_keys(text: str) -> Keys:
    parsed = parse_key_file("keys.toml", text.encode())
    assert parsed.problems == ()
    return parsed.keys


@pytest.mark.parametrize("key", [*",;#$%+-_é한", "f2", "space"])
async def test_a_command_can_have_any_key(key: str) -> None:
    keys = own_keys(f'"view.matrix" = "{key}"')
    session = sessions.session(keys=keys)
    async with running(session, keys=keys) as pilot:
        await burst(pilot, _character_to_key(key) if len(key) == 1 else key)
        assert sessions.here(session).view is View.MATRIX


async def test_a_key_is_taken_from_the_command_that_had_it() -> None:
    keys = own_keys('"view.filter" = "x"')
    session = sessions.session(keys=keys)
    async with running(session, (120, 40), keys=keys) as pilot:
        await burst(pilot, "x")
        assert sessions.here(session).view is View.PANE
        assert "only verified" in screen(pilot)
        await burst(pilot, "v")
        assert "only verified" in screen(pilot)


async def test_a_command_without_a_key_is_found_in_the_palette() -> None:
    keys = own_keys('"view.matrix" = []')
    session = sessions.session(keys=keys)
    async with running(session, keys=keys) as pilot:
        await burst(pilot, "x")
        assert sessions.here(session).view is View.PANE
        await burst(pilot, "ctrl+p", *"as a matrix", "\r")
        assert sessions.here(session).view is View.MATRIX


async def test_a_key_that_is_shared_keeps_its_other_meaning() -> None:
    keys = own_keys('"evidence.source" = "enter"\n"evidence.open" = "f2"')
    session = sessions.session(keys=keys)
    async with running(session, keys=keys) as pilot:
        await burst(pilot, "4", "\r")
        assert sessions.here(session) == Place(View.SOURCE, "article", "x-trap")
        await burst(pilot, "]")
        assert sessions.here(session) == Place(View.SOURCE, "article", "x-glad")
        await burst(pilot, "\r")
        assert sessions.here(session).view is View.CONNECTED
        await burst(pilot, "4", "]")
        assert sessions.here(session).view is View.PANE
        await burst(pilot, "f2")
        assert sessions.here(session).view is View.EVIDENCE


async def test_own_keys_work_on_every_screen() -> None:
    keys = own_keys('"list.next" = "f2"\n"app.help" = "f3"\n"answer.next" = "f2"')
    session = sessions.session(keys=keys)
    async with running(session, (120, 40), keys=keys) as pilot:
        assert "f3 help" in screen(pilot)
        await burst(pilot, "4", "f2")
        assert sessions.here(session).item == "r-again"
        await burst(pilot, "f", *"trap", "\r", "f3")
        assert "in an answer: go there" in screen(pilot)
        await burst(pilot, "f3", "\x1b", "4", "g", "t", "f2", "\r")
        assert sessions.here(session).view is View.PANE
