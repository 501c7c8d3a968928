"""What the keys do where somebody is followed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.ui.desk import Desk


def come_back(desk: "Desk") -> str:
    """Back to where the presenter is."""
    from tui.ui.follow_following import Follower  # noqa: PLC0415 - loaded, where there is one

    companion = desk.companion
    return companion.come_back(desk) if isinstance(companion, Follower) else ""
