"""Whether the background of a terminal is dark or light."""

import re
from collections.abc import Mapping
from enum import StrEnum


class Background(StrEnum):
    """The brightness of a background."""

    DARK = "dark"
    LIGHT = "light"


def background_of(colour: str) -> Background | None:
    """Classify a colour as the reply to OSC 11 writes it: `rgb:1414/1818/1e1e`.

    Returns `None` if it is no such colour.
    """
    found = re.fullmatch(r"rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4}).*", colour.lower())
    if found is None:
        return None
    parts = [int(part, 16) / (16 ** len(part) - 1) for part in found.groups()]
    red, green, blue = (part**_GAMMA for part in parts)
    is_light = 0.2126 * red + 0.7152 * green + 0.0722 * blue > _EQUAL_CONTRAST
    return Background.LIGHT if is_light else Background.DARK


def hinted_background(environ: Mapping[str, str]) -> Background | None:
    """Read the background from COLORFGBG, as rxvt and Konsole set it: `15;0`, two ANSI colours."""
    number = environ.get("COLORFGBG", "").rpartition(";")[2]
    if not number.isdecimal() or int(number) > 15:
        return None
    return Background.LIGHT if int(number) in _LIGHT else Background.DARK


_GAMMA = 2.2
_EQUAL_CONTRAST = 0.179
"""The relative luminance on which black and white text have the same contrast (WCAG 2.2)."""
_LIGHT = {7, *range(9, 16)}
"""The light ones of the sixteen ANSI colours, as in vim."""
