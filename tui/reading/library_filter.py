"""Seeking in the list of a library while one types."""

from typing import TYPE_CHECKING

from tui.reading import movement
from tui.reading.overlays import Overlay
from tui.reading.prompt import Prompt

if TYPE_CHECKING:
    from tui.reading.session import ReadingSession


class LibraryFilter(Overlay):
    """Words are being typed; the briefings that have them all are listed."""

    title = "Find"
    entering = "keep"
    prompt: Prompt

    def __init__(self, session: "ReadingSession") -> None:
        self._desk = session
        self._before = session.briefings and session.briefings.copy()
        self.prompt = Prompt(session.briefings.sought if session.briefings else "")

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
