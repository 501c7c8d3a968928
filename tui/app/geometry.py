"""How the screen is divided, by its size."""

from typing import NamedTuple

SIDE_PANE_FROM = 110
"""Columns from which on there is room for a side pane."""


_FOOTER = 3
"""Rows of the footer: a rule, the status, and the keys."""


class Geometry(NamedTuple):
    """Rows and columns of the parts of the screen."""

    width: int
    height: int
    header: int
    """Rows of the header, the tabs and a rule."""
    footer: int
    """Rows of a rule, the status and the keys."""
    full_header: int
    """Rows of the header on a screen with room for all of it."""
    is_briefing: bool
    """Whether there are panes with tabs."""
    side: int
    """Columns of the side pane, with the line that divides it from the list; 0 for none."""

    @property
    def body(self) -> int:
        """Rows between header and footer."""
        return max(self.height - self.header - self.footer, 0)

    @property
    def title(self) -> int:
        """Rows of title and notices, without tabs and rule."""
        return self.header - self.has_tabs - self.has_rule

    @property
    def has_tabs(self) -> bool:
        """Whether there is a row for the tabs."""
        return self.is_briefing and self.header > 1

    @property
    def has_rule(self) -> bool:
        """Whether there is a row for the rule below the header."""
        return self.header == self.full_header

    @property
    def list(self) -> int:
        """Columns of the list."""
        return self.width - self.side


def divide(
    width: int, height: int, *, titles: int, is_briefing: bool, has_side: bool = False
) -> Geometry:
    """Divide a screen; on a low one header and footer give way to the list.

    Args:
        width: Columns of the screen.
        height: Rows of the screen.
        titles: Rows of title and notices, if there is room.
        is_briefing: Whether there are panes with tabs.
        has_side: Whether a side pane is wanted.
    """
    spare = max(height - 8, 2) if height >= 3 else 0
    full = titles + 1 + is_briefing
    footer = min(_FOOTER, max(spare // 3, 1) if spare else 0)
    header = min(full, spare - footer)
    wide = width - width * 58 // 120 if has_side and width >= SIDE_PANE_FROM else 0
    return Geometry(width, height, header, footer, full, is_briefing, wide)
