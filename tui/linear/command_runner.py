"""What commands and prompts ask of the linear mode."""

from typing import Protocol

from tui.app.keyboard.key import Key
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession
from tui.terminal.keyboard import Pressed


class CommandRunner(Protocol):
    """Carries out keys and commands on a session, and says what comes of them."""

    @property
    def session(self) -> ReadingSession:
        """The session that they act on."""

    def say(self, text: str) -> None:
        """Say a paragraph."""

    def press(self, pressed: Pressed) -> Reply:
        """Press a key."""

    def run(self, key: Key, *, is_back: bool = False) -> Reply:
        """Carry out a command, whether it has a key or not; with `is_back` its opposite."""
