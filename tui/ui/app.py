"""Reading on the terminal: the first frame at once, and then Textual."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.model.document import Document
from tui.terminal.capabilities import AUTO, detect, environment
from tui.terminal.clipboard import Clipboard
from tui.terminal.ground import hinted_ground
from tui.terminal.hold import Hold, hold
from tui.ui import themes, threads
from tui.ui.desk import Desk
from tui.ui.keys import USUAL, Bindings
from tui.ui.ports import Library, Memory
from tui.ui.prelude import prelude

if TYPE_CHECKING:
    from tui.ui.follow_companion import Companion


def run(
    *,
    document: Document | None,
    library: Library | None,
    memory: Memory,
    theme: str = AUTO,
    colors: str = AUTO,
    is_walled: bool = False,
    load: Callable[[str], Document] | None = None,
    item: str = "",
    bindings: Bindings = USUAL,
    companion: "Companion | None" = None,
    clearance: str = "",
    is_meeting: bool = False,
) -> int:
    """Read a briefing, or choose one of a library first, until the reader leaves.

    `theme` is one of `auto`, `ansi`, `dark`, `light`; for `colors` see `detect`, for `is_walled`,
    `load`, `item`, `bindings`, `companion`, `clearance` and `is_meeting` see `Desk`. Returns 0,
    128 and the number of the signal that ended it, or 1 where the program itself failed: then it
    has said so.
    """
    environ = environment(os.environ)
    capabilities = detect(environ, colors=colors)
    desk: Desk | None = None
    status, is_kept = 1, False
    with threads.failures() as failed, hold(capabilities) as terminal:
        try:
            desk = Desk(
                document=document,
                library=library,
                memory=memory,
                clipboard=Clipboard(os.environ, may_run=not is_walled),
                themes=themes.names(theme, capabilities.depth, hinted_ground(environ)),
                size=terminal.size(),
                is_walled=is_walled,
                load=load,
                item=item,
                bindings=bindings,
                companion=companion,
                clearance=clearance,
                is_meeting=is_meeting,
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
