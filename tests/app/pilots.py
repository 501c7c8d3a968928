"""The app under Textual's pilot."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager

from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from tui.app.app import BriefingApp
from tui.app.bindings import Keys
from tui.reading.session import ReadingSession

SIZES = ((120, 40), (80, 24), (60, 20))
NAMES: Mapping[str, str] = {
    " ": "space",
    "\r": "enter",
    "\x1b": "escape",
    "?": "question_mark",
    "!": "exclamation_mark",
    "/": "slash",
    "'": "apostrophe",
    "*": "asterisk",
    "]": "right_square_bracket",
    "[": "left_square_bracket",
    ".": "full_stop",
}
"""Characters by the names that Textual has for their keys."""


@asynccontextmanager
async def running(
    session: ReadingSession,
    size: tuple[int, int] = (80, 24),
    *,
    keys: Keys | None = None,
    themes: Sequence[str] = ("plain",),
) -> AsyncIterator[Pilot[None]]:
    """Run the app without a terminal and without waiting for anything."""
    app = BriefingApp(session, keys or Keys(), themes=[*themes], patience=0)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys: characters, or names of more than one letter."""
    await pilot.press(*(NAMES.get(key, key) for key in keys))
    await pilot.pause()


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Send keys as a terminal does with typed-ahead ones: all at once."""
    for key in keys:
        name = NAMES.get(key, key)
        character = key if len(key) == 1 else None
        pilot.app.post_message(events.Key(name, character))
    await pilot.pause()


def screen(pilot: Pilot[None]) -> str:
    """Return what is on the screen, without the spaces at the ends of lines."""
    width, height = pilot.app.size
    rows = [[" "] * width for _ in range(height)]
    for widget in pilot.app.screen.walk_children(Widget):
        if widget.children or not widget.is_on_screen or not widget.display:
            continue
        region = widget.region
        for y, strip in enumerate(widget.render_lines(region.reset_offset), region.y):
            if 0 <= y < height:
                cells = [*_cells(strip.text)]
                rows[y][region.x : region.x + len(cells)] = cells
    return "\n".join("".join(row).rstrip() for row in rows) + "\n"


def _cells(text: str) -> Iterator[str]:
    """The cells of a text: a wide character has an empty second one, marks join the one before."""
    cells: list[str] = []
    for character in text:
        width = cell_len(character)
        if width == 0 and cells:
            cells[-1] += character
        else:
            cells += [character, *[""] * (width - 1)]
    yield from cells
