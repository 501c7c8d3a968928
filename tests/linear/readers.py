"""Sessions that are read in lines: what is typed goes in, and what is said comes out."""

from collections.abc import Sequence
from typing import Any

from tests.reading.sessions import Memory, SmallLibrary
from tui.app.bindings import Command, Keys
from tui.linear.mode import LinearMode
from tui.linear.state import Outcome
from tui.model.document import Document
from tui.reading.session import ReadingSession


class LineReader:
    """A session that is read in lines, and what it has said since the last line."""

    def __init__(
        self,
        document: Document | None = None,
        *,
        library: SmallLibrary | None = None,
        memory: Memory | None = None,
        keys: Keys | None = None,
        **options: Any,
    ) -> None:
        keys = keys or Keys()
        self.memory = memory or Memory()
        self.session = ReadingSession(
            document=document, library=library, memory=self.memory, keys=keys, **options
        )
        self.said: list[str] = []
        self.mode = LinearMode(self.session, keys, self.said.append)
        self.outcome = Outcome.GO_ON
        self.mode.begin()

    @property
    def commands(self) -> Sequence[Command]:
        """The commands that work now."""
        return self.mode.commands

    @property
    def item(self) -> str:
        """The item under the cursor of the briefing."""
        assert self.session.reader is not None
        return self.session.reader.here.item

    def type(self, *lines: str) -> Sequence[str]:
        """Type lines; return what is said after the last one."""
        for line in lines:
            self.said.clear()
            self.outcome = self.mode.answer(line)
        return [*self.said]

    def prompts(self, *lines: str) -> list[str]:
        """Type lines; return the prompt after each."""
        found = []
        for line in lines:
            self.type(line)
            found.append(self.mode.prompt)
        return found
