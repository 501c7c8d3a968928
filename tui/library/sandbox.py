"""The sandbox of a restricted session, in which a guest may only read briefings."""

import re
from pathlib import Path

from tui.frozen import frozen
from tui.library.folders import state_folder
from tui.load.allowed_roots import is_inside, real

_NAME = re.compile(r"[a-z0-9_-][a-z0-9._-]{0,31}")


@frozen
class Sandbox:
    """The folders that a restricted session is confined to."""

    root: Path
    """The resolved folder of what may be read."""
    state: Path
    """The resolved folder of what may be written."""


def sandbox(root: Path, reader: str | None = None) -> Sandbox:
    """Return the sandbox of one of the readers of an account, or of its only reader.

    Args:
        root: The folder of what may be read.
        reader: The name of the reader; each has a state folder of its own.

    Raises:
        NotADirectoryError: The root is no folder.
        ValueError: The name is invalid, or the root contains the state folder.
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
