"""A meeting on the screen: slides, and how it is left."""

import pytest

from tests.app.pilots import burst, running, screen
from tests.reading import sessions


async def test_slides_turn_with_the_keys_of_a_clicker() -> None:
    async with running(sessions.session()) as pilot:
        await burst(pilot, "M")
        first = screen(pilot)
        assert "agenda  1 of" in first
        await burst(pilot, *["pagedown"] * 20)
        assert screen(pilot) != first
        await burst(pilot, *["pageup"] * 20)
        assert "agenda  1 of" in screen(pilot)


@pytest.mark.parametrize("key", ["q", "ctrl+c", "\x1b", "ctrl+z"])
async def test_only_ctrl_q_leaves_a_meeting(key: str) -> None:
    session = sessions.session()
    async with running(session) as pilot:
        await burst(pilot, "M", key)
        assert pilot.app.return_code is None
        assert session.is_at_agenda
        await burst(pilot, "ctrl+q")
        assert pilot.app.return_code == 0


async def test_a_meeting_ends_when_its_key_is_pressed_twice_in_a_row() -> None:
    session = sessions.session()
    async with running(session) as pilot:
        await burst(pilot, "M", "E")
        assert "E once more ends the meeting" in screen(pilot)
        await burst(pilot, "pagedown", "E")
        assert session.is_at_agenda
        await burst(pilot, "E")
        assert not session.is_at_agenda


async def test_a_move_within_a_briefing_is_not_the_second_press_that_ends_a_meeting() -> None:
    session = sessions.session()
    async with running(session) as pilot:
        await burst(pilot, "M", "6", "E", "j", "E")
        assert session.meeting is not None
        assert "E once more ends the meeting" in screen(pilot)


@pytest.mark.parametrize("keys", [("?",), ("ctrl+p",), ("*",), ("f", *"trap", "\r")])
async def test_screens_over_a_meeting_close_to_the_slide(keys: tuple[str, ...]) -> None:
    session = sessions.session()
    async with running(session) as pilot:
        await burst(pilot, "M")
        slide = screen(pilot)
        await burst(pilot, *keys)
        assert screen(pilot) != slide
        await burst(pilot, "ctrl+c")
        assert session.meeting is not None
        assert "agenda" in screen(pilot)


async def test_a_slide_is_laid_out_for_a_new_size() -> None:
    async with running(sessions.session(), (120, 40)) as pilot:
        await burst(pilot, "M")
        before = screen(pilot)
        for size in ((20, 5), (1, 1), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert screen(pilot) == before


async def test_a_key_during_room_mode_says_how_to_leave() -> None:
    session = sessions.session()
    async with running(session, (120, 40)) as pilot:
        await burst(pilot, "R", "q")
        assert pilot.app.return_code is None
        assert "in room mode only ctrl+q leaves" in screen(pilot)
