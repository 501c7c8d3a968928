"""A recorded session of the reader."""

from typing import Any

from textual.app import App
from textual.pilot import Pilot

from tests.reading import sessions
from tests.terminal.recording import record
from tui.app.app import BriefingApp
from tui.app.bindings import Keys

KEYS = ["j", "j", "6", "j", "j", "j", "enter", "escape", "tab", "G", "g", "question_mark"]
KEYS += ["escape", "slash", "t", "r", "escape", "k"]


def session(theme: str = "dark", size: tuple[int, int] = (120, 40)) -> list[str]:
    """Return what the app writes for a terminal while keys are pressed."""

    def make(driver: Any) -> App[None]:
        app = BriefingApp(sessions.session(sessions.seed()), Keys(), themes=[theme], patience=0)
        app.driver_class = driver
        return app

    async def drive(pilot: Pilot[Any]) -> None:
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause()

    return record(make, drive, size)
