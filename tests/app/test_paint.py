"""A frame as what a terminal is sent."""

import re

import pyte
import pytest

from tests.pseudoterminal import PRIVATE
from tests.reading.sessions import SIZES, press, seed, session
from tests.reading.sessions import text as text_of
from tui.app.frame import draw
from tui.app.paint import painted
from tui.app.themes import THEMES


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [*SIZES, (20, 5)])
def test_a_terminal_shows_the_frame(size: tuple[int, int], theme: str) -> None:
    shown = session(size, seed())
    press(shown, "6", "j")
    frame = draw(shown)
    terminal = pyte.Screen(*size)
    stream = pyte.ByteStream(terminal)
    stream.feed(b"something else " * 500)
    stream.feed(PRIVATE.sub(b"", painted(frame, THEMES[theme], fills=True).encode()))
    assert "\n".join(row.rstrip() for row in terminal.display) + "\n" == text_of(frame)


def test_looks_are_sent_as_the_terminal_names_them() -> None:
    frame = draw(session((120, 40)))
    ansi = painted(frame, THEMES["ansi"])
    assert "\x1b[1;36m" in ansi  # bold cyan
    assert "\x1b[1;97;40mTLP:CLEAR" in ansi
    assert "38;2;" not in ansi
    assert "\x1b[38;2;213;218;225;48;2;20;24;30m" in painted(frame, THEMES["dark"])


def test_without_colours_none_are_sent() -> None:
    sent = painted(draw(session((120, 40))), THEMES["plain"])
    codes = {code for part in re.findall(r"\x1b\[([0-9;]*)m", sent) for code in part.split(";")}
    assert codes <= {"", "0", "1", "2", "3", "4", "7"}
