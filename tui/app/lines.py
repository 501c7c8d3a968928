"""Lines of the screen: text with styles, not yet with colours."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeVar

from tui.blocks import Run, Style
from tui.frozen import frozen
from tui.text import cells


class ScreenPart(StrEnum):
    """The parts of the screen beside a briefing's text; a theme says how each looks."""

    CURSOR = "cursor"
    """The mark at the item under the cursor."""
    OTHER_CURSOR = "other-cursor"
    """The same in a list that does not have the focus."""
    TAB = "tab"
    CURRENT_TAB = "current-tab"
    RULE = "rule"
    KEY = "key"
    FOOT = "foot"
    SAID = "said"
    """A notice after a key."""
    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"


@frozen
class Link:
    """An address that the terminal may open for its user."""

    address: str
    """The whole address, made safe by `tui.text.addresses`."""


Tint = Style | ScreenPart | Link
_Tint = TypeVar("_Tint", bound=Tint)
Tinted = tuple[tuple[str, Tint], ...]
"""One line: stretches of text with their styles."""


class Drawn(NamedTuple):
    """A line of the screen."""

    line: Tinted
    selected: bool = False
    """It is the first line of the item under the cursor."""


BLANK = Drawn(())


def width(line: Sequence[tuple[str, Tint]]) -> int:
    """Return the width of a line in cells."""
    return sum(cells.width(text) for text, _ in line)


_APART = 2
"""Cells between left and right, at least."""

_READABLE = 24
"""Cells of a title that can still be understood."""


def tinted(runs: Sequence[Run], plain: Tint = Style.TEXT) -> Tinted:
    """Return runs as a line, those without a style as `plain`; line ends become spaces."""
    return tuple(
        (run.text.replace("\n", " "), plain if run.style is Style.TEXT else run.style)
        for run in runs
    )


def cut(line: tuple[tuple[str, _Tint], ...], room: int) -> tuple[tuple[str, _Tint], ...]:
    """Return a line cut to a number of cells, with an ellipsis if something is left out."""
    if width(line) <= room:
        return line
    return tuple(_cut(line, room))


def spread(left: Tinted, right: Tinted, room: int) -> Tinted:
    """Return a line with text at both ends.

    Without room for both the left one is cut; if too little would be left of it, the right one is
    left out.
    """
    remaining = room - width(right) - _APART
    if not right or remaining < min(width(left), _READABLE):
        return cut(left, room)
    left = cut(left, remaining)
    return (*left, (" " * (room - width(left) - width(right)), Style.TEXT), *right)


def marking(text: str) -> Tint:
    """Return the style of a marking: its own if it is one of the Traffic Light Protocol."""
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
