"""A dialogue for tests: lines go in, and what is told comes out."""

from collections.abc import Sequence
from typing import Any

from tests.reading.sessions import session
from tui.linear.mode import LinearMode
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession


class Talk:
    """A desk that is talked with, and what it has told."""

    def __init__(self, given: ReadingSession | None = None, **more: Any) -> None:
        self.session = given or session(**{"clipboard": None, **more})
        self.told: list[str] = []
        self.dialogue = LinearMode(self.session, self.told.append)
        self.reply = Reply.DRAW
        self.dialogue.begin()

    def say(self, *lines: str) -> Sequence[str]:
        """Type lines; what is told after the last one."""
        for line in lines:
            self.told.clear()
            self.reply = self.dialogue.answer(line)
        return [*self.told]
