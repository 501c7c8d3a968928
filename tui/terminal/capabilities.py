"""What a terminal can show, as far as the environment tells it."""

from dataclasses import dataclass
from enum import IntEnum


class Depth(IntEnum):
    """How many colours."""

    NONE = 0
    ANSI = 16
    """The terminal's own palette."""
    EXTENDED = 256
    TRUE = 1 << 24


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What may be sent to a terminal, and what it would garble."""

    depth: Depth = Depth.ANSI
    unicode: bool = True
    """Characters beyond ASCII come out as what they are."""
    can_scroll: bool = True
    """A part of the rows can be scrolled (DECSTBM)."""
    can_repeat: bool = False
    """The last character can be repeated (REP, ECMA-48 8.3.103)."""
    erases_in_colour: bool = True
    """What is erased takes the background that is set."""
    has_links: bool = False
    """Hyperlinks (OSC 8) are understood, or ignored without a trace."""
