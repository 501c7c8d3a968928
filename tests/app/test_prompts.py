"""Prompts: what is typed is text, and cancelling restores the session."""

import pytest
from textual.events import Paste

from tests.app.pilots import burst, press, running, screen
from tests.reading import sessions
from tui.places import Place, View

SUMMARY = Place(View.PANE, "summary", "j1")


@pytest.mark.parametrize("cancel", ["\x1b", "ctrl+c"])
@pytest.mark.parametrize("opening", ["/", "f", "a", "m", "'", "ctrl+p"])
async def test_a_cancelled_prompt_leaves_everything_as_it_was(opening: str, cancel: str) -> None:
    session = sessions.session()
    async with running(session) as pilot:
        before = screen(pilot)
        typed = "" if opening in "m'" else "trap"
        await burst(pilot, opening, *typed)
        assert session.is_typing
        await burst(pilot, cancel)
        assert not session.is_typing
        assert sessions.here(session) == SUMMARY
        assert screen(pilot) == before


async def test_a_cancelled_library_filter_lists_what_was_listed() -> None:
    session = sessions.library_session()
    async with running(session) as pilot:
        before = screen(pilot)
        await burst(pilot, "/", *"gone")
        assert "A small briefing" not in screen(pilot)
        await burst(pilot, "\x1b")
        assert screen(pilot) == before


async def test_keys_of_commands_are_text_while_something_is_typed() -> None:
    session = sessions.session()
    async with running(session) as pilot:
        await burst(pilot, "/", *"q1?MRx0")
        assert "/ q1?MRx0" in screen(pilot)
        assert sessions.here(session) == SUMMARY
        assert session.meeting is None


async def test_a_pasted_text_becomes_one_harmless_line() -> None:
    async with running(sessions.session()) as pilot:
        await press(pilot, "/")
        pilot.app.post_message(Paste("a\ntrap\x1b[2J\n"))
        await pilot.pause()
        assert "/ a trap␛[2J" in screen(pilot)


async def test_the_screen_can_be_blanked_and_repainted_while_something_is_typed() -> None:
    session = sessions.session()
    async with running(session) as pilot:
        await burst(pilot, "/", *"tr", "ctrl+l", *"ap")
        assert "/ trap" in screen(pilot)
        await burst(pilot, "ctrl+x")
        assert session.is_blank
        await burst(pilot, "z")
        assert not session.is_blank
        assert "/ trap " in screen(pilot)


async def test_ctrl_q_quits_while_something_is_typed() -> None:
    async with running(sessions.session()) as pilot:
        await burst(pilot, "/", *"tr", "ctrl+q")
        assert pilot.app.return_code == 0


async def test_a_note_is_written() -> None:
    memory = sessions.Memory()
    async with running(sessions.session(memory=memory)) as pilot:
        await burst(pilot, "a", *"ask about 1", "\r")
        assert [note.text for note in memory.written] == ["ask about 1"]


async def test_a_note_that_cannot_be_saved_stays_in_the_prompt() -> None:
    memory = sessions.Memory()
    memory.is_full = True
    session = sessions.session(memory=memory)
    async with running(session, (120, 40)) as pilot:
        await burst(pilot, "a", *"important", "\r")
        assert session.is_typing
        assert "important" in screen(pilot)
        assert "No space left on device" in screen(pilot)


async def test_resizing_keeps_the_prompt() -> None:
    async with running(sessions.session(), (120, 40)) as pilot:
        await burst(pilot, "/", *"tr")
        await pilot.resize_terminal(60, 20)
        await burst(pilot, *"ap")
        assert "/ trap" in screen(pilot)
