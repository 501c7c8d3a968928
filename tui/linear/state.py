"""What the parts of the linear mode share: the session, its commands, and what is asked for."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from tui.app.availability import is_available
from tui.app.bindings import APP, ASK, LIBRARY, OUTLINE, PLACES, READER, Command, Keys, commands_in
from tui.reading.place_list import Outline
from tui.reading.prompts import TextPrompt
from tui.reading.session import ReadingSession


class Outcome(Enum):
    """What the terminal must do after a command."""

    GO_ON = "go on"
    LEAVE = "leave"
    SUSPEND = "suspend"
    BLANK = "blank"


class LinearState:
    """The session, and what is going on in the linear mode."""

    def __init__(
        self,
        session: ReadingSession,
        keys: Keys,
        say: Callable[[str], None],
        send: Callable[[str], str],
    ) -> None:
        """Take a session.

        Args:
            session: What is read.
            keys: The keys in force.
            say: Writes a paragraph.
            send: Takes a copied text, which is also said; returns what became of it.
        """
        self.session = session
        self.keys = keys
        self.send = send
        self.prompt: TextPrompt | None = None
        """What is asked for."""
        self.outcome = Outcome.GO_ON
        self.said = 0
        """The paragraphs that were said since the line was typed."""
        self.command = self.previous = ""
        """The ids of the command that the line has carried out, and of the one before."""
        self.is_forgotten = False
        """Everything is to be said again."""
        self._say = say

    def say(self, text: str) -> None:
        """Say a paragraph."""
        self.said += 1
        self._say(text)

    def ask_for(self, prompt: TextPrompt | None) -> None:
        """Ask for a text, or for nothing any more."""
        self.prompt, self.session.is_typing = prompt, prompt is not None

    @property
    def bindings(self) -> Mapping[str, str]:
        """The ids of the commands that work now by their keys."""
        commands = [*reversed(self._available())]
        return {key: each.id for each in commands for key in reversed(self.keys.of(each.id))}

    @property
    def commands(self) -> Sequence[Command]:
        """The commands that work now; one whose keys are all taken by others does not."""
        given = {*self.bindings.values()}
        available = self._available()
        return [each for each in available if each.id in given or not self.keys.of(each.id)]

    def _available(self) -> Sequence[Command]:
        session = self.session
        scopes: Sequence[str] = LIBRARY if session.reader is None else READER
        if session.places is not None:
            scopes = OUTLINE if isinstance(session.places, Outline) else PLACES
        elif session.asking is not None:
            scopes = ASK
        elif session.is_at_agenda:
            scopes = [scope for scope in READER if scope != "list"]
        commands = commands_in((*scopes, *APP))
        return [each for each in commands if is_available(session, each.id)]
