"""Reading the briefings that a command line names."""

import errno
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tui.commands.exit import CommandError
from tui.diagnostics import reason
from tui.load import load_document, load_text
from tui.load.hygiene import LARGEST
from tui.model.document import Document

STANDARD_INPUT = "-"


def read(path: str, roots: Sequence[Path]) -> Document:
    """Read the briefing in a file, or from standard input if the path is `-`.

    No more of standard input is read than a briefing may hold.

    Args:
        path: The file; an empty path, as from an unset shell variable, is an error.
        roots: Further folders in which sources are looked for.

    Raises:
        OSError: The file cannot be read.
    """
    if not path:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    if path != STANDARD_INPUT:
        return load_document(path, roots=roots)
    data = sys.stdin.buffer.read(LARGEST + 1)
    return load_text(data, "standard input", folder=None, roots=roots)


def read_or_fail(path: str, roots: Sequence[Path]) -> Document:
    """Read as `read` does; a file that cannot be read ends the command.

    Raises:
        CommandError: The file cannot be read.
    """
    try:
        return read(path, roots)
    except OSError as error:
        raise CommandError(f"{path}: {reason(error)}") from None


def expanded(paths: Iterable[str], fail: Callable[[str], object]) -> list[str]:
    """The files that paths name: each file itself, and the briefings of each folder, sorted.

    Args:
        paths: Files and folders.
        fail: Called with a message for each folder that is empty or cannot be read.
    """
    from tui.search.files import find_briefings  # noqa: PLC0415 - not to open a single file

    def unreadable(error: OSError) -> None:
        fail(f"{error.filename}: {reason(error)}")

    files: list[str] = []
    for each in paths:
        folder = Path(each)
        if each in {STANDARD_INPUT, ""} or not folder.is_dir():
            files.append(each)
            continue
        found = [str(folder / key) for key in find_briefings(folder, unreadable)]
        if not found:
            fail(f"{each}: no briefing (*.yaml) in this folder")
        files += found
    return files
