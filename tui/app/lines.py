"""Lines of the screen: the lines of a list, and what stands round it."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeVar

from tui.blocks import Run, Style
from tui.frozen import frozen
from tui.text import cells


class ScreenPart(StrEnum):
    """What a stretch of the screen is that is no text of a briefing; a theme says how it looks."""

    CURSOR = "cursor"
    """The mark at the item that the cursor is on."""
    OTHER_CURSOR = "other-cursor"
    """The same in a list that does not have the keys."""
    TAB = "tab"
    CURRENT_TAB = "current-tab"
    RULE = "rule"
    KEY = "key"
    FOOT = "foot"
    SAID = "said"
    """What the program says after a key."""
    PROMPT = "prompt"
    CARET = "caret"
    """The character of a prompt that the next one goes before."""
    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"


@frozen
class Link:
    """An address, or a part of it, that the terminal may open for its user."""

    address: str
    """All of it, as `tui.text.addresses` makes it harmless."""


Tint = Style | ScreenPart | Link
_Tint = TypeVar("_Tint", bound=Tint)
Tinted = tuple[tuple[str, Tint], ...]
"""One line: stretches of text with what they are."""


class Drawn(NamedTuple):
    """A line of the screen."""

    line: Tinted
    selected: bool = False
    """It begins the item that the cursor is on."""


BLANK = Drawn(())


def width(line: Sequence[tuple[str, Tint]]) -> int:
    """The width of a line in cells."""
    return sum(cells.width(text) for text, _ in line)


_APART = 2
"""Cells between the ends of a line, at least."""

_READABLE = 24
"""Cells: less of a title says nothing."""


def tinted(runs: Sequence[Run], plain: Tint = Style.TEXT) -> Tinted:
    """Runs as a line, the plain ones as `plain`; what would end a line is a space."""
    return tuple(
        (run.text.replace("\n", " "), plain if run.style is Style.TEXT else run.style)
        for run in runs
    )


def cut(line: tuple[tuple[str, _Tint], ...], room: int) -> tuple[tuple[str, _Tint], ...]:
    """A line of at most so many cells, with an ellipsis where something is left out."""
    if width(line) <= room:
        return line
    return tuple(_cut(line, room))


def spread(left: Tinted, right: Tinted, room: int) -> Tinted:
    """A line with something at both ends; the left one is cut where there is no room for both.

    Where that would leave nothing of it that can be read, there is no right one.
    """
    remaining = room - width(right) - _APART
    if not right or remaining < min(width(left), _READABLE):
        return cut(left, room)
    left = cut(left, remaining)
    return (*left, (" " * (room - width(left) - width(right)), Style.TEXT), *right)


def marking(text: str) -> Tint:
    """How a marking is to look: as the Traffic Light Protocol has it, if it is one of its."""
    return ScreenPart(text) if text in _MARKINGS else Style.MARKING


_MARKINGS = frozenset(part.value for part in ScreenPart if part.value.startswith("TLP:"))


def _cut(line: Sequence[tuple[str, _Tint]], room: int) -> Iterator[tuple[str, _Tint]]:
    for text, tint in line:
        taken = cells.width(text)
        if taken >= room:
            # One cell more than there is room for makes sure that something is left out.
            yield cells.truncate(text + "…", room), tint
            return
        yield text, tint
        room -= taken
