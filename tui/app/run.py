"""Reading on the terminal: the first frame at once, and then Textual."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app import themes, threads
from tui.app.first_frame import prelude
from tui.reading.ports import Memory
from tui.reading.session import ReadingSession
from tui.terminal.background import hinted_background
from tui.terminal.capabilities import AUTO, detect, environment
from tui.terminal.clipboard import TerminalClipboard
from tui.terminal.session import TerminalSession, open_terminal

if TYPE_CHECKING:
    from tui.library.library import Library


def run(
    begin: Callable[..., ReadingSession],
    *,
    library: "Library | None",
    memory: Memory,
    theme: str = AUTO,
    colors: str = AUTO,
    is_restricted: bool = False,
) -> int:
    """Read a briefing, or choose one of a library first, until the reader leaves.

    `begin` makes the session; it is given the clipboard, the themes and the size of the screen.
    `library`, `memory` and `is_restricted` are those of the session. `theme` is one of `auto`,
    `ansi`, `dark`, `light`; for `colors` see `detect`. Returns 0, 128 and the number of the signal
    that ended it, or 1 where the program itself failed: then it has said so.
    """
    environ = environment(os.environ)
    capabilities = detect(environ, colors=colors)
    session: ReadingSession | None = None
    status, is_kept = 1, False
    with threads.failures() as failed, open_terminal(capabilities) as terminal:
        try:
            session = begin(
                clipboard=TerminalClipboard(os.environ, may_run=not is_restricted),
                themes=themes.names(theme, capabilities.depth, hinted_background(environ)),
                size=terminal.size(),
            )
            status = _read(session, terminal)
        except SystemExit:
            if not failed:
                raise
        except Exception as error:
            failed.insert(0, error)
        finally:
            is_kept = session is not None and session.keep()
            if library is not None:
                library.close()
        size = terminal.size()
    if not failed:
        return status
    from tui.app.failure import tell  # noqa: PLC0415 - seldom

    return tell(failed[0], session, memory, size, is_kept=is_kept)


def _read(session: ReadingSession, terminal: TerminalSession) -> int:
    """Show the desk until its reader leaves; the status to end with."""
    pending = prelude(session, terminal)
    if pending is None:
        return 0
    from tui.app.app import BriefingApp  # noqa: PLC0415 - Textual, imported by then

    app = BriefingApp(session, terminal, pending=pending)
    app.run(mouse=False)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
