"""Seeking in the list of a library while one types."""

from typing import TYPE_CHECKING

from tui.ui import movement
from tui.ui.modes import Mode
from tui.ui.prompt import Prompt

if TYPE_CHECKING:
    from tui.ui.desk import Desk


class Filtering(Mode):
    """Words are being typed; the briefings that have them all are listed."""

    title = "Find"
    entering = "keep"
    prompt: Prompt

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._before = desk.briefings and desk.briefings.copy()
        self.prompt = Prompt(desk.briefings.sought if desk.briefings else "")

    def press(self, pressed: str, character: str | None) -> bool:
        """Letters leave fewer briefings, arrows choose one, `enter` keeps them so."""
        briefings = self._desk.briefings
        if pressed == "enter" or briefings is None:
            return False
        if pressed in ("down", "up"):
            movement.item(briefings.view, 1 if pressed == "down" else -1)
        elif self.prompt.press(pressed, character):
            briefings.seek(self.prompt.text)
        return True

    def cancel(self) -> None:
        """The list as it was, with the cursor where it was."""
        self._desk.briefings = self._before
