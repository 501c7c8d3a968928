"""Styles of cells and the control sequences between them (SGR, ECMA-48 8.3.117).

Colours that a terminal lacks are replaced by the nearest that it has.
"""

from collections.abc import Iterator
from functools import cache, lru_cache, partial
from typing import NamedTuple

from tui.terminal.capabilities import Depth

Colour = tuple[int, ...]
"""One palette number, or red, green and blue, each 0–255."""


class CellStyle(NamedTuple):
    """The style of a cell: for each attribute the SGR parameters that set it, or nothing."""

    weight: str = ""
    """Bold (1), dim (2), or both."""
    slant: str = ""
    underline: str = ""
    blink: str = ""
    reverse: str = ""
    conceal: str = ""
    strike: str = ""
    overline: str = ""
    foreground: str = ""
    background: str = ""
    underline_colour: str = ""
    link: str = ""
    """The body of OSC 8 (hyperlink): its parameters, a semicolon, and the address."""


PLAIN = CellStyle()

_RESET = CellStyle("22", "23", "24", "25", "27", "28", "29", "55", "39", "49", "59")
"""The parameter that resets each attribute."""

_SETS = {
    3: "slant",
    4: "underline",
    5: "blink",
    6: "blink",
    7: "reverse",
    8: "conceal",
    9: "strike",
    20: "slant",
    21: "underline",
    53: "overline",
}
_RESETS = {int(code): name for name, code in zip(CellStyle._fields, _RESET, strict=True) if code}
_FOREGROUND, _BACKGROUND, _UNDERLINE = 38, 48, 58
_COLOURED = {_FOREGROUND: "foreground", _BACKGROUND: "background", _UNDERLINE: "underline_colour"}
_PALETTE_CODES = dict.fromkeys([*range(30, 38), *range(90, 98)], "foreground")
_PALETTE_CODES |= dict.fromkeys([*range(40, 48), *range(100, 108)], "background")


_STEPS = (0, 95, 135, 175, 215, 255)
"""Levels of red, green and blue in xterm's cube of 6 × 6 × 6 colours, numbered from 16."""
_GREYS = range(8, 248, 10)
"""Levels of xterm's greys, numbered from 232."""
_CUBE, _GREY = 16, 232

_ANSI_COLOURS = (
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
)
"""xterm's default for the sixteen ANSI colours; other terminals have similar ones."""

_FIRST_BRIGHT = 8


@lru_cache(4096)
def apply_sgr(style: CellStyle, parameters: str, depth: Depth) -> CellStyle:
    """Return a style after an SGR sequence, in colours that the terminal has.

    Parameters may be divided by colons (ITU-T T.416). Unknown parameters are ignored.
    """
    words = iter(parameters.split(";"))
    for word in words:
        number, *parts = [_int(part) for part in word.split(":")]
        if number == 0:
            style = PLAIN._replace(link=style.link)
        elif number in (1, 2):
            both = sorted({*filter(None, style.weight.split(";")), str(number)})
            style = style._replace(weight=";".join(both))
        elif number == 4 and parts:
            style = style._replace(underline=f"4:{parts[0]}" if parts[0] else "")
        elif number in _SETS:
            style = style._replace(**{_SETS[number]: str(number)})
        elif number in _RESETS:
            style = style._replace(**{_RESETS[number]: ""})
        elif number in _COLOURED:
            colour = _colour(parts) if parts else _colour_in(words)
            if colour:
                style = _coloured(style, number, colour, depth)
        elif number in _PALETTE_CODES:
            style = style._replace(**{_PALETTE_CODES[number]: str(number) if depth else ""})
    return style


@lru_cache(4096)
def visible_background(style: CellStyle) -> CellStyle | None:
    """Return the background alone; `None` if a space in this style shows more than that."""
    if style.underline or style.reverse or style.strike or style.overline or style.link:
        return None
    return CellStyle(background=style.background)


@lru_cache(8192)
def style_change(before: CellStyle, after: CellStyle, can_reset: bool = True) -> str:
    """Return the shortest sequence that changes a terminal's style.

    `can_reset` says that the terminal can reset single attributes, which a VT100 cannot.
    """
    if before == after:
        return ""
    link = "" if before.link == after.link else f"\x1b]8;{after.link or ';'}\x1b\\"
    if before[:-1] == after[:-1]:
        return link
    afresh = ";".join(("", *filter(None, after[:-1]))) if any(after[:-1]) else ""
    changes = list(_changes(before, after))
    if can_reset or not any(code.partition(";")[0] in _RESET for code in changes):
        afresh = min(";".join(changes), afresh, key=len)
    return f"\x1b[{afresh}m{link}"


def _changes(before: CellStyle, after: CellStyle) -> Iterator[str]:
    if "" != before.weight != after.weight in {"1", "2"}:
        before = before._replace(weight="")  # bold and dim do not replace each other
        yield _RESET.weight
    for was, is_, unset in zip(before[:-1], after[:-1], _RESET, strict=False):
        if was != is_:
            yield is_ or unset


def _coloured(style: CellStyle, number: int, colour: Colour, depth: Depth) -> CellStyle:
    code = colour_codes(colour, number == _BACKGROUND, depth)
    if number == _UNDERLINE:
        code = f"58;{code[3:]}" if code.startswith("38;") else ""
    return style._replace(**{_COLOURED[number]: code})


def _colour_in(words: Iterator[str]) -> Colour:
    """Read the colour of 38, 48 or 58 from the parameters that follow it."""
    kind = _int(next(words, ""))
    count = {2: 3, 5: 1}.get(kind, 0)
    return tuple(_int(next(words, "")) & 255 for _ in range(count))


def _colour(parts: list[int]) -> Colour:
    """Read the colour of a parameter with colons, with or without a colour space."""
    if parts[0] == 5:
        return tuple(parts[1:2])
    if parts[0] == 2:
        return tuple(part & 255 for part in (parts[2:5] if len(parts) > 4 else parts[1:4]))
    return ()


def _int(digits: str) -> int:
    return int(digits) if digits else 0


@cache
def colour_codes(colour: Colour, is_background: bool, depth: Depth) -> str:
    """Return the SGR parameters for a colour, or for the nearest one that the terminal has.

    Returns an empty string for a terminal without colours.
    """
    if depth is Depth.NONE:
        return ""
    offset = 10 if is_background else 0
    if depth is Depth.ANSI:
        number = _nearest(_rgb(colour)) if len(colour) > 1 or colour[0] >= _CUBE else colour[0]
        bright = number >= _FIRST_BRIGHT
        return str((90 + number - _FIRST_BRIGHT if bright else 30 + number) + offset)
    if len(colour) > 1 and depth is Depth.TRUE:
        return ";".join(map(str, (38 + offset, 2, *colour)))
    number = _number(colour) if len(colour) > 1 else colour[0]
    return f"{38 + offset};5;{number}"


def _rgb(colour: Colour) -> Colour:
    if len(colour) > 1:
        return colour
    number = colour[0]
    if number >= _GREY:
        return (_GREYS[number - _GREY],) * 3
    red, rest = divmod(number - _CUBE, 36)
    return _STEPS[red], _STEPS[rest // 6], _STEPS[rest % 6]


def _number(colour: Colour) -> int:
    """Return the nearest number of the cube or the greys."""
    levels = [_STEPS.index(min(_STEPS, key=partial(_difference, part))) for part in colour]
    in_cube = tuple(_STEPS[level] for level in levels)
    grey = min(_GREYS, key=partial(_difference, sum(colour) // 3))
    if _distance((grey,) * 3, colour) < _distance(in_cube, colour):
        return _GREY + _GREYS.index(grey)
    return _CUBE + 36 * levels[0] + 6 * levels[1] + levels[2]


def _nearest(colour: Colour) -> int:
    return min(
        range(len(_ANSI_COLOURS)), key=lambda number: _distance(_ANSI_COLOURS[number], colour)
    )


def _difference(one: int, other: int) -> int:
    return abs(one - other)


def _distance(one: Colour, other: Colour) -> int:
    """Return a squared distance, weighted roughly by the eye's sensitivity."""
    weights = (2, 4, 1)
    return sum(w * (a - b) ** 2 for w, a, b in zip(weights, one, other, strict=True))
