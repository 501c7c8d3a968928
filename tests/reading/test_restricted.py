"""The commands of a reader who may do nothing but read."""

import pytest

from tests.reading.sessions import library_session, run, session
from tui.app.availability import active_commands, is_available
from tui.app.bindings import APP, COMMANDS, LIBRARY, ONLY_READING, READER, Keys


def test_what_leads_out_is_not_among_the_commands() -> None:
    assert frozenset(COMMANDS) - ONLY_READING == {"app.suspend", "follow.return"}


@pytest.mark.parametrize("id", COMMANDS)
def test_a_command_that_leads_out_is_never_available(id: str) -> None:
    for restricted in (session(is_restricted=True), library_session(is_restricted=True)):
        assert id in ONLY_READING or not is_available(restricted, id)


@pytest.mark.parametrize("scopes", [(*READER, *APP), (*LIBRARY, *APP)])
def test_no_key_leads_out(scopes: tuple[str, ...]) -> None:
    restricted = session(is_restricted=True)
    active = active_commands(restricted, Keys(), scopes)
    assert "app.quit" in active
    assert set(active) <= ONLY_READING
    assert "app.suspend" in active_commands(session(), Keys(), scopes)


def test_the_commands_of_an_agenda_are_available_only_there() -> None:
    at = session()
    assert not is_available(at, "agenda.next")
    run(at, "meeting.open")
    assert is_available(at, "agenda.next")
    run(at, "pane.2")
    assert not is_available(at, "agenda.next")


def test_the_commands_of_a_source_are_available_only_there() -> None:
    at = session()
    assert not is_available(at, "source.next_excerpt")
    run(at, "pane.4", "evidence.source")
    assert is_available(at, "source.next_excerpt")


def test_all_briefings_are_listed_again_only_after_a_search() -> None:
    at = library_session()
    assert not is_available(at, "library.all")
    assert at.briefings is not None
    at.briefings.seek("small")
    assert is_available(at, "library.all")


def test_without_a_presenter_there_is_none_to_return_to() -> None:
    assert not is_available(session(), "follow.return")
