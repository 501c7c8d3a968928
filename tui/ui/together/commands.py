"""What the keys do where somebody is followed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.ui.desk import Desk


def come_back(desk: "Desk") -> str:
    """Back to where the presenter is."""
    return desk.companion.come_back(desk) if desk.companion is not None else ""
