"""What stands in a cell of a terminal that has nothing but ASCII."""

from functools import cache

from tui.text import cells
from tui.text.spelling import in_cells


@cache
def spelled(character: str) -> str:
    """The character, or cluster of them, that fills a cell or two: in ASCII, as wide as it was."""
    return in_cells(character, cells.width(character))
