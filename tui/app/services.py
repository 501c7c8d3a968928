"""What all screens share."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tui.app.bindings import Keys
from tui.reading.session import ReadingSession
from tui.terminal.clipboard import TerminalClipboard


@dataclass
class Services:
    """The session and what the app provides to its screens."""

    session: ReadingSession
    keys: Keys
    clipboard: TerminalClipboard | None
    """The clipboard of the reader's terminal; `None` where there is none."""
    show_session: Callable[[], Awaitable[None]]
    """Shows the screens that the state of the session asks for."""
    show_text: Callable[[str, str], Awaitable[None]]
    """Shows a text alone, with a remark."""
    send: Callable[[str], None]
    """Sends a control sequence to the terminal itself."""
    patience: float = 1.0
    """A factor of all waiting; 0 in tests."""
    last_command: str = ""
    """The id of the last command; some commands act differently the second time."""
