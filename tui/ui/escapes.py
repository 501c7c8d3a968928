"""A frame as what a terminal is sent, without Textual: for the first frame of all."""

from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from tui.blocks import Style
from tui.ui.frame import Frame
from tui.ui.lines import BLANK, Drawn, width
from tui.ui.themes import Theme

ENTER = "\x1b[?1049h"
"""To the alternate screen."""
LEAVE = "\x1b[?1049l\x1b[?25h"
"""Back to the screen of before, with a cursor to be seen."""
CLEAR = "\x1b[m\x1b[2J"
"""An empty screen."""
_HIDE_CURSOR = "\x1b[?25l"

_ATTRIBUTES = {"bold": 1, "dim": 2, "italic": 3, "underline": 4, "reverse": 7}
_COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")


def painted(frame: Frame, theme: Theme) -> str:
    """The whole frame for a terminal that shows anything else."""
    beside = [BLANK] * frame.geometry.head + frame.beside
    rows = zip_longest(frame.head + frame.under + frame.foot, beside, fillvalue=BLANK)
    lines = (
        f"\x1b[{number}H" + _row(frame, theme, left, right)
        for number, (left, right) in enumerate(rows, 1)
    )
    return f"{ENTER}{_HIDE_CURSOR}{CLEAR}{''.join(lines)}\x1b[m"


def _row(frame: Frame, theme: Theme, left: Drawn, right: Drawn) -> str:
    text = _part(theme, left, frame.geometry.list if right.line else frame.geometry.width)
    return text + (_part(theme, right, frame.geometry.beside) if right.line else "")


def _part(theme: Theme, drawn: Drawn, columns: int) -> str:
    filled = (*drawn.line, (" " * (columns - width(drawn.line)), Style.TEXT))
    return "".join(
        f"\x1b[{_code(theme.look(tint, drawn.selected))}m{text}" for text, tint in filled if text
    )


@cache
def _code(look: str) -> str:
    """The parameters of SGR for a look in words."""
    return ";".join(["0", *_codes(look)])


def _codes(look: str) -> Iterator[str]:
    ground = 0
    for word in look.split():
        if word == "on":
            ground = 10
            continue
        if word in _ATTRIBUTES:
            yield str(_ATTRIBUTES[word])
        elif word.startswith("#"):
            red, green, blue = bytes.fromhex(word[1:])
            yield f"{38 + ground};2;{red};{green};{blue}"
        else:
            bright = word.startswith("bright_")
            number = _COLOURS.index(word.removeprefix("bright_"))
            yield str((90 if bright else 30) + ground + number)
        ground = 0
