"""Reading on the terminal: the first frame at once, and then Textual."""

import os
import shutil
from contextlib import nullcontext

from tui.model.document import Document
from tui.ui import themes
from tui.ui.desk import Desk
from tui.ui.first_frame import first_frame, is_possible
from tui.ui.frame import draw
from tui.ui.ports import Library, Memory


def run(
    *, document: Document | None, library: Library | None, memory: Memory, theme: str = "auto"
) -> int:
    """Read a briefing, or choose one of a library first, until the reader leaves.

    `theme` is one of `auto`, `ansi`, `dark`, `light`. Returns 0, or 128 and the number of the
    signal that ended it.
    """
    size = shutil.get_terminal_size()
    desk = Desk(
        document=document,
        library=library,
        memory=memory,
        themes=themes.names(theme, os.environ),
        size=(size.columns, size.lines),
    )
    at_once = is_possible(desk.theme, os.environ)
    with first_frame(draw(desk), themes.THEMES[desk.theme]) if at_once else nullcontext() as hold:
        from tui.ui.application import BriefingApp  # noqa: PLC0415 - Textual, after the frame

        app = BriefingApp(desk, hold)
        try:
            app.run(mouse=False)
        finally:
            desk.keep()
    return app.return_code or 0
