"""Reading on the terminal: the first frame at once, and then Textual."""

import os
from collections.abc import Callable

from tui.app import themes, threads
from tui.app.bindings import Keys
from tui.app.first_frame import show_first_frame
from tui.reading.ports import Memory
from tui.reading.session import ReadingSession
from tui.terminal.background import hinted_background
from tui.terminal.capabilities import AUTO, detect, environment
from tui.terminal.session import TerminalSession, open_terminal


def run(
    begin: Callable[[], ReadingSession],
    keys: Keys,
    *,
    memory: Memory,
    theme: str = AUTO,
    colors: str = AUTO,
    is_restricted: bool = False,
) -> int:
    """Read until the reader leaves.

    Args:
        begin: Makes the session; called once the terminal is taken.
        keys: The keys in force.
        memory: What is remembered for the reader.
        theme: `auto`, `ansi`, `dark` or `light`.
        colors: The depth of colours; see `detect`.
        is_restricted: No other program may be run, so that only the terminal has a clipboard.

    Returns:
        0, 128 and the number of the signal that ended it, or 1 after a failure of the program,
        which has been reported then.
    """
    environ = environment(os.environ)
    capabilities = detect(environ, colors=colors)
    names = themes.theme_names(theme, capabilities.depth, hinted_background(environ))
    session: ReadingSession | None = None
    status, is_kept = 1, False
    with threads.failures() as failures, open_terminal(capabilities) as terminal:
        try:
            session = begin()
            status = _read(session, keys, terminal, names, may_run=not is_restricted)
        except SystemExit:
            if not failures:
                raise
        except Exception as error:
            failures.insert(0, error)
        finally:
            is_kept = session is not None and session.end()
        size = terminal.size()
    if not failures:
        return status
    from tui.app.failure import tell  # noqa: PLC0415 - seldom

    return tell(failures[0], session, memory, size, is_kept=is_kept)


def _read(
    session: ReadingSession,
    keys: Keys,
    terminal: TerminalSession,
    names: list[str],
    *,
    may_run: bool,
) -> int:
    """Show the session until its reader leaves; return the exit status."""
    with show_first_frame(session, keys, terminal, names[0]):
        from tui.app.app import BriefingApp  # noqa: PLC0415 - imports Textual
    from tui.terminal.clipboard import TerminalClipboard  # noqa: PLC0415 - after the first frame

    clipboard = TerminalClipboard(os.environ, may_run=may_run)
    app = BriefingApp(session, keys, themes=names, terminal=terminal, clipboard=clipboard)
    app.run(mouse=False)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
