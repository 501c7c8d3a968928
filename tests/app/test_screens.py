"""The screens of the briefing that comes with the program, as text."""

import pytest

from tests.app.pilots import SIZES, press, running, screen
from tests.goldens import assert_golden
from tests.reading import sessions

SCREENS = {
    "summary": (),
    "actors": ("3", "j", "j"),
    "reactions": ("6", "j"),
    "reactions-room": ("6", "j", "R"),
    "sources": ("0",),
    "evidence": ("6", "j", "\r"),
    "words": ("6", "j", "o"),
    "source": ("6", "j", "s"),
    "connected": ("6", "j", "r"),
    "coverage": ("0", "s"),
    "sentence": ("0", "s", "r"),
    "fallen": ("0", "r"),
    "timeline": ("5", "c"),
    "matrix": ("6", "j", "x"),
    "find": ("6", "/", *"chess piece"),
    "not-verified": ("2", "v", "v"),
    "help": ("?",),
    "palette": ("ctrl+p", *"room"),
}
"""By golden file, the keys that lead to it."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_screens_are_as_they_were_judged(size: tuple[int, int]) -> None:
    for name, keys in SCREENS.items():
        async with running(sessions.session(sessions.seed()), size) as pilot:
            await press(pilot, *keys)
            assert_golden(f"screens/{name}-{size[0]}x{size[1]}.txt", screen(pilot))
