"""The walls round a reader who is let in from elsewhere, and may read and do nothing else."""

import re
from pathlib import Path

from tui.frozen import frozen
from tui.library.folders import state_folder
from tui.load.allowed_roots import is_inside, real

_NAME = re.compile(r"[a-z0-9_-][a-z0-9._-]{0,31}")


@frozen
class Sandbox:
    """What a reader cannot leave."""

    root: Path
    """The real folder in which lies all that may be read."""
    state: Path
    """The real folder in which alone something is written."""


def sandbox(root: Path, reader: str | None = None) -> Sandbox:
    """The walls round one of the readers of an account, or round its only one.

    `OSError` for a root that is no folder. `ValueError`, in words for whoever runs the server,
    for a name that is none, and for a root that holds what the program writes: such a folder
    is somebody's home and not one of briefings.
    """
    if reader is not None and not _NAME.fullmatch(reader):
        raise ValueError(
            "the name of a reader is 1 to 32 of a-z, 0-9, “-”, “_” and “.”, the first no “.”"
        )
    if not root.is_dir():
        raise NotADirectoryError("ROOT is no folder")
    state = real(state_folder() / "readers" / reader if reader else state_folder())
    if is_inside(state, [real(root)]):
        raise ValueError("ROOT holds the program's own files: name a folder of briefings alone")
    return Sandbox(real(root), state)
