"""A dialogue for tests: lines go in, and what is told comes out."""

from collections.abc import Sequence
from typing import Any

from tests.ui.desks import desk
from tui.ui.desk import Desk
from tui.ui.linear_dialogue import Dialogue
from tui.ui.reply import Reply


class Talk:
    """A desk that is talked with, and what it has told."""

    def __init__(self, given: Desk | None = None, **more: Any) -> None:
        self.desk = given or desk(**{"clipboard": None, **more})
        self.told: list[str] = []
        self.dialogue = Dialogue(self.desk, self.told.append)
        self.reply = Reply.DRAW
        self.dialogue.begin()

    def say(self, *lines: str) -> Sequence[str]:
        """Type lines; what is told after the last one."""
        for line in lines:
            self.told.clear()
            self.reply = self.dialogue.answer(line)
        return [*self.told]
