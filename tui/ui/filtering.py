"""Filtering the list of a library while one types."""

from typing import TYPE_CHECKING

from tui.ui import movement
from tui.ui.modes import Mode
from tui.ui.prompt import Prompt

if TYPE_CHECKING:
    from tui.ui.desk import Desk


class Filtering(Mode):
    """Words of titles and paths are being typed; the briefings that have them all are listed."""

    title = "Filter"
    entering = "keep"
    prompt: Prompt

    def __init__(self, desk: "Desk") -> None:
        self.prompt = Prompt(desk.sought)
        self._desk = desk
        self._before = (desk.sought, desk.shelf)

    def press(self, pressed: str, character: str | None) -> bool:
        """Letters leave fewer briefings, arrows choose one, `enter` keeps them so."""
        if pressed == "enter":
            return False
        if pressed in ("down", "up"):
            movement.item(self._desk.shelf, 1 if pressed == "down" else -1)
        elif self.prompt.press(pressed, character):
            self._desk.show_shelf(self.prompt.text)
        return True

    def cancel(self) -> None:
        """The list as it was, with the cursor where it was."""
        self._desk.sought, self._desk.shelf = self._before
