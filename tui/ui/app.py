"""Reading on the terminal: the first frame at once, and then Textual."""

import os
from collections.abc import Callable

from tui.terminal.capabilities import AUTO, detect, environment
from tui.terminal.clipboard import Clipboard
from tui.terminal.ground import hinted_ground
from tui.terminal.hold import Hold, hold
from tui.ui import themes, threads
from tui.ui.desk import Desk
from tui.ui.ports import Library, Memory
from tui.ui.prelude import prelude


def run(
    begin: Callable[..., Desk],
    *,
    library: Library | None,
    memory: Memory,
    theme: str = AUTO,
    colors: str = AUTO,
    is_walled: bool = False,
) -> int:
    """Read a briefing, or choose one of a library first, until the reader leaves.

    `begin` makes the desk, `Desk` with all that is to be read there: it is handed what belongs to
    a screen. `library`, `memory` and `is_walled` are those of the desk. `theme` is one of `auto`,
    `ansi`, `dark`, `light`; for `colors` see `detect`. Returns 0, 128 and the number of the signal
    that ended it, or 1 where the program itself failed: then it has said so.
    """
    environ = environment(os.environ)
    capabilities = detect(environ, colors=colors)
    desk: Desk | None = None
    status, is_kept = 1, False
    with threads.failures() as failed, hold(capabilities) as terminal:
        try:
            desk = begin(
                clipboard=Clipboard(os.environ, may_run=not is_walled),
                themes=themes.names(theme, capabilities.depth, hinted_ground(environ)),
                size=terminal.size(),
            )
            status = _read(desk, terminal)
        except SystemExit:
            if not failed:
                raise
        except Exception as error:
            failed.insert(0, error)
        finally:
            is_kept = desk is not None and desk.keep()
            if library is not None:
                library.close()
        size = terminal.size()
    if not failed:
        return status
    from tui.ui.failure import tell  # noqa: PLC0415 - seldom

    return tell(failed[0], desk, memory, size, is_kept=is_kept)


def _read(desk: Desk, terminal: Hold) -> int:
    """Show the desk until its reader leaves; the status to end with."""
    pending = prelude(desk, terminal)
    if pending is None:
        return 0
    from tui.ui.application import BriefingApp  # noqa: PLC0415 - Textual, imported by then

    app = BriefingApp(desk, terminal, pending=pending)
    app.run(mouse=False)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
