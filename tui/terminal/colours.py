"""Colours that a terminal has, for those that it has not."""

from functools import cache, partial

from tui.terminal.capabilities import Depth

_STEPS = (0, 95, 135, 175, 215, 255)
"""Levels of red, green and blue in xterm's cube of 6 × 6 × 6 colours, from number 16 on."""
_GREYS = range(8, 248, 10)
"""xterm's greys, from number 232 on."""
_CUBE, _GREY = 16, 232

_PALETTE = (
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
"""xterm's first sixteen; a terminal's own are like them."""

_FIRST_BRIGHT = 8

Colour = tuple[int, ...]
"""A number of the palette, alone; or red, green and blue, of 0–255 each."""


@cache
def codes(colour: Colour, is_ground: bool, depth: Depth) -> str:
    """The parameters of SGR for a colour, or for the nearest that the terminal has; else empty.

    `is_ground` is true for the colour behind the text.
    """
    if depth is Depth.NONE:
        return ""
    ground = 10 if is_ground else 0
    if depth is Depth.ANSI:
        number = _nearest(_rgb(colour)) if len(colour) > 1 or colour[0] >= _CUBE else colour[0]
        bright = number >= _FIRST_BRIGHT
        return str((90 + number - _FIRST_BRIGHT if bright else 30 + number) + ground)
    if len(colour) > 1 and depth is Depth.TRUE:
        return ";".join(map(str, (38 + ground, 2, *colour)))
    number = _number(colour) if len(colour) > 1 else colour[0]
    return f"{38 + ground};5;{number}"


def _rgb(colour: Colour) -> Colour:
    if len(colour) > 1:
        return colour
    number = colour[0]
    if number >= _GREY:
        return (_GREYS[number - _GREY],) * 3
    red, rest = divmod(number - _CUBE, 36)
    return _STEPS[red], _STEPS[rest // 6], _STEPS[rest % 6]


def _number(colour: Colour) -> int:
    """Of the cube or the greys, whichever is nearer."""
    levels = [_STEPS.index(min(_STEPS, key=partial(_apart, part))) for part in colour]
    in_cube = tuple(_STEPS[level] for level in levels)
    grey = min(_GREYS, key=partial(_apart, sum(colour) // 3))
    if _distance((grey,) * 3, colour) < _distance(in_cube, colour):
        return _GREY + _GREYS.index(grey)
    return _CUBE + 36 * levels[0] + 6 * levels[1] + levels[2]


def _nearest(colour: Colour) -> int:
    return min(range(len(_PALETTE)), key=lambda number: _distance(_PALETTE[number], colour))


def _apart(one: int, other: int) -> int:
    return abs(one - other)


def _distance(one: Colour, other: Colour) -> int:
    """Weighed roughly as eyes do, who see green best."""
    weights = (2, 4, 1)
    return sum(w * (a - b) ** 2 for w, a, b in zip(weights, one, other, strict=True))
