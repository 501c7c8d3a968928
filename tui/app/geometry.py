"""How the screen is divided, by its size alone."""

from typing import NamedTuple

BESIDE_FROM = 110
"""In columns: a screen narrower than this has no room for two texts side by side."""

_ROOMY = 50
"""In columns: from here on a list has a margin on both sides of its cursor."""


class Geometry(NamedTuple):
    """Rows and columns of the parts of the screen."""

    width: int
    height: int
    head: int
    """Rows of the title, the tabs and a rule."""
    foot: int
    """Rows of a rule, the status and the keys."""
    beside: int
    """Columns of the evidence beside the list, with the line between; 0 if there is none."""

    @property
    def body(self) -> int:
        """Rows between head and foot."""
        return max(self.height - self.head - self.foot, 0)

    @property
    def list(self) -> int:
        """Columns of the list."""
        return self.width - self.beside


def divide(width: int, height: int, *, beside: bool, head: int = 4, foot: int = 3) -> Geometry:
    """The parts of a screen; on a low one the head and the foot give way to the list.

    `head` and `foot` are the rows that they would have; of each at least one stays as long as
    there are three.
    """
    spare = max(height - 8, 2) if height >= 3 else 0
    foot = min(foot, max(spare // 3, 1) if spare else 0)
    head = min(head, spare - foot)
    wide = width - width * 58 // 120 if beside and width >= BESIDE_FROM else 0
    return Geometry(width, height, head, foot, wide)


def bare(width: int, height: int) -> Geometry:
    """A screen of text from edge to edge, with one line below it."""
    return Geometry(width, height, head=0, foot=min(1, height - 1), beside=0)


def gutter(width: int) -> int:
    """The columns before the text of a list, where the cursor stands."""
    return 3 if width >= _ROOMY else 2


def text_width(width: int) -> int:
    """The columns for the text of a list, between the gutter and a margin."""
    return max(width - gutter(width) - 1, 1)
