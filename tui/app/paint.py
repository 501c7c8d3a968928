"""A frame as what a terminal is sent, without Textual."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby, zip_longest
from typing import NamedTuple

from tui.app.frame import Frame
from tui.app.lines import BLANK, Drawn, width
from tui.app.themes import Theme
from tui.blocks import Style

_ATTRIBUTES = {"bold": 1, "dim": 2, "italic": 3, "underline": 4, "reverse": 7}
_COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")

Stretch = tuple[str, str]
"""Text, and its look."""


def painted(frame: Frame, theme: Theme, *, fills: bool = False) -> str:
    """The whole frame for a terminal that shows anything else, and its cursor.

    With `fills` what is erased takes the background that is set; then less has to be sent.
    """
    beside = [BLANK] * frame.geometry.head + (frame.beside if frame.geometry.beside else [])
    rows = zip_longest(frame.head + frame.under + frame.foot, beside, fillvalue=BLANK)
    pen = _Pen(theme.look(Style.TEXT, selected=False) if fills else "", fills=fills)
    lines = [pen.row(_stretches(frame, theme, left, right)) for left, right in rows]
    column, row = frame.cursor
    end = f"{pen.turn('')}\x1b[{row + 1};{column + 1}H"
    return f"\x1b[m{_turn('', pen.ground)}\x1b[H\x1b[2J" + "\r\n".join(lines) + end


def _stretches(frame: Frame, theme: Theme, left: Drawn, right: Drawn) -> Iterator[Stretch]:
    yield from _part(theme, left, frame.geometry.list if right.line else frame.geometry.width)
    if right.line:
        yield from _part(theme, right, frame.geometry.beside)


def _part(theme: Theme, drawn: Drawn, columns: int) -> Iterator[Stretch]:
    for text, tint in drawn.line:
        yield text, theme.look(tint, drawn.selected)
    yield " " * (columns - width(drawn.line)), theme.look(Style.TEXT, drawn.selected)


class _Pen:
    """Draws rows one below the other on an empty screen, and knows in which look it draws."""

    def __init__(self, ground: str, *, fills: bool) -> None:
        self.ground = ground
        """The look in which the screen was erased."""
        self._fills = fills
        self._look = ground

    def turn(self, look: str) -> str:
        """What has to be sent before text of a look."""
        before, self._look = self._look, look
        return _turn(before, look)

    def row(self, stretches: Iterable[Stretch]) -> str:
        """A row, from its first column on."""
        merged = (
            ("".join(text for text, _ in group), look)
            for look, group in groupby(stretches, key=_look_of)
        )
        parts = [(text, look) for text, look in merged if text]
        end = ""
        if parts:
            text, look = parts[-1]
            shown = text.rstrip(" ")
            if len(text) - len(shown) > _WORTH_ERASING and self._can_erase(look):
                parts[-1] = shown, look
                end = look
        drawn = [self._stretch(text, look) for text, look in parts if text]
        if end and _style(end).background != _style(self.ground).background:
            drawn.append(f"{self.turn(end)}\x1b[K")
        return "".join(drawn)

    def _can_erase(self, look: str) -> bool:
        """Whether blanks of a look need not be sent as such."""
        style = _style(look)
        is_flat = not style.attributes & _SEEN_ON_BLANKS and " link " not in look
        return is_flat and (self._fills or not style.background)

    def _stretch(self, text: str, look: str) -> str:
        """Text in a look, as a hyperlink (OSC 8) where it has an address."""
        plain, _, address = look.partition(" link ")
        shown = f"{self.turn(plain)}{text}"
        return f"\x1b]8;;{address}\x1b\\{shown}\x1b]8;;\x1b\\" if address else shown


def _look_of(stretch: Stretch) -> str:
    return stretch[1]


_WORTH_ERASING = 3
"""Blanks: that many take no more bytes than to erase them."""


class _Style(NamedTuple):
    """A look as parameters of SGR (ECMA-48 8.3.117)."""

    attributes: frozenset[int]
    foreground: str
    background: str
    """Empty for the terminal's own colours."""


_SEEN_ON_BLANKS = {_ATTRIBUTES["underline"], _ATTRIBUTES["reverse"]}


@cache
def _style(look: str) -> _Style:
    attributes: set[int] = set()
    colours = {0: "", 10: ""}
    ground = 0
    for word in look.partition(" link ")[0].split():
        if word == "on":
            ground = 10
            continue
        if word in _ATTRIBUTES:
            attributes.add(_ATTRIBUTES[word])
        else:
            colours[ground] = _colour(word, ground)
        ground = 0
    return _Style(frozenset(attributes), colours[0], colours[10])


def _colour(word: str, ground: int) -> str:
    if word.startswith("#"):
        red, green, blue = bytes.fromhex(word[1:])
        return f"{38 + ground};2;{red};{green};{blue}"
    bright = word.startswith("bright_")
    number = _COLOURS.index(word.removeprefix("bright_"))
    return str((90 if bright else 30) + ground + number)


@cache
def _turn(before: str, after: str) -> str:
    """The shortest change from one look to another."""
    one, other = _style(before), _style(after)
    if one == other:
        return ""
    added = sorted(map(str, other.attributes - one.attributes))
    afresh = ["", *map(str, sorted(other.attributes)), other.foreground, other.background]
    changes = [";".join([afresh[0], *filter(None, afresh[1:])])]
    if one.attributes <= other.attributes:
        if one.foreground != other.foreground:
            added.append(other.foreground or "39")
        if one.background != other.background:
            added.append(other.background or "49")
        changes.append(";".join(added))
    return f"\x1b[{min(changes, key=len)}m"
