"""How many bytes the keys of a reader send over the line, measured on the way that they take."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tui.app import themes
from tui.app.frame import draw
from tui.app.keyboard.dispatch import dispatch
from tui.app.paint import painted
from tui.library.state import ReaderState
from tui.model.document import Document
from tui.reading.session import ReadingSession
from tui.terminal.capabilities import Capabilities
from tui.terminal.writer import TerminalWriter

_ALTERNATE_SCREEN = "\x1b[?1049h\x1b[H"
"""With the cursor at a known place: elsewhere a line passes on what it is given."""

_SCRIPT = (
    ("next item", "j", "j"),
    ("page", "space", " "),
    ("pane", "tab", "\t"),
    ("evidence", "enter", "\r"),
)
"""What a key does, its name, and what it types."""


def bytes_sent(
    document: Document, capabilities: Capabilities, size: tuple[int, int]
) -> dict[str, int]:
    """By what is done, the bytes that it sends: the first frame, and after it one key each.

    With the evidence beside the list, what follows when no further key comes is counted too.
    """
    return dict(_measured(document, capabilities, size))


def _measured(
    document: Document, capabilities: Capabilities, size: tuple[int, int]
) -> Iterator[tuple[str, int]]:
    names = themes.names("auto", capabilities.depth)
    memory = ReaderState(Path(os.devnull))
    session = ReadingSession(
        dispatch=dispatch, document=document, library=None, memory=memory, themes=names, size=size
    )
    handle = os.open(os.devnull, os.O_WRONLY)
    try:
        with closing(TerminalWriter(handle, capabilities, size)) as line:
            line.write(_ALTERNATE_SCREEN)
            _send(session, line)
            yield "first frame", line.sent
            for done, key, character in _SCRIPT:
                before = line.sent
                session.press(key, character)
                _send(session, line)
                session.follow()
                _send(session, line)
                yield done, line.sent - before
    finally:
        os.close(handle)


def _send(session: ReadingSession, line: TerminalWriter) -> None:
    line.write(painted(draw(session), themes.THEMES[session.theme]))
    line.flush()
