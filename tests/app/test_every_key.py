"""Every key on every screen, and keys that are typed faster than they are answered."""

import pytest

from tests.app.pilots import SIZES, burst, press, running, screen
from tests.reading import sessions
from tui.app.bindings import COMMANDS
from tui.places import Place, View

LEAVING = {"app.leave", "app.quit", "app.suspend"}
KEYS = [
    *dict.fromkeys(key for each in COMMANDS.values() if each.id not in LEAVING for key in each.keys)
]
SCREENS = {
    "summary": (),
    "reactions": ("4",),
    "evidence": ("4", "\r"),
    "source": ("4", "s"),
    "words": ("4", "o"),
    "connected": ("4", "r"),
    "matrix": ("4", "x"),
    "marks": ("*",),
    "outline": ("t",),
    "answer": ("f", *"trap", "\r"),
    "help": ("?",),
    "meeting": ("M",),
    "room": ("R",),
}
"""By screen, the keys that lead to it."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_no_key_fails_on_any_screen(size: tuple[int, int]) -> None:
    for name, keys in SCREENS.items():
        async with running(sessions.session(), size) as pilot:
            await burst(pilot, *keys)
            await burst(pilot, *KEYS)
            assert pilot.app.return_code is None, name
            assert len(screen(pilot).splitlines()) == size[1], name


async def test_no_key_fails_in_a_library() -> None:
    async with running(sessions.library_session()) as pilot:
        await burst(pilot, *KEYS)
        assert pilot.app.return_code is None


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (2, 40), (300, 2)])
async def test_no_key_fails_on_a_tiny_screen(size: tuple[int, int]) -> None:
    async with running(sessions.session(), size) as pilot:
        await burst(pilot, *KEYS)
        assert pilot.app.return_code is None


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("4", "j"), Place(View.PANE, "reactions", "r-again")),
        (("4", "\r"), Place(View.EVIDENCE, "r-globe", "x-trap")),
        (("4", "s"), Place(View.SOURCE, "article", "x-trap")),
        (("4", "s", "]"), Place(View.SOURCE, "article", "x-glad")),
        (("4", "G", "g"), Place(View.PANE, "reactions", "r-globe")),
        (("tab", "tab", "shift+tab"), Place(View.PANE, "background", "c-joined")),
        (("4", "j", "\r", "backspace"), Place(View.PANE, "reactions", "r-again")),
        (("/", *"a trap", "\r"), Place(View.PANE, "reactions", "r-globe")),
        (("/", *"trap", "\x1b"), Place(View.PANE, "summary", "j1")),
        (("/", *"fine", "\r", "n"), Place(View.PANE, "reactions", "r-again")),
        (("4", "f", *"trap", "\r", "s"), Place(View.SOURCE, "article", "x-trap")),
        (("ctrl+p", *"large", "\r"), Place(View.WORDS, "j1", "x-joined")),
        (("4", "?", "?", "j"), Place(View.PANE, "reactions", "r-again")),
        (("m", "a", "4", "'", "a"), Place(View.PANE, "summary", "j1")),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) and len(value) > 0 else None,
)
async def test_keys_in_one_burst_go_to_the_right_screens(
    keys: tuple[str, ...], place: Place
) -> None:
    session = sessions.session()
    async with running(session) as pilot:
        await burst(pilot, *keys)
        assert sessions.here(session) == place


async def test_the_help_lists_the_keys_that_work_on_the_screen_below() -> None:
    excerpt = "in a source: next or previous excerpt"
    async with running(sessions.session(), (120, 200)) as pilot:
        await press(pilot, "?")
        assert "find words in all panes" in screen(pilot)
        assert excerpt not in screen(pilot)
        await burst(pilot, "?", "4", "s", "?")
        assert excerpt in screen(pilot)
